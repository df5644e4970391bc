"""Zooming and moving an image."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas.image_view import NOTCH, PART_MARGIN, ImageView


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.show_shape((300, 400))
    return view


def turn(widget, notches=1.0, at=(100, 100), modifiers=Qt.KeyboardModifier.NoModifier, pixels=0):
    """Turn the wheel, by notches or by pixels."""
    event = QWheelEvent(
        QPointF(*at), QPointF(*at), QPoint(0, pixels), QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_an_image_is_fitted_at_first_and_stays_so(view):
    assert view.view.scale == pytest.approx((400 - 16) / 300)
    view.resize(300, 400)
    assert view.view.scale == pytest.approx((300 - 16) / 400)


def test_once_zoomed_it_is_not_fitted_any_more(view):
    view.zoom_at(2, QPointF(300, 200))
    scale, middle = view.view.scale, view.view.to_image(300, 200)
    view.resize(500, 420)
    assert view.view.scale == scale
    assert view.view.to_image(250, 210) == pytest.approx(middle, abs=0.5)
    view.fit()
    view.resize(300, 400)
    assert view.view.scale == pytest.approx((300 - 16) / 400)


def test_the_wheel_zooms_at_the_cursor(view):
    before, scale = view.view.to_image(100, 100), view.view.scale
    turn(view, 2)
    assert view.view.scale == pytest.approx(scale * NOTCH**2)
    assert view.view.to_image(100, 100) == pytest.approx(before, abs=1)
    turn(view, -2)
    assert view.view.scale == pytest.approx(scale)


@pytest.mark.parametrize(("notches", "pixels"), [(0.1, 0), (0, 6), (0.1, 40)])
def test_a_fine_wheel_zooms_by_parts_of_a_notch(view, notches, pixels):
    scale = view.view.scale
    turn(view, notches, pixels=pixels)
    assert view.view.scale == pytest.approx(scale * NOTCH**0.1)


def fingers(widget, pixels, modifiers=Qt.KeyboardModifier.NoModifier, phase=Qt.ScrollPhase.ScrollUpdate):
    """Move two fingers on a touchpad."""
    event = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(*pixels), QPoint(*(2 * each for each in pixels)),
        Qt.MouseButton.NoButton, modifiers, phase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_two_fingers_move_the_image_and_zoom_with_control(view):
    view.zoom_at(3, QPointF(300, 200))
    (x, y), scale = view.view.to_screen(10, 10), view.view.scale
    fingers(view, (-20, 30))
    assert view.view.to_screen(10, 10) == (x - 20, y + 30)
    assert view.view.scale == scale
    fingers(view, (0, 30), Qt.KeyboardModifier.ControlModifier)
    assert view.view.scale > scale


def test_a_whole_move_of_two_fingers(view):
    phases = Qt.ScrollPhase
    view.zoom_at(3, QPointF(300, 200))
    (x, y), scale = view.view.to_screen(10, 10), view.view.scale
    fingers(view, (0, 0), phase=phases.ScrollBegin)
    for _ in range(5):
        fingers(view, (4, -2))
    fingers(view, (0, 0), phase=phases.ScrollEnd)
    fingers(view, (5, 5), phase=phases.ScrollMomentum)
    fingers(view, (5, 5), Qt.KeyboardModifier.ControlModifier, phases.ScrollMomentum)  # they are gone: no zoom
    assert view.view.to_screen(10, 10) == (x + 30, y)
    assert view.view.scale == scale


def test_a_touchpad_that_tells_no_phases_and_no_pixels_is_one(view):
    kinds = QInputDevice
    pad = QPointingDevice(
        "pad", 77, kinds.DeviceType.TouchPad, QPointingDevice.PointerType.Finger, kinds.Capability.Scroll, 2, 3
    )
    view.zoom_at(3, QPointF(300, 200))
    (x, y), scale = view.view.to_screen(10, 10), view.view.scale
    event = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(40, -60), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        Qt.MouseEventSource.MouseEventNotSynthesized, pad,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.view.to_screen(10, 10) == (x + 20, y - 30)
    assert view.view.scale == scale


def pinch(widget, kind, value=0.0, at=(150, 120)):
    """Pinch, or spread, two fingers."""
    pad = QPointingDevice.primaryPointingDevice()
    place = QPointF(*at)
    QApplication.sendEvent(widget, QNativeGestureEvent(kind, pad, 2, place, place, place, value, QPointF()))


def test_a_pinch_zooms_at_the_fingers(view):
    kinds = Qt.NativeGestureType
    before, scale = view.view.to_image(150, 120), view.view.scale
    pinch(view, kinds.BeginNativeGesture)
    for _ in range(3):
        pinch(view, kinds.ZoomNativeGesture, 0.1)
    pinch(view, kinds.EndNativeGesture)
    assert view.view.scale == pytest.approx(scale * 1.1**3)
    assert view.view.to_image(150, 120) == pytest.approx(before, abs=0.5)
    pinch(view, kinds.ZoomNativeGesture, -5.0)  # whatever a driver says, an image is never turned inside out
    assert 0 < view.view.scale < scale


def test_a_part_is_shown_as_large_as_it_can_be(view):
    view.show_part(Rectangle(100, 150, 110, 170))
    middle = view.view.to_screen(160, 105)
    assert middle == pytest.approx((300, 200), abs=1)
    assert view.view.scale == pytest.approx((600 - 2 * PART_MARGIN) / 20)


def test_steps_sizes_and_their_signal(view, qtbot):
    scales = []
    view.zoomed.connect(scales.append)
    view.actual_size()
    view.zoom_in()
    view.zoom_in()
    view.zoom_out()
    assert scales == pytest.approx([1, 2**0.5, 2, 2**0.5])
    view.fit()
    assert scales[-1] == view.view.scale
    number = len(scales)
    view.pan(10, 0)
    assert len(scales) == number


def test_panning_moves_the_image(view):
    view.zoom_at(3, QPointF(300, 200))
    x, y = view.view.to_screen(10, 10)
    view.pan(-20, 30)
    assert view.view.to_screen(10, 10) == (x - 20, y + 30)


def test_device_pixels(view, monkeypatch):
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 1.5)
    assert view.on_device(QRect(1, 1, 3, 3)) == QRect(1, 1, 5, 5)
    view.fit()
    view.resize(601, 400)
    assert view.view.size == (902, 600)
    before = view.view.to_image(150, 150)
    view.zoom_at(2, QPointF(100, 100))
    assert view.view.to_image(150, 150) == pytest.approx(before, abs=1)


def test_a_part_of_the_screen_is_painted_again(view, qtbot):
    painted = []
    view.paintEvent = lambda event: painted.append(event.rect())
    view.repaint_screen(QRect(10, 20, 30, 40))
    qtbot.waitUntil(lambda: painted == [QRect(10, 20, 30, 40)])


def test_another_image_is_fitted(view):
    view.zoom_at(5, QPointF(10, 10))
    view.show_shape((100, 100))
    assert view.view.shape == (100, 100)
    assert view.view.scale == pytest.approx((400 - 16) / 100)


def test_it_can_be_reached_by_tab_click_and_wheel(view):
    assert view.focusPolicy() == Qt.FocusPolicy.WheelFocus
