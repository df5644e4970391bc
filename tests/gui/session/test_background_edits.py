"""Edits in the background: what a person does while one is under way."""

import threading

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from segmenter.document import edits

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


@pytest.fixture
def gate(monkeypatch):
    """Give to neighbours only when a test says so."""
    gate, absorb = threading.Event(), edits.absorb

    def gated(state, numbers):
        if threading.current_thread() is not threading.main_thread():  # there it is done at once
            assert gate.wait(20)
        return absorb(state, numbers)

    monkeypatch.setattr(edits, "absorb", gated)
    yield gate
    gate.set()


@pytest.fixture
def desk(shown, gate, settled):
    """Return the window, two of whose three segments are selected and on the way to their neighbour."""
    session = shown._session
    session.select(sorted(session.state.segments)[:1])
    shown.canvas.setFocus()
    press(shown, Key.Key_J, CONTROL)
    assert session.background_edits.busy
    return shown


@pytest.fixture
def said(desk):
    """Return what was said in the bar."""
    said = []
    desk._session.said.connect(lambda message: said.append(message.text))
    return said


def press(window, key, modifiers=Modifier.NoModifier):
    QTest.keyClick(window.canvas, key, modifiers)


def test_the_result_comes_when_it_is_there(desk, gate, settled):
    session = desk._session
    before, (number,) = session.state, session.selection
    assert number in before.segments
    gate.set()
    settled(session)
    assert number not in session.state.segments
    assert not session.selection
    session.undo()
    assert session.state is before


def test_undo_takes_back_what_is_under_way_and_redo_brings_it(desk, gate, settled):
    session = desk._session
    before = session.state
    press(desk, Key.Key_Z, CONTROL)
    assert session.state is before
    gate.set()
    settled(session)
    assert session.state is before
    assert session.document.history.redo_name == "Give to neighbours"


def test_the_order_is_that_of_the_keys(desk, gate, settled):
    """Keys act on what was selected when they were pressed."""
    session = desk._session
    (gone,), (second, third) = session.selection, sorted(session.state.segments)[1:]
    session.select({second})
    press(desk, Key.Key_Delete)
    session.select({third})
    press(desk, Key.Key_L, CONTROL)
    assert {gone, second, third} == session.state.segments.keys()
    gate.set()
    settled(session)
    assert session.state.segments.keys() == {third}
    assert session.state.segments[third].locked
    for step in ("Lock", "Delete", "Give to neighbours"):
        assert session.document.history.undo_name == step
        press(desk, Key.Key_Z, CONTROL)
    assert gone in session.state.segments


def test_escape_cancels(desk, gate, settled):
    session = desk._session
    before, selected = session.state, session.selection
    press(desk, Key.Key_Delete)
    press(desk, Key.Key_Escape)
    assert not session.background_edits.busy
    gate.set()
    settled(session)
    assert session.state is before
    assert session.selection == selected


@pytest.mark.parametrize("leaving", ["save", "quit", "export"])
def test_nothing_is_missing_where_somebody_leaves(desk, gate, settled, tmp_path, leaving):
    session = desk._session
    (number,) = session.selection
    press(desk, Key.Key_Delete)  # waits behind
    second = sorted(session.state.segments)[1]
    session.select({second})
    if leaving == "save":
        desk._controller.save_as(tmp_path / "kept.segmenter")
    elif leaving == "quit":
        assert not desk._controller.may_leave(lambda: None)
    else:
        desk.exporter.export(desk.exporter.spec())
    assert not session.background_edits.busy
    assert number not in session.state.segments
    assert session.document.history.undo_name == "Give to neighbours"
    gate.set()
    settled(session)
    assert session.document.history.undo_name == "Give to neighbours"


def test_nothing_is_missing_where_the_page_is_turned(desk, gate, settled, tmp_path, picture):
    session = desk._session
    document, (number,) = session.document, session.selection
    Pillow.fromarray(picture).save(tmp_path / "next.png")
    desk._controller.open([tmp_path / "next.png"])
    while session.document is document:
        QTest.qWait(5)
    assert number not in document.history.state.segments
    assert document.history.undo_name == "Give to neighbours"
    assert not session.background_edits.busy
    gate.set()
    settled(session)
    assert document.history.undo_name == "Give to neighbours"


def test_one_that_would_begin_again_under_a_preview_ends(desk, gate, settled, said):
    """Something was done meanwhile, and a preview is up: there is nothing that it could be done to."""
    session = desk._session
    session.describe("Lock", sorted(session.state.segments)[1:2], locked=True)
    session.try_parameters("k", k=2)
    while session.preview is None:
        QTest.qWait(5)
    gate.set()
    settled(session)
    assert not session.background_edits.busy
    assert any("still a preview" in text for text in said)


def test_another_image_is_left_alone(desk, gate, settled):
    session = desk._session
    document = session.document
    before = document.history.state
    session.show(None)
    gate.set()
    settled(session)
    assert document.history.state is before
    assert session.document is None


def test_other_parameters_drop_it(desk, gate, settled):
    session = desk._session
    said = []
    session.said.connect(lambda message: said.append(message.text))
    session.set_parameters("k", k=2)
    gate.set()
    settled(session)
    assert "meanwhile" in said[-1]
    assert session.document.history.undo_name == "k"
    assert len(session.state.segments) == 2


def test_a_trial_goes_on_above_it(desk, gate, settled):
    session = desk._session
    (number,) = session.selection
    session.try_parameters("k", k=2)
    gate.set()
    settled(session)
    assert session.trial is not None
    assert session.preview is not None
    assert number not in session.state.segments
    assert session.document.history.undo_name == "Give to neighbours"


def test_a_stroke_ends_first(desk, gate, settled):
    session, canvas = desk._session, desk.canvas
    (number,) = session.selection
    other = sorted(session.state.segments)[1]
    session.select({other})
    desk._view_state.set(tool="brush", brush=3)
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Modifier.NoModifier, middle)
    QTest.mouseMove(canvas, middle + QPoint(30, 30))
    gate.set()
    settled(session)
    before = session.state
    assert number in before.segments
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Modifier.NoModifier, middle + QPoint(30, 30))
    settled(session)
    assert number not in session.state.segments
    session.undo()
    painted = session.state
    assert painted is before or session.document.history.undo_name == "Brush"


def test_saving_in_the_middle_of_a_stroke_keeps_both(desk, gate, settled, tmp_path):
    """The stroke ends as if the hand let go, and the edit comes on top: its end would paint over it."""
    session, canvas = desk._session, desk.canvas
    (number,) = session.selection
    session.select({sorted(session.state.segments)[1]})
    desk._view_state.set(tool="brush", brush=3)
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Modifier.NoModifier, middle)
    QTest.mouseMove(canvas, middle + QPoint(30, 30))
    desk._controller.save_as(tmp_path / "kept.segmenter")
    assert not session.strokes.active
    assert number not in session.state.segments
    saved = session.state
    QTest.mouseMove(canvas, middle + QPoint(60, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Modifier.NoModifier, middle + QPoint(60, 0))
    gate.set()
    settled(session)
    assert session.state is saved
    assert not desk._controller.modified
