"""`--clicks`: which objects of a file belong to which image."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.cli import UsageError
from segmenter.cli.console import label
from segmenter.errors import ClickError
from segmenter.files import click_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from segmenter.files.click_file import ClickedImage
    from segmenter.jobs.job import Job


def with_clicks(jobs: Sequence[Job], path: Path) -> list[Job]:
    """Return jobs with the objects that a file of clicks has for them; UsageError where it is not clear for which."""
    try:
        images = click_file.read(path)
    except ClickError as error:
        raise UsageError(f"--clicks: {error}") from None
    if not images[0].image:
        if len(jobs) > 1:
            raise UsageError(f'--clicks: {path} must say, under "images", which of {len(jobs)} images it is for.')
        return [replace(jobs[0], objects=images[0].objects)]
    changed = list(jobs)
    for each in images:
        at = [number for number, job in enumerate(jobs) if _meant(each, job)]
        if len(at) != 1:
            found = "several of the images are" if at else "none of the images is"
            raise UsageError(f"--clicks: {found} {label(each.image, each.page + 1, each.page + 1)}, named in {path}.")
        changed[at[0]] = replace(jobs[at[0]], objects=each.objects)
    return changed


def _meant(each: ClickedImage, job: Job) -> bool:
    """Tell whether a part of a file is about the image of a job."""
    return each.page == job.page and each.image in (job.image.name, str(job.image))
