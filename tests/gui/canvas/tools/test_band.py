"""Segments in a rectangle, with real mouse events."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.gui.canvas.tools.test_tools import drag

Left, Shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def band(qtbot, canvas):
    """Return a function that drags with Shift; it leaves the button down if asked to."""

    def do(start, end, lift=True):
        qtbot.mousePress(canvas, Left, Shift, start)
        qtbot.mouseMove(canvas, (start + end) / 2)
        qtbot.mouseMove(canvas, end)
        if lift:
            qtbot.mouseRelease(canvas, Left, Shift, end)

    return do


def test_what_is_in_it_for_the_most_part_is_added(canvas, spot, labelled, band):
    canvas.fit()
    before = canvas.view
    labelled.select({1})
    band(spot(30, 35), spot(59, 80))
    assert labelled.selection == {1, 3}
    assert canvas.view == before


def test_hidden_segments_are_not_meant(canvas, spot, labelled, band):
    canvas.fit()
    labelled.describe("Hide", {3}, visible=False)
    band(spot(30, 35), spot(59, 80))
    assert labelled.selection == frozenset()


def test_it_is_drawn_and_escape_drops_it(qtbot, canvas, spot, labelled, band):
    canvas.fit()
    before = canvas.grab().toImage()
    band(spot(30, 35), spot(59, 80), lift=False)
    edge = spot(30, 35) + QPoint(60, 0)
    colours = {canvas.grab().toImage().pixelColor(edge + QPoint(step, 0)).name() for step in range(12)}
    assert colours != {before.pixelColor(edge + QPoint(step, 0)).name() for step in range(12)}
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, Left, Shift, spot(59, 80))
    assert labelled.selection == frozenset()
    assert {canvas.grab().toImage().pixelColor(edge + QPoint(step, 0)).name() for step in range(12)} != colours


def test_without_shift_dragging_still_moves_the_image(qtbot, canvas, spot, labelled):
    before = canvas.view
    drag(qtbot, canvas, spot(30, 35), spot(30, 35) + QPoint(40, 0))
    assert canvas.view != before
    assert labelled.selection == frozenset()


def test_nothing_is_selected_outside_the_image(canvas, labelled, band):
    canvas.fit()
    band(QPoint(1, 1), QPoint(1, 30))
    assert labelled.selection == frozenset()
