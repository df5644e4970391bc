"""What rooms say that know no window, in its language: sentences that are told by their pattern.

Errors, notes, warnings and what formats say of a result are in English, as the command says them.
`packaging/translate.py` finds them,
with {0}, {1} … in place of what is filled in; here a sentence is known again, and what was filled in is put into
the translation. A part that is a sentence of its own, such as what a decoder says of a file, is translated in its turn.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from segmenter.assets import resource

ERRORS, FORMATS = "Errors", "Formats"
"""The contexts of the sentences in the files of translations."""

LONGEST = 2000
"""Letters of a sentence that is looked at: names of files may be anything."""

DEEPEST = 4
"""How many sentences stand in each other."""

Pattern = tuple[re.Pattern[str], str]


def in_words(error: BaseException) -> str:
    """Return what an expected error says, in the language of the window where that is known."""
    return sentence_in_words(str(error))


def sentence_in_words(text: str) -> str:
    """Return the same of the sentence of an error that is not there any more, of a note or a warning."""
    return _translated(text, _patterns(_language(), ERRORS), DEEPEST)


def whole_sentence(error: BaseException) -> str:
    """Return what an error says as a sentence that stands alone: errors of folders begin with a small letter."""
    text = in_words(error) or type(error).__name__
    return text[0].upper() + text[1:]


def format_in_words(text: str) -> str:
    """Return what a format says of a result: lists of parts, each of which is known for itself."""
    patterns = _patterns(_language(), FORMATS)
    return "".join(_translated(part, patterns, DEEPEST) for part in re.split(r"(, |\. |\.$)", text))


def _language() -> str:
    return QCoreApplication.translate("Language", "en")


def _translated(text: str, patterns: tuple[Pattern, ...], deep: int) -> str:
    if deep == 0 or len(text) > LONGEST:
        return text
    for pattern, translation in patterns:
        if found := pattern.fullmatch(text):
            return translation.format(*(_translated(part, patterns, deep - 1) for part in found.groups()))
    return text


@lru_cache(maxsize=8)
def _patterns(language: str, context: str) -> tuple[Pattern, ...]:
    """Return the patterns of all known sentences and their translations, the most telling first."""
    file = resource("translations") / f"segmenter_{language}.ts"
    if not file.is_file():
        return ()
    found = []
    for each in ET.parse(file).getroot().iter("context"):
        if each.findtext("name") == context:
            for message in each.iter("message"):
                source, translation = message.findtext("source"), message.findtext("translation")
                if source and translation:
                    found.append((source, translation))
    found.sort(key=lambda pair: -len(re.sub(r"\{\d+\}", "", pair[0])))
    return tuple((_pattern(source), translation) for source, translation in found)


def _pattern(source: str) -> re.Pattern[str]:
    """Return what a sentence looks like whatever is filled in."""
    parts = re.split(r"\{\d+\}", source.replace("{{", "\0").replace("}}", "\1"))
    literal = (re.escape(part.replace("\0", "{").replace("\1", "}")) for part in parts)
    return re.compile("(.+?)".join(literal), re.DOTALL)
