"""The open image with all that lies over it, as the session and the look say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas import badge, diameters, scale_bar
from segmenter.gui.canvas.candidate_layer import CandidateLayer
from segmenter.gui.canvas.contour_lines import reach
from segmenter.gui.canvas.curtain import Curtain
from segmenter.gui.canvas.hint import Hint
from segmenter.gui.canvas.image_view import ImageView
from segmenter.gui.canvas.inspect.difference_layer import DifferenceLayer
from segmenter.gui.canvas.layers import Layers
from segmenter.gui.canvas.minimap import Minimap
from segmenter.gui.session.pixel_sizes import pixel_size

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.session import Session
    from segmenter.gui.session.split_assistant import Candidate
    from segmenter.gui.session.view_state import ViewState

SELECTION = QColor(255, 0, 200)
"""The outline of what is selected: no segment has so much chroma."""

GROUND = 118
"""Percent by which the ground around the image is darker than the window."""


class LayeredView(ImageView):
    """Paints, from the first call of `open_document` on; what a mouse does is the canvas' business."""

    def __init__(self, session: Session, view_state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.view_state = session, view_state
        self.layers = Layers(session, view_state, self)
        self._candidate, self._differences = CandidateLayer(), DifferenceLayer()
        self._covered = 0
        self._hint = Hint(self)
        self._curtain, self._minimap = Curtain(self), Minimap(self)
        self._curtain.moved.connect(self._follow_curtain)
        self._set_style()
        self.layers.changed.connect(self._repaint_image)
        session.opened.connect(self.open_document)
        session.object_assistant.changed.connect(self.show_object)
        self._said_of_trial: tuple[str, dict[str, float]] = "", {}
        for signal in (session.previewed, session.changed, session.opened):
            signal.connect(self.update)  # what the labels are may be said anew
        session.trial_changed.connect(self._follow_trial)
        view_state.changed.connect(self._follow_extras)

    @property
    def line_width(self) -> int:
        """Device pixels of thin lines: as wide to the eye on every screen."""
        return max(round(self.devicePixelRatioF()), 1)

    def peek(self, peeking: bool) -> None:
        """Show the image alone while something is held down."""
        self.layers.peek(peeking)

    def make_room(self, height: int) -> None:
        """Keep what stands at the lower edge above bars of some height, logical pixels, that lie over it."""
        self._covered = height
        self._hint.rise(height)
        self._follow_extras()
        self.update()

    def show_candidate(self, candidate: Candidate | None) -> None:
        """Show a way to cut a segment, or none."""
        self._candidate.show(candidate, self.session.state.labels)
        self.update()

    def show_differences(self, codes: NDArray[np.uint8] | None) -> None:
        """Show where the segments and another segmentation differ, or nothing."""
        self._differences.show(codes)
        self.update()

    def show_object(self) -> None:
        """Show what clicks select, or would."""
        found = self.session.object_assistant.candidate
        if found is None or found.part.empty:
            self._candidate.show(None, None)
        elif found.regions is not None:
            self._candidate.show_regions(*found.regions)
        else:
            self._candidate.show_mask(found.part, found.inside)
        self.update()

    def show_selection(self) -> None:
        """Show the selected segments as large as they can be."""
        labels = self.session.state.labels
        if labels is not None and not (part := labels.bounds(self.session.selection)).empty:
            self.show_part(part)

    def _follow_trial(self) -> None:
        """Say of what is tried what was not said yet: a slider moves far more often than anything is seen of it."""
        told = badge.text(self.session), diameters.wanted(self.session)
        if told != self._said_of_trial:
            self._said_of_trial = told
            self.update()

    def open_document(self) -> None:
        """Show the session's document as a whole."""
        document = self.session.document
        self.show_candidate(None)
        self.show_shape(document.image.shape if document else (1, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed, in device pixels."""
        ratio = self.devicePixelRatioF()
        exposed = self.on_device(event.rect())
        with QPainter(self) as painter:  # ends it also where something fails, or Qt would crash
            painter.scale(1 / ratio, 1 / ratio)
            painter.fillRect(exposed, self.palette().color(QPalette.ColorRole.Window).darker(GROUND))
            if self.session.document is not None:
                self.layers.draw(painter, self.view, exposed)
                self._differences.draw(painter, self.view, exposed)
                self._candidate.draw(painter, self.view, exposed)
                floor = self.view.size[1] - self._covered * ratio
                self._paint_scale(painter, floor)
                badge.paint(painter, self.session, floor - scale_bar.tall(ratio) * self.view_state.scale_bar, ratio)
                diameters.paint(painter, self.view, self.session, ratio)
            self.paint_over(painter)

    def view_image(self) -> QImage:
        """Return what is seen of the image, with what lies over it, in device pixels."""
        rows, columns = self.view.shape
        seen = self.view.on_screen(Rectangle(0, 0, rows, columns)) & QRect(0, 0, *self.view.size)
        image = QImage(seen.size(), QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.translate(-seen.topLeft())
            self.layers.draw(painter, self.view, seen)
            self._differences.draw(painter, self.view, seen)
            self._candidate.draw(painter, self.view, seen)
            self._paint_scale(painter, self.view.size[1])
        return image

    def _paint_scale(self, painter: QPainter, floor: float) -> None:
        if self.view_state.scale_bar and self.session.document is not None:
            scale_bar.paint(painter, self.view, pixel_size(self.session), floor, self.devicePixelRatioF())

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over everything else, in device pixels."""

    def view_moved(self) -> None:
        """Show in the small map what is seen now."""
        super().view_moved()
        self._follow_extras()

    def _follow_extras(self) -> None:
        """Have the line there and the small map, or not."""
        is_open = self.session.document is not None
        self._curtain.show_if(is_open and self.view_state.compare)
        self._minimap.follow(self.layers.picture, is_open and self.view_state.minimap, self._covered)

    def _follow_curtain(self) -> None:
        there = self._curtain.isVisibleTo(self)
        self.layers.begin = round(self._curtain.at * self.devicePixelRatioF()) if there else 0
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_style()

    def event(self, event: QEvent) -> bool:
        """Take the lines of a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._set_style()
        return super().event(event)

    def _repaint_image(self, part: Rectangle | None) -> None:
        if part is None:
            self.update()
            self._follow_extras()
            self._hint.say(self.layers.hint)
        else:
            self.repaint_screen(self.view.on_screen(part, reach(self.line_width) + 1))

    def _set_style(self) -> None:
        self.layers.set_style(self.line_width, SELECTION)
        self._candidate.set_width(self.line_width)
