"""A first sight of a large image, while the whole of it is still read: reduced by the decoder, with a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.document.carry_over import carried_over
from segmenter.document.state import State
from segmenter.files.reading import read_draft
from segmenter.gui.session.document import document

if TYPE_CHECKING:
    from segmenter.document.project import Entry
    from segmenter.gui.session.document import Document
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback

LARGE = 4_000_000
"""Pixels from which the whole takes long enough to be worth it."""


def glimpsed(entry: Entry, parameters: Parameters, progress: ProgressCallback) -> Document | None:
    """Read an image reduced; None where that is no faster, or not worth it."""
    progress("reading", 0.0)
    found = read_draft(entry.path)
    if found is None or found[1][0] * found[1][1] < LARGE:
        return None
    return document(found[0], State(parameters=parameters), stands_for=found[1])


def brought_over(preview: State, whole: Document) -> State:
    """Return the preview of a first reading as one of the image itself: it stays in sight until a better one."""
    assert preview.labels is not None
    labels = preview.labels.array()
    rows, columns = (np.arange(few) * many // few for few, many in zip(whole.small.shape, labels.shape, strict=True))
    state = whole.history.state
    return carried_over(state, labels[np.ix_(rows, columns)], state.parameters, steady=True)
