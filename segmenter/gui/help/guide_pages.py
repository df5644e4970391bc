"""The pages of the guide, which lie beside the program: their titles, and what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from segmenter.assets import resource

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "index"
"""The page that the guide begins with."""


@dataclass(frozen=True)
class Page:
    """One page: its file, its title, and its text in small letters."""

    path: Path
    title: str
    words: str

    def holds(self, sought: str) -> bool:
        """Tell whether all words of a search stand in it."""
        return all(word in self.words for word in sought.casefold().split())


def pages() -> list[Page]:
    """Return all pages: the index, and then the others in the order in which it names them.

    A page that is there in the language of the window is taken in that.
    """
    folder = resource("guide")
    index = folder / f"{FIRST}.md"
    named = re.findall(r"\]\((\w+\.md)\)", index.read_text("utf-8"))
    others = [folder / name for name in dict.fromkeys(named)]
    rest = sorted(path for path in folder.glob("*.md") if path not in (index, *others))
    return [_page(spoken(path)) for path in (index, *others, *rest) if path.is_file()]


def spoken(path: Path) -> Path:
    """Return the page in the language of the window, if there is one: in a folder called like that."""
    translated = path.parent / QLocale().uiLanguages()[0].partition("-")[0] / path.name
    return translated if translated.is_file() else path


def _page(path: Path) -> Page:
    text = path.read_text("utf-8")
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    return Page(path, heading[1] if heading else path.stem, text.casefold())
