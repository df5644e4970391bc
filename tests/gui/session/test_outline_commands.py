"""Edits of outlines in the background, by keys and menu."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from segmenter.document import edits
from segmenter.gui.session.outline_commands import OutlineCommands

Key = Qt.Key


@pytest.fixture
def commands(labelled):
    return OutlineCommands(labelled, labelled)


def test_every_press_counts(commands, labelled, settled):
    labelled.select({3})
    before = labelled.state
    for _ in range(3):
        commands.grow()
    settled(labelled)
    assert labelled.state.labels.area(3) > before.labels.area(3)
    assert [labelled.document.history.undo_name] == ["Grow"]
    for _ in range(3):
        labelled.undo()
    assert labelled.state is before


def test_what_changed_meanwhile_is_not_overwritten(commands, labelled, settled):
    labelled.select({3})
    commands.smooth()
    labelled.edit("Merge", edits.merge, {1, 2})
    now = labelled.state
    settled(labelled)
    assert labelled.document.history.undo_name == "Smooth outline"
    assert len(labelled.state.segments) == 2
    labelled.undo()
    assert labelled.state is now


def test_what_cannot_be_done_is_said(commands, labelled, settled):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    commands.smooth()
    settled(labelled)
    assert said == ["Select a segment first: click it in the image or in the table."]
    labelled.select({3})
    commands.move(-100)
    settled(labelled)
    assert said[-1] == "Nothing would be left of Segment 3."


def test_another_image_ends_it(commands, labelled, settled):
    labelled.select({3})
    commands.smooth()
    commands.smooth()
    labelled.show(None)
    settled(labelled)
    assert not labelled.background_edits.busy
    commands.smooth()
    settled(labelled)


def test_keys_in_the_window(shown, settled):
    session, canvas = shown._session, shown.canvas
    canvas.setFocus()
    number = min(session.state.segments, key=session.state.labels.area)
    session.select({number})
    area = session.state.labels.area(number)
    QTest.keyClick(canvas, Key.Key_Greater)
    settled(session)
    assert session.state.labels.area(number) > area
    QTest.keyClick(canvas, Key.Key_Less)
    QTest.keyClick(canvas, Key.Key_Less)
    settled(session)
    assert session.state.labels.area(number) < area
    QTest.keyClick(canvas, Key.Key_S)
    settled(session)
    assert session.document.history.undo_name == "Smooth outline"
    QTest.keyClick(canvas, Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == session.state.segments.keys() - {number}
    assert np.array_equal(np.unique(session.state.labels.array()), sorted(session.state.segments))
