"""All that is painted on the canvas from the ground up, and what of it must be painted again when something changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from segmenter.document.edits import BACKGROUND
from segmenter.gui.canvas.inspect.inspection_layer import InspectionLayer
from segmenter.gui.canvas.label_layer import LabelLayer
from segmenter.gui.canvas.names import NameLayer
from segmenter.gui.canvas.picture import Picture, halvings

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter

    from segmenter.document.label_map import Rectangle
    from segmenter.document.state import State
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState
    from segmenter.render.overlay import RGB

COPIES = "copies"
"""The kind of the job that makes an image smaller."""

Pixel = tuple[int, int]
"""Row and column."""


class Layers(QObject):
    """The image, the segments over it, and what can be seen in their place."""

    changed = Signal(object)
    """The part of the image that must be painted again; None: all of it."""

    def __init__(self, session: Session, view_state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view_state = session, view_state
        self._picture: Picture | None = None
        self._segments = LabelLayer()
        self._inner = InspectionLayer(session, view_state, self)
        self._inner.changed.connect(self._repaint)
        self._names = NameLayer(session, self)
        self._names.changed.connect(self._repaint)
        self._peeking = False
        self.begin = 0
        """Device pixels of the canvas to the left of which nothing lies over the image."""
        self._pointed = BACKGROUND
        session.opened.connect(self._open)
        session.changed.connect(self._follow)
        session.previewed.connect(self._follow)
        session.strokes.drafted.connect(self._follow_stroke)
        session.selection_changed.connect(self._mark)
        session.solved.connect(self._repaint)
        session.contrast.changed.connect(self._show_picture)
        view_state.changed.connect(self._follow_look)
        self._open()

    @property
    def hint(self) -> str:
        """Why something that was asked for is not shown; empty if all is."""
        return self._inner.hint if self._visible else ""

    @property
    def picture(self) -> Picture | None:
        """The image alone."""
        return self._picture

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect) -> None:
        """Draw what meets a part of the screen."""
        if self._picture is None:
            return
        painter.setClipRect(exposed)
        self._picture.draw(painter, view)
        over = exposed.adjusted(max(self.begin - exposed.left(), 0), 0, 0, 0)
        if not self._visible or over.isEmpty():
            return
        painter.setClipRect(over)
        if self._view_state.view == "segments":
            self._segments.draw(painter, view, over, self._view_state.mode, self._view_state.opacity)
            if self._view_state.names:
                self._names.draw(painter, view, over)
        else:
            self._inner.draw(painter, view, over)

    def set_style(self, width: int, accent: QColor) -> None:
        """Choose how many device pixels thin lines are wide, and the colour of what is selected."""
        self._segments.set_style(width, accent)
        self._inner.set_width(width)
        self._repaint()

    def peek(self, peeking: bool) -> None:
        """Show the image alone, or everything again."""
        if peeking != self._peeking:
            self._peeking = peeking
            self._repaint()

    def number_at(self, pixel: Pixel | None) -> int:
        """Return the number of the segment that is shown at a pixel; 0 outside and where there is none."""
        return BACKGROUND if pixel is None else self._segments.number_at(*pixel)

    def point_at(self, pixel: Pixel | None, *, lift: bool) -> None:
        """Follow the cursor; `lift`: the segment under it is shown to be the one that a click means."""
        self._pointed = self.number_at(pixel) if lift else BACKGROUND
        self._mark()
        self._inner.point_at(pixel)

    def hold(self, pixel: Pixel) -> bool:
        """Hold what follows the cursor, if anything does; tell whether it does."""
        follows = self._visible and self._view_state.view == "similarity"
        if follows:
            self._inner.hold(pixel)
        return follows

    def describe(self, pixel: Pixel | None, view: ViewTransform) -> str:
        """Say what the view shown in place of the segments says of a pixel."""
        return self._inner.describe(pixel, view) if self._visible else ""

    @property
    def _visible(self) -> bool:
        return self._view_state.visible and not self._peeking

    def _open(self) -> None:
        """Take the picture of the document, and have it copied at smaller sizes in the background."""
        document = self._session.document
        self._picture = None
        if document is not None:
            self._show_picture(document.picture, 1)
        self._pointed = BACKGROUND
        self._follow()

    def _show_picture(self, pixels: RGB, step: int) -> None:
        """Show the image as it looks; one in which rows are left out is followed by the whole one."""
        picture = self._picture = Picture(pixels, step)
        self._segments.use_picture(picture)

        def take(copies: list[RGB]) -> None:
            picture.add_copies(copies)
            if isValid(self):
                self._segments.use_picture(picture)
                self._repaint()

        self._session.io_worker.cancel(COPIES)
        if step == 1:
            self._session.in_background(COPIES, partial(halvings, pixels), take)
        self._repaint()

    def _follow(self) -> None:
        """Show what the session shows."""
        document, shown = self._session.document, self._session.shown
        self._segments.by_class, self._segments.safe = self._view_state.shows_classes, self._view_state.safe_colours
        self._segments.show(shown, 1 if document is None else _factor(document, shown))
        self._mark()
        self._repaint()

    def _follow_look(self, name: str) -> None:
        """Show something in another way."""
        if name in ("by_class", "safe_colours", "tool"):
            self._follow()
        self._repaint()

    def _follow_stroke(self, state: State, part: Rectangle) -> None:
        self._segments.refresh(state, part)
        self.changed.emit(part)

    def _mark(self) -> None:
        if self._segments.mark(self._session.selection, self._pointed):
            self._repaint()

    def _repaint(self) -> None:
        self.changed.emit(None)


def _factor(document: Document, state: State) -> int:
    """Return by how much the labels are smaller than the image."""
    return 1 if state.labels is None or state.labels.shape == document.image.shape else document.factor
