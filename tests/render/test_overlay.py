"""Colours, outlines, and images made fit for a screen."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from skimage.color import rgb2lab

from segmenter.render.overlay import blend, outlines, palette, safe_palette

# Machado, Oliveira & Fernandes 2009: deuteranopia, linear RGB
DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
)


def as_seen_without_green(colours):
    linear = np.clip(((colours / 255 + 0.055) / 1.055) ** 2.4 @ DEUTERANOPIA.T, 0, 1)
    return np.clip(1.055 * linear ** (1 / 2.4) - 0.055, 0, 1)


def distances(colours):
    lab = rgb2lab(colours[None])[0]
    return np.linalg.norm(lab[:, None] - lab[None], axis=2)


class TestPalette:
    def test_background_is_black_and_the_rest_does_not_depend_on_the_count(self):
        assert palette(0).tolist() == [[0, 0, 0]]
        many = palette(1000)
        assert many.shape == (1001, 3)
        assert many.dtype == np.uint8
        np.testing.assert_array_equal(palette(7), many[:8])

    def test_it_stays_as_it_is(self):
        # a change of colours is a change of every overlay: make it on purpose
        assert palette(3)[1:].tolist() == [[210, 154, 0], [130, 69, 160], [0, 201, 181]]

    def test_successive_colours_differ_for_every_eye(self):
        colours = palette(255)[1:]
        assert distances(colours / 255).diagonal(1).min() > 50
        assert distances(as_seen_without_green(colours)).diagonal(1).min() > 15

    def test_the_first_24_are_told_apart(self):
        far = np.eye(24) * 1000
        colours = palette(24)[1:]
        assert (distances(colours / 255) + far).min() > 15
        assert (distances(as_seen_without_green(colours)) + far).min() > 5
        assert len(np.unique(palette(255), axis=0)) == 256


class TestOutlines:
    def test_lines_are_one_pixel_wide(self):
        labels = np.array([[1, 1, 2], [1, 1, 2], [3, 3, 3]])
        assert outlines(labels).astype(int).tolist() == [[0, 1, 0], [1, 1, 1], [0, 0, 0]]

    @pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (5, 5)])
    def test_one_label_has_none(self, shape):
        assert not outlines(np.ones(shape, np.int32)).any()


class TestBlend:
    @settings(max_examples=30, deadline=None)
    @given(
        arrays(np.uint8, (4, 5, 3)),
        arrays(np.int32, (4, 5), elements=st.integers(0, 3)),
        arrays(np.uint8, (4, 3)),
        st.floats(0, 1),
    )
    def test_fill_is_the_weighted_mean(self, image, labels, colours, opacity):
        out = blend(image, labels, colours, opacity, contours=False)
        expected = (1 - opacity) * image + opacity * colours[labels]
        expected[labels == 0] = image[labels == 0]
        assert out.dtype == np.uint8
        assert np.abs(out - expected).max() <= 1.5

    def test_ends_of_opacity_are_exact(self, areas, gallery):
        colours = palette(3)
        np.testing.assert_array_equal(blend(gallery["rgb"], areas, colours, 0, contours=False), gallery["rgb"])
        np.testing.assert_array_equal(blend(gallery["rgb"], areas, colours, 1, contours=False), colours[areas])

    @pytest.mark.parametrize("ground", [0, 128, 255])
    def test_outlines_stand_out_on_every_ground(self, ground):
        labels = np.repeat([[1, 2]], 10, axis=1).repeat(9, axis=0)
        image = np.full((9, 20, 3), ground, np.uint8)
        out = blend(image, labels, palette(2), 0)
        assert (out[:, 9] == 255).all()
        assert (out[:, [8, 10]] == ground // 2).all()
        assert (out[:, :8] == ground).all()
        assert (out[:, 11:] == ground).all()

    def test_outlines_grow_with_the_image(self):
        labels = np.ones((3000, 9), np.int32)
        labels[:, 5:] = 2
        out = blend(np.zeros((3000, 9, 3), np.uint8), labels, palette(2), 0)
        assert (out[1000, :, 0] == 255).sum() == 5


SEEN_WITHOUT = {
    # Viénot, Brettel & Mollon 1999, on linear sRGB, without red and without green
    "red": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "green": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
    # Machado, Oliveira & Fernandes 2009, severity 1, without blue
    "blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def least_apart(colours, missing):
    """Return how far the two most alike of some colours are apart for somebody, in OKLab (Ottosson 2020)."""
    encoded = colours / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    linear = np.clip(linear @ np.transpose(SEEN_WITHOUT[missing]), 0, 1)
    to_lms = [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]
    to_lab = [[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
    lab = np.cbrt(linear @ np.transpose(to_lms)) @ np.transpose(to_lab)
    apart = np.linalg.norm(lab[:, None] - lab, axis=2)
    return apart[np.triu_indices(len(lab), 1)].min()


@pytest.mark.parametrize("missing", SEEN_WITHOUT)
def test_everybody_tells_the_first_colours_for_everybody_apart(missing):
    safe, usual = (choose(12)[1:].astype(float) for choose in (safe_palette, palette))
    assert least_apart(safe, missing) > 1.25 * least_apart(usual, missing)


def test_colours_for_everybody_do_not_depend_on_how_many_there_are():
    assert np.array_equal(safe_palette(5), safe_palette(50)[:6])
    assert safe_palette(0).tolist() == [[0, 0, 0]]
