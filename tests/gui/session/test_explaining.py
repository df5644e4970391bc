"""Pictures that show what a parameter does: against the graph and the tree themselves."""

import numpy as np
import pytest

import segmenter
from segmenter.core import features
from segmenter.core.affinity import build
from segmenter.core.image import from_array
from segmenter.document.state import State
from segmenter.gui.session.document import document
from segmenter.gui.session.explaining import DIMMED, pictures
from segmenter.parameters import DEFAULTS
from segmenter.progress import ignore

HERE = (0.5, 0.5)


@pytest.fixture
def solved(picture):
    made = document(from_array(picture), State())
    wanted = DEFAULTS.replace(reduction=1, radius=3, k=3, minimum_region=20, method="tree")
    made.segmentation = segmenter.segment(made.image, wanted)
    return made, wanted


@pytest.mark.parametrize("name", ["sigma_intensity", "sigma_position", "radius"])
def test_links_are_those_of_the_graph(solved, name):
    opened, wanted = solved
    made = [each for each in pictures(opened, wanted, name, HERE, ignore) if each.kind == "links"]
    sigma = opened.segmentation.sigma_intensity
    present = {"sigma_intensity": sigma, "sigma_position": 4.0, "radius": 3}[name]
    assert [each.value for each in made] == pytest.approx(
        [round(present * f) if name == "radius" else present * f for f in (0.5, 1, 2)]
    )
    rows, columns = opened.image.shape
    row, column = rows // 2, columns // 2
    described = features.reduce(features.compute(opened.image, None, 0.0, ignore), 1)
    for each in made:
        used = {"sigma_intensity": sigma, "sigma_position": 4.0, "radius": 3} | {name: each.value}
        graph = build(described, used["sigma_intensity"], used["sigma_position"], int(used["radius"]), ignore)
        weights = graph.W[[row * columns + column]].toarray().reshape(rows, columns)
        reach = 7 if name == "radius" else 4
        window = np.s_[row - reach : row + reach + 1, column - reach : column + reach + 1]
        size = each.pixels.shape[0] // (2 * reach + 1)
        shown = each.pixels[size // 2 :: size, size // 2 :: size].astype(float)
        expected = opened.picture[window] * (DIMMED + (1 - DIMMED) * weights[window][:, :, None])
        inside = np.ones(shown.shape[:2], bool)
        inside[reach, reach] = False
        assert np.abs(shown - expected)[inside].max() <= 2


def test_a_larger_sigma_lets_more_borders_go(solved):
    opened, wanted = solved
    borders = [each for each in pictures(opened, wanted, "sigma_intensity", HERE, ignore) if each.kind == "borders"]
    light = [each.pixels.mean() for each in borders]
    assert len(light) == 3
    assert light == sorted(light)
    assert light[0] < light[2]


def test_segments_are_those_that_would_come_out(solved):
    opened, wanted = solved
    made = pictures(opened, wanted, "k", HERE, ignore)
    assert [each.value for each in made] == [2, 3, 6]
    assert len({each.pixels.tobytes() for each in made}) == 3
    assert {each.kind for each in made} == {"segments"}
    assert pictures(opened, wanted.replace(k="auto"), "strength", HERE, ignore)


def test_without_a_result_there_are_links_but_no_segments(picture):
    opened = document(from_array(picture), State())
    assert pictures(opened, DEFAULTS, "k", HERE, ignore) == []
    assert pictures(opened, DEFAULTS, "radius", HERE, ignore)


@pytest.mark.parametrize("here", [(0.0, 0.0), (1.0, 1.0)])
def test_the_corners_of_an_image_are_no_exception(solved, here):
    opened, wanted = solved
    made = list(pictures(opened, wanted, "radius", here, ignore))
    assert made
    assert all(each.pixels.size for each in made)


def test_it_can_be_cancelled(solved):
    opened, wanted = solved

    def stop(stage, fraction):
        raise segmenter.progress.Cancelled

    with pytest.raises(segmenter.progress.Cancelled):
        pictures(opened, wanted, "radius", HERE, stop)
