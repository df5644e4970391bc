"""From a State to what is written of it: by the window and `segmenter export`, the same bytes both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.regions.pieces import canonical
from segmenter.errors import ExportError
from segmenter.files.formats.format import Result
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from segmenter.core.image import Image
    from segmenter.core.pipeline import Segmentation
    from segmenter.document.state import State


def result_of(image: Image, state: State, segmentation: Segmentation | None, exports: tuple[str, ...]) -> Result:
    """Return what is written of the work on an image.

    Labels are numbered anew, 1 … n by area; names go with them. Where nothing was edited, all bytes are those of
    `segmenter run`, colours by number included; otherwise each segment keeps the colour that is seen in the window.

    Parameters
    ----------
    image : Image
    state : State
        With labels.
    segmentation : Segmentation or None
        How the labels came to be, if that is known; the recipe needs it. One of other parameters is not used.
    exports : tuple of str
        The names of all formats that are written.

    Raises
    ------
    ExportError
        There are no labels yet.
    """
    if state.labels is None:
        raise ExportError("There is nothing to export yet; segments come with the first result.")
    before = state.labels.array()
    labels = canonical(before)
    labels.flags.writeable = False
    number = np.zeros(int(labels.max(initial=0)) + 1, np.int32)  # that a label had before
    number[labels.ravel()] = before.ravel()
    titles = {label: state.segments[old].name for label, old in enumerate(number.tolist()) if old}
    names = {label: name for label, name in titles.items() if name}
    colours = state.colours()[number] if state.edited else palette(len(number) - 1)
    if segmentation is not None and segmentation.parameters != state.solved:
        segmentation = None
    return Result(image, labels, colours, names, exports, segmentation)
