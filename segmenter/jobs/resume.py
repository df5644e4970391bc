"""Whether the results of a job are there already: its recipe tells."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from segmenter.errors import RecipeError
from segmenter.files import recipe_file
from segmenter.files.findings import versions

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.files.recipe_file import Recipe
    from segmenter.jobs.job import Job


class Found(NamedTuple):
    """Whether a job is finished; `note` tells a person why, or what is wrong with the results that are there.

    `kept` means that there is something else than the job would make, and that it must not be replaced unasked.
    """

    finished: bool
    note: str | None = None
    kept: bool = False


NO_RESULT = Found(finished=False)


def existing_result(job: Job) -> Found:
    """Look for the results of a job.

    They count if the recipe is of these bytes of the image, of this page and these parameters, and if all files are
    there that are wanted now. A recipe is written last and taken away first, so it vouches for its files.
    What a person edited or pointed at stays, whatever is wanted now.
    """
    path = job.path("recipe")
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises where a name is too long
        foreign = job.spare and any(map(os.path.exists, job.targets()))
        return Found(finished=True, note="kept: files without a recipe", kept=True) if foreign else NO_RESULT
    known = None
    try:
        known = recipe_file.read(path)
        status = job.image.stat()
        wrong = _difference(known, job, _digest(job.image, status.st_size, status.st_mtime_ns))
    except (RecipeError, OSError):
        wrong = "the recipe could not be compared"
    if known is None and recipe_file.says_edited(path):  # of a newer version, say
        return Found(finished=True, note=f"kept: edited by hand ({wrong})", kept=True)
    if known is None:
        return Found(finished=False, note=f"replaced: {wrong}")
    if wrong and (known.edited or known.objects):
        how = "edited by hand" if known.edited else "made with clicks"
        return Found(finished=True, note=f"kept: {how} ({wrong})", kept=True)
    if wrong:
        return Found(finished=False, note=f"replaced: {wrong}")
    here = versions()
    other = [f"{name} {was}" for name, was in known.versions.items() if here.get(name) != was]
    return Found(finished=True, note=f"finished before{', with ' if other else ''}{', '.join(other)}")


@lru_cache(maxsize=1)
def _digest(image: Path, _size: int, _modified: int) -> str:
    """Return the SHA-256 of a file: once for all its pages, which come one after the other."""
    return recipe_file.file_digest(image)


def _difference(known: Recipe, job: Job, sha256: str) -> str | None:
    """Say in what the results that are there differ from those that are wanted."""
    if (known.sha256, known.page) != (sha256, job.page):
        return "made from another image"
    if known.parameters != job.parameters:
        return "made with other parameters"
    if known.reference != job.reference and not known.edited:  # what a person made stays
        return "labels were numbered differently"
    if known.objects != job.objects and not known.edited:
        return "made with other clicks"
    if known.options != job.options:
        return "files were written in another way"
    if not set(job.exports) <= set(known.exports):
        return "other files were exported"
    if not all(map(_exists, job.files())):
        return "files were missing"
    return None


def _exists(file: Path) -> bool:
    """Tell whether a file is there; label images of more than 65,535 labels are TIFF."""
    return file.exists() or file.with_suffix(".tif").exists()
