"""Several objects of one image: each is found from what was pointed at, on the ground that those before it left."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.interaction.clicks.boxes import boxed
from segmenter.core.interaction.clicks.levels import grown
from segmenter.core.interaction.clicks.select import prepare
from segmenter.core.interaction.clicks.selecting import Click
from segmenter.core.pipeline import segment
from segmenter.errors import ClickError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.clicked import Box, ClickedObject, Clicks
    from segmenter.core.image import Image
    from segmenter.core.interaction.clicks.selecting import Selector
    from segmenter.core.segmentation import Segmentation
    from segmenter.progress import ProgressCallback

    Mask = NDArray[np.bool_]
    Labels = NDArray[np.int32]


def pointed(selector: Selector, clicks: Clicks, ground: Mask | None = None, *, preview: bool = False) -> Mask:
    """Find an object.

    Parameters
    ----------
    selector : Selector
    clicks : Clicks
        All of them inside the image.
    ground : ndarray of bool, shape of the image, optional
        What belongs to others. Not written to as long as the selector is used.
    preview : bool
        The first click alone, and of whole regions: at pointer speed.

    Returns
    -------
    ndarray of bool, shape of the image
        All False as long as nothing says where the object is.
    """
    made = [Click(*place) for place in clicks.places]
    if preview:
        return selector.preview(made[0], ground)
    if clicks.box is not None:
        ground = _outside(selector, clicks.box, ground)
        made.insert(0, _begun(selector, clicks.box, ground))
    mask = grown(selector, selector.select(made, ground), selector.touches(made), clicks.grown)
    return mask if ground is None else mask & ~ground


def _begun(selector: Selector, box: Box, ground: Mask) -> Click:
    """Find what a box was drawn around; return the click that stands for it."""
    if selector.framed is None or selector.framed[0] is not ground:
        selector.keep_out(ground)
        selector.framed = ground, boxed(selector, box)
    found = selector.framed[1]
    if found is None:
        return Click((box[0] + box[2]) // 2, (box[1] + box[3]) // 2, True)
    mask, click = found
    selector.begin(click, mask, ground)
    return click


def _outside(selector: Selector, box: Box, ground: Mask | None) -> Mask:
    """Return the ground, and what lies outside of a box; the same array as long as both are the same."""
    known = selector.boxed
    if known is None or known[0] != box or known[1] is not ground:
        outside = np.ones(selector.scene.regions.base.shape, bool)
        part = slice(box[0], box[2]), slice(box[1], box[3])
        outside[part] = False if ground is None else ground[part]
        known = selector.boxed = box, ground, outside
    return known[2]


def selector_of(image: Image, found: Segmentation, progress: ProgressCallback) -> Selector | None:
    """Return what answers clicks on an image that was segmented, by the tree or not.

    Parameters
    ----------
    image : Image
    found : Segmentation
        Where it has no regions, they are computed with its parameters.
    progress : ProgressCallback

    Returns
    -------
    Selector or None
        None where nothing in the image can be told apart.
    """
    if found.regions is None:
        found = segment(image, found.parameters.replace(method="tree"), progress=progress)
    return prepare(found, image)


def with_objects(
    image: Image, found: Segmentation, objects: Sequence[ClickedObject], progress: ProgressCallback
) -> tuple[Labels, list[int]]:
    """Put objects on top of the labels of an image, one after the other: they never overlap.

    Parameters
    ----------
    image : Image
    found : Segmentation
    objects : sequence of ClickedObject
    progress : ProgressCallback

    Returns
    -------
    labels : ndarray of int32, shape (rows, columns)
        Each object has the smallest number that was free when it was made, as in the window.
    numbers : list of int
        Those of the objects.

    Raises
    ------
    ClickError
        A click lies outside the image, or nothing is left for an object.
    """
    for at, each in enumerate(objects, start=1):
        if (wrong := each.clicks.outside(found.labels.shape)) is not None:
            rows, columns = found.labels.shape
            raise ClickError(f"Object {at}: {list(wrong)} lies outside the image of {rows} × {columns} pixels.")
    selector = selector_of(image, found, progress)
    labels, numbers = found.labels.copy(), list[int]()
    for at, each in enumerate(objects, start=1):
        progress("objects", (at - 1) / len(objects))
        ground = np.isin(labels, numbers) if numbers else None
        taken = _found(selector, each.clicks, ground, labels.shape)
        if not taken.any():
            raise ClickError(f"Object {at}: its clicks select nothing that is not another object's already.")
        present = set(np.flatnonzero(np.bincount(labels.ravel())).tolist()) | set(numbers)
        number = next(number for number in count(1) if number not in present)
        labels[taken] = number
        numbers.append(number)
    return labels, numbers


def _found(selector: Selector | None, clicks: Clicks, ground: Mask | None, shape: tuple[int, ...]) -> Mask:
    if selector is not None:
        return pointed(selector, clicks, ground)
    anything = clicks.box is not None or any(positive for *_, positive in clicks.places)
    return np.full(shape, anything) if ground is None else anything & ~ground
