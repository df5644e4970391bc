"""What formats say of a result, in the language of the window.

Formats know no window: they say it in English, with numbers in it. What the sentences are made of is listed here, and
packaging/translate.py finds it.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

CONTEXT = "Formats"

PARTS: tuple[str, ...] = (
    "{1} label",
    "{1} labels",
    "{1} polygon",
    "{1} polygons",
    "{1} mask",
    "{1} masks",
    "as {1}",
    "as {1} and {2}",
    "{1}-bit indexed PNG",
    "{1}-bit grey PNG",
    "{1}-bit grey TIFF",
    "{1}-bit OME-TIFF",
    "a number a class",
    "a row a class",
    "a row each",
    "a path each",
    "a feature each",
    "a region each",
    "an annotation each",
    "a black-and-white PNG each",
    "of which {1} as run lengths",
    "{1} composite",
    "without their edits",
    "{1} line of text",
    "{1} lines of text",
    "{1} × {2} pixels of 8-bit RGB",
    "{1} segment without a class becomes 0",
    "{1} segments without a class become 0",
    "{1} segment without a class is left out",
    "{1} segments without a class are left out",
    "Holes of {1} segment are filled",
    "Holes of {1} segments are filled",
    "The pieces of {1} segment become objects of their own",
    "The pieces of {1} segments become objects of their own",
    "{1} segment of classes above 255 have no group",
    "{1} segments of classes above 255 have no group",
    "Outlines are simplified by up to {1} pixels: areas are not exact",
    "What was edited by hand is not in the recipe",
    "An image that is no file has no recipe",
    "Labels that nobody knows the parameters of have no recipe",
)
"""Between commas and full stops; what is not here, such as `CSV`, is the same in every language."""

VALUE = r"(.+?)"


def in_words(text: str) -> str:
    """Return what a format says, in the language of the window."""
    return "".join(_part(part) for part in re.split(r"(, |\. |\.$)", text))


def _part(text: str) -> str:
    for pattern, part in _patterns():
        found = pattern.fullmatch(text)
        if found:
            said = QCoreApplication.translate(CONTEXT, part)
            for number, value in enumerate(found.groups(), start=1):
                said = said.replace(f"{{{number}}}", _part(value))
            return said
    return text


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Return the parts as patterns; the longest first, as they say more."""
    found = []
    for part in sorted(PARTS, key=len, reverse=True):
        pattern = re.sub(r"\\\{\d\\\}", lambda _: VALUE, re.escape(part))
        found.append((re.compile(pattern), part))
    return found
