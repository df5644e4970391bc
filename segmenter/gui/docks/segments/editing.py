"""Writing names and classes in the table: what was written before completes itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QCompleter, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


class FocusReturn(QObject):
    """Gives the keyboard back to where it was before a name was written: who names on the image goes on there."""

    def __init__(self, delegate: QAbstractItemDelegate) -> None:
        super().__init__(delegate)
        self._before: QWidget | None = None
        delegate.closeEditor.connect(self._give_back)

    def remember(self, table: QWidget) -> None:
        """Take note of what has the keyboard, unless that is a part of the table; or a menu, which is gone soon."""
        focused = QApplication.focusWidget()
        outside = focused is not None and focused.window() is table.window() and not table.isAncestorOf(focused)
        self._before = focused if outside else None

    def _give_back(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        following = QAbstractItemDelegate.EndEditHint.EditNextItem, QAbstractItemDelegate.EndEditHint.EditPreviousItem
        if self._before is not None and hint not in following:
            before, self._before = self._before, None
            before.setFocus(Qt.FocusReason.OtherFocusReason)


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
