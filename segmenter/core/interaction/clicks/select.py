"""The object under some clicks, from an image."""

from __future__ import annotations

import json
from functools import cache as remembered
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.assets import resource
from segmenter.core.image import Image, from_array
from segmenter.core.interaction.clicks import raster
from segmenter.core.interaction.clicks.scene import Scene
from segmenter.core.interaction.clicks.selecting import Click, Selector, Weights
from segmenter.core.pipeline import segment
from segmenter.parameters import Parameters
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.cache import Cache
    from segmenter.core.segmentation import Segmentation
    from segmenter.progress import ProgressCallback


def select(
    image: Image | NDArray[Any],
    clicks: Sequence[tuple[int, int, bool]],
    parameters: Parameters | None = None,
    *,
    cache: Cache | None = None,
    progress: ProgressCallback = ignore,
) -> NDArray[np.bool_]:
    """Find the object under some clicks.

    Parameters
    ----------
    image : Image or ndarray
        As for `segment`.
    clicks : sequence of (row, column, positive)
        In the order in which they were made: each corrects what the ones before it gave. Pixels from 0; True where the
        object is, False where it is not.
    parameters : Parameters, optional
        What the eigenvectors are computed with; the method is always the tree.
    cache : Cache, optional
        With it, only the first call takes as long as `segment`; the others take milliseconds.
    progress : ProgressCallback

    Returns
    -------
    ndarray of bool, shape (rows, columns)
        All False as long as no click is positive.

    Raises
    ------
    ValueError
        A click lies outside the image.
    ParameterError, UnsupportedImage, SegmenterError
        As for `segment`.
    """
    if not isinstance(image, Image):
        image = from_array(image)
    made = [Click(int(row), int(column), bool(positive)) for row, column, positive in clicks]
    for click in made:
        if not (0 <= click.row < image.shape[0] and 0 <= click.column < image.shape[1]):
            raise ValueError(f"The click at {click.row}, {click.column} lies outside the image.")
    wanted = (parameters or Parameters()).replace(method="tree")
    selector = prepare(segment(image, wanted, cache=cache, progress=progress), image)
    if selector is None:
        return np.full(image.shape, any(click.positive for click in made))
    return selector.select(made)


def prepare(found: Segmentation, image: Image | None = None) -> Selector | None:
    """Return what answers clicks on an image; None where nothing in it can be told apart.

    Parameters
    ----------
    found : Segmentation
        By the tree.
    image : Image, optional
        What was segmented. Without it objects are made of whole regions.
    """
    if found.regions is None:
        return None
    return Selector(raster.make(Scene(found.regions, found.reduction), image), weights())


@remembered
def weights() -> Weights:
    """Return the weights: for the first click, the second, the next two, the next four, and later ones; for a box.

    `tests/benchmarks/fit_clicks.py` fits them.
    """
    return read_weights(resource("clicks.json").read_text("utf-8"))


def read_weights(text: str) -> Weights:
    """Return the weights that a JSON text holds."""
    known = json.loads(text)
    return Weights(*(np.array(known[name], np.float64) for name in Weights._fields))
