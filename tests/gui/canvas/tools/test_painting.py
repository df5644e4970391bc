"""Brush, eraser and lasso, with real mouse events."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter

from segmenter.document import classes, edits
from segmenter.document.carry_over import carried_over
from segmenter.document.label_map import Rectangle
from segmenter.document.state import described
from segmenter.gui.canvas.layered_view import LayeredView
from segmenter.gui.canvas.tools.strokes import capsule
from segmenter.gui.session.solver import Outcome

Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Nothing, Shift, Control, Alt = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def stroke(qtbot, canvas, spot):
    """Return a function that drags from pixel to pixel; it leaves the button down if asked to."""

    def do(*pixels, button=Left, modifiers=Nothing, lift=True):
        qtbot.mousePress(canvas, button, modifiers, spot(*pixels[0]))
        for pixel in pixels[1:]:
            qtbot.mouseMove(canvas, spot(*pixel))
        if lift:
            qtbot.mouseRelease(canvas, button, modifiers, spot(*pixels[-1]))

    return do


@pytest.fixture
def brush(view_state):
    view_state.set(tool="brush", brush=5)


@pytest.fixture
def heard(labelled):
    sentences = []
    labelled.said.connect(lambda message: sentences.append(message.text))
    return sentences


def labels(session):
    return session.state.labels.array()


def test_a_stroke_paints_the_selected_segment(brush, stroke, labelled):
    labelled.select({2})
    before = labels(labelled).copy()
    stroke((10, 10), (10, 30), (20, 40))
    changed = labels(labelled) != before
    expected = np.zeros_like(changed)
    for start, end in (((10.5, 10.5), (30.5, 10.5)), ((30.5, 10.5), (40.5, 20.5))):
        part, covered = capsule(start, end, 5, before.shape)
        expected[part.slices] |= covered
    assert np.array_equal(changed, expected)
    assert (labels(labelled)[changed] == 2).all()


def test_a_stroke_is_one_step(brush, stroke, labelled):
    labelled.select({2})
    before = labelled.state
    stroke((10, 10), (10, 30), (20, 40))
    assert labelled.document.history.undo_name == "Brush"
    labelled.undo()
    assert labelled.state is before


def test_with_nothing_selected_the_segment_under_the_first_dab_grows(brush, stroke, labelled):
    stroke((5, 45), (5, 60))
    assert labels(labelled)[5, 60] == 1
    assert labelled.selection == frozenset()


def test_from_the_background_a_new_segment_grows(brush, stroke, labelled):
    labelled.edit("Delete", edits.delete, {3})
    stroke((50, 50), (50, 60))
    assert labels(labelled)[50, 55] == 3
    assert labelled.selection == {3}


def test_with_control_it_is_a_new_segment_which_is_then_selected(brush, stroke, labelled):
    labelled.select({2})
    stroke((10, 10), (10, 20), modifiers=Control)
    assert labels(labelled)[10, 15] == 4
    assert labelled.selection == {4}
    stroke((20, 10), (20, 20))
    assert labels(labelled)[20, 15] == 4


def test_with_shift_it_ends_at_edges(brush, stroke, labelled, view_state):
    view_state.set(brush=15)
    labelled.select({3})
    stroke((10, 45), (12, 45), (25, 45), modifiers=Shift)
    painted = labels(labelled) == 3
    assert painted[5:30, 42:48].all()  # up to the border between the areas of the picture, and not beyond
    assert not painted[:30, 51:].any()
    stroke((10, 45), (12, 45), (25, 45))
    assert (labels(labelled) == 3)[15, 51]
    assert labelled.document.history.undo_name == "Brush"


def test_with_shift_the_eraser_ends_at_edges(stroke, labelled, view_state):
    view_state.set(tool="eraser", brush=15)
    stroke((10, 45), (25, 45), modifiers=Shift)
    erased = labels(labelled) == 0
    assert erased[20, 47]
    assert not erased[:, 51:].any()


def test_with_shift_at_the_rim_and_outside(brush, stroke, labelled, view_state):
    view_state.set(brush=15)
    labelled.select({3})
    stroke((1, 1), (-5, -5), modifiers=Shift)
    assert labels(labelled)[1, 1] == 3


@pytest.mark.parametrize(("tool", "modifiers"), [("eraser", Nothing), ("brush", Alt), ("eraser", Alt)])
def test_erasing(view_state, stroke, labelled, tool, modifiers):
    view_state.set(tool=tool, brush=3)
    labelled.select({2})
    stroke((5, 45), (5, 60), modifiers=modifiers)
    assert not labels(labelled)[5, 45:61].any()
    assert labelled.document.history.undo_name == "Eraser"
    assert labelled.selection == {2}


def test_the_right_button_paints_nothing(view_state, stroke, labelled):
    """A menu is expected there."""
    view_state.set(tool="brush", brush=3)
    labelled.select({2})
    before = labels(labelled).copy()
    stroke((5, 5), (5, 20), button=Right)
    assert np.array_equal(labels(labelled), before)


def test_it_is_seen_while_it_goes_on(brush, stroke, canvas, labelled, spot):
    labelled.select({2})
    state = labelled.state
    stroke((10, 10), (10, 30), lift=False)
    assert labelled.state is state
    assert labelled.shown.labels.at(10, 20) == 2
    assert canvas.layers.number_at((10, 20)) == 2


@pytest.mark.parametrize("way", ["key", "slot"])
def test_escape_drops_it(brush, stroke, qtbot, canvas, labelled, spot, way):
    labelled.select({2})
    state = labelled.state
    stroke((10, 10), (10, 30), lift=False)
    if way == "key":
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    else:
        canvas.cancel()
    assert labelled.shown is state
    qtbot.mouseMove(canvas, spot(20, 30))
    qtbot.mouseRelease(canvas, Left, pos=spot(20, 30))
    assert labelled.state is state
    stroke((10, 10), (10, 12))
    assert labelled.state is not state


def test_locked_segments_are_painted_neither_over_nor_with(brush, stroke, labelled, heard):
    labelled.describe("Lock", {2}, locked=True)
    labelled.select({3})
    stroke((5, 40), (5, 60))
    assert labels(labelled)[5, 45] == 3
    assert labels(labelled)[5, 55] == 2
    labelled.select({2})
    state = labelled.state
    stroke((5, 10), (5, 20))
    assert labelled.state is state
    assert heard == ["Segment 2 is locked; unlock it first."]


def test_before_the_first_result_there_is_nothing_to_paint(brush, stroke, labelled, heard):
    from segmenter.core.image import from_array
    from segmenter.gui.session.document import document

    labelled.solver.preview = lambda *_: None
    labelled.show(document(from_array(np.zeros((60, 90, 3), np.uint8))))
    stroke((5, 10), (5, 20))
    assert heard == ["There are no segments yet; they come with the first result."]
    assert labelled.state.labels is None


def test_a_stroke_off_the_image_is_no_step(brush, qtbot, canvas, labelled):
    state = labelled.state
    qtbot.mousePress(canvas, Left, pos=QPoint(3, 3))
    qtbot.mouseMove(canvas, QPoint(12, 3))
    qtbot.mouseRelease(canvas, Left, pos=QPoint(12, 3))
    assert labelled.state is state


def test_an_undo_under_way_ends_it(brush, stroke, qtbot, canvas, labelled, spot):
    labelled.select({2})
    stroke((10, 10), (10, 30))
    stroke((20, 10), (20, 30), lift=False)
    labelled.undo()
    qtbot.mouseMove(canvas, spot(25, 30))
    qtbot.mouseRelease(canvas, Left, pos=spot(25, 30))
    assert labels(labelled)[10, 20] == labels(labelled)[20, 20] == 1


def test_another_document_ends_it(brush, stroke, qtbot, canvas, labelled, spot):
    labelled.select({2})
    stroke((10, 10), (10, 30), lift=False)
    labelled.show(None)
    qtbot.mouseMove(canvas, QPoint(100, 100))
    qtbot.mouseRelease(canvas, Left, pos=QPoint(100, 100))
    assert labelled.document is None


def test_another_tool_drops_it(brush, stroke, qtbot, canvas, labelled, view_state, spot):
    labelled.select({2})
    state = labelled.state
    stroke((10, 10), (10, 30), lift=False)
    view_state.set(tool="select")
    assert labelled.shown is state


def test_the_circle_is_as_large_as_what_is_painted(brush, canvas, qtbot, spot, labelled):
    qtbot.mouseMove(canvas, spot(30, 30))
    circle = canvas.tool.extent(canvas._pointer)
    assert circle.width() == pytest.approx(5 * canvas.view.scale + 6, abs=2)
    assert abs(circle.center().x() - spot(30, 30).x()) <= 1


def test_the_lasso_makes_a_new_segment(view_state, stroke, labelled):
    view_state.set(tool="lasso")
    stroke((5, 5), (5, 25), (25, 25), (25, 5))
    assert labels(labelled)[15, 15] == 4
    assert (labels(labelled) == 4).sum() == pytest.approx(400, abs=45)
    assert labelled.selection == {4}
    assert labelled.document.history.undo_name == "Lasso"


def test_the_lasso_gives_to_the_selected_segment(view_state, stroke, labelled):
    view_state.set(tool="lasso")
    labelled.select({2})
    stroke((5, 5), (5, 25), (25, 25), (25, 5))
    assert labels(labelled)[15, 15] == 2
    assert len(labelled.state.segments) == 3


def test_the_lasso_keeps_to_a_segment_and_erases(view_state, stroke, labelled):
    view_state.set(tool="lasso")
    stroke((5, 40), (5, 60), (25, 60), (25, 40), modifiers=Shift | Alt)
    assert labels(labelled)[15, 45] == 0
    assert labels(labelled)[15, 55] == 2


def test_a_lasso_can_be_dropped(view_state, stroke, qtbot, canvas, labelled):
    view_state.set(tool="lasso")
    state = labelled.state
    stroke((5, 5), (5, 25), (25, 25), lift=False)
    assert canvas.tool.extent(canvas._pointer).width() > 20 * canvas.view.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tool.extent(canvas._pointer).isEmpty()
    qtbot.mouseRelease(canvas, Left, pos=QPoint(300, 200))
    assert labelled.state is state


def test_a_lasso_around_nothing_is_no_step(view_state, stroke, labelled):
    view_state.set(tool="lasso")
    state = labelled.state
    stroke((5, 5))
    assert labelled.state is state


def result(session, labels):
    """Let a final result arrive: these labels, for the parameters that are asked for."""
    state = session.state
    made = carried_over(state, np.asarray(labels, np.int32), state.parameters)
    found = SimpleNamespace(parameters=state.parameters)
    session.solver.solved.emit(Outcome(session.document, found, state, made))


@pytest.mark.parametrize("tool", ["lasso", "brush"])
def test_a_result_that_comes_during_a_stroke_waits_for_its_end(
    view_state, stroke, qtbot, canvas, labelled, spot, monkeypatch, tool
):
    """The numbers of the result used to get the pixels of a segment that had another number when the stroke began."""
    view_state.set(tool=tool, brush=5)
    labelled.select({2})
    labelled.use_parameters(labelled.state.parameters.replace(sigma_position=9.0), "Parameters")
    asked = []
    monkeypatch.setattr(labelled.solver, "solve", lambda document, state: asked.append(state))
    stroke((10, 10), (10, 30), (25, 30), lift=False)
    before = labelled.state
    result(labelled, 4 - labels(labelled))
    assert labelled.state is before
    qtbot.mouseRelease(canvas, Left, pos=spot(25, 30))
    assert labels(labelled)[12, 25 if tool == "lasso" else 30] == 2
    assert asked == [labelled.state]  # again, with the stroke on top
    assert labelled.state.held == {2}


def test_strokes_at_any_zoom_hit_what_is_under_the_cursor(brush, stroke, canvas, labelled, spot):
    labelled.select({2})
    for factor in (0.4, 3.0):
        canvas.fit()
        canvas.zoom_at(factor, canvas.rect().center().toPointF())
        row, column = (int(place) for place in canvas.view.to_image(300, 220)[::-1])
        labelled.edit("Brush", edits.paint, 1, Rectangle(0, 0, 60, 90), np.ones((60, 90), bool))
        stroke((row, column))
        rows, columns = np.nonzero(labels(labelled) == 2)
        assert math.isclose(rows.mean(), row, abs_tol=0.01)
        assert math.isclose(columns.mean(), column, abs_tol=0.01)


@pytest.mark.parametrize("tool", ["lasso", "brush"])
def test_what_is_undone_before_anything_is_painted_stays_undone(
    view_state, stroke, qtbot, canvas, labelled, spot, tool
):
    view_state.set(tool=tool, brush=5)
    before = labelled.state
    labelled.select({2})
    assert labelled.edit("Rename", described, {1}, name="gone")
    row, column = next(zip(*(labels(labelled) == 2).nonzero(), strict=True))  # where the brush has nothing to change
    path = [(row, column)] if tool == "brush" else [(5, 5), (5, 25), (25, 25)]
    stroke(*path, lift=False)
    labelled.undo()
    assert labelled.state is before
    qtbot.mouseRelease(canvas, Left, pos=spot(*path[-1]))
    assert not labelled.state.segments[1].name


def test_a_release_that_was_not_heard_ends_the_stroke(brush, stroke, qtbot, canvas, labelled, spot):
    """A dialog that opened while the button was down heard it go up; the next move used to paint on."""
    labelled.select({2})
    stroke((10, 10), (10, 20), lift=False)
    place, none = QPointF(spot(40, 60)), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(canvas, moved)
    assert labels(labelled)[10, 20] == 2
    assert labels(labelled)[30, 45] != 2
    assert labelled.document.history.undo_name == "Brush"


def test_a_new_segment_has_the_class_that_is_chosen_for_new_ones(qtbot, canvas, labelled, stroke):
    labelled.edit("New class", classes.added, "cell")
    canvas.view_state.set(tool="brush", brush=5)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    stroke((10, 10), (10, 20), modifiers=Control)
    assert labelled.state.class_of(4).name == "cell"
    stroke((50, 10), (50, 20))
    assert labelled.state.class_of(4).name == "cell"
    assert labelled.state.class_of(1) is None


@pytest.mark.parametrize("tool", ["brush", "lasso"])
def test_its_lines_are_as_wide_to_the_eye_on_finer_screens(canvas, view_state, stroke, monkeypatch, tool):
    view_state.set(tool=tool, brush=15)
    stroke((5, 10), (5, 50), (30, 50), lift=False)

    def drawn(width):
        monkeypatch.setattr(LayeredView, "line_width", width)
        image = QImage(canvas.size(), QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        canvas.tool.paint(painter, canvas._pointer)
        painter.end()
        alpha = np.frombuffer(image.constBits(), np.uint8)[3::4].reshape(image.height(), image.width())
        rows, columns = np.nonzero(alpha)
        extent = canvas.tool.extent(canvas._pointer)
        assert extent.contains(int(columns.min()), int(rows.min()))
        assert extent.contains(int(columns.max()), int(rows.max()))
        return len(rows)

    assert drawn(2) > 1.7 * drawn(1)
    canvas.cancel()
