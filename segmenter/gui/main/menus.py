"""Where the actions stand: menus, the bar above the canvas, the tools at its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from segmenter.gui.app.icons import tint
from segmenter.gui.docks.parameters.slider_scale import Scale
from segmenter.gui.session.view_state import BRUSHES, LARGEST_BRUSH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction

    from segmenter.gui.main.actions import Actions
    from segmenter.gui.session.view_state import ViewState

VIEWS = ("segments", "boundaries", "similarity", "margin", "eigenvector", "false colours")
DISPLAY = ("contrast", "compare", "names", "safe_colours", "", "minimap", "scale_bar")
SLIDER = 96
"""Width of the sliders in the bar, logical pixels."""

BRUSH = Scale(1, LARGEST_BRUSH, whole=True, logarithmic=True)


class Menus(QObject):
    """Builds the menus and tool bars of a window."""

    peeked = Signal(bool)
    """Whether the button is held that shows the image alone."""

    def __init__(self, actions: Actions, view_state: ViewState, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._view_state = actions, view_state
        self.recent = QMenu(self.tr("Open &Recent"), parent)

    def fill(self, bar: QMenuBar, docks: Iterable[QAction], presets: QMenu, kinds: QMenu) -> None:
        """Put all menus into the bar."""
        put = self._put
        file = bar.addMenu(self.tr("&File"))
        put(file, "new", "open", "open_folder")
        put(self.recent, "clear_recent")
        file.addMenu(self.recent)
        put(file, "", "save", "save_as", "close_image", "close_project", "")
        put(file, "import_labels", "export", "export_again", "export_all", "batch", "")
        put(file, "previous", "next", "previous_unfinished", "next_unfinished", "mark_done", "", "quit")
        edit = bar.addMenu(self.tr("&Edit"))
        put(edit, "undo", "redo", "", "copy_view", "copy_mask", "paste", "")
        put(edit.addMenu(self.tr("S&election")), "select_all", "deselect", "invert", "similar")
        put(edit, "merge", "split", "pieces", "holes", "absorb")
        put(edit.addMenu(self.tr("&Outline")), "smooth", "grow", "shrink", "move outline")
        put(edit, "delete", "", "rename", "name_all", "renumber", "lock", "release", "")
        edit.addMenu(kinds)
        put(edit, "", "pixel_size")
        tools = bar.addMenu(self.tr("&Tools"))
        put(tools, "tool object", "tool select", "tool brush", "tool eraser", "tool class brush", "tool lasso")
        put(tools, "tool polygon", "tool pan")
        put(tools, "tool measure", "")
        put(tools, "larger", "smaller")
        view = bar.addMenu(self.tr("&View"))
        put(view, "fit", "actual_size", "to_selection", "zoom_in", "zoom_out", "")
        put(view, "overlay", "cycle", "fill", "contour", "both", "by class", "", *VIEWS, "")
        put(view.addMenu(self.tr("&Display")), *DISPLAY)
        panes = view.addMenu(self.tr("&Panes"))  # with them in it, the menu would be taller than a small screen
        panes.addActions(list(docks))
        put(panes, "", "next_pane")
        put(view.addMenu(self.tr("T&heme")), "theme system", "theme light", "theme dark")
        result = bar.addMenu(self.tr("&Result"))
        put(result, "solve", "live", "cancel", "")
        presets.setTitle(self.tr("&Presets"))
        result.addMenu(presets)
        put(bar.addMenu(self.tr("&Help")), "guide", "first_minute", "keys", "", "command", "", "about")

    def top_bar(self) -> QToolBar:
        """Return the bar with files, undo, and how things are shown."""
        bar = self._bar("top", self.tr("Files and view"))
        self._put(bar, "open", "save", "export", "", "undo", "redo", "", "fill", "contour", "both")
        bar.addWidget(self._opacity())
        bar.addWidget(self._view_box())
        brush = bar.addWidget(self._brush())
        self._follow("tool", lambda: brush.setVisible(self._view_state.tool in BRUSHES))
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(self._peek())
        self._put(bar, "fit", "actual_size")
        return bar

    def tool_bar(self) -> QToolBar:
        """Return the bar with the tools and the edits."""
        bar = self._bar("tools", self.tr("Tools and edits"))
        self._put(
            bar,
            "tool object",
            "tool select",
            "tool brush",
            "tool eraser",
            "tool lasso",
            "tool polygon",
            "tool measure",
            "tool pan",
            "",
        )
        self._put(bar, "merge", "split", "holes", "delete", "lock")
        return bar

    def _bar(self, name: str, title: str) -> QToolBar:
        bar = QToolBar(title)
        bar.setObjectName(name)
        bar.setAccessibleName(title)
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.toggleViewAction().setVisible(False)
        return bar

    def _put(self, place: QMenu | QToolBar, *names: str) -> None:
        """Add actions; an empty name is a line between."""
        for name in names:
            if name:
                place.addAction(self._actions[name])
            else:
                place.addSeparator()

    # What follows the look

    def _opacity(self) -> QSlider:
        slider = self._slider(self.tr("Opacity of the overlay"), self.tr("Opacity of the overlay (Alt+wheel)"))
        slider.setMaximum(100)
        slider.valueChanged.connect(lambda value: self._view_state.set(opacity=value / 100, visible=True))
        self._follow("opacity", lambda: _move(slider, round(self._view_state.opacity * 100)))
        return slider

    def _view_box(self) -> QComboBox:
        box = QComboBox()
        for view in VIEWS:
            box.addItem(self._actions[view].text().replace("&", ""), view)
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.setAccessibleName(self.tr("What lies over the image"))
        box.setToolTip(self.tr("What lies over the image"))
        box.activated.connect(lambda index: self._view_state.set(view=box.itemData(index), visible=True))
        self._follow("view", lambda: box.setCurrentIndex(VIEWS.index(self._view_state.view)))
        return box

    def _brush(self) -> QWidget:
        holder, size = QWidget(), QLabel()
        slider = self._slider(self.tr("Size of the brush"), self.tr("Size of brush and eraser (Shift+wheel, [ and ])"))
        slider.setMaximum(BRUSH.positions)
        slider.valueChanged.connect(lambda position: self._view_state.set(brush=round(BRUSH.value(position))))
        size.setMinimumWidth(size.fontMetrics().horizontalAdvance(f"{LARGEST_BRUSH} px"))
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(slider)
        row.addWidget(size)

        def show() -> None:
            _move(slider, BRUSH.position(self._view_state.brush))
            size.setText(f"{self._view_state.brush} px")

        self._follow("brush", show)
        return holder

    def _peek(self) -> QToolButton:
        """Return the button that shows the image alone while it is held."""
        button = QToolButton(autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(self.tr("Peek"))
        button.setAccessibleName(self.tr("Show the image alone while held"))
        button.setToolTip(self.tr("Show the image alone while held (P)"))
        tint(button, "peek")
        button.pressed.connect(lambda: self.peeked.emit(True))
        button.released.connect(lambda: self.peeked.emit(False))
        return button

    def _slider(self, name: str, tip: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setFixedWidth(SLIDER)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the canvas
        slider.setAccessibleName(name)
        slider.setToolTip(tip)
        return slider

    def _follow(self, name: str, show: Callable[[], object]) -> None:
        """Show a property of the look, now and whenever it is another."""
        self._view_state.changed.connect(lambda changed: show() if changed == name else None)
        show()


def _move(slider: QSlider, position: int) -> None:
    """Move a slider that follows; its steps may be coarser than the value, which must not follow it."""
    with QSignalBlocker(slider):
        slider.setValue(position)
