"""CIELAB as scikit-image has it."""

import numpy as np
from skimage.color import rgb2lab

from segmenter.core import cielab


def test_all_colours_are_those_of_scikit_image():
    steps = np.linspace(0, 1, 18, dtype=np.float32)
    colours = np.stack(np.meshgrid(steps, steps, steps), axis=-1)
    light = cielab.linear(colours)
    found = cielab.of_linear(*np.moveaxis(light, 3, 0))
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, rgb2lab(colours), atol=1e-3)


def test_black_and_white():
    ends = np.array([0, 1], np.float32)
    lab = cielab.of_linear(ends, ends, ends)
    np.testing.assert_allclose(lab, [[0, 0, 0], [100, 0, 0]], atol=0.01)
