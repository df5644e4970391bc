"""Which actions can be done, as the session goes on; and what undo is called."""

import pytest

from segmenter.document import edits
from segmenter.gui.app.settings import Settings
from segmenter.gui.main.action_states import NEEDS_IMAGE, NEEDS_SELECTION, ActionStates
from segmenter.gui.main.actions import Actions
from segmenter.gui.project.controller import ProjectController


@pytest.fixture
def make(session, view_state, tmp_path, qapp):
    """Return a function that makes actions that follow the session."""
    controller = ProjectController(session, tmp_path / "journals")

    def make():
        actions = Actions(qapp)
        ActionStates(actions, session, controller, view_state, Settings()).refresh()
        return actions

    yield make
    controller.discard()
    controller.close()


def test_without_an_image_there_is_nothing_to_edit(make):
    actions = make()
    for name in (*NEEDS_IMAGE, *NEEDS_SELECTION, "undo", "redo", "select_all", "previous", "next"):
        assert not actions[name].isEnabled(), name


def test_a_selection_can_be_edited_and_the_edit_undone_by_name(make, labelled):
    actions = make()
    assert not actions["merge"].isEnabled()
    labelled.select({1, 2})
    assert all(actions[name].isEnabled() for name in NEEDS_SELECTION)
    labelled.edit("Merge", edits.merge, labelled.selection)
    assert actions["undo"].text() == "&Undo Merge"
    labelled.undo()
    assert not actions["undo"].isEnabled()
    assert actions["redo"].text() == "&Redo Merge"


def test_what_holds_is_checked(make, labelled, view_state):
    actions = make()
    labelled.select({1})
    labelled.describe("Lock", {1}, locked=True)
    labelled.set_live(False)
    view_state.set(tool="brush", view="margin", mode="contour", visible=False)
    assert actions["lock"].isChecked()
    assert not actions["live"].isChecked()
    assert all(actions[name].isChecked() for name in ("tool brush", "margin", "contour"))
    assert not actions["overlay"].isChecked()
