"""The eigenvectors dock, both ways."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from segmenter.document.state import State
from segmenter.gui.docks.eigenvectors.dock import EigenvectorPanel
from segmenter.gui.session.view_state import ViewState


@pytest.fixture
def view_state(qapp):
    return ViewState()


@pytest.fixture
def panel(stand_in, view_state, picture, found, qtbot):
    panel = EigenvectorPanel(stand_in, view_state)
    panel.resize(290, 460)
    qtbot.addWidget(panel)
    stand_in.open(State(), picture, found)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def item(panel, number):
    rectangle = panel.list.visualRect(panel.model.index(number - 1))
    return rectangle.bottomLeft() + (rectangle.topRight() - rectangle.bottomLeft()) / 4


def click(panel, qtbot, number, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifiers, item(panel, number))


def test_nothing_is_made_while_it_is_closed(stand_in, view_state, picture, found, qtbot):
    panel = EigenvectorPanel(stand_in, view_state)
    qtbot.addWidget(panel)
    stand_in.io_worker.at_once = False
    stand_in.open(State(), picture, found)
    stand_in.solved.emit()
    assert panel.model.rowCount() == 0
    assert stand_in.io_worker.waiting == {}
    panel.show()
    assert panel.model.rowCount() == 8
    assert list(stand_in.io_worker.waiting) == ["thumbnails"]


def test_an_older_result_is_not_kept_while_it_is_closed(panel, stand_in, picture, found):
    """Its eigenvectors used to stay in memory until somebody looked."""
    panel.hide()
    stand_in.document.segmentation = newer = SimpleNamespace(**{**vars(found), "suggested_k": 3})
    stand_in.solved.emit()
    assert panel._shown is None
    panel.show()
    assert panel._shown is newer


def test_eigenvectors_are_shown_with_their_pictures(panel):
    assert panel.model.rowCount() == 8
    assert panel.model.picture(8) is not None
    assert "8 eigenvalues" in panel.chart.caption
    assert not panel._note.isVisible()


def test_a_new_result_is_shown(panel, stand_in, found):
    found.eigenvalues[1] = 0.0007
    stand_in.document.segmentation = type(found)(**vars(found))
    stand_in.solved.emit()
    assert panel.model.lines(2)[0].endswith("0.0007")


def test_the_same_result_is_not_made_again(panel, stand_in):
    stand_in.io_worker.at_once = False
    stand_in.solved.emit()
    panel.hide()
    panel.show()
    assert stand_in.io_worker.waiting == {}


def test_pictures_that_come_late_are_not_shown(panel, stand_in, found):
    stand_in.io_worker.at_once = False
    newer = type(found)(**vars(found))
    stand_in.document.segmentation = newer
    stand_in.solved.emit()
    job = stand_in.io_worker.waiting["thumbnails"]
    stand_in.document.segmentation = type(found)(**vars(found) | {"eigenvectors": None})
    stand_in.solved.emit()
    job.done(job.work(lambda stage, fraction: None))
    assert panel.model.picture(1) is None


@pytest.mark.parametrize(("kept", "words"), [(True, "first result"), (False, "too large")])
def test_why_there_are_no_pictures_is_said(panel, stand_in, found, picture, kept, words):
    gone = type(found)(**vars(found) | {"eigenvectors": None})
    stand_in.open(State(), picture, None if kept else gone)
    assert words in panel._note.text()
    assert panel._note.isVisible()
    assert panel.model.rowCount() == (0 if kept else 8)


def test_a_click_shows_an_eigenvector(panel, view_state, qtbot):
    click(panel, qtbot, 3)
    assert (view_state.view, view_state.vectors) == ("eigenvector", (2,))
    assert view_state.visible


def test_return_shows_an_eigenvector(panel, view_state, qtbot):
    panel.list.setCurrentIndex(panel.model.index(4))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert (view_state.view, view_state.vectors) == ("eigenvector", (4,))


def test_three_are_shown_as_colours(panel, view_state, qtbot):
    click(panel, qtbot, 2)
    click(panel, qtbot, 4, Qt.KeyboardModifier.ControlModifier)
    assert not panel.colours.isEnabled()
    click(panel, qtbot, 6, Qt.KeyboardModifier.ControlModifier)
    assert view_state.vectors == (1,)
    qtbot.mouseClick(panel.colours, Qt.MouseButton.LeftButton)
    assert (view_state.view, view_state.vectors) == ("false colours", (1, 3, 5))


def test_the_way_back_to_segments(panel, view_state, qtbot):
    assert not panel.segments.isEnabled()
    view_state.set(view="eigenvector", vectors=(5,))
    assert panel._selected() == [5]
    qtbot.mouseClick(panel.segments, Qt.MouseButton.LeftButton)
    assert view_state.view == "segments"


def test_leaving_out_is_a_parameter(panel, stand_in):
    panel.model.used_changed.emit(5, False)
    panel.model.used_changed.emit(3, False)
    assert stand_in.asked("set_parameters") == [({"excluded": "5"},), ({"excluded": "3 5"},)]
    assert not panel.model.used(3)
    panel.model.used_changed.emit(5, True)
    assert stand_in.asked("set_parameters")[-1] == ({"excluded": "3"},)


def test_undo_brings_them_back(panel, stand_in):
    stand_in.move(replace(stand_in.state, parameters=stand_in.state.parameters.replace(excluded="3 5")))
    assert [number for number in range(1, 9) if not panel.model.used(number)] == [3, 5]
    stand_in.move(State())
    assert panel.model.used(3)
    assert stand_in.asked("set_parameters") == []


def test_the_menu_leaves_out_all_selected_but_the_first(panel, stand_in, qtbot):
    click(panel, qtbot, 1)
    assert not panel.menu().actions()[0].isEnabled()
    click(panel, qtbot, 3, Qt.KeyboardModifier.ShiftModifier)
    panel.menu().actions()[0].trigger()
    assert stand_in.asked("set_parameters") == [({"excluded": "2 3"},)]
    assert "Use" in panel.menu().actions()[0].text()


def test_a_click_on_a_bar_sets_k(panel, stand_in, qtbot):
    qtbot.mouseClick(panel.chart, Qt.MouseButton.LeftButton, pos=panel.chart.bar(6).center().toPoint())
    assert stand_in.asked("set_parameters") == [({"k": 6},)]


def test_the_chart_shows_the_k_that_was_found(panel, stand_in):
    stand_in.move(replace(stand_in.state, parameters=stand_in.state.parameters.replace(k="auto")))
    assert panel.chart._k == 12


def test_the_chart_goes_where_there_is_room(panel, qtbot):
    assert panel._layout.direction() == QBoxLayout.Direction.TopToBottom
    assert panel.minimumSizeHint().width() <= 290
    panel.resize(800, 200)
    qtbot.waitUntil(lambda: panel._layout.direction() == QBoxLayout.Direction.LeftToRight)
