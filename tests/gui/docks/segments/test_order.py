"""Which segments are in the table, and in which order; that rows keep what belongs to them is in test_model."""

import numpy as np
import pytest

from segmenter.document import classes
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State
from segmenter.gui.docks.segments.columns import Column
from segmenter.gui.docks.segments.measuring import Measured
from segmenter.gui.docks.segments.order import ALL, area, class_name, passing, sort_key


@pytest.fixture
def state():
    labels = np.repeat(np.array([1, 2, 9, 10], np.int32), [40, 20, 10, 30])[:, None]
    segments = {1: Segment(), 2: Segment(name="cell 10"), 9: Segment(name="cell 9", visible=False), 10: Segment()}
    state = State(labels=LabelMap.of(labels), segments=segments)
    return classes.assigned_by_name(state, [2, 10], "Nucleus")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("", ALL, [1, 2, 9, 10]),
        ("10", ALL, [2, 10]),  # as a number, and in a name
        ("CELL", ALL, [2, 9]),
        ("nucl", ALL, [2, 10]),
        ("", 1, [2, 10]),
        ("", 0, [1, 9]),
        ("cell", 1, [2]),
        ("x", ALL, []),
    ],
)
def test_what_is_wanted(state, text, kind, found):
    assert passing(state, text, kind) == found


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.NAME, [1, 10, 9, 2]),  # cell 9 before cell 10
        (Column.CLASS, [2, 10, 1, 9]),  # those without one last
        (Column.AREA, [9, 2, 10, 1]),
        (Column.EYE, [1, 2, 10, 9]),
        (Column.PIECES, [9, 10, 2, 1]),  # not measured yet, then 0, 1, 2
    ],
)
def test_each_column_has_its_order(state, column, order):
    pieces = np.array([0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    measured = Measured(pieces, np.zeros((11, 1)))
    assert sorted([1, 2, 9, 10], key=sort_key(column, state, measured)) == order


def test_what_is_said_of_a_segment(state):
    assert (class_name(state, 2), class_name(state, 1)) == ("Nucleus", "")
    assert (area(state, 1), area(state, 11)) == (40, 0)
