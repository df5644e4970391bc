"""From pixels of the image to pixels of the screen and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas.view_transform import LARGEST, SMALLEST, ViewTransform


def test_fitted_shows_the_whole_image_in_the_middle():
    view = ViewTransform((300, 400), (1000, 500)).fitted(margin=10)
    assert view.scale == pytest.approx(480 / 300)
    assert view.on_screen(Rectangle(0, 0, 300, 400)) == QRect(180, 10, 640, 480)


@given(st.floats(0.5, 40), st.floats(1, 10), st.floats(0, 1000), st.floats(0, 500), st.floats(-300, 300))
def test_zooming_in_keeps_what_is_under_the_cursor(scale, factor, x, y, shift):
    view = ViewTransform((3000, 4000), (1000, 500)).fitted().zoomed(scale, 500, 250).panned(shift, -shift)
    closer = view.zoomed(view.scale * factor, x, y)
    # within a pixel of the screen, as images are drawn on whole ones
    assert closer.to_image(x, y) == pytest.approx(view.to_image(x, y), abs=1 / view.scale + 1 / closer.scale)


def test_zooming_in_and_out_again_leads_back():
    view = ViewTransform((3000, 4000), (1000, 500)).fitted()
    back = view
    for factor in [1.25] * 9 + [1 / 1.25] * 9:
        back = back.zoomed(back.scale * factor, 300, 200)
    assert (back.scale, back.left, back.top) == pytest.approx((view.scale, view.left, view.top))


def test_zooming_ends_at_single_pixels_and_at_a_small_image():
    view = ViewTransform((3000, 4000), (1000, 500))
    assert view.zoomed(1e6, 0, 0).scale == LARGEST
    assert view.zoomed(1e-6, 0, 0).scale == SMALLEST / 4000
    assert ViewTransform((5, 5), (1000, 500)).zoomed(1e-6, 0, 0).scale == 1


def test_steps_are_rungs_of_one_ladder():
    view = ViewTransform((3000, 4000), (1000, 500), scale=0.9)
    assert view.stepped(1).scale == pytest.approx(1.0)
    assert view.stepped(1).stepped(1).scale == pytest.approx(2**0.5)
    assert view.stepped(-1).scale == pytest.approx(2**-0.5)
    assert view.stepped(2).stepped(-2).scale == pytest.approx(2**-0.5)


@given(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_the_image_cannot_get_lost(right, down):
    view = ViewTransform((30, 40), (1000, 500)).fitted().panned(right, down)
    column, row = view.to_image(500, 250)
    assert -1 <= column <= 41
    assert -1 <= row <= 31


def test_resizing_keeps_the_middle():
    view = ViewTransform((3000, 4000), (1000, 500)).zoomed(2, 700, 100)
    wider = view.resized((1200, 400))
    assert wider.to_image(600, 200) == pytest.approx(view.to_image(500, 250))


def test_there_and_back():
    view = ViewTransform((30, 40), (1000, 500)).fitted(8).zoomed(7.3, 100, 90)
    assert view.to_image(*view.to_screen(3.5, 7.25)) == pytest.approx((3.5, 7.25))


def test_the_image_is_drawn_on_whole_pixels():
    view = ViewTransform((30, 40), (1000, 501)).fitted().panned(0.4, 0.3)
    assert view.to_screen(0, 0) == view.origin
    assert all(isinstance(edge, int) for edge in view.origin)


def test_on_screen_covers_every_pixel_it_touches():
    view = ViewTransform((30, 40), (1000, 500), scale=1.5, left=10, top=20)
    assert view.on_screen(Rectangle(1, 1, 2, 2)) == QRect(11, 21, 2, 2)
    assert view.on_screen(Rectangle(1, 1, 2, 2), margin=3) == QRect(8, 18, 8, 8)


@pytest.mark.parametrize(("x", "y", "right", "down"), [(-30, 250, 30, 0), (1010, 600, -11, -101), (4, 5, 0, 0)])
def test_revealing_moves_no_more_than_needed(x, y, right, down):
    view = ViewTransform((3000, 4000), (1000, 500)).zoomed(1, 0, 0).panned(-1000, -1000)
    shown = view.revealing(x, y)
    assert (shown.left - view.left, shown.top - view.top) == (right, down)
