"""Measuring, with real mouse events."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from segmenter.core.image import PixelSize

pytestmark = pytest.mark.usefixtures("english")

Left = Qt.MouseButton.LeftButton
Nothing, Shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def measure(qtbot, canvas, spot, view_state):
    """Return a function that drags from pixel to pixel, and tells what is written then."""
    view_state.set(tool="measure")

    def do(start, end, modifiers=Nothing):
        qtbot.mousePress(canvas, Left, modifiers, spot(*start))
        qtbot.mouseMove(canvas, spot(*end))
        qtbot.mouseRelease(canvas, Left, modifiers, spot(*end))
        return canvas.tool.text

    return do


def test_a_length_in_pixels(measure):
    assert measure((10, 10), (10, 40)) == "30.0 px"


def test_a_length_in_the_unit_of_the_image(measure, labelled):
    image = replace(labelled.document.image, pixel_size=PixelSize(0.5, 0.5, "µm"))
    labelled.document.image = image
    assert measure((10, 10), (10, 40)) == "30.0 px = 15 µm"


def test_what_a_person_says_of_the_size_counts_more(measure, labelled):
    labelled.document.history.push(replace(labelled.state, pixel_size=PixelSize(2.0, 2.0, "nm")), "Size")
    assert measure((10, 10), (10, 40)) == "30.0 px = 60 nm"


def test_with_shift_the_line_is_straight(measure):
    assert measure((10, 10), (13, 40), Shift) == "30.0 px"


def test_the_line_stays_until_escape_another_tool_or_another_image(qtbot, measure, canvas, view_state, spot, labelled):
    plain = canvas.grab().toImage().pixelColor(spot(30, 20))
    measure((30, 10), (30, 40))
    qtbot.mouseMove(canvas, spot(5, 80))
    assert canvas.grab().toImage().pixelColor(spot(30, 20)) != plain
    for end in (
        lambda: qtbot.keyClick(canvas, Qt.Key.Key_Escape),
        lambda: view_state.set(tool="select"),
        lambda: labelled.show(labelled.document),
    ):
        view_state.set(tool="measure")
        assert measure((30, 10), (30, 40))
        end()
        assert canvas._tools["measure"].text == ""


def test_a_click_takes_the_line_away(qtbot, measure, canvas, spot):
    measure((30, 10), (30, 40))
    qtbot.mouseClick(canvas, Left, pos=spot(5, 5))
    assert not canvas.tool.active
    assert canvas.grab().toImage().pixelColor(QPoint(300, 220)) != QColor("white")
