"""Squares of the screen: made when seen, kept while the image moves, forgotten where it changes."""

import numpy as np
import pytest
from PySide6.QtCore import QRect

from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas.squares import SIDE, Squares, plane_size, seen
from segmenter.gui.canvas.view_transform import ViewTransform

SCREEN = QRect(0, 0, 800, 600)


@pytest.fixture
def made():
    return []


@pytest.fixture
def squares(made):
    def make(place, view):
        made.append(place)
        return place

    return Squares(make)


@pytest.fixture
def view():
    return ViewTransform((3000, 4000), (800, 600), scale=1.0)


def places(squares, view, exposed=SCREEN):
    return [(x, y) for x, y, _ in squares.met(view, exposed)]


def test_the_squares_of_the_screen_cover_it(squares, view):
    covered = np.zeros((600, 800), int)
    for x, y, content in squares.met(view.panned(-100, -30), SCREEN):
        height, width = content.bottom - content.top, content.right - content.left
        covered[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)] += 1
    assert (covered == 1).all()


def test_squares_are_made_once(squares, made, view):
    places(squares, view)
    number = len(made)
    assert number == 4 * 3
    places(squares, view)
    assert len(made) == number


def test_panning_makes_only_what_comes_into_sight(squares, made, view):
    moved = view.panned(-100, -100)
    places(squares, moved)
    made.clear()
    places(squares, moved.panned(-SIDE, 0))
    assert {place.left for place in made} == {4 * SIDE}


def test_another_scale_is_another_plane(squares, made, view):
    places(squares, view)
    number = len(made)
    places(squares, view.zoomed(2, 0, 0))
    assert len(made) == 2 * number


def test_only_what_is_exposed_is_made(squares, made, view):
    assert places(squares, view, QRect(300, 10, 20, 20)) == [(SIDE, 0)]
    assert len(made) == 1


def test_squares_end_where_the_image_ends(squares, made):
    view = ViewTransform((100, 130), (800, 600), scale=3, left=200, top=150)
    assert places(squares, view) == [(200, 150), (456, 150), (200, 406), (456, 406)]
    assert made[-1] == Rectangle(256, 256, 300, 390)


@pytest.mark.parametrize(("part", "forgotten"), [
    (Rectangle(10, 10, 20, 20), 1),
    (Rectangle(250, 250, 260, 260), 4),
    (Rectangle(10, 10, 20, 254), 2),
    (None, 12),
])  # fmt: skip
def test_only_what_changed_is_made_again(squares, made, view, part, forgotten):
    places(squares, view)
    made.clear()
    squares.forget(part, margin=3)
    places(squares, view)
    assert len(made) == forgotten


def test_parts_are_those_of_the_image_at_every_scale(squares, made, view):
    half = view.zoomed(0.5, 0, 0)
    places(squares, half)
    made.clear()
    squares.forget(Rectangle(2 * SIDE, 2 * SIDE, 2 * SIDE + 8, 2 * SIDE + 8))
    places(squares, half)
    assert made == [Rectangle(SIDE, SIDE, 2 * SIDE, 2 * SIDE)]


def test_squares_far_away_are_forgotten(squares, view):
    for step in range(30):
        places(squares, view.panned(-100 * step, -80 * step))
    assert len(list(squares.kept())) <= (800 // SIDE + 4) * (600 // SIDE + 4)


@pytest.mark.parametrize("scale", [0.13, 0.5, 1.0, 1.7, 8.0])
def test_every_pixel_of_the_screen_shows_the_pixel_under_its_middle(scale):
    view = ViewTransform((90, 70), (800, 600), scale=scale)
    down, across = plane_size(view)
    rows, columns, inside = seen(Rectangle(0, 0, down, across), view)
    assert inside == (slice(0, down), slice(0, across))
    assert np.array_equal(rows, [int((y + 0.5) / scale) for y in range(down)])
    assert columns[-1] <= 69
    assert (down + 0.5) / scale >= 90


def test_around_the_image_its_edge_is_repeated():
    view = ViewTransform((4, 4), (800, 600), scale=1)
    rows, columns, inside = seen(Rectangle(-2, 1, 6, 6), view)
    assert rows.tolist() == [0, 0, 0, 1, 2, 3, 3, 3]
    assert columns.tolist() == [1, 2, 3, 3, 3]
    assert inside == (slice(2, 6), slice(0, 3))
