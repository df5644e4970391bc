"""The chart of eigenvalues."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from segmenter.gui.docks.eigenvectors.bar_chart import BarChart

VALUES = [0.0, 0.04, 0.16, 0.25, 1.0]


@pytest.fixture
def chart(qtbot):
    chart = BarChart()
    chart.resize(256, 120)
    chart.show_values(VALUES, 3, gaps=[4], left_out=[2])
    qtbot.addWidget(chart)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


def column(chart, number):
    return QPoint(round(chart.bar(number).center().x()), chart.height() // 2)


def test_bars_stand_side_by_side_and_grow_with_the_root(chart):
    bars = [chart.bar(number) for number in range(1, 6)]
    assert all(one.right() <= other.left() for one, other in pairwise(bars))
    assert len({bar.bottom() for bar in bars}) == 1
    heights = [bar.height() for bar in bars]
    assert heights[0] > 0
    assert heights[2] / heights[4] == pytest.approx(0.4)
    assert bars[4].top() > chart.fontMetrics().height()


def test_a_click_sets_k_even_above_a_low_bar(chart, qtbot):
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=column(chart, 2))
    assert heard.args == [2]


def test_beside_the_bars_nothing_happens(chart, qtbot):
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 60))
        qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=column(chart, 2))


def test_the_cursor_tells_the_value(chart, qtbot):
    assert "5 eigenvalues" in chart.caption
    qtbot.mouseMove(chart, column(chart, 3))
    assert chart.hovered == 3
    assert "0.16" in chart.caption
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.hovered == 0


def test_keys_go_from_bar_to_bar(chart, qtbot):
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.hovered == 4
    for _ in range(9):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.hovered == 5
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert heard.args == [4]


def colour_in(chart, number):
    image, bar = chart.grab().toImage(), chart.bar(number)
    place = QPointF(bar.center().x(), bar.bottom() - 2) * image.devicePixelRatio()
    return image.pixelColor(place.toPoint())


def test_bars_up_to_k_stand_out_and_those_left_out_are_hollow(chart):
    highlight = chart.palette().color(QPalette.ColorRole.Highlight)
    base = chart.palette().color(QPalette.ColorRole.Base)
    assert colour_in(chart, 3) == highlight
    assert colour_in(chart, 4) not in (highlight, base)
    assert colour_in(chart, 2) == base


def test_marks_are_below_the_bars_before_a_gap(chart):
    before = chart.grab().toImage()
    chart.show_values(VALUES, 3, gaps=[], left_out=[2])
    after = chart.grab().toImage()
    changed = [
        x
        for x in range(before.width())
        if before.pixel(x, before.height() - 10) != after.pixel(x, before.height() - 10)
    ]
    ratio = before.devicePixelRatio()
    assert changed
    assert sum(changed) / len(changed) / ratio == pytest.approx(chart.bar(4).center().x(), abs=2)


def test_nothing_to_show(chart, qtbot):
    chart.show_values([], 0)
    assert chart.caption == "No eigenvalues yet"
    chart.grab()
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
        qtbot.keyClick(chart, Qt.Key.Key_Right)


def test_one_component_more_than_one_zero(chart):
    chart.show_values([0.0, 0.0], 2)
    chart.grab()
    assert chart.bar(2).height() > 0
