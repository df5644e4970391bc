"""A job with objects that somebody pointed at: they lie on top of the labels, and have their names and classes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.core.classes import SegmentClass
from segmenter.core.interaction.clicks.pointing import with_objects
from segmenter.files.formats.format import result
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from segmenter.core.image import Image
    from segmenter.core.segmentation import Segmentation
    from segmenter.files.formats.format import Result
    from segmenter.jobs.job import Job
    from segmenter.progress import ProgressCallback

KEYS = 9
"""The first classes get the keys 1 to 9, as in the window."""


def classes_of(job: Job) -> tuple[SegmentClass, ...]:
    """Return the classes of a job: those it knows, and one for each other class that an object is said to be of."""
    if not job.objects:
        return job.reference.classes if job.reference else ()
    known = list(job.classes)
    for kind in dict.fromkeys(each.kind for each in job.objects if each.kind):
        if kind not in {each.name for each in known}:
            number = 1 + max((each.number for each in known), default=0)
            red, green, blue = palette(number)[number].tolist()
            known.append(SegmentClass(number, kind, (red, green, blue), number if number <= KEYS else None))
    return tuple(known)


def clicked(job: Job, image: Image, found: Segmentation, progress: ProgressCallback) -> Result:
    """Return what is written of a job with objects; ClickError if one of them is nowhere in the image."""
    labels, numbers = with_objects(image, found, job.objects, progress)
    labels.flags.writeable = False
    made = result(image, replace(found, labels=labels), job.exports, None, job.options)
    classes = classes_of(job)
    by_name = {each.name: each.number for each in classes}
    listed = dict(zip(numbers, job.objects, strict=True))
    return replace(
        made,
        names={number: each.name for number, each in listed.items() if each.name},
        classes=classes,
        assigned={number: by_name[each.kind] for number, each in listed.items() if each.kind},
        objects=listed,
    )
