"""What widgets can follow."""

from PySide6.QtTest import QSignalSpy

from segmenter.document import edits


def test_an_edit_is_told_with_the_state_before_and_after(labelled):
    spy, named = QSignalSpy(labelled.changed), QSignalSpy(labelled.history_changed)
    before = labelled.state
    labelled.edit("Delete", edits.delete, {3})
    assert [spy.at(index) for index in range(spy.count())] == [[before, labelled.state]]
    assert named.count() == 1


def test_a_selection_is_told_once(labelled):
    spy = QSignalSpy(labelled.selection_changed)
    labelled.select({1})
    labelled.select({1})
    assert spy.count() == 1
