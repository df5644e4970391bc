"""A look, the tree, outlines, parts."""

import numpy as np
import pytest

from segmenter.core import features
from segmenter.core.image import from_array
from segmenter.core.objects import finding
from segmenter.progress import ignore

PLACES = [(y, x) for y in (20, 60, 100) for x in (20, 60, 100, 140)]


def described(array):
    return features.compute(from_array(array), None, 0.0, ignore)


@pytest.mark.parametrize("dark", [False, True])
def test_a_look_tells_polarity_and_size(scene, dark):
    seen = finding.look(described(scene(PLACES, 9, dark=dark)[0]), "auto")
    assert seen.dark == dark
    assert seen.radius == pytest.approx(9, rel=0.2)


def test_polarity_can_be_told(scene):
    assert finding.look(described(scene(PLACES, 9)[0]), "dark").dark


def test_the_typical_radius_is_that_of_the_middle_pixel():
    areas = np.array([0, 4, 4, 4, 400, 400])
    assert finding.typical_radius(areas) == pytest.approx(np.sqrt(400 / np.pi))
    assert finding.typical_radius(np.zeros(3, np.int64)) == 0


def test_sizes_are_kept(scene):
    image, _ = scene([*PLACES[:-1]], 9)
    image[95:106, 135:146] = 120  # a larger square than the discs have room for
    points = described(image)
    seen = finding.look(points, "auto")
    prepared = finding.prepare(points, seen)
    everything = finding.outlined(prepared, seen, finding.Wanted())
    assert finding.parted(prepared, everything, 0.7, finding.Wanted()).max() == 12
    large = finding.Wanted(smallest=180.0)
    assert finding.parted(prepared, finding.outlined(prepared, seen, large), 0.7, large).max() == 11
