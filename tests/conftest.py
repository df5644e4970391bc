"""What all tests share."""

from __future__ import annotations

import os

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _areas():
    """Return three flat areas, numbered by decreasing size."""
    areas = np.ones((24, 36), np.int32)
    areas[:, 20:] = 2
    areas[14:, 16:30] = 3
    return areas


@pytest.fixture
def areas():
    """Return the right labels of every image in the gallery."""
    return _areas()


@pytest.fixture(scope="session")
def gallery():
    """Return images of every kind, all of them showing the same three areas."""
    areas = _areas()
    colours = np.array([[0, 0, 0], [200, 40, 40], [40, 160, 60], [40, 60, 200]], np.uint8)[areas]
    grey = np.array([0, 40, 130, 220], np.uint8)[areas]
    holes = grey / 255.0
    holes[0, 0] = np.nan
    images = {
        "rgb": colours,
        "rgba": np.dstack([colours, np.where(areas == 2, 0, 255).astype(np.uint8)]),
        "rgb16": colours.astype(np.uint16) * 257,
        "rgb_float": colours / 255.0,
        "grey": grey,
        "grey12_in_16": grey.astype(np.uint16) * 16,
        "grey_float": holes,
        "signed": grey.astype(np.int16) - 100,
        "binary": areas == 1,
        "two_channels": np.dstack([grey, 255 - grey]).astype(np.uint16),
        "five_channels": np.dstack([grey * number for number in range(1, 6)]).astype(np.float32),
    }
    for image in images.values():
        image.flags.writeable = False
    return images
