"""The parameters dock, both ways: the session's state to the controls, the controls' intents to the session."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionToolButton

from segmenter.document.state import Segment, State
from segmenter.gui.app.theme import use_theme
from segmenter.gui.docks.parameters.panel import FIRST, ParameterPanel
from segmenter.parameters import DEFAULTS, specs


@pytest.fixture
def panel(stand_in, qtbot):
    panel = ParameterPanel(stand_in)
    panel.resize(290, 330)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def shown(session, qtbot):
    panel = ParameterPanel(session)
    panel.resize(290, 330)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def solved(panel, stand_in, picture, found):
    """Return the panel with an image and a result."""
    stand_in.open(State(), picture, found)
    return panel


def with_parameters(stand_in, **changes):
    return replace(stand_in.state, parameters=stand_in.state.parameters.replace(**changes))


def unfold(panel):
    for fold in panel.folds.values():
        fold.open()
    panel.layout().activate()
    QApplication.processEvents()


def drag(qtbot, slider, *columns):
    start = QPoint(round(slider.value() / slider.maximum() * (slider.width() - 14)) + 7, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for column in columns:
        qtbot.mouseMove(slider, start + QPoint(column, 0))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start + QPoint(columns[-1], 0))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_greys_and_links_follow_the_theme(solved, qtbot, theme):
    use_theme("light" if theme == "dark" else "dark")
    use_theme(theme)
    try:
        wanted = QPalette().color(QPalette.ColorRole.PlaceholderText)
        field = solved.rows["sigma_intensity"].field.lineEdit()
        qtbot.waitUntil(lambda: field.palette().color(QPalette.ColorRole.Text) == wanted)
        option = QStyleOptionToolButton()
        solved._suggestion.initStyleOption(option)
        text = option.palette.color(QPalette.ColorRole.ButtonText)
        assert text == QPalette().color(QPalette.ColorRole.Link)
    finally:
        use_theme("system")


def test_every_parameter_has_a_row(panel):
    assert set(panel.rows) == {name for _, name, _, _ in specs()}


def test_the_first_level_is_three_rows_that_fit_into_a_small_dock(solved):
    assert FIRST == ("k", "strength", "sigma_intensity")
    for name, row in solved.rows.items():
        assert row.label.isVisible() == (name in FIRST), name
    for name in FIRST:
        label = solved.rows[name].label
        assert label.mapTo(solved, label.rect().bottomLeft()).y() < 200, name
        assert label.width() >= label.sizeHint().width(), name
    assert solved.minimumSizeHint().width() <= 290


def test_the_name_of_k_is_whole_beside_what_is_suggested(solved, stand_in):
    stand_in.move(with_parameters(stand_in, k=5))
    assert solved._suggestion.text() == "try 12"
    solved.layout().activate()
    QApplication.processEvents()
    label = solved.rows["k"].label
    assert label.width() >= label.sizeHint().width()


def test_a_slider_has_the_width_of_the_panel(solved):
    assert all(solved.rows[name].slider.width() > 240 for name in FIRST)


def test_no_control_is_cut_off(solved):
    """Five words beside each other used to push the numbers of all rows out of the dock."""
    unfold(solved)
    for row in solved.rows.values():
        for control in (row.label, getattr(row, "field", None), getattr(row, "box", None)):
            if control is not None and control.isVisible():
                assert control.mapTo(solved, control.rect().topRight()).x() < solved.width(), row.name


def test_without_an_image_nothing_can_be_set(panel):
    assert not panel.isEnabled()


def test_automatic_values_are_those_that_were_used(solved):
    assert solved.rows["sigma_intensity"].field.text() == "2.312"
    assert solved.rows["reduction"].field.text() == "3"


def test_a_drag_is_tried_and_then_set_once(solved, stand_in, qtbot):
    unfold(solved)
    drag(qtbot, solved.rows["sigma_position"].slider, 4, 8, 12)
    tried = [options["sigma_position"] for (options,) in stand_in.asked("try_parameters")]
    assert len(tried) == 3
    assert stand_in.asked("set_parameters") == [({"sigma_position": tried[-1]},)]


def test_a_number_that_is_entered_is_set_at_once(solved, stand_in):
    unfold(solved)
    field = solved.rows["radius"].field
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stand_in.asked("set_parameters") == [({"radius": 7},)]
    assert solved.rows["radius"].slider.value() == 6


def test_steps_are_shown_at_once_and_set_after_a_pause(solved, stand_in, qtbot):
    for _ in range(3):
        qtbot.keyClick(solved.rows["k"].slider, Qt.Key.Key_Right)
    assert [options["k"] for (options,) in stand_in.asked("try_parameters")] == [13, 14, 15]
    assert stand_in.asked("settle") == []
    qtbot.waitUntil(lambda: stand_in.asked("settle") == [()], timeout=2000)


def test_steps_of_one_control_are_kept_before_another_moves(opened, qtbot):
    panel = shown(opened, qtbot)
    unfold(panel)
    qtbot.keyClick(panel.rows["k"].slider, Qt.Key.Key_Right)
    qtbot.keyClick(panel.rows["radius"].slider, Qt.Key.Key_Right)
    assert opened.document.history.undo_name == "k"
    drag(qtbot, panel.rows["smoothing"].slider, 10)
    assert opened.document.history.undo_name == "Smoothing"
    opened.undo()
    assert opened.document.history.undo_name == "Radius"


def test_a_closed_dock_keeps_what_was_stepped_to(opened, qtbot):
    panel = shown(opened, qtbot)
    qtbot.keyClick(panel.rows["k"].slider, Qt.Key.Key_Right)
    panel.hide()
    assert opened.state.parameters.labels.k == 4


def test_undo_takes_back_what_was_stepped_to_and_nothing_before(opened, qtbot):
    """Within the pause after a step, undo used to take back the step before, and the step then ended the redo."""
    panel = shown(opened, qtbot)
    opened.set_parameters(radius=3)
    qtbot.keyClick(panel.rows["k"].slider, Qt.Key.Key_Right)
    opened.undo()
    assert (opened.state.parameters.labels.k, opened.state.parameters.affinity.radius) == (3, 3)
    assert panel.rows["k"].field.text() == "3"
    panel.hide()
    assert opened.document.history.redo_name == "k"


def test_a_press_beside_the_handle_is_the_beginning_of_a_drag(opened, qtbot):
    """It used to be a step of its own, kept and solved while the button was down."""
    panel = shown(opened, qtbot)
    slider = panel.rows["k"].slider
    place = QPoint(slider.width() - 12, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=place)
    assert slider.isSliderDown()
    assert opened.trial is not None
    assert not panel._pause.isActive()
    qtbot.mouseMove(slider, place - QPoint(20, 0))
    assert opened.document.history.undo_name != "k"
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place - QPoint(20, 0))
    assert opened.document.history.undo_name == "k"
    opened.undo()
    assert opened.state.parameters.labels.k == 3


def test_a_result_that_comes_between_two_steps_does_not_take_them_back(solved, stand_in, qtbot):
    qtbot.keyClick(solved.rows["k"].slider, Qt.Key.Key_Right)
    stand_in.move(replace(stand_in.state))
    stand_in.show_preview(None)
    qtbot.keyClick(solved.rows["k"].slider, Qt.Key.Key_Right)
    assert [options["k"] for (options,) in stand_in.asked("try_parameters")] == [13, 14]


def test_another_state_is_shown_and_asks_for_nothing(solved, stand_in):
    stand_in.move(
        with_parameters(stand_in, k=5, sigma_intensity=7.5, method="kmeans", excluded="3 5", seed=9, radius=2)
    )
    unfold(solved)
    rows = solved.rows
    assert [rows[name].field.text() for name in ("k", "sigma_intensity", "seed", "radius")] == ["5", "7.5", "9", "2 px"]
    assert rows["method"].box.currentData() == "kmeans"
    assert rows["excluded"].clear.isVisible()
    assert stand_in.calls == []


def test_merging_by_strength_lets_k_be_found(solved, stand_in, qtbot):
    stand_in.document.segmentation.suggested_k = 17
    drag(qtbot, solved.rows["strength"].slider, 15)
    ((changes,),) = stand_in.asked("set_parameters")
    assert changes == {"strength": changes["strength"], "k": "auto"}
    assert changes["strength"] > 812.5
    assert solved.rows["k"].auto.isChecked()
    assert solved.rows["k"].field.text() == "17"


def test_the_number_found_follows_a_preview(solved, stand_in):
    segments = {number: Segment() for number in range(1, 6)}
    parameters = DEFAULTS.replace(k="auto", strength=5000.0)
    stand_in.show_preview(State(parameters=parameters, solved=parameters, segments=segments))
    assert solved.rows["k"].field.text() == "5"
    stand_in.show_preview(None)
    assert solved.rows["k"].field.text() == "12"


def test_the_suggestion_is_taken_by_a_click(solved, stand_in, qtbot):
    link = solved._suggestion
    assert link.isVisible()
    assert "12" in link.text()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert stand_in.asked("set_parameters") == [({"k": 12},)]
    assert not link.isVisible()


def test_a_suggestion_beyond_every_k_is_taken_as_automatic(solved, stand_in, qtbot):
    stand_in.document.segmentation.suggested_k = 121
    stand_in.solved.emit()
    qtbot.mouseClick(solved._suggestion, Qt.MouseButton.LeftButton)
    assert stand_in.asked("set_parameters") == [({"k": "auto"},)]
    assert solved.rows["k"].field.text() == "121"


def test_that_objects_were_recognised_is_said_and_a_click_is_the_way_back(solved, stand_in, qtbot):
    found = stand_in.document.segmentation
    found.chosen, found.count, found.suggested_k, found.parameters = "objects", 24, None, DEFAULTS
    stand_in.solved.emit()
    assert solved._suggestion.isVisible()
    assert solved._suggestion.text() == "objects: 24"
    qtbot.mouseClick(solved._suggestion, Qt.MouseButton.LeftButton)
    assert stand_in.asked("set_parameters") == [({"method": "tree"},)]


@pytest.mark.parametrize("asked", ["auto", "objects"])
def test_what_changes_nothing_where_objects_are_found_is_grey(solved, stand_in, asked):
    found = stand_in.document.segmentation
    assert solved.rows["k"].slider.isEnabled()
    found.chosen, found.count, found.suggested_k = "objects", 24, None
    found.parameters = DEFAULTS.replace(method=asked)
    stand_in.state = replace(stand_in.state, parameters=found.parameters)
    stand_in.solved.emit()
    rows = [solved.rows[name] for name in ("k", "strength", "sigma_intensity")]
    assert not any(widget.isEnabled() for row in rows for widget in (row.slider, row.field, row.auto))
    assert solved.rows["threshold"].field.isEnabled()
    found.chosen = "tree"
    stand_in.state = replace(stand_in.state, parameters=DEFAULTS)
    stand_in.solved.emit()
    assert all(row.slider.isEnabled() for row in rows)


def test_objects_that_were_asked_for_are_no_news(solved, stand_in):
    found = stand_in.document.segmentation
    found.chosen, found.count, found.suggested_k = "objects", 24, None
    found.parameters = DEFAULTS.replace(method="objects")
    stand_in.solved.emit()
    assert not solved._suggestion.isVisible()


def test_large_eigengaps_are_marked(solved):
    assert solved.rows["k"].slider.marks == (2,)  # after the third eigenvalue


def test_under_k_means_k_ends_at_the_number_of_eigenvectors(solved, stand_in):
    slider = solved.rows["k"].slider
    assert slider.maximum() == 63
    stand_in.move(with_parameters(stand_in, method="kmeans", eigenvectors=16))
    assert slider.maximum() == 15


def test_a_refused_value_is_taken_back(opened, qtbot):
    panel = ParameterPanel(opened)
    qtbot.addWidget(panel)
    heard = []
    opened.said.connect(lambda message: heard.append(message.text))
    with qtbot.waitExposed(panel):
        panel.show()
    unfold(panel)
    box = panel.rows["method"].box
    box.setFocus()
    while box.currentData() != "kmeans":
        qtbot.keyClick(box, Qt.Key.Key_Down)
    field = panel.rows["k"].field
    field.selectAll()
    QTest.keyClicks(field, "40")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "number of eigenvectors" in heard[0]
    assert field.text() == "3"


def test_a_drag_is_one_step_of_the_history(opened, qtbot):
    panel = ParameterPanel(opened)
    panel.resize(290, 330)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    unfold(panel)
    before = opened.state.parameters
    drag(qtbot, panel.rows["sigma_position"].slider, 3, 6, 9)
    assert opened.document.history.undo_name == "Sigma, position"
    opened.undo()
    assert opened.state.parameters == before
    assert panel.rows["sigma_position"].field.text() == "4 px"


def test_a_double_click_on_a_label_resets_that_parameter_only(solved, stand_in, qtbot):
    unfold(solved)
    stand_in.move(with_parameters(stand_in, radius=2, smoothing=3.0))
    QTest.mouseDClick(solved.rows["radius"].label, Qt.MouseButton.LeftButton)
    assert stand_in.asked("set_parameters") == [({"radius": 5},)]
    assert stand_in.state.parameters.features.smoothing == 3


def test_what_is_left_out_can_be_cleared(solved, stand_in, qtbot):
    unfold(solved)
    stand_in.move(with_parameters(stand_in, excluded="3 5"))
    qtbot.mouseClick(solved.rows["excluded"].clear, Qt.MouseButton.LeftButton)
    assert stand_in.asked("set_parameters") == [({"excluded": ""},)]


def test_reset_asks_for_all_defaults(solved, stand_in, qtbot):
    qtbot.mouseClick(solved._all, Qt.MouseButton.LeftButton)
    assert stand_in.asked("use_parameters")[0][0] == DEFAULTS


def test_live_and_solve_now(solved, stand_in, qtbot):
    qtbot.keyClick(solved._live, Qt.Key.Key_Space)
    assert stand_in.asked("set_live") == [(False,)]
    qtbot.mouseClick(solved._solve, Qt.MouseButton.LeftButton)
    assert len(stand_in.asked("solve")) == 1
    stand_in.live = True
    stand_in.live_changed.emit(True)
    assert solved._live.isChecked()
    assert stand_in.asked("set_live") == [(False,)]


def test_the_button_stands_out_while_nothing_follows(solved, stand_in):
    stand_in.live = False
    stand_in.live_changed.emit(False)
    assert solved._solve.isDefault()
    stand_in.move(replace(stand_in.state, solved=stand_in.state.parameters))
    assert not solved._solve.isDefault()


@pytest.mark.parametrize(("fold", "name"), [("more", "radius"), ("objects", "threshold"), ("solver", "tolerance")])
def test_the_rest_is_folded_away_until_asked_for(solved, qtbot, fold, name):
    field, headline = solved.rows[name].field, solved.folds[fold].headline
    assert not field.isVisible()
    qtbot.mouseClick(headline, Qt.MouseButton.LeftButton)
    assert field.isVisible()
    qtbot.mouseClick(headline, Qt.MouseButton.LeftButton)
    assert not field.isVisible()


def test_every_control_can_be_reached_and_has_a_name(solved, qtbot):
    unfold(solved)
    for row in solved.rows.values():
        for control in [getattr(row, name, None) for name in ("slider", "field", "auto", "clear")]:
            if control is not None:
                assert control.accessibleName()
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
