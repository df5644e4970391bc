"""A row of the parameters dock."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from segmenter.gui.docks.parameters.rows import ChoiceRow, NumberRow, TextRow
from segmenter.parameters import spec


@pytest.fixture
def grid(qtbot):
    parent = QWidget()
    grid = QVBoxLayout(parent)
    parent.resize(290, 60)
    qtbot.addWidget(parent)
    yield grid  # noqa: PT022 - the frame keeps the parent alive


@pytest.fixture
def heard():
    return []


def shown(row, grid, heard, qtbot):
    row.wished.connect(lambda name, value, final: heard.append(("chosen" if final else "tried", name, value)))
    row.reset.connect(lambda: heard.append(("reset", row.name)))
    row.place(grid)
    with qtbot.waitExposed(grid.parentWidget()):
        grid.parentWidget().show()
    return row


@pytest.fixture
def sigma(grid, heard, qtbot):
    row = NumberRow("sigma_intensity", spec("sigma_intensity"), "Sigma, intensity", grid.parentWidget())
    row.show_value(5.0)
    return shown(row, grid, heard, qtbot)


def drag(qtbot, slider, *columns):
    """Take the handle where it is and bring it to some columns, without letting go."""
    start = QPoint(round(slider.value() / slider.maximum() * (slider.width() - 14)) + 7, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for column in columns:
        qtbot.mouseMove(slider, start + QPoint(column, 0))
    return start


def test_a_drag_is_tried_while_it_lasts_and_chosen_once(sigma, heard, qtbot):
    start = drag(qtbot, sigma.slider, 5, 10, 15)
    tried = [value for kind, _, value in heard if kind == "tried"]
    assert len(tried) == 3
    assert tried == sorted(tried)
    assert sigma.held
    qtbot.mouseRelease(sigma.slider, Qt.MouseButton.LeftButton, pos=start + QPoint(15, 0))
    assert heard[-1] == ("chosen", "sigma_intensity", tried[-1])
    assert [kind for kind, *_ in heard].count("chosen") == 1


def test_a_handle_let_go_where_it_was_taken_keeps_the_exact_value(sigma, heard, qtbot):
    sigma.show_value(5.04321)
    drag(qtbot, sigma.slider)
    qtbot.mouseRelease(sigma.slider, Qt.MouseButton.LeftButton)
    assert heard == [("chosen", "sigma_intensity", 5.04321)]


def test_a_touched_handle_does_not_end_automatic(sigma, heard, qtbot):
    sigma.show_value("auto", 2.3125)
    drag(qtbot, sigma.slider)
    qtbot.mouseRelease(sigma.slider, Qt.MouseButton.LeftButton)
    assert heard == [("chosen", "sigma_intensity", "auto")]


def test_keys_on_the_slider_are_steps(sigma, heard, qtbot):
    qtbot.keyClick(sigma.slider, Qt.Key.Key_Right)
    assert [kind for kind, *_ in heard] == ["tried"]
    assert heard[0][2] > 5


def test_showing_a_value_asks_for_nothing(sigma, heard):
    sigma.show_value(20.0)
    sigma.show_value("auto", 3.0)
    sigma.show_value("auto")
    assert heard == []


def test_automatic_shows_the_number_that_was_used(sigma):
    sigma.show_value("auto", 2.3125)
    assert sigma.auto.isChecked()
    assert sigma.field.text() == "2.312"
    sigma.show_value(7.0)
    assert not sigma.auto.isChecked()
    assert sigma.field.text() == "7"


def test_the_toggle_takes_the_number_that_was_found(sigma, heard, qtbot):
    qtbot.mouseClick(sigma.auto, Qt.MouseButton.LeftButton)
    sigma.show_value("auto", 2.3125)
    qtbot.mouseClick(sigma.auto, Qt.MouseButton.LeftButton)
    assert heard == [("chosen", "sigma_intensity", "auto"), ("chosen", "sigma_intensity", 2.3125)]


def test_a_slider_is_pinned_where_a_value_is_beyond_it(sigma):
    sigma.show_value(5000.0)
    assert sigma.slider.value() == sigma.slider.maximum()
    assert sigma.field.text() == "5000"


def test_nothing_moves_under_a_hand(sigma, qtbot):
    drag(qtbot, sigma.slider, 20)
    there = sigma.slider.value()
    sigma.show_value(0.5)
    assert sigma.slider.value() == there
    qtbot.mouseRelease(sigma.slider, Qt.MouseButton.LeftButton)


def test_whole_numbers_stay_whole(grid, heard, qtbot):
    row = shown(NumberRow("k", spec("k"), "k", grid.parentWidget()), grid, heard, qtbot)
    row.show_value(8)
    qtbot.keyClick(row.slider, Qt.Key.Key_Right)
    assert heard == [("tried", "k", 9)]
    assert isinstance(heard[0][2], int)


def test_the_end_of_the_slider_moves_and_marks_stay_where_they_belong(grid, heard, qtbot):
    row = shown(NumberRow("k", spec("k"), "k", grid.parentWidget()), grid, heard, qtbot)
    row.set_high(24)
    row.set_marks((3, 7, 40), "The marks are hints.")
    assert row.slider.maximum() == 23
    assert row.slider.marks == (2, 6)
    assert "hints" in row.slider.toolTip()
    assert heard == []


def test_a_double_click_on_the_label_resets(sigma, heard):
    QTest.mouseDClick(sigma.label, Qt.MouseButton.LeftButton)
    assert heard == [("reset", "sigma_intensity")]


def test_the_menu_resets_too_for_those_without_a_mouse(sigma, heard):
    sigma.slider.actions()[0].trigger()
    assert heard == [("reset", "sigma_intensity")]


def test_controls_have_names_and_sentences(sigma):
    for control in (sigma.slider, sigma.field, sigma.auto):
        assert "Sigma, intensity" in control.accessibleName()
        assert control.toolTip().rstrip("</p>").endswith(".")


def test_choices_are_buttons_of_which_one_is_down(grid, heard, qtbot):
    words = {"tree": ("Tree", "One."), "kmeans": ("k-means", "Two."), "colour": ("Colour", "Three.")}
    row = shown(ChoiceRow("method", spec("method"), "Method", words, grid.parentWidget()), grid, heard, qtbot)
    row.show_value("kmeans")
    assert [name for name, button in row.buttons.items() if button.isChecked()] == ["kmeans"]
    assert heard == []
    qtbot.mouseClick(row.buttons["colour"], Qt.MouseButton.LeftButton)
    assert heard == [("chosen", "method", "colour")]


def test_a_text_is_seen_only_while_there_is_one(grid, heard, qtbot):
    row = shown(TextRow("excluded", spec("excluded"), "Left out", grid.parentWidget()), grid, heard, qtbot)
    row.show_value("")
    assert not row.clear.isVisible()
    row.show_value("3 5")
    assert row.clear.isVisible()
    qtbot.mouseClick(row.clear, Qt.MouseButton.LeftButton)
    assert heard == [("reset", "excluded")]


def test_a_label_gives_way_where_there_is_no_room(sigma, grid):
    grid.parentWidget().setMinimumWidth(0)
    sigma.label.setText("Ein sehr langer Name in einer anderen Sprache")
    grid.parentWidget().resize(290, 60)
    sigma.label.grab()
    assert grid.parentWidget().minimumSizeHint().width() <= 290


def test_pictures_explain_the_parameter_on_request(sigma, qtbot):
    asked = []
    sigma.asked.connect(lambda name, button: asked.append((name, button)))
    qtbot.mouseClick(sigma.why, Qt.MouseButton.LeftButton)
    assert asked == [("sigma_intensity", sigma.why)]
