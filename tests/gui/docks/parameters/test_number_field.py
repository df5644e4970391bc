"""The field and the slider that a number is set with."""

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QPalette, QShortcut, QValidator, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from segmenter.gui.docks.parameters.number_field import UNKNOWN, NumberField, Slider
from segmenter.parameters import spec


@pytest.fixture
def heard():
    return []


@pytest.fixture
def field(qtbot, heard):
    parent = QWidget()
    field = NumberField(spec("sigma_position"), parent)
    field.setLocale(QLocale.c())
    QVBoxLayout(parent).addWidget(field)
    field.setSuffix(" px")
    field.show_value(4.0, automatic=False)
    field.stepped.connect(lambda number: heard.append(("stepped", number)))
    field.entered.connect(lambda number: heard.append(("entered", number)))
    qtbot.addWidget(parent)
    with qtbot.waitExposed(parent):
        parent.show()
    parent.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield field  # noqa: PT022 - the frame keeps the parent alive


def turn(widget, notches=1):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def retype(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_number_is_heard_when_it_is_entered(field, heard):
    retype(field, "12.5")
    assert heard == []
    assert field.typing
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [("entered", 12.5)]


@pytest.mark.parametrize("text", ["1e-3", "0.001"])
def test_small_numbers_can_be_typed(field, heard, text):
    retype(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [("entered", 0.001)]


def test_return_alone_changes_nothing_though_the_number_is_longer_than_its_text(field, heard):
    field.show_value(2.31254321, automatic=False)
    assert field.text() == "2.313 px"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert field.value() == pytest.approx(2.31254321)


@pytest.mark.parametrize(("typed", "end"), [("0", "minimum"), ("-3", "minimum"), ("1e9", "maximum")])
def test_for_a_number_out_of_range_the_nearest_is_taken(field, heard, typed, end):
    retype(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == [("entered", getattr(field, end)())]


@pytest.mark.parametrize("typed", ["", "-", "2e", "1,2,3"])
def test_what_is_no_number_is_put_back_as_it_was(field, heard, typed):
    retype(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert field.text() == "4 px"


def test_undo_is_the_windows_once_a_number_is_entered(field, qtbot):
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, field.window()).activated.connect(lambda: undone.append(True))
    retype(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    assert field.text() == "4 px"  # what was typed is taken back
    retype(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert field.value() == 12


def test_letters_are_not_taken(field):
    assert field.validate("abc px", 1)[0] == QValidator.State.Invalid
    assert field.validate("1e px", 1)[0] == QValidator.State.Intermediate


def test_a_comma_is_a_decimal_point_where_people_write_it(field, heard):
    field.setLocale(QLocale("de_DE"))
    for text, number in (("2,5", 2.5), ("3.5", 3.5)):
        retype(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert heard.pop() == ("entered", number)
    assert field.text() == "3,5 px"


def test_keys_and_wheel_step(field, heard):
    QTest.keyClick(field, Qt.Key.Key_Up)
    turn(field, -1)
    assert heard == [("stepped", 4.4), ("stepped", 4.0)]


def test_the_wheel_scrolls_past_a_field_that_was_not_chosen(field, heard):
    field.clearFocus()
    turn(field)
    assert heard == []


def test_a_found_number_is_grey_and_may_be_out_of_range(field, heard):
    field.show_value(1e9, automatic=True)
    assert field.text() == "1e+09 px"
    palette = field.lineEdit().palette()
    assert palette.color(QPalette.ColorRole.Text) == field.palette().color(QPalette.ColorRole.PlaceholderText)
    field.show_value(None, automatic=True)
    assert field.text() == f"{UNKNOWN} px"
    field.show_value(4.0, automatic=False)
    assert field.lineEdit().palette().color(QPalette.ColorRole.Text) == field.palette().color(QPalette.ColorRole.Text)
    assert heard == []


def test_who_types_the_number_that_was_found_wants_that_one(field, heard, qtbot):
    def enter(text):
        heard.clear()
        field.window().activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        return list(heard)

    field.show_value(12.0, automatic=True)
    assert enter("12") == [("entered", 12.0)]
    assert enter("7") == [("entered", 7.0)]
    field.show_value(12.0, automatic=False)
    assert enter("12") == [], "it is that already"
    field.show_value(12.0, automatic=True)
    assert enter("") == [], "nothing was typed"


@pytest.fixture
def slider(qtbot):
    slider = Slider(100)
    slider.resize(220, 24)
    qtbot.addWidget(slider)
    with qtbot.waitExposed(slider):
        slider.show()
    return slider


def test_a_click_on_the_groove_brings_the_handle_there(slider, qtbot):
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(165, 12))
    assert slider.value() == pytest.approx(75, abs=4)


def test_a_drag_can_begin_anywhere(slider, qtbot):
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(165, 12))
    assert slider.isSliderDown()
    qtbot.mouseMove(slider, QPoint(55, 12))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(55, 12))
    assert slider.value() == pytest.approx(25, abs=4)


def test_the_wheel_scrolls_past_a_slider_that_was_not_chosen(slider):
    slider.clearFocus()
    before = slider.value()
    turn(slider)
    assert slider.value() == before


def test_marks_are_drawn_where_they_belong(slider):
    def link_columns():
        image = slider.grab().toImage()
        ratio = image.devicePixelRatio()
        link = slider.palette().color(QPalette.ColorRole.Link).rgb()
        row = image.height() - 2
        return [column / ratio for column in range(image.width()) if image.pixel(column, row) == link]

    assert link_columns() == []
    slider.set_marks((50,))
    columns = link_columns()
    assert columns
    assert sum(columns) / len(columns) == pytest.approx(110, abs=2)


# --- fine steps


def shifted(widget, notches):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_shift_and_wheel_step_a_number_by_a_tenth(field, heard):
    shifted(field, 1)
    assert heard == [("stepped", 4.04)]
    turn(field)
    assert heard[-1] == ("stepped", 4.44)


@pytest.fixture
def fine(qtbot):
    fine = Slider(1000)
    fine.resize(214, 20)
    qtbot.addWidget(fine)
    fine.show()
    fine.setValue(500)
    return fine


def test_shift_and_wheel_move_a_slider_by_one(fine, qtbot):
    shifted(fine, 1)
    assert fine.value() == 501
    shifted(fine, -1)
    assert fine.value() == 500
    qtbot.keyClick(fine, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert fine.value() == 499


def test_a_drag_with_shift_is_a_tenth_as_far(fine, qtbot):
    middle = QPoint(fine.width() // 2, fine.height() // 2)
    qtbot.mousePress(fine, Qt.MouseButton.LeftButton, pos=middle)
    for x in (0, 20):
        QTest.mouseMove(fine, middle + QPoint(x, 0))
    far = fine.value()
    fine.setValue(500)
    for x in (0, 20):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(middle + QPoint(x, 0)),
            QPointF(fine.mapToGlobal(middle + QPoint(x, 0))),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ShiftModifier,
        )
        QApplication.sendEvent(fine, move)
    assert 500 < fine.value() <= 500 + (far - 500) // 8
    qtbot.mouseRelease(fine, Qt.MouseButton.LeftButton, pos=middle)
