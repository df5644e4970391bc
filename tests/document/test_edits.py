"""Edits: what they do to pixels and segments, and what they refuse."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps
from scipy.ndimage import binary_fill_holes

from segmenter.core.regions.pieces import pieces
from segmenter.document import edits
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.errors import EditError
from segmenter.parameters import DEFAULTS


def made(rows):
    """Return a state of the labels given as rows of digits, or as an array."""
    labels = np.array([[int(digit) for digit in row] for row in rows] if isinstance(rows[0], str) else rows, np.int32)
    numbers = np.unique(labels[labels > 0]).tolist()
    return with_segments(State(solved=DEFAULTS), {number: Segment() for number in numbers}, LabelMap.of(labels))


def shown(state):
    """Return the labels as rows of digits."""
    return ["".join(map(str, row)) for row in state.labels.array().tolist()]


def sound(state):
    """Assert that every label has its segment and every segment its pixels."""
    present = np.flatnonzero(state.labels.areas()).tolist()
    assert {*present} - {0} == state.segments.keys()


def whole(state):
    return Rectangle(0, 0, *state.labels.shape)


ALL = [edits.merge, edits.delete, edits.split_pieces, edits.fill_holes, edits.absorb]


@pytest.mark.parametrize("edit", ALL)
class TestRefusals:
    def test_nothing_is_selected(self, edit):
        with pytest.raises(EditError, match="Select a segment first"):
            edit(made(["12"]), [])

    def test_there_is_nothing_yet(self, edit):
        with pytest.raises(EditError, match="There are no segments yet"):
            edit(State(), [1])

    def test_one_is_locked(self, edit):
        state = described(made(["12"]), [2], locked=True, name="cell")
        with pytest.raises(EditError, match="cell is locked; unlock it first"):
            edit(state, [1, 2])

    def test_one_does_not_exist(self, edit):
        with pytest.raises(KeyError):
            edit(made(["12"]), [1, 3])


class TestMerge:
    def test_the_largest_gives_the_number(self):
        state = edits.merge(made(["1122", "1222", "3333"]), [1, 2])
        assert shown(state) == ["2222", "2222", "3333"]
        assert state.segments == {2: Segment(edited=True), 3: Segment()}

    def test_the_smallest_number_of_equals(self):
        assert shown(edits.merge(made(["2211"]), {2, 1})) == ["1111"]

    def test_a_name_counts_more_than_size(self):
        state = described(made(["1222"]), [1], name="cell", colour=(1, 2, 3), visible=False)
        state = edits.merge(state, [1, 2])
        assert shown(state) == ["1111"]
        assert state.segments == {1: Segment("cell", (1, 2, 3), visible=False, edited=True)}

    def test_the_largest_of_the_named(self):
        state = described(described(made(["1223333"]), [1], name="a"), [2], name="b")
        assert edits.merge(state, [1, 2, 3]).segments[2].name == "b"

    def test_they_need_not_touch(self):
        assert shown(edits.merge(made(["1213"]), [2, 3])) == ["1212"]

    @pytest.mark.parametrize("numbers", [[1], [1, 1]])
    def test_one_is_not_enough(self, numbers):
        with pytest.raises(EditError, match="two or more"):
            edits.merge(made(["12"]), numbers)


class TestDelete:
    def test_pixels_become_background(self):
        state = edits.delete(made(["1122", "3344"]), [2, 3])
        assert shown(state) == ["1100", "0044"]
        assert state.segments.keys() == {1, 4}

    def test_it_counts_as_an_edit(self):
        state = made(["12"])
        assert not state.edited
        assert edits.delete(state, [1]).edited

    def test_the_last_one(self):
        state = edits.delete(made(["1"]), [1])
        assert shown(state) == ["0"]
        assert not state.segments


class TestSplit:
    def test_a_part_gets_the_first_free_number(self):
        state = described(made(["1144", "1144"]), [4], name="cell")
        part = Rectangle(0, 1, 2, 3)
        state = edits.split(state, 4, part, np.array([[True, True], [True, False]]))
        assert shown(state) == ["1124", "1144"]
        assert state.segments == {1: Segment(), 2: Segment(edited=True), 4: Segment("cell", edited=True)}

    @pytest.mark.parametrize("side", [True, False])
    def test_both_parts_must_have_pixels(self, side):
        state = made(["12"])
        with pytest.raises(EditError, match="one of the parts would be empty"):
            edits.split(state, 2, whole(state), np.full((1, 2), side))


class TestSplitPieces:
    def test_the_largest_piece_keeps_number_and_name(self):
        state = described(made(["1021", "0011", "1111"]), [1], name="cell", locked=False)
        state = edits.split_pieces(state, [1])
        assert shown(state) == ["3021", "0011", "1111"]
        assert state.segments[1] == Segment("cell", edited=True)
        assert state.segments[3] == Segment(edited=True)

    def test_corners_do_not_connect(self):
        assert shown(edits.split_pieces(made(["12", "21"]), [1, 2])) == ["12", "43"]

    def test_segments_in_one_piece_are_left_alone(self):
        state = edits.split_pieces(made(["1213"]), [1, 2])
        assert state.segments == {1: Segment(edited=True), 2: Segment(), 3: Segment(), 4: Segment(edited=True)}

    def test_nothing_to_split(self):
        with pytest.raises(EditError, match="in one piece already"):
            edits.split_pieces(made(["11"]), [1])

    @settings(max_examples=100, deadline=None)
    @given(nps.arrays(np.int32, (9, 11), elements=st.integers(0, 3)))
    def test_every_piece_is_a_segment(self, labels):
        state = made(labels)
        expected, owner = pieces(labels)
        if len(owner) - 1 == len(state.segments):
            return
        after = edits.split_pieces(state, list(state.segments))
        sound(after)
        np.testing.assert_array_equal(pieces(after.labels.array())[0] > 0, expected > 0)
        assert len(after.segments) == len(owner) - 1
        assert len(pieces(after.labels.array())[1]) == len(owner)

    def test_thousands_of_pieces(self):
        board = (np.indices((150, 150)).sum(axis=0) % 2).astype(np.int32)
        state = edits.split_pieces(made(board), [1])
        assert len(state.segments) == 150 * 150 // 2
        sound(state)


class TestFillHoles:
    def test_what_is_inside_goes(self):
        state = edits.fill_holes(made(["11110", "12010", "11112"]), [1])
        assert shown(state) == ["11110", "11110", "11112"]
        assert state.segments == {1: Segment(edited=True), 2: Segment()}

    def test_a_segment_that_was_all_hole_is_gone(self):
        state = edits.fill_holes(made(["111", "121", "111"]), [1])
        assert state.segments.keys() == {1}

    def test_one_that_is_swallowed_by_another_of_the_selection(self):
        state = edits.fill_holes(made(["111", "121", "111"]), [1, 2])
        assert state.segments == {1: Segment(edited=True)}

    def test_a_locked_segment_stays(self):
        state = described(made(["1111", "1231", "1111"]), [2], locked=True)
        assert shown(edits.fill_holes(state, [1])) == ["1111", "1211", "1111"]

    def test_holes_in_holes(self):
        rows = ["11111", "12221", "12121", "12221", "11111"]
        assert shown(edits.fill_holes(made(rows), [2])) == ["11111", "12221", "12221", "12221", "11111"]

    @pytest.mark.parametrize("rows", [["11", "12"], ["1"], ["0110"]])
    def test_nothing_to_fill(self, rows):
        with pytest.raises(EditError, match="no holes"):
            edits.fill_holes(made(rows), [1])

    @settings(max_examples=100, deadline=None)
    @given(nps.arrays(np.int32, (8, 9), elements=st.sampled_from([0, 1, 1, 2])))
    def test_against_scipy(self, labels):
        expected = binary_fill_holes(labels == 1)
        if (expected == (labels == 1)).all():
            return
        after = edits.fill_holes(made(labels), [1])
        np.testing.assert_array_equal(after.labels.array(), np.where(expected, 1, labels))
        sound(after)


class TestAbsorb:
    def test_the_longest_border_decides(self):
        state = edits.absorb(made(["11133", "12233", "12233"]), [2])
        assert shown(state) == ["11133", "11133", "11133"]
        assert state.segments == {1: Segment(edited=True), 3: Segment()}

    def test_the_smaller_number_of_equals(self):
        assert shown(edits.absorb(made(["3", "2", "1"]), [2])) == ["3", "1", "1"]

    def test_each_piece_goes_its_own_way(self):
        assert shown(edits.absorb(made(["121133233"]), [2])) == ["111133333"]

    def test_locked_neighbours_and_background_take_nothing(self):
        state = described(made(["01", "12", "14"]), [1], locked=True)
        assert shown(edits.absorb(state, [2])) == ["01", "14", "14"]

    def test_a_piece_without_neighbours_stays(self):
        state = edits.absorb(made(["12002"]), [2])
        assert shown(state) == ["11002"]
        assert state.segments.keys() == {1, 2}

    def test_selected_neighbours_go_together(self):
        assert shown(edits.absorb(made(["12344"]), [2, 3])) == ["11144"]

    @pytest.mark.parametrize("rows", [["11"], ["10"]])
    def test_nobody_is_there(self, rows):
        with pytest.raises(EditError, match="no unlocked neighbour"):
            edits.absorb(made(rows), [1])

    @settings(max_examples=100, deadline=None)
    @given(nps.arrays(np.int32, (7, 8), elements=st.integers(0, 4)), st.sets(st.integers(1, 4), min_size=1))
    def test_against_counting_borders(self, labels, numbers):
        state = made(labels)
        numbers = numbers & state.segments.keys()
        owners = longest(labels, numbers)
        if not any(owners.values()):
            return
        after = edits.absorb(state, numbers)
        sound(after)
        found, _ = pieces(np.isin(labels, list(numbers)).astype(np.int32))
        expected = labels.copy()
        for piece, owner in owners.items():
            if owner:
                expected[found == piece] = owner
        np.testing.assert_array_equal(after.labels.array(), expected)


def longest(labels, numbers):
    """Return the neighbour with the longest border of each piece, one pixel after the other."""
    found, _ = pieces(np.isin(labels, list(numbers)).astype(np.int32))
    borders = {piece: {} for piece in range(1, found.max() + 1)}
    for row, column in np.argwhere(found > 0):
        for other in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            inside = 0 <= other[0] < labels.shape[0] and 0 <= other[1] < labels.shape[1]
            if inside and labels[other] > 0 and labels[other] not in numbers:
                of = borders[found[row, column]]
                of[labels[other]] = of.get(labels[other], 0) + 1
    return {piece: max(of, key=lambda one, of=of: (of[one], -one)) if of else 0 for piece, of in borders.items()}


class TestPaint:
    STROKE = Rectangle(0, 1, 1, 3)

    def paint(self, state, number, **options):
        return edits.paint(state, number, self.STROKE, np.ones((1, 2), bool), **options)

    def test_pixels_change_hands(self):
        state = self.paint(made(["1223"]), 3)
        assert shown(state) == ["1333"]
        assert state.segments == {1: Segment(), 2: Segment(), 3: Segment(edited=True)}
        assert edits.settled(state).segments.keys() == {1, 3}

    def test_with_a_free_number(self):
        state = made(["1223"])
        state = edits.settled(self.paint(state, state.free_number()))
        assert shown(state) == ["1443"]
        assert state.segments[4] == Segment(edited=True)

    def test_a_number_that_has_just_lost_its_last_pixel(self):
        state = self.paint(self.paint(made(["1223"]), 3), 2)
        assert shown(state) == ["1223"]
        sound(state)

    def test_with_the_background(self):
        state = edits.settled(self.paint(made(["1223"]), edits.BACKGROUND))
        assert shown(state) == ["1003"]
        assert state.edited
        assert state.segments.keys() == {1, 3}

    def test_only_the_segment_where_the_stroke_began(self):
        assert shown(self.paint(made(["1233"]), 1, within=3)) == ["1213"]

    def test_a_locked_segment_keeps_its_pixels(self):
        state = described(made(["1233"]), [3], locked=True)
        assert shown(self.paint(state, 1)) == ["1133"]
        with pytest.raises(EditError, match="Segment 3 is locked"):
            self.paint(state, 3)

    def test_nothing_new(self):
        state = made(["1223"])
        assert self.paint(state, 2) is state
        with pytest.raises(EditError, match="no segments yet"):
            self.paint(State(), 1)


def test_states_are_settled_already():
    state = made(["12"])
    assert edits.settled(state) is state


def test_painting_shows_what_was_hidden():
    hidden = described(made(["112", "122"]), {1}, visible=False)
    assert edits.paint(hidden, 1, whole(hidden), np.ones((2, 3), bool)).segments[1].visible


def test_what_is_released_is_made_anew():
    state = made(["112", "122"])
    assert edits.release(state, {1, 2}) is state
    named = described(state, {1}, name="sky", locked=True)
    free = edits.release(named, {1, 2})
    assert not free.held
    assert free.stale
    assert shown(free) == shown(state)


class TestClasses:
    def test_parts_have_the_class_of_the_whole(self):
        state = described(made(["1101", "1101"]), [1], class_number=3)
        pieces = edits.split_pieces(state, [1])
        assert {segment.class_number for segment in pieces.segments.values()} == {3}
        side = np.array([[True, False, False, False]] * 2)
        assert edits.split(state, 1, Rectangle(0, 0, 2, 4), side).segments[2].class_number == 3

    def test_merged_segments_have_the_class_of_the_one_that_stays_or_of_the_largest_that_has_one(self):
        state = made(["11112223344"])
        state = described(described(state, [2], class_number=5), [3], class_number=6)
        assert edits.merge(state, [1, 2, 3]).segments[1].class_number == 5
        assert edits.merge(described(state, [1], class_number=7), [1, 2]).segments[1].class_number == 7
        assert edits.merge(state, [1, 4]).segments[1].class_number == 0


class TestNumbers:
    def test_they_go_by_area_and_everything_goes_with_them(self):
        state = described(made(["2999940007"]), [9], name="large", class_number=1)
        state = described(state, [4], locked=True)
        seen = {number: state.colours()[number].tolist() for number in state.segments}
        after = edits.renumbered(state)
        assert shown(after) == ["2111130004"]
        assert after.segments[1].name == "large"
        assert after.segments[3].locked
        colours = after.colours().tolist()
        assert [colours[1], colours[2], colours[3], colours[4]] == [seen[9], seen[2], seen[4], seen[7]]
        assert edits.renumbered(after) is after

    def test_there_is_nothing_yet(self):
        with pytest.raises(EditError, match="no segments yet"):
            edits.renumbered(State())


class TestAddingObjects:
    @pytest.fixture
    def state(self):
        return made(["1122", "1122", "3333"])

    def test_a_segment_of_its_own(self, state):
        part = Rectangle(0, 0, 2, 2)
        new = state.free_number()
        after = edits.add_object(state, part, np.ones((2, 2), bool))
        assert (after.labels.array()[:2, :2] == new).all()
        assert after.segments[new].edited
        assert after.labels.areas().sum() == state.labels.areas().sum()

    def test_what_was_worked_on_before_stays(self, state):
        part = Rectangle(0, 0, 2, 2)
        once = edits.add_object(state, part, np.ones((2, 2), bool))
        twice = edits.add_object(once, Rectangle(0, 0, 3, 2), np.ones((3, 2), bool))
        assert (twice.labels.array()[:2, :2] == once.labels.array()[:2, :2]).all()
        with pytest.raises(EditError, match="were edited"):
            edits.add_object(once, part, np.ones((2, 2), bool))

    def test_nothing_is_no_object(self, state):
        with pytest.raises(EditError, match="Nothing is selected"):
            edits.add_object(state, Rectangle(0, 0, 0, 0), np.zeros((0, 0), bool))
