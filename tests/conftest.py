"""What all tests share."""

from __future__ import annotations

import os
import signal

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # in the background of a shell; children would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


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


def _scattered(seed, shape=(40, 60), count=30):
    """Return labels of every awkward kind: holes, pieces, single pixels, at the border, corner to corner, with gaps."""
    rng = np.random.default_rng(seed)
    centres = rng.random((count, 2)) * shape
    row, column = np.indices(shape)
    distance = [np.hypot(row - y, column - x) * rng.uniform(0.7, 1.5) for y, x in centres]
    labels = np.argmin(distance, axis=0) + 1
    labels[np.min(distance, axis=0) > rng.uniform(4, 20)] = 0
    for _ in range(count):
        top, left = rng.integers(0, shape[0]), rng.integers(0, shape[1])
        height, width = rng.integers(1, 5, 2)
        labels[top : top + height, left : left + width] = rng.integers(0, count + 1)
    noisy = rng.random(shape) < rng.choice([0, 0.02, 0.3])
    labels[noisy] = rng.integers(0, count + 1, shape)[noisy]
    numbers = np.concatenate([[0], 1 + rng.permutation(3 * count)[:count]])
    return numbers[labels].astype(np.int32)


@pytest.fixture(scope="session")
def scattered():
    """Return the function that makes labels of every awkward kind, the same ones for the same seed."""
    return _scattered


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
