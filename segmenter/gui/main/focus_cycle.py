"""From one part of the window to the next by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


def go_to_next(panes: Sequence[QWidget], focused: QWidget | None) -> None:
    """Give the keyboard to the next of some panes that takes it; after the last comes the first."""
    here = next((at for at, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), -1)
    for pane in [*panes[here + 1 :], *panes[: here + 1]]:
        if (control := first_control(pane)) is not None:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def first_control(pane: QWidget) -> QWidget | None:
    """Return the first widget in a pane that takes the keyboard, in the order of Tab; None if there is none."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        if takes and pane.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
