"""Labels in tiles behave as a plain array does, and share what does not change."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from segmenter.document import label_map
from segmenter.document.label_map import TILE, LabelMap, Rectangle

SMALL = 4
"""Rows and columns of a tile in most of these tests, so that small arrays have many."""


@pytest.fixture(autouse=True, scope="module")
def small_tiles():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(label_map, "TILE", SMALL)
        yield


SHAPES = st.tuples(st.integers(1, 13), st.integers(1, 13))
ARRAYS = SHAPES.flatmap(lambda shape: nps.arrays(np.int32, shape, elements=st.integers(0, 6)))


@st.composite
def parts(draw, shape):
    """Draw a rectangle inside an image."""
    top, left = (draw(st.integers(0, extent - 1)) for extent in shape)
    bottom, right = (draw(st.integers(start, extent)) for start, extent in zip((top, left), shape, strict=True))
    return Rectangle(top, left, bottom, right)


@st.composite
def edited(draw):
    """Draw an array and a map of the same labels that has come about in several steps."""
    array = draw(ARRAYS)
    made = LabelMap.of(array.copy())
    for _ in range(draw(st.integers(0, 3))):
        if draw(st.booleans()):
            part = draw(parts(array.shape))
            height, width = part.bottom - part.top, part.right - part.left
            patch = draw(nps.arrays(np.int32, (height, width), elements=st.integers(0, 9)))
            array[part.slices] = patch
            made = made.replaced(part, patch)
        else:
            lookup = draw(nps.arrays(np.int64, 10, elements=st.integers(0, 9)))
            array = lookup.astype(np.int32)[array]
            made = made.mapped(lookup)
    return array, made


@settings(max_examples=100, deadline=None)
@given(edited())
def test_it_is_the_array(pair):
    array, made = pair
    assert made.shape == array.shape
    whole = made.array()
    assert whole.dtype == np.int32
    np.testing.assert_array_equal(whole, array)
    assert made.largest() == array.max()
    np.testing.assert_array_equal(made.areas(), np.bincount(array.ravel()))
    for row, column in np.ndindex(*array.shape):
        assert made.at(row, column) == array[row, column]


@settings(max_examples=100, deadline=None)
@given(edited(), st.sets(st.integers(0, 12)))
def test_what_is_asked_for_labels(pair, labels):
    array, made = pair
    wanted = np.isin(array, list(labels))
    assert sum(map(made.area, labels)) == np.count_nonzero(wanted)
    np.testing.assert_array_equal(made.table(labels)[array], wanted)
    found = made.bounds(labels)
    if wanted.any():
        rows, columns = np.nonzero(wanted)
        assert found == Rectangle(rows.min(), columns.min(), rows.max() + 1, columns.max() + 1)
    else:
        assert found.empty
        assert made.window(found).size == 0


@settings(max_examples=100, deadline=None)
@given(edited(), st.data())
def test_parts_of_it(pair, data):
    array, made = pair
    part = data.draw(parts(array.shape))
    np.testing.assert_array_equal(made.window(part), array[part.slices])
    rows, columns = (
        np.array(sorted(data.draw(st.sets(st.integers(0, extent - 1)))), np.intp) for extent in array.shape
    )
    np.testing.assert_array_equal(made.picked(rows, columns), array[np.ix_(rows, columns)])


@settings(max_examples=100, deadline=None)
@given(edited(), st.data())
def test_changes_are_told_and_nothing_else_is_copied(pair, data):
    array, before = pair
    part = data.draw(parts(array.shape))
    patch = data.draw(nps.arrays(np.int32, array[part.slices].shape, elements=st.integers(0, 9)))
    after = before.replaced(part, patch)
    changed = np.zeros(array.shape, bool)
    for place in after.changes(before):
        assert (after.window(place) != before.window(place)).any()
        changed[place.slices] = True
    assert changed[after.array() != before.array()].all()
    assert (after is before) == (not changed.any())
    np.testing.assert_array_equal(before.array(), array)


@pytest.mark.parametrize("extent", [1, TILE - 1, TILE, TILE + 1, 2 * TILE + 1])
def test_tiles_as_large_as_they_are(extent, monkeypatch):
    monkeypatch.setattr(label_map, "TILE", TILE)
    array = np.random.default_rng(0).integers(0, 5, (extent, 3), np.int32)
    made = LabelMap.of(array.copy())
    assert len(made.tiles) == -(-extent // TILE)
    moved = made.mapped(np.array([0, 2, 1, 3, 4]))
    np.testing.assert_array_equal(moved.array(), np.array([0, 2, 1, 3, 4])[array])
    part = Rectangle(extent - 1, 0, extent, 3)
    swept = moved.replaced(part, np.full((1, 3), 9, np.int32))
    assert swept.bounds([9]) == part
    assert len(swept.changes(moved)) == 1


def test_a_tile_without_the_label_stays_the_same():
    made = LabelMap.of(np.repeat(np.arange(1, 4, dtype=np.int32), SMALL)[None].copy())
    changed = made.mapped(np.array([0, 1, 7, 3], np.int32))
    assert changed.changes(made) == [Rectangle(0, SMALL, 1, 2 * SMALL)]
    assert made.mapped(np.arange(4)) is made


def test_nothing_can_be_written_to():
    array = np.ones((9, 9), np.int32)
    made = LabelMap.of(array)
    steps = [made, made.mapped(np.array([0, 2])), made.replaced(Rectangle(0, 0, 2, 9), np.zeros((2, 9), np.int32))]
    for step in steps:
        for view in (step.array(), step.window(Rectangle(0, 0, 2, 6)), step.tiles[0][0].labels):
            with pytest.raises(ValueError, match="read-only"):
                view[0, 0] = 5
    with pytest.raises(ValueError, match="read-only"):
        array[0, 0] = 5


def test_no_copy_until_something_is_edited():
    array = np.ones((9, 9), np.int32)
    made = LabelMap.of(array)
    assert made.array().base is array or made.array() is array
    assert made.buffers() == {id(array): array.nbytes}
    edited = made.replaced(Rectangle(0, 0, 1, 1), np.zeros((1, 1), np.int32))
    assert sorted(edited.buffers().values()) == [4 * SMALL**2, array.nbytes]


@pytest.mark.parametrize("kind", [np.uint32, np.uint8, np.int64])
def test_labels_of_other_types_and_views(kind):
    array = np.arange(42, dtype=kind).reshape(6, 7)[:, ::-1]
    made = LabelMap.of(array)
    assert made.array().dtype == np.int32
    np.testing.assert_array_equal(made.array(), array)
    view = LabelMap.of(np.arange(42, dtype=np.uint32).reshape(6, 7).view(np.int32))
    assert view.array().dtype == np.int32
    frozen = np.frombuffer(bytes(4 * 42), np.int32).reshape(6, 7)
    assert list(LabelMap.of(frozen).buffers().values()) == [4 * 42]


def test_all_background():
    made = LabelMap.of(np.zeros((1, 1), np.int32))
    assert made.largest() == 0
    assert made.areas().tolist() == [1]
    assert made.bounds([1, 2]).empty
    assert made.bounds([]).empty


class TestRectangle:
    def test_within(self):
        assert Rectangle(2, 3, 5, 6).grown(4).within((7, 8)) == Rectangle(0, 0, 7, 8)

    def test_empty(self):
        assert Rectangle(2, 2, 2, 5).empty
        assert not Rectangle(2, 2, 3, 3).empty

    def test_united(self):
        assert Rectangle(0, 4, 2, 6).united(Rectangle(1, 1, 5, 5)) == Rectangle(0, 1, 5, 6)

    def test_slices(self):
        assert np.arange(20).reshape(4, 5)[Rectangle(1, 2, 3, 4).slices].tolist() == [[7, 8], [12, 13]]


def test_large_numbers_cost_nothing_in_each_tile():
    """A number of a million used to take 8 MB in every tile it is in."""
    labels = np.ones((2 * SMALL, SMALL), np.int32)
    labels[::2, 1] = 1_000_000
    found = LabelMap.of(labels)
    tiles = [tile for row in found.tiles for tile in row]
    assert len(tiles) == 2
    assert all(tile.present.size == tile.counts.size == 2 for tile in tiles)
    assert (found.largest(), found.area(1_000_000), found.area(5)) == (1_000_000, SMALL, 0)
    assert found.bounds([1_000_000]) == Rectangle(0, 1, 2 * SMALL - 1, 2)
    lookup = np.arange(1_000_001, dtype=np.int32)
    lookup[1_000_000] = 1
    assert found.mapped(lookup).areas().tolist() == [0, 2 * SMALL * SMALL]
