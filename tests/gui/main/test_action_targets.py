"""What actions ask of the session and of the view."""

import pytest

from segmenter.gui.app.settings import Settings
from segmenter.gui.main.action_states import TOGGLES
from segmenter.gui.main.action_targets import connect_edits, connect_themes, connect_view
from segmenter.gui.main.actions import Actions


@pytest.fixture
def actions(qapp):
    return Actions(qapp)


def test_edits_act_on_the_selection(actions, labelled):
    connect_edits(actions, labelled)
    actions["select_all"].trigger()
    assert labelled.selection == {1, 2, 3}
    actions["merge"].trigger()
    assert len(labelled.state.segments) == 1
    actions["undo"].trigger()
    actions["deselect"].trigger()
    assert len(labelled.state.segments) == 3
    assert not labelled.selection


def test_locking_goes_both_ways(actions, labelled):
    connect_edits(actions, labelled)
    labelled.select({2})
    actions["lock"].trigger()
    assert labelled.state.segments[2].locked
    actions["lock"].trigger()
    assert not labelled.state.segments[2].locked
    assert labelled.document.history.undo_name == "Unlock"


def test_tools_views_and_styles(actions, view_state, canvas):
    connect_view(actions, view_state, canvas)
    view_state.set(visible=False)
    for name in ("tool lasso", "margin", "contour", "by class"):
        actions[name].trigger()
    assert (view_state.tool, view_state.view, view_state.mode) == ("lasso", "margin", "contour")
    assert view_state.visible
    assert view_state.by_class
    scale = canvas.view.scale
    actions["zoom_in"].trigger()
    assert canvas.view.scale > scale


def test_a_theme_is_kept(actions):
    connect_themes(actions, Settings())
    actions["theme dark"].trigger()
    assert Settings().theme == "dark"
    actions["theme system"].trigger()
    assert Settings().theme == "system"


def test_toggles_change_the_look(actions, view_state, canvas):
    connect_view(actions, view_state, canvas)
    for name, value in TOGGLES.items():
        before = getattr(view_state, value)
        actions[name].setChecked(before)
        actions[name].trigger()
        assert getattr(view_state, value) is (not before)


def test_the_selection_fills_the_canvas(actions, view_state, canvas, labelled):
    connect_view(actions, view_state, canvas)
    canvas.actual_size()
    labelled.select({3})
    actions["to_selection"].trigger()
    assert canvas.view.scale > 1
