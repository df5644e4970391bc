"""Results to write, made without solving anything."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from segmenter.core.image import Source, from_array
from segmenter.core.pipeline import Segmentation
from segmenter.files.formats.format import Result
from segmenter.parameters import Parameters
from segmenter.render.overlay import palette


def make(labels, path=Path("image.png"), exports=("labels", "overlay", "recipe"), **changes):
    labels = np.asarray(labels, np.int32)
    values = {
        "labels": labels,
        "parameters": Parameters(),
        "chosen": "tree",
        "sigma_intensity": 4.0,
        "suggested_k": 3,
        "reduction": 1,
        "eigenvalues": np.array([0.0, 0.1]),
        "residuals": np.array([0.0, 1e-5]),
        "eigenvectors": None,
        "tree": None,
        "base": None,
        "iterations": (3, 2),
        "converged": True,
        "normalized_cut": 0.25,
        "lower_bound": 0.1,
        "seconds": {"features": 0.1},
        "work": {"nodes": 4},
        "warnings": (),
    } | changes
    image = from_array(np.full(labels.shape, 100, np.uint8))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "0" * 64
    image = type(image)(image.pixels, image.colour, None, Source(path, 0, 1, sha256))
    return Result(image, labels, palette(int(labels.max(initial=0))), {}, exports, Segmentation(**values))


@pytest.fixture(scope="session")
def outcome():
    """Return the function that makes results of labels."""
    return make
