"""The tool in the hand, over the image, by the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QPainter

from segmenter.gui.canvas.class_drop import ClassDrop
from segmenter.gui.canvas.image_view import notches
from segmenter.gui.canvas.layered_view import LayeredView
from segmenter.gui.canvas.object_keys import Grower
from segmenter.gui.canvas.tools import crosshair
from segmenter.gui.canvas.tools.class_brush import ClassBrush
from segmenter.gui.canvas.tools.measuring import Measure
from segmenter.gui.canvas.tools.painting import Brush, Eraser, Lasso
from segmenter.gui.canvas.tools.pointing import Object
from segmenter.gui.canvas.tools.polygon import Polygon
from segmenter.gui.canvas.tools.tools import Button, Modifier, Pan, Pointer, Select, Tool
from segmenter.gui.session.class_keys import kind_for_new
from segmenter.gui.session.view_state import BRUSHES

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.canvas.layers import Pixel
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState

Key = Qt.Key

TOOLS = {
    "object": Object,
    "select": Select,
    "brush": Brush,
    "eraser": Eraser,
    "class brush": ClassBrush,
    "lasso": Lasso,
    "polygon": Polygon,
    "measure": Measure,
    "pan": Pan,
}
"""By the name that the look has for them."""

OPACITY_STEP = 0.05
"""Of a notch of the wheel with Alt."""


class PointedView(LayeredView):
    """Hands what the pointer does to the tool in the hand; the middle button pans whatever the tool.

    The pointer is the mouse's, or the crosshair of the keyboard, which `canvas` moves.
    """

    hovered = Signal(int, QPoint)
    """The number of the segment under the cursor, 0 if there is none, and the pixel; (-1, -1) outside the image."""
    value_hovered = Signal(str)
    """What the view shown in place of the segments says of the pixel under the cursor."""
    menu_wanted = Signal(QPoint)
    """A context menu is asked for, at this place of the screen; the segment there is selected."""

    def __init__(self, session: Session, view_state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(session, view_state, parent)
        self._tools = {name: kind(self, self) for name, kind in TOOLS.items()}
        self._pan = Pan(self, self)
        self._pressed: Tool | None = None
        self._pointer: Pointer | None = None
        self._told: tuple[int, Pixel | None] = 0, None
        self._crosshair = self._space = False
        self._turned = 0.0
        self._grower = Grower(session.object_assistant)
        self.layers.changed.connect(self._hover)
        session.strokes.let_go_asked.connect(self._release)
        view_state.changed.connect(self._follow_look)
        session.object_assistant.hold(view_state.tool == "object")
        session.object_assistant.kind_for_new = partial(kind_for_new, session, view_state)
        self._drop = ClassDrop(self)
        self.open_document()

    @property
    def tool(self) -> Tool:
        """The tool in the hand."""
        return self._pan if self._space else self._tools[self.view_state.tool]

    @property
    def stroking(self) -> bool:
        """Whether a stroke is under way, or the tool in the hand has something else that Esc takes away."""
        return self.tool.active or (self._pressed is not None and self._pressed.active)

    def cancel(self) -> None:
        """Drop a stroke under way, and what several clicks have made."""
        for tool in self._tools.values():
            if tool.active:
                tool.cancel()
                self._pressed = None
                self.update()

    # What is painted, and when something else is shown

    def paint_over(self, painter: QPainter) -> None:
        """Paint the tool and the crosshair."""
        pointer = self._pointer
        if self.session.document is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._tools[self.view_state.tool].paint_left(painter)
        if pointer is not None and self.session.document is not None:
            self.tool.paint(painter, pointer)
            if self._crosshair:
                crosshair.paint(painter, pointer.x, pointer.y, self.line_width)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def open_document(self) -> None:
        """Show another document; a stroke on the one before is over."""
        self.cancel()
        self._pressed = None
        super().open_document()

    def _follow_look(self, name: str) -> None:
        if name == "tool":
            self.cancel()
            self.session.object_assistant.hold(self.view_state.tool == "object")
            self._set_cursor()
        if name == "view":
            self._told = -1, None  # what was said of the pixel under the cursor was of the view before
        if name in ("tool", "view", "brush", "new_class"):
            self._hover()
            self.update()

    def view_moved(self) -> None:
        """Look anew at what is under the cursor."""
        super().view_moved()
        if self._pointer is not None:
            x, y = self._pointer.x, self._pointer.y
            self._pointer = self._pointing(QPointF(x, y) / self.devicePixelRatioF(), self._pointer.modifiers)
            if self._pressed is None:
                self._hover()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the tool does."""
        self._crosshair = False
        self._point(event.position(), event.modifiers(), event.button())
        if self._pressed is not None or self.session.document is None:
            return
        if event.button() == Button.MiddleButton:
            self._press(self._pan)
        elif event.button() & self.tool.buttons:
            self._press(self.tool)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or tell what is under the cursor."""
        if self._pressed is not None and not self._crosshair and not event.buttons():
            self._release()  # where it was last: a dialog came in between, and heard the button go up
        self._crosshair = False
        self._point(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it, when the last button is up."""
        self._point(event.position(), event.modifiers())
        if not event.buttons():
            self._release()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nothing is under the cursor."""
        super().leaveEvent(event)
        if not self._crosshair:
            self._set_pointer(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom; with Alt change the opacity, with Shift the size of the brush, with Ctrl that of an object."""
        turned = notches(event)
        if self._grower.takes(event):
            self._grower.turn(turned)
        elif event.modifiers() & Modifier.AltModifier:
            self.view_state.set(
                opacity=min(max(round(self.view_state.opacity + OPACITY_STEP * turned, 3), 0.0), 1.0), visible=True
            )
        elif event.modifiers() & Modifier.ShiftModifier and self.view_state.tool in BRUSHES:
            self._turned += turned
            self.view_state.resize_brush(int(self._turned))
            self._turned -= int(self._turned)
        else:
            super().wheelEvent(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the segment under the cursor, unless the right button means something else."""
        if not self.tool.buttons & Button.RightButton and self.session.document is not None:
            number = self.layers.number_at(self._pointer.pixel if self._pointer else None)
            if number and number not in self.session.selection:
                self.session.select({number})
            self.menu_wanted.emit(event.globalPos())
        event.accept()

    def _press(self, tool: Tool) -> None:
        if self._pointer is not None:
            self._pressed = tool
            self._set_cursor()
            tool.press(self._pointer)

    def _release(self) -> None:
        if self._pressed is not None and self._pointer is not None:
            pressed, self._pressed = self._pressed, None
            pressed.release(self._pointer)
            self._set_cursor()
            self._hover()
            self.update()

    def _point(self, position: QPointF, modifiers: Modifier, button: Button = Button.NoButton) -> None:
        """Follow the mouse or the crosshair."""
        if self.session.document is None:
            return
        self._set_pointer(self._pointing(position, modifiers, button))
        if self._pressed is not None and self._pointer is not None:
            self._pressed.drag(self._pointer)

    def _pointing(self, position: QPointF, modifiers: Modifier, button: Button = Button.NoButton) -> Pointer:
        place = position * self.devicePixelRatioF()
        column, row = self.view.to_image(place.x(), place.y())
        rows, columns = self.view.shape
        inside = 0 <= row < rows and 0 <= column < columns
        return Pointer(
            place.x(), place.y(), (column, row), (int(row), int(column)) if inside else None, button, modifiers
        )

    def _set_pointer(self, pointer: Pointer | None) -> None:
        """Know where the cursor is; paint the tool there."""
        for place in (self._pointer, pointer):
            if place is not None:
                self.repaint_screen(self.tool.extent(place) | crosshair.extent(place.x, place.y, self.line_width))
        self._pointer = pointer
        if self._pressed is None and pointer is not None:
            self.tool.hover(pointer)
            self.repaint_screen(self.tool.extent(pointer))
        if self._pressed is None or self._pressed.active:
            self._hover()

    def _hover(self) -> None:
        """Tell what is under the cursor, and lift its segment if a click would mean it."""
        document = self.session.document
        seen = document is not None and document.image.shape == self.view.shape  # layers open before the view
        pixel = self._pointer.pixel if self._pointer is not None and seen else None
        self.layers.point_at(pixel, lift=self.tool.lifts and self._pressed is None)
        told = self.layers.number_at(pixel), pixel
        if told != self._told:
            self._told = told
            self.hovered.emit(told[0], QPoint(pixel[1], pixel[0]) if pixel else QPoint(-1, -1))
        if self.view_state.tool == "object" and self._pressed is None:
            self.session.object_assistant.hover(pixel)
        if self.view_state.view != "segments" and (text := self.layers.describe(pixel, self.view)):
            self.value_hovered.emit(text)

    def _set_cursor(self) -> None:
        dragging = self._pressed is not None and isinstance(self._pressed, Pan)
        self.setCursor(Qt.CursorShape.ClosedHandCursor if dragging else self.tool.cursor)
