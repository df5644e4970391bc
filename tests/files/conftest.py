"""Results to write, made without solving anything."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize, Source, from_array
from segmenter.core.segmentation import Segmentation
from segmenter.files.formats import named
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
        "strength": 800.0,
        "reduction": 1,
        "eigenvalues": np.array([0.0, 0.1]),
        "residuals": np.array([0.0, 1e-5]),
        "eigenvectors": None,
        "regions": None,
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


@pytest.fixture(scope="session")
def known():
    """Return the function that gives names, classes and a pixel size to a result."""

    def know(made, seed=0):
        rng = np.random.default_rng(seed)
        classes = tuple(
            SegmentClass(number, name, tuple(rng.integers(0, 256, 3).tolist()), key)
            for number, name, key in ((1, "cell", 1), (2, 'dead "é" \\ 細胞, ', None), (7, "other: #1", 9))
        )
        labels = made.present.tolist()
        names = {label: f'n{label} "ü" \\ \n 🧫 =1' for label in labels if rng.random() < 0.4}
        assigned = {label: int(rng.choice([1, 2, 7])) for label in labels if rng.random() < 0.7}
        size = PixelSize(0.65, 0.5, "µm")
        return replace(
            made, names=names, classes=classes, assigned=assigned, image=replace(made.image, pixel_size=size)
        )

    return know


@pytest.fixture
def photo(tmp_path):
    """Return a file that a recipe names as its image."""
    path = tmp_path / "images" / "ö photo.png"
    path.parent.mkdir()
    path.write_bytes(b"content")
    return path


@pytest.fixture
def recipe_path(tmp_path):
    """Return where a recipe is written: in a folder beside that of its image."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "a.segmenter.json"


@pytest.fixture
def written_recipe(outcome, photo, recipe_path):
    """Return a recipe in a file."""
    named("recipe").write(recipe_path, outcome([[0, 1], [2, 2]], photo))
    return recipe_path
