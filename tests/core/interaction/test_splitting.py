"""Splitting one segment: the tree first, then its own eigenvectors, nothing twice and no specks."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core import pipeline
from segmenter.core.image import from_array
from segmenter.core.interaction import splitting
from segmenter.core.interaction.splitting import NODES, alternatives, tree_split
from segmenter.core.regions.pieces import pieces
from segmenter.core.regions.tree import RegionTree
from segmenter.progress import Cancelled, ignore

PARAMETERS = Parameters().replace(minimum_region=10)
STRIPS = np.repeat(np.arange(1, 5, dtype=np.int32), 10)[None].repeat(8, axis=0)
"""Four base regions side by side, 8 rows of 10 columns each."""


def spectral_split(image, inside, parameters, which=1, least=1, progress=ignore):
    """Split a segment along an eigenvector of its own, counted after the first."""
    solved = splitting._solve(image, inside, parameters, which, progress)
    return splitting._eigenvector_split(solved, which, least)


def tree_of(merges, base=STRIPS):
    return RegionTree(base, np.array(merges, np.int32).reshape(-1, 2), np.arange(1.0, len(merges) + 1))


PAIRS = tree_of([(1, 2), (4, 3), (3, 1)])


def noisy(values, noise=0.01, seed=0):
    values = np.asarray(values, float)
    return from_array(np.clip(values + np.random.default_rng(seed).normal(0, noise, values.shape), 0, 1))


def halves(rows, columns, at):
    image = np.full((rows, columns), 0.3)
    image[:, at:] = 0.7
    return noisy(image)


def everywhere(image):
    return np.ones(image.shape, bool)


class TestTree:
    def test_it_splits_where_the_last_merge_joins(self):
        split = tree_split(PAIRS, STRIPS, np.ones_like(STRIPS, bool))
        assert np.array_equal(split.side, STRIPS > 2)
        assert (split.source, split.number, split.cut) == ("tree", 2, None)

    def test_it_splits_what_is_inside(self):
        split = tree_split(PAIRS, STRIPS, STRIPS > 2)
        assert np.array_equal(split.side, STRIPS == 4)
        assert split.number == 3
        assert PAIRS.cut(k=2)[3] == PAIRS.cut(k=2)[4]
        assert PAIRS.cut(k=3)[3] != PAIRS.cut(k=3)[4]

    def test_the_smaller_part_is_the_side(self):
        inside = np.ones_like(STRIPS, bool)
        inside[:4, :20] = False
        assert np.array_equal(tree_split(PAIRS, STRIPS, inside).side, inside & (STRIPS < 3))

    def test_slivers_of_regions_do_not_count_and_go_where_their_border_is(self):
        inside = STRIPS < 3
        inside[:, 20:22] = True  # of the third region
        split = tree_split(PAIRS, STRIPS, inside)
        assert np.array_equal(split.side, STRIPS == 1)
        assert split.number == 4

    def test_a_segment_of_parts_of_regions_is_split_between_them(self):
        inside = np.zeros_like(STRIPS, bool)
        inside[2:5, 16:24] = True
        assert np.array_equal(tree_split(PAIRS, STRIPS, inside).side, inside & (STRIPS == 3))

    def test_a_speck_is_not_split_off_again(self):
        base = STRIPS.copy()
        base[0, 5] = 5
        tree = tree_of([(1, 2), (3, 4), (4, 1), (1, 5)], base)
        assert np.count_nonzero(tree_split(tree, base, np.ones_like(base, bool)).side) == 1
        split = tree_split(tree, base, np.ones_like(base, bool), 10)
        assert np.array_equal(split.side, STRIPS > 2)

    def test_pixels_outside_the_tree_go_to_a_part(self):
        base = STRIPS.copy()
        base[:, 38:] = 0
        split = tree_split(PAIRS, base, np.ones_like(base, bool))
        assert np.array_equal(split.side, STRIPS > 2) or np.array_equal(split.side, STRIPS < 3)

    @pytest.mark.parametrize("inside", [STRIPS == 2, STRIPS == 9, (STRIPS == 2) & (np.indices(STRIPS.shape)[0] < 3)])
    def test_one_region_or_less_is_not_split(self, inside):
        assert tree_split(PAIRS, STRIPS, inside) is None

    def test_a_tree_of_one_region(self):
        base = np.ones((4, 4), np.int32)
        assert tree_split(tree_of([], base), base, base > 0) is None


class TestSpectral:
    @pytest.mark.parametrize("shape", [(20, 30), (12, 1), (1, 12), (310, 330)])
    def test_two_halves(self, shape):
        axis = int(shape[0] < shape[1])
        at = shape[axis] // 3
        values = np.full(shape, 0.3)
        values[(slice(None),) * axis + (slice(at),)] = 0.7
        image = noisy(values)
        split = spectral_split(image, everywhere(image), PARAMETERS)
        assert (split.side == (values == 0.7)).mean() > (0.998 if image.pixels.size > NODES else 0.9999)
        assert (split.source, split.number) == ("eigenvector", 2)
        assert 0 <= split.cut < 0.2
        assert not split.side.flags.writeable

    def test_only_the_segment_counts(self):
        image = np.tile(np.linspace(0, 1, 40), (30, 1))  # strong contrasts, but not in the segment
        inside = np.zeros(image.shape, bool)
        inside[5:25, 8:12] = inside[21:25, 8:34] = True  # an L
        image[inside] = 0.4
        corner = inside & (np.indices(image.shape)[0] < 14)
        image[corner] = 0.5
        split = spectral_split(noisy(image, 0.002), inside, PARAMETERS)
        assert np.array_equal(split.side, corner)

    def test_a_third_eigenvector_finds_the_third_area(self):
        values = np.full((24, 48), 0.2)
        values[:, 16:30] = 0.5
        values[:, 30:] = 0.8
        image = noisy(values)
        first, second = (spectral_split(image, everywhere(image), PARAMETERS, which) for which in (1, 2))
        parts = first.side + 2 * second.side
        assert [len(np.unique(parts[values == value])) for value in (0.2, 0.5, 0.8)] == [1, 1, 1]
        assert len(np.unique(parts)) == 3

    def test_pieces_are_taken_apart_for_nothing(self):
        image = noisy(np.full((30, 60), 0.5))
        inside = np.zeros(image.shape, bool)
        inside[3:12, 3:12] = inside[15:28, 40:58] = True
        split = spectral_split(image, inside, PARAMETERS)
        assert split.cut == pytest.approx(0, abs=1e-6)
        assert np.array_equal(np.flatnonzero(split.side.any(axis=1)), np.arange(3, 12))

    def test_a_lonely_pixel_goes_to_the_part_it_resembles(self):
        values = np.full((20, 50), 0.3)
        values[:, 8:] = 0.7
        inside = np.zeros(values.shape, bool)
        inside[:, :30] = True
        inside[10, 40] = True
        for value in (0.3, 0.7):
            values[10, 40] = value
            split = spectral_split(noisy(values), inside, PARAMETERS, least=10)
            assert split.side[10, 40] == (value == 0.3)
            assert np.array_equal(split.side[:, :30], values[:, :30] == 0.3)

    def test_specks_are_given_back(self):
        values = np.full((40, 40), 0.3)
        values[:, 18:] = 0.7
        values[5, 4:6] = values[30, 30] = 0.95
        image = noisy(values)
        side = spectral_split(image, everywhere(image), PARAMETERS, least=10).side
        assert pieces(1 + side.astype(np.int32))[0].max() == 2

    @pytest.mark.parametrize("at", [10, 20])
    def test_pixels_that_are_no_numbers_stay_with_the_larger_part(self, at):
        values = np.full((20, 30), 0.3)
        values[:, at:] = 0.7
        values[4, 5] = values[4, 25] = np.nan
        image = noisy(values)
        split = spectral_split(image, everywhere(image), PARAMETERS)
        assert np.array_equal(split.side, values == (0.7 if at == 20 else 0.3))

    @pytest.mark.parametrize("kind", ["flat", "one pixel", "nothing", "lonely", "no number"])
    def test_nothing_to_split(self, kind):
        values = np.random.default_rng(0).random((20, 20))
        inside = np.zeros(values.shape, bool)
        if kind == "flat":
            values[4:9, 4:9], inside[4:9, 4:9] = 0.4, True
        elif kind == "one pixel":
            inside[3, 3] = True
        elif kind == "lonely":
            inside[::8, ::8] = True
        elif kind == "no number":
            values[:], inside[:] = np.nan, True
        image = from_array(values)
        assert spectral_split(image, inside, PARAMETERS) is None
        assert list(alternatives(image, inside, PARAMETERS)) == []

    def test_two_pixels(self):
        image = from_array(np.array([[0.1, 0.9]]))
        assert spectral_split(image, everywhere(image), PARAMETERS).side.tolist() == [[False, True]]
        assert spectral_split(image, everywhere(image), PARAMETERS, 2) is None

    def test_parameters_of_the_image_do_not_stand_in_the_way(self):
        image = halves(30, 40, 15)
        odd = PARAMETERS.replace(method="kmeans", k=24, reduction=16, excluded="2")
        assert np.array_equal(
            spectral_split(image, everywhere(image), odd).side,
            spectral_split(image, everywhere(image), PARAMETERS).side,
        )

    def test_it_can_be_cancelled(self):
        image = halves(30, 40, 15)

        def check(stage, fraction):
            if stage == "eigenvectors":
                raise Cancelled

        with pytest.raises(Cancelled):
            spectral_split(image, everywhere(image), PARAMETERS, progress=check)


class TestAlternatives:
    def quarters(self):
        """Four areas, their labels, and what the pipeline knows of them."""
        values = np.full((40, 60), 0.2)
        values[:, 36:] = 0.45
        values[18:, :36] = 0.6
        values[25:, 36:] = 0.9
        image = noisy(values)
        parameters = PARAMETERS.replace(k=2, radius=2, eigenvectors=12)
        return image, values, segment(image, parameters)

    def test_the_tree_comes_first_and_nothing_comes_twice(self):
        image, values, result = self.quarters()
        inside = np.ones(values.shape, bool)
        found = list(alternatives(image, inside, PARAMETERS, tree=result.tree, base=result.base))
        assert [split.source for split in found].index("eigenvector") == 1
        assert len(found) >= 3
        assert [split.number for split in found[1:]] == sorted({split.number for split in found[1:]})
        for number, split in enumerate(found):
            assert 10 <= np.count_nonzero(split.side) <= values.size / 2
            for other in found[:number]:
                agree = (split.side == other.side).mean()
                assert 0.02 < agree < 0.98

    def test_the_right_answers_are_among_them(self):
        image, values, _ = self.quarters()
        found = list(alternatives(image, everywhere(image), PARAMETERS))
        parts = sum((1 << at) * split.side.astype(int) for at, split in enumerate(found[:3]))
        areas = [values == value for value in (0.2, 0.45, 0.6, 0.9)]
        assert len({np.bincount(parts[area]).argmax() for area in areas}) == 4

    def test_the_tree_answers_before_anything_is_solved(self, monkeypatch):
        image, _, result = self.quarters()

        def solve(*_):
            raise AssertionError

        monkeypatch.setattr(pipeline, "solve", solve)
        splits = alternatives(image, everywhere(image), PARAMETERS, tree=result.tree, base=result.base)
        assert next(splits).source == "tree"
        with pytest.raises(AssertionError):
            next(splits)

    def test_a_part_below_the_minimum_region_is_no_part(self):
        values = np.full((30, 30), 0.3)
        values[2:6, 2:6] = 0.9
        image = noisy(values)
        corner = [
            any(np.array_equal(split.side, values == 0.9) for split in alternatives(image, everywhere(image), wanted))
            for wanted in (PARAMETERS, PARAMETERS.replace(minimum_region=20))
        ]
        assert corner == [True, False]

    def test_a_segment_of_few_pixels_can_be_split(self):
        image = halves(4, 6, 2)
        split = next(alternatives(image, everywhere(image), Parameters()))
        assert np.array_equal(split.side, np.indices((4, 6))[1] < 2)

    def test_a_flat_segment_is_left_alone_even_by_the_tree(self):
        inside = np.ones(STRIPS.shape, bool)
        flat = from_array(np.full(STRIPS.shape, 0.5))
        assert list(alternatives(flat, inside, PARAMETERS, tree=PAIRS, base=STRIPS)) == []

    def test_the_same_bytes_every_time(self):
        image, _, _ = self.quarters()
        one, other = (list(alternatives(image, everywhere(image), PARAMETERS)) for _ in range(2))
        assert [(split.side.tobytes(), split.cut) for split in one] == [
            (split.side.tobytes(), split.cut) for split in other
        ]
