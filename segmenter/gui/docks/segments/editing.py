"""Writing names and classes in the table: what was written before completes itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


def completed(editor: QLineEdit, texts: Iterable[str]) -> QLineEdit:
    """Offer texts while one is typed; upper and lower case are the same."""
    completer = QCompleter(list(texts), editor)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    editor.setCompleter(completer)
    return editor


def name_editor(parent: QWidget, texts: Iterable[str], title: str) -> QLineEdit:
    """Return a field that completes what is typed into it."""
    editor = QLineEdit(parent)
    editor.setFrame(False)
    editor.setAccessibleName(title)
    return completed(editor, texts)


def stems(names: Iterable[str]) -> list[str]:
    """Return names without the numbers behind them."""
    return sorted({re.sub(r"\s*\d+$", "", name) for name in names} - {""})


def suggested(names: Iterable[str]) -> list[str]:
    """Return what a segment may be called next to those with these names: `coin 3` after `coin 2`, then the names."""
    known = sorted({name for name in names if name})
    last = dict[str, int]()
    for name in known:
        if found := re.fullmatch(r"(.*\D)(\d{1,9})", name):
            last[found[1]] = max(last.get(found[1], 0), int(found[2]))
    following = [f"{stem}{number + 1}" for stem, number in last.items()]
    return [*following, *(name for name in known if not re.fullmatch(r".*\D\d{1,9}", name))]
