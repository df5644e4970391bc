"""A new result takes the place of the old one; what a person held stays."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps
from scipy.optimize import linear_sum_assignment

from segmenter.core.image import from_array, reduced
from segmenter.document import edits
from segmenter.document.carry_over import carried_over, followed, lost, resampled
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.parameters import DEFAULTS

NEW = DEFAULTS.replace(k=5)


def made(*rows, **segments):
    labels = np.array([[int(digit) for digit in row] for row in rows], np.int32)
    numbers = np.unique(labels[labels > 0]).tolist()
    described = {number: Segment(**segments.get(f"s{number}", {})) for number in numbers}
    return with_segments(State(solved=DEFAULTS), described, LabelMap.of(labels))


def carried(state, *rows):
    return carried_over(state, np.array([[int(digit) for digit in row] for row in rows], np.int32), NEW)


def shown(state):
    return ["".join(map(str, row)) for row in state.labels.array().tolist()]


def sound(state):
    present = np.flatnonzero(state.labels.areas()).tolist()
    assert {*present} - {0} == state.segments.keys()


def test_the_first_result():
    state = carried(State(), "1123", "0001")
    assert shown(state) == ["1123", "0001"]
    assert state.segments == dict.fromkeys((1, 2, 3), Segment())
    assert state.solved == NEW


def test_a_first_result_without_labels():
    state = carried(State(), "00")
    assert not state.segments
    assert state.labels.largest() == 0


def tinted(state):
    """Return which colours are seen where."""
    tints = np.array([0, *(state.tint(number) for number in range(1, state.labels.largest() + 1))])
    return ["".join(map(str, row)) for row in tints[state.labels.array()].tolist()]


class TestColours:
    """Where nothing is held the numbers are those of the result, and colours follow what they were of."""

    def test_they_stay_with_what_they_were(self):
        state = carried(made("113322"), "332211")
        assert shown(state) == ["332211"]
        assert tinted(state) == ["113322"]
        assert tinted(carried(state, "112233")) == ["113322"]

    def test_each_is_taken_once(self):
        state = carried(made("1111122"), "1112233")
        assert shown(state) == ["1112233"]
        assert tinted(state) == ["1113322"]
        sound(state)

    def test_as_many_pixels_as_possible_keep_them(self):
        # label 1 shares three pixels with segment 1, but giving it colour 2 lets four pixels keep theirs
        assert tinted(carried(made("1111122"), "1112211")) == ["2221122"]

    def test_chosen_colours_and_visibility_go_with_them(self):
        state = carried(made("1122", s2={"colour": (1, 2, 3), "visible": False}), "2221")
        assert state.segments[2] == Segment(tint=1)
        assert state.segments[1] == Segment(colour=(1, 2, 3), visible=False, tint=2)
        assert shown(state) == ["2221"]

    def test_what_is_new_does_not_take_the_colour_of_what_is_gone(self):
        before = made("1122220", s1={"colour": (1, 2, 3)})
        after = carried(before, "1111112")
        assert shown(after) == ["1111112"]
        assert after.segments == {1: Segment(tint=2), 2: Segment(tint=3)}

    def test_a_segment_is_found_again_by_its_colour(self):
        before = made("113322")
        after = carried(before, "332211")
        assert followed(before, after, {1, 2}) == {3, 1}
        assert followed(before, after, {9}) == frozenset()

    def test_numbers_are_those_of_the_command_line_once_nothing_is_held(self):
        held = carried(made("1122", s2={"locked": True}), "1112")
        assert shown(carried(described(held, [2], locked=False), "2221")) == ["2221"]


class TestNumbers:
    """Where something is held, numbers stay."""

    def test_they_stay_with_what_they_were(self):
        state = carried(made("1133224", s4={"locked": True}), "3322111")
        assert shown(state) == ["1133224"]
        assert tinted(state) == ["1133224"]

    def test_what_is_new_takes_one_that_was_free(self):
        assert shown(carried(made("1122220", s2={"edited": True}), "1333331")) == ["1322221"]

    def test_what_is_gone_is_said(self):
        before = made("1122220", s1={"colour": (1, 2, 3)})
        after = carried(before, "0011112")
        assert after.segments == {1: Segment(tint=2), 2: Segment(tint=3)}
        assert lost(before, after) == ["1 chosen colour went with the segment that had it."]

    def test_of_seventy_thousand_segments(self):
        """A table of all pairs would be 39 GB."""
        labels = np.arange(1, 70_001, dtype=np.int32).reshape(200, 350)
        before = described(carried_over(State(), labels, DEFAULTS), [1], locked=True)
        after = carried_over(before, 70_001 - labels, NEW)
        np.testing.assert_array_equal(after.labels.array(), labels)

    @settings(max_examples=60, deadline=None)
    @given(
        nps.arrays(np.int32, (6, 7), elements=st.integers(0, 5)),
        nps.arrays(np.int32, (6, 7), elements=st.integers(0, 5)),
    )
    def test_no_other_numbers_would_keep_more_pixels(self, old, found):
        numbers = np.unique(old[old > 0]).tolist()
        before = with_segments(State(solved=DEFAULTS), dict.fromkeys(numbers, Segment()), LabelMap.of(old))
        after = carried_over(before, found, NEW)
        tints = np.array([0, *(after.tint(number) if number in after.segments else 0 for number in range(1, 7))])
        kept = np.count_nonzero((tints[after.labels.array()] == old) & (old > 0) & (found > 0))
        table = np.array(
            [[np.count_nonzero((found == new) & (old == was)) for was in range(1, 6)] for new in range(1, 6)]
        )
        rows, columns = linear_sum_assignment(table, maximize=True)
        assert kept == table[rows, columns].sum()

    @settings(max_examples=60, deadline=None)
    @given(
        nps.arrays(np.int32, (6, 7), elements=st.integers(0, 5)),
        nps.arrays(np.int32, (6, 7), elements=st.integers(0, 5)),
        st.sets(st.integers(1, 5)),
        st.booleans(),
    )
    def test_any_labels_after_any_labels(self, old, found, held, erased):
        numbers = np.unique(old[old > 0]).tolist()
        segments = {number: Segment(edited=number in held) for number in numbers}
        before = with_segments(State(solved=DEFAULTS, erased=erased), segments, LabelMap.of(old))
        after = carried_over(before, found, NEW)
        sound(after)
        labels = after.labels.array()
        kept = np.isin(old, [*held, 0] if erased else list(held))
        np.testing.assert_array_equal(labels[kept], old[kept])
        pairs = {(one, other) for one, other in zip(found[~kept], labels[~kept], strict=True)}
        assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})
        assert all((one == 0) == (other == 0) for one, other in pairs)
        assert not {other for _, other in pairs} & held & set(numbers)


class TestHeld:
    @pytest.mark.parametrize("why", [{"locked": True}, {"edited": True}, {"name": "cell"}])
    def test_pixels_are_put_back(self, why):
        state = carried(made("1122", s2=why), "1112")
        assert shown(state) == ["1122"]
        assert state.segments[2] == Segment(**why)

    def test_a_chosen_colour_alone_holds_nothing(self):
        assert shown(carried(made("1122", s2={"colour": (1, 2, 3)}), "1112")) == ["1112"]

    def test_their_numbers_are_not_given_to_others(self):
        state = carried(made("1222", s1={"locked": True}), "4112")
        assert shown(state) == ["1223"]
        assert state.segments[1].locked
        sound(state)

    def test_numbers_beyond_those_of_the_result(self):
        assert shown(carried(made("1199", s9={"edited": True}), "1212")) == ["1299"]

    def test_a_label_that_is_held_altogether_is_no_segment(self):
        state = carried(made("1122", s2={"edited": True}), "1123")
        assert state.segments.keys() == {1, 2}

    def test_everything(self):
        state = made("1122", s1={"edited": True}, s2={"edited": True})
        assert shown(carried(state, "1111")) == ["1122"]


class TestBackground:
    def test_what_was_erased_stays_so(self):
        state = edits.delete(made("1122"), [2])
        assert shown(carried(state, "1233")) == ["1200"]
        assert carried(state, "1233").erased

    def test_what_was_background_by_itself_does_not(self):
        assert shown(carried(made("1100"), "1122")) == ["1122"]
        assert shown(carried(made("1122"), "1120")) == ["1120"]

    def test_all_background(self):
        state = edits.delete(made("1"), [1])
        assert shown(carried(state, "1")) == ["0"]


class TestReduced:
    @pytest.mark.parametrize(
        ("shape", "factor"), [((12, 18), 3), ((13, 17), 5), ((1, 50), 7), ((1, 1), 1), ((40, 3), 4)]
    )
    def test_the_blocks_are_those_of_a_reduced_image(self, shape, factor):
        labels = np.arange(np.prod(shape), dtype=np.int32).reshape(shape)
        small = reduced(from_array(labels.astype(np.uint16)), factor).shape
        taken = resampled(LabelMap.of(labels.copy()), small)
        assert taken.shape == small
        for row, column in np.ndindex(*small):
            block = labels[row * factor : (row + 1) * factor, column * factor : (column + 1) * factor]
            assert taken[row, column] in block

    def test_the_same_shape_is_no_copy(self):
        labels = LabelMap.of(np.ones((3, 4), np.int32))
        assert resampled(labels, (3, 4)).base is labels.whole or resampled(labels, (3, 4)) is labels.whole

    def test_a_preview_keeps_what_is_held(self):
        before = made("11112222", "11112222", s2={"name": "cell"})
        after = carried(before, "1112")
        assert shown(after) == ["1122"]
        assert after.segments == {1: Segment(), 2: Segment("cell")}

    def test_a_held_segment_too_small_for_a_preview_is_still_listed(self):
        before = described(made("21111111", "11111111"), [2], name="speck")
        after = carried(before, "1122")
        assert after.segments[2].name == "speck"
        assert 2 not in after.labels.array()

    def test_a_first_preview(self):
        assert shown(carried(State(), "12")) == ["12"]


def test_painting_survives_a_change_of_parameters():
    before = made("111222")
    painted = edits.paint(before, before.free_number(), Rectangle(0, 2, 1, 4), np.ones((1, 2), bool))
    assert shown(carried(painted, "111112")) == ["113312"]


def test_nothing_is_said_where_nothing_is_lost():
    before = made("12", s1={"colour": (1, 2, 3)})
    assert lost(before, carried(before, "12")) == []
    two = made("1122", s1={"colour": (1, 2, 3)}, s2={"colour": (3, 2, 1)})
    gone = with_segments(two, {}, two.labels)
    assert lost(two, gone) == ["2 chosen colours went with the segments that had them."]
