"""From a State to what is written of it: by the window and `segmenter export`, the same bytes both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.document.clicked_objects import clicked_objects
from segmenter.document.replaying import with_its_objects
from segmenter.errors import ExportError
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options, Result
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from segmenter.core.image import Image
    from segmenter.core.segmentation import Segmentation
    from segmenter.document.state import State
    from segmenter.files.findings import Findings


def result_of(
    image: Image,
    state: State,
    segmentation: Segmentation | None,
    exports: tuple[str, ...],
    options: Options = DEFAULT_OPTIONS,
    findings: Findings | None = None,
) -> Result:
    """Return what is written of the work on an image.

    Labels are the numbers of the segments. Where nothing was edited, all bytes are those of `segmenter run`, colours by
    number included; otherwise each segment keeps the colour that is seen in the window. Where all that was done was to
    point at objects, a recipe repeats that, too: it is tried.

    Parameters
    ----------
    image : Image
    state : State
        With labels.
    segmentation : Segmentation or None
        How the labels came to be, if that is known; the recipe needs it. One of other parameters is not used.
    exports : tuple of str
        The names of all formats that are written.
    options : Options
    findings : Findings or None
        What is reported of that, where the segmentation itself is not known. Those of another image or of other
        parameters are not used.

    Raises
    ------
    ExportError
        There are no labels yet.
    """
    if state.labels is None:
        raise ExportError("There is nothing to export yet; segments come with the first result.")
    labels = state.labels.array()
    names = {number: segment.name for number, segment in state.segments.items() if segment.name}
    known = {each.number for each in state.classes}
    assigned = {
        number: segment.class_number for number, segment in state.segments.items() if segment.class_number in known
    }
    colours = state.colours() if state.edited else palette(max(state.segments, default=0))
    if segmentation is not None and segmentation.parameters != state.solved:
        segmentation = None
    again = with_its_objects(image, state, segmentation) if segmentation is not None and "recipe" in exports else None
    if state.pixel_size is not None:
        image = replace(image, pixel_size=state.pixel_size)
    return Result(
        options.measured(image),
        labels,
        colours,
        names,
        exports,
        again or segmentation,
        classes=state.classes if state.edited else (),  # as on the command line, which knows of none
        assigned=assigned,
        options=options,
        objects=clicked_objects(state),
        findings=findings if findings is not None and findings.of(image.source, state.solved) else None,
    )
