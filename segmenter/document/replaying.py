"""Whether all that a person did to an image was to point at objects: then a recipe can do it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from segmenter.document.clicked_objects import clicked_objects
from segmenter.errors import ClickError
from segmenter.progress import ignore

if TYPE_CHECKING:
    from segmenter.core.image import Image
    from segmenter.core.segmentation import Segmentation
    from segmenter.document.state import State


def only_objects(state: State) -> bool:
    """Tell whether nothing was done but to point at objects."""
    objects = clicked_objects(state)
    if not objects or state.erased or state.held != objects.keys():
        return False
    return state.pixel_size is None and not any(segment.colour for segment in state.segments.values())


def with_its_objects(image: Image, state: State, found: Segmentation) -> Segmentation | None:
    """Return a segmentation with the objects of a state on its labels, if that gives the labels of the state.

    Parameters
    ----------
    image : Image
    state : State
        With labels.
    found : Segmentation
        Of the parameters that the labels of the state were made with.

    Returns
    -------
    Segmentation or None
        None where there are no objects, something else was done, or it was done in an order that is not known.
    """
    objects = clicked_objects(state)
    if state.labels is None or not only_objects(state):
        return None
    from segmenter.core.interaction.clicks.pointing import with_objects  # noqa: PLC0415 - few need it, and it takes a moment

    try:
        labels, numbers = with_objects(image, found, list(objects.values()), ignore)
    except ClickError:
        return None
    if numbers != list(objects) or not np.array_equal(labels, state.labels.array()):
        return None
    labels.flags.writeable = False
    return replace(found, labels=labels)
