"""Scenes with objects whose places are known."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter


@pytest.fixture(scope="session")
def scene():
    """Return the function that draws discs on a ground, and which pixel belongs to which."""

    def draw(places, radius, shape=(120, 160), dark=False, noise=4.0, tilt=0.0, blur=1.0, height=60.0):
        row, column = np.indices(shape)
        truth = np.zeros(shape, np.int32)
        for number, (y, x) in enumerate(places, 1):
            truth[(row - y) ** 2 + (column - x) ** 2 < radius**2] = number
        drawn = gaussian_filter((truth > 0).astype(float), blur) * height * (-1 if dark else 1)
        light = (170 if dark else 60) + tilt * (column / shape[1] - 0.5)
        image = light + drawn + np.random.default_rng(0).normal(0, noise, shape)
        return np.clip(image, 0, 255).astype(np.uint8), truth

    return draw


@pytest.fixture(scope="session")
def matched():
    """Return the function that counts true objects whose best label has an IoU above 0.7."""

    def count(truth, labels):
        table = np.zeros((truth.max() + 1, labels.max() + 1))
        np.add.at(table, (truth.ravel(), labels.ravel()), 1)
        union = table.sum(axis=1)[:, None] + table.sum(axis=0)[None] - table
        return int(((table / np.maximum(union, 1))[1:, 1:] > 0.7).any(axis=1).sum())

    return count
