"""Ways along edges."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.interaction.live_wire import CELLS, PictureEdges, TreeEdges, drawn_to, wire


@pytest.fixture(scope="module")
def picture():
    """Return a bright disc of radius 40 on a dark ground, in the middle of 120 × 160 pixels."""
    rows, columns = np.mgrid[:120, :160]
    disc = (rows - 59.5) ** 2 + (columns - 79.5) ** 2 <= 40**2
    noise = np.random.default_rng(2).integers(-4, 5, (120, 160, 3))
    return np.clip(np.where(disc[:, :, None], 190, 60) + noise, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def tree(picture):
    found = segment(picture, Parameters().replace(k=2, reduction=1))
    return TreeEdges.of(found.tree, found.base)


@pytest.fixture(params=["tree", "picture"])
def edges(request, picture):
    return PictureEdges(picture) if request.param == "picture" else request.getfixturevalue("tree")


def from_middle(points):
    return [np.hypot(column - 80, row - 60) for column, row in points]


def test_a_way_goes_around_the_disc_and_not_through_it(edges):
    way = wire(edges, (80.0, 20.0), (120.0, 60.0))
    assert (way[0], way[-1]) == ((80.0, 20.0), (120.0, 60.0))
    assert max(abs(each - 40) for each in from_middle(way)) < 3
    steps = np.abs(np.diff(np.array(way), axis=0)).max(axis=1)
    assert steps.max() <= 2.5


def test_a_straight_way_would_not(edges):
    assert min(from_middle(np.linspace((80, 20), (120, 60), 20))) < 30


def test_a_point_is_drawn_to_an_edge_within_reach(edges):
    near = drawn_to(edges, (123.0, 60.0), 6)
    assert abs(from_middle([near])[0] - 40) < 2.5
    assert np.hypot(near[0] - 123, near[1] - 60) <= 6


def test_a_point_far_from_edges_stays(tree):
    inside = drawn_to(tree, (80.0, 60.0), 3)
    assert np.hypot(inside[0] - 80, inside[1] - 60) <= 3


def test_far_points_are_joined_on_a_coarse_grid(picture):
    large = PictureEdges(np.repeat(np.repeat(picture, 8, axis=0), 8, axis=1))
    asked = []
    inner = large.strengths

    class Counted:
        shape = large.shape

        def strengths(self, rows, columns):
            asked.append(len(rows) * len(columns))
            return inner(rows, columns)

    way = wire(Counted(), (640.0, 160.0), (960.0, 480.0))
    assert max(abs(each - 320) for each in from_middle([(x - 560, y - 420) for x, y in way])) < 24
    assert max(asked) <= (2 * CELLS) ** 2


@pytest.mark.parametrize("end", [(0.0, 0.0), (160.0, 120.0), (0.3, 119.9)])
def test_corners_of_the_image_can_be_reached(edges, end):
    way = wire(edges, (80.0, 60.0), end)
    assert way[-1] == end


def test_an_image_of_one_row_has_straight_ways():
    edges = PictureEdges(np.zeros((1, 50, 3), np.uint8))
    assert wire(edges, (1.0, 0.5), (40.0, 0.5)) == [(1.0, 0.5), (40.0, 0.5)]
    assert drawn_to(edges, (3.0, 0.5), 5) == (3.0, 0.5)
