"""The program as `python -m segmenter` runs it, with somebody inside who tells what is on the screen.

    python -m tests.e2e.witness [FILE]...

Each line on the standard input is an expression; its value comes back as a line of JSON. The witness only looks:
whatever is done is done by mouse and keys from outside.
"""

from __future__ import annotations

import hashlib
import json
import sys
import traceback
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSocketNotifier
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QDockWidget,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionSlider,
    QTabBar,
    QToolBar,
    QWidget,
)

from segmenter.cli import program
from segmenter.gui.app import application

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Witness:
    """Answers questions; its methods are the words of the expressions."""

    def __init__(self, window: Any) -> None:
        self.window, self.session = window, window._session
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        self._notifier.activated.connect(self._answer)

    def _answer(self) -> None:
        line = sys.stdin.readline()
        if not line:  # nobody asks any more
            self._notifier.setEnabled(False)
            return
        words = {name: getattr(self, name) for name in dir(self) if not name.startswith("_")}
        try:
            told = {"answer": eval(line, words)}
        except Exception:  # noqa: BLE001 - a mistake in a question is no error of the program
            told = {"failed": f"{line}{traceback.format_exc()}"}
        print(json.dumps(told), flush=True)  # noqa: T201

    # Where something is, in pixels of the screen

    def place(self, name: str, kind: str = "QWidget") -> list[int] | None:
        """Return the middle of a widget, by the name that it is read out with, or by its text; None if it is not seen.

        While a menu is open, it is that of an entry.
        """
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            entries = [action for action in menu.actions() if action.text().replace("&", "") == name]
            return self._on_screen(menu, menu.actionGeometry(entries[0]).center()) if entries else None
        widget = self._widget(name, kind)
        return None if widget is None else self._on_screen(widget, widget.rect().center())

    def middle(self, widget: QWidget) -> list[int] | None:
        """Return the middle of a widget; None if it is not seen."""
        return self._on_screen(widget, widget.rect().center()) if _seen(widget) else None

    def handle(self, name: str) -> list[int] | None:
        """Return the middle of the handle of a slider."""
        return self._handle(self._widget(name, "QSlider"))

    def _handle(self, slider: Any) -> list[int]:
        option = QStyleOptionSlider()
        slider.initStyleOption(option)
        style = QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
        return self._on_screen(slider, slider.style().subControlRect(*style).center())

    def entry(self, action: QAction) -> list[int] | None:
        """Return the middle of an entry of the open menu, or of the menu in it that has the entry; None for neither."""
        menu = QApplication.activePopupWidget()
        for each in menu.actions() if isinstance(menu, QMenu) else ():
            inner = each.menu()
            if each is action or (isinstance(inner, QMenu) and action in inner.actions()):
                return self._on_screen(menu, menu.actionGeometry(each).center())
        return None

    def slider(self, parameter: str) -> list[int] | None:
        """Return the middle of the handle of the slider of a parameter; None if it is not seen whole."""
        slider = self.window.parameters.rows[parameter].slider
        return self._handle(slider) if slider.visibleRegion().boundingRect() == slider.rect() else None

    def segment(self, number: int) -> list[int]:
        """Return a place on the canvas well inside a segment."""
        from scipy import ndimage

        inside = np.pad(self.session.state.labels.array() == number, 1)  # nor at the edge, which a bar may cover
        inside = ndimage.distance_transform_cdt(inside)[1:-1, 1:-1]
        row, column = divmod(int(inside.argmax()), inside.shape[1])
        return self.pixel(row, column)

    def pixel(self, row: int, column: int) -> list[int]:
        """Return where the middle of a pixel of the image is."""
        canvas = self.window.canvas
        x, y = canvas.view.to_screen(column + 0.5, row + 0.5)
        left, top = self._on_screen(canvas, QPoint(0, 0))
        return [left + round(x), top + round(y)]

    def _front(self) -> QWidget:
        """Return the dialog that is open; the window if none is."""
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        return QApplication.activeModalWidget() or (dialogs[-1] if dialogs else self.window)

    def _widget(self, name: str, kind: str) -> Any:
        top = self._front()
        for widget in top.findChildren(QWidget):
            text = widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""
            if name in (widget.accessibleName(), text) and widget.inherits(kind) and _seen(widget):
                return widget
        return None

    def _on_screen(self, widget: QWidget, point: QPoint) -> list[int]:
        there, ratio = widget.mapToGlobal(point), widget.devicePixelRatioF()
        return [round(there.x() * ratio), round(there.y() * ratio)]

    # What is on the screen

    def top(self) -> int:
        """Return the window that the keyboard means, as the display numbers it."""
        return int(self._front().winId())

    def dialog(self) -> str:
        """Return the title of the dialog that is open; empty if none is."""
        front = self._front()
        shown = front is not self.window and front.windowHandle().isExposed()
        return (front.windowTitle() or type(front).__name__) if shown else ""

    def focus(self) -> str:
        """Return the name of what has the keyboard."""
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        text = widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""
        return widget.accessibleName() or text or type(widget).__name__

    def focused(self) -> str:
        """Return the class of what has the keyboard."""
        return type(QApplication.focusWidget()).__name__

    def message(self) -> str:
        """Return the sentence in the bar above the canvas."""
        return self.window.messages.text if self.window.messages.isVisible() else ""

    def pointer(self) -> str:
        """Return what the status bar says about what is under the cursor."""
        return self.window.status._pointer.text()

    def idle(self) -> bool:
        """Tell whether nothing is computed or written, and what is shown is no preview."""
        session = self.session
        return not session.solver.busy and not session.io_worker.busy() and session.preview is None

    def result(self) -> bool:
        """Tell whether a final result is shown, and nothing else is under way."""
        state = self.session.state
        return self.idle() and state.labels is not None and not state.stale

    def k(self) -> object:
        """Return the parameter."""
        return self.session.state.parameters.labels.k

    def labels(self) -> str:
        """Return what is the same for the same labels only."""
        state = self.session.state
        segments = sorted((number, segment.name) for number, segment in state.segments.items())
        return hashlib.sha256(state.labels.array().tobytes() + repr(segments).encode()).hexdigest()

    def names(self) -> list[str]:
        """Return the names that segments were given."""
        return [segment.name for segment in self.session.state.segments.values()]

    def areas(self) -> dict[str, int]:
        """Return the area of each segment."""
        state = self.session.state
        return {str(number): state.labels.area(number) for number in state.segments}

    def neighbour(self, number: int) -> int:
        """Return the largest of the segments that touch one."""
        labels = self.session.state.labels.array()
        pairs = (labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])
        touching = {int(each) for one, other in pairs for each in one[other == number]}
        return max(touching - {0, number}, key=self.session.state.labels.area)

    def selected(self) -> list[int]:
        """Return the numbers of the selected segments."""
        return sorted(self.session.selection)

    def pointed(self) -> bool:
        """Tell whether it is shown what clicks select, or would."""
        candidate = self.session.object_assistant.candidate
        return candidate is not None and not candidate.part.empty

    def cut(self) -> bool:
        """Tell whether a cut is shown."""
        return self.session.split_assistant.candidate is not None

    def bars(self) -> list[str]:
        """Return which bars lie over the image."""
        from segmenter.gui.app.canvas_bar import CanvasBar

        return [type(bar).__name__ for bar in self.window.findChildren(CanvasBar) if bar.isVisible()]

    def menus(self) -> list[str]:
        """Return the letters that open the menus."""
        titles = [action.text() for action in self.window.menuBar().actions()]
        return [title.partition("&")[2][0].lower() for title in titles]

    # What is not on the screen, but should be

    def lost(self) -> list[str]:
        """Return what should be seen whole, and is cut off, or beyond the edge of the screen."""
        found = []
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and not top.screen().geometry().contains(top.frameGeometry()):
                found.append(f"{type(top).__name__} at {top.frameGeometry().getRect()}")
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and len({menu.actionGeometry(action).left() for action in menu.actions()}) > 1:
            found.append("a menu is too tall for one column")
        for bar in self.window.findChildren(QToolBar):
            rest = bar.findChild(QWidget, "qt_toolbar_ext_button")
            found += [f"{bar.accessibleName()} has more than fits"] if rest is not None and rest.isVisible() else []
        top = self._front()
        behind = [dock for dock in top.findChildren(QDockWidget) if dock.visibleRegion().isEmpty()]  # another tab
        for widget in top.findChildren(QWidget):
            if any(dock.isAncestorOf(widget) for dock in behind):
                continue
            if isinstance(widget, QTabBar) and widget.count() < 2:  # of docks that once shared a place: nothing to see
                continue
            if widget.focusPolicy() and widget.isVisible() and _cut_off(widget):
                found.append(f"{type(widget).__name__} {widget.accessibleName()!r} is cut off")
            if widget.isVisible() and _narrow(widget):
                found.append(f"{type(widget).__name__} {widget.text()!r} has {widget.width()} pixels")
        return found

    def canvas_share(self) -> float:
        """Return the part of the width of the window that the image has."""
        return float(self.window.canvas.width() / self.window.width())

    def classes(self) -> list[str]:
        """Return the name of the class of each segment that has one."""
        state = self.session.state
        return [kind.name for number in state.segments if (kind := state.class_of(number)) is not None]


def _seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _narrow(widget: QWidget) -> bool:
    """Tell whether the words on a label or a button have less room than they take."""
    if isinstance(widget, QLabel):
        plain = widget.text() and not widget.wordWrap() and widget.pixmap().isNull()
        ignored = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored  # cut short on purpose
        return bool(plain) and not ignored and widget.width() < widget.sizeHint().width()
    if isinstance(widget, QPushButton | QCheckBox) and len(widget.text()) > 1:  # a sign needs less than Qt asks for
        return widget.width() < widget.minimumSizeHint().width()
    return False


def _cut_off(widget: QWidget) -> bool:
    """Tell whether a part of a widget is beyond the edge of what it is in; what scrolls can be brought into sight."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around.parentWidget(), QAbstractScrollArea):
        if not around.rect().contains(QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())):
            return True
        around = None if around.isWindow() else around.parentWidget()
    return False


def main() -> int:
    """Run the program."""
    make, kept = application.make_window, []

    def make_window() -> Any:
        kept.append(Witness(make()))
        return kept[0].window

    application.make_window = make_window
    return program.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
