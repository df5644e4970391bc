"""A widget in which an image is zoomed and moved about."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QInputDevice, QNativeGestureEvent
from PySide6.QtWidgets import QWidget

from segmenter.gui.canvas.view_transform import ViewTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from segmenter.document.label_map import Rectangle

MARGIN = 8
"""Around an image that is fitted; in the coordinates of widgets."""

PART_MARGIN = 48
"""Around a part of the image that is looked at: what lies about it tells where it is."""

NOTCH = 1.25
"""What a notch of the wheel enlarges by."""

NOTCH_ANGLE, NOTCH_PIXELS = 120, 60
"""What a notch is in a wheel's units, and in pixels of a touchpad that tells nothing else."""


class ImageView(QWidget):
    """Knows where the image lies; zooms and pans.

    An image stays fitted, also when the widget is resized, until somebody zooms or pans.
    """

    zoomed = Signal(float)
    """Device pixels that a pixel of the image is wide now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ViewTransform((1, 1), (1, 1))
        self._fitted = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.WheelFocus)  # who zooms here means the keys for the image, too

    @property
    def view(self) -> ViewTransform:
        """Where the image lies."""
        return self._view

    def sizeHint(self) -> QSize:
        """Ask for what a photograph looks good in."""
        return QSize(800, 600)

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(160, 120)

    def show_shape(self, shape: tuple[int, int]) -> None:
        """Show an image of so many rows and columns as a whole."""
        self._view = ViewTransform(shape, self._device_size())
        self.fit()

    def fit(self) -> None:
        """Show the whole image, as large as it can be."""
        self._fitted = True
        self._look_at(self._view.fitted(round(MARGIN * self.devicePixelRatioF())))

    def actual_size(self) -> None:
        """Show a pixel of the image on each pixel of the screen."""
        self._zoom(self._view.zoomed(1.0, self._view.size[0] / 2, self._view.size[1] / 2))

    def show_part(self, part: Rectangle) -> None:
        """Show a part of the image, as large as it can be."""
        self._zoom(self._view.showing(part, round(PART_MARGIN * self.devicePixelRatioF())))

    def zoom_in(self) -> None:
        """Enlarge a step, about the middle."""
        self._zoom(self._view.stepped(1))

    def zoom_out(self) -> None:
        """Reduce a step, about the middle."""
        self._zoom(self._view.stepped(-1))

    def zoom_at(self, factor: float, position: QPointF) -> None:
        """Enlarge by a factor what is at a position of the widget."""
        place = position * self.devicePixelRatioF()
        self._zoom(self._view.zoomed(self._view.scale * factor, place.x(), place.y()))

    def pan(self, right: float, down: float) -> None:
        """Move the image, device pixels."""
        self._zoom(self._view.panned(right, down))

    def repaint_screen(self, part: QRect) -> None:
        """Paint a part again, device pixels."""
        ratio = self.devicePixelRatioF()
        scaled = QRectF(part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio)
        self.update(scaled.toAlignedRect())

    def on_device(self, part: QRect) -> QRect:
        """Return the device pixels that a part of the widget touches."""
        ratio = self.devicePixelRatioF()
        scaled = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
        return scaled.toAlignedRect()

    def view_moved(self) -> None:
        """Do what is to be done when the image lies elsewhere."""
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the image fitted, or the middle of what is seen in the middle."""
        super().resizeEvent(event)
        self._resize()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; two fingers on a touchpad move the image, with Ctrl they zoom, too.

        An image that rolls on when the fingers are gone is not zoomed by a Ctrl that is pressed for something else.
        """
        zooms = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_fingers(event) and (not zooms or event.phase() == Qt.ScrollPhase.ScrollMomentum):
            moved = QPointF(event.pixelDelta() or event.angleDelta()) * self.devicePixelRatioF()
            if event.pixelDelta().isNull():
                moved *= NOTCH_PIXELS / NOTCH_ANGLE
            self.pan(moved.x(), moved.y())
        else:
            self.zoom_at(NOTCH ** notches(event), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Follow pinches, and a move to a screen of another scale."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(max(1 + event.value(), 0.1), event.position())
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._resize()
        return super().event(event)

    def _device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return max(math.ceil(self.width() * ratio), 1), max(math.ceil(self.height() * ratio), 1)

    def _resize(self) -> None:
        moved = self._view.resized(self._device_size())
        if self._fitted:
            self._view = moved
            self.fit()
        else:
            self._look_at(moved)

    def _zoom(self, view: ViewTransform) -> None:
        """Show what somebody asked to see."""
        if view != self._view:
            self._fitted = False
            self._look_at(view)

    def _look_at(self, view: ViewTransform) -> None:
        before, self._view = self._view, view
        self.view_moved()
        if view.scale != before.scale:
            self.zoomed.emit(view.scale)


def with_fingers(event: QWheelEvent) -> bool:
    """Tell whether two fingers on a touchpad do this, and no wheel, as far as the system says so."""
    touchpad = event.device() is not None and event.device().type() == QInputDevice.DeviceType.TouchPad
    return touchpad or event.phase() != Qt.ScrollPhase.NoScrollPhase


def notches(event: QWheelEvent) -> float:
    """Return by how many notches a wheel was turned away from the hand; a touchpad gives fractions."""
    angle, pixels = event.angleDelta(), event.pixelDelta()
    if angle.isNull():
        return (pixels.y() or pixels.x()) / NOTCH_PIXELS
    return (angle.y() or angle.x()) / NOTCH_ANGLE  # with Alt some systems turn the wheel sideways
