"""From a folder to jobs: which image becomes which files. Nothing is decoded, nothing written."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segmenter.batch.folder import find
from segmenter.batch.log import NAME
from segmenter.errors import BatchError, ImageError
from segmenter.files.decoders.decoded import PIXEL_LIMIT
from segmenter.files.formats import in_order
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.files.reading import count_pages
from segmenter.jobs import naming
from segmenter.jobs.job import Job
from segmenter.progress import ignore

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True)
class Plan:
    """What a batch will do.

    Attributes
    ----------
    folder, out : Path
        Where the images are, and where the results go; absolute.
    jobs : tuple of Job
        In natural order, one for each page.
    match : bool
        Whether label numbers follow those of the first image.
    troubles : tuple of str
        One sentence for each folder that could not be looked into.
    """

    folder: Path
    out: Path
    jobs: tuple[Job, ...]
    match: bool
    troubles: tuple[str, ...]


def sparing(plan: Plan) -> Plan:
    """Return the plan with jobs that spare files of which no recipe speaks, if somebody else must have written them.

    A killed batch leaves such files, and a log; before the first batch there is none.
    """
    spare = not (plan.out / NAME).exists()
    return replace(plan, jobs=tuple(replace(job, spare=spare) for job in plan.jobs))


def plan(
    folder: Path,
    out: Path,
    parameters: Parameters,
    exports: tuple[str, ...],
    *,
    pattern: str | None = None,
    recursive: bool = False,
    template: str = naming.TEMPLATE,
    match: bool = False,
    overwrite: bool = False,
    pixel_limit: int = PIXEL_LIMIT,
    options: Options = DEFAULT_OPTIONS,
    today: datetime.date | None = None,
    progress: ProgressCallback = ignore,
) -> Plan:
    """Plan a batch.

    Parameters
    ----------
    folder : Path
        Where the images are.
    out : Path
        Where the results go. It may be inside `folder`, but not be `folder`: results must never become images.
    parameters : Parameters
    exports : tuple of str
        Formats to write. The recipe is always written, because it tells that a result is finished; the label image
        too where labels are matched.
    pattern, recursive
        See `segmenter.batch.folder.find`.
    template : str
        How results are called: `{dir}` is the image's folder inside `folder`, `{stem}` and `{ext}` are its name and
        suffix, `{page}` counts from 1, `{k}` is that of the parameters, `{date}` is `today` as 2026-01-31. Slashes
        make folders. Where a file has several pages and the template no `{page}`, `_p{page}` is added.
    match : bool
        Whether label numbers follow those of the first image, see `segmenter.jobs.matching`.
    overwrite : bool
        Do everything again, finished, edited by hand, or not.
    pixel_limit : int
        Larger images are refused when they are read.
    options : Options
        What is chosen of the files.
    today : date, optional
    progress : ProgressCallback
        Called for every folder and every image.

    Raises
    ------
    BatchError
        The folder cannot be looked into or has no images; results would lie among images; a template that makes no
        sense.
    """
    naming.check(template)
    folder, out = folder.absolute(), out.absolute()  # the same in every process
    if _real(out) == _real(folder):
        raise BatchError(f"the results would lie among the images of {folder}; choose another folder for them.")
    images, troubles = find(folder, pattern, recursive=recursive, without=out, progress=progress)
    if not images:
        hint = "" if recursive else ", not counting the folders inside"
        raise BatchError(f"{folder} has no {'images' if pattern is None else f'files {pattern}'}{hint}.")
    fixed = {"k": str(parameters.labels.k), "date": (today or datetime.datetime.now().astimezone().date()).isoformat()}
    pages = []
    for at, image in enumerate(images):
        progress("planning", at / len(images))
        pages += [(image, page, count) for page, count in _pages(image)]
    wanted = [_name(template, folder, image, page, count, fixed) for image, page, count in pages]
    stems = naming.distinct(wanted, [image.suffix[1:] for image, _, _ in pages])
    kept = in_order({*exports, "recipe", *(["labels"] if match else [])})
    jobs = []
    for (image, page, count), stem in zip(pages, stems, strict=True):
        inside, _, name = stem.rpartition("/")
        where = out / inside if inside else out
        said = (parameters, kept, pixel_limit)
        jobs.append(Job(image, page, count, where, name, *said, resume=not overwrite, options=options))
    _refuse_inputs(jobs)
    return Plan(folder, out, tuple(jobs), match, tuple(troubles))


def _real(folder: Path) -> str:
    """Return a path without links; unlike Path.resolve also where they go round in circles."""
    return os.path.realpath(folder)


def _pages(image: Path) -> list[tuple[int, int]]:
    """Return each page, counted from 0, of how many."""
    try:
        count = count_pages(image)
    except ImageError:
        count = 1  # reading it will fail for the same reason, as that image's failure
    return [(page, count) for page in range(count)]


def _name(template: str, folder: Path, image: Path, page: int, count: int, fixed: dict[str, str]) -> str:
    """Fill in the template for one page."""
    number = f"{page + 1:0{len(str(count))}}"  # names sort in the order of the pages
    fields = {
        "stem": image.stem,
        "ext": image.suffix[1:],
        "dir": "" if image.parent == folder else image.parent.relative_to(folder).as_posix(),
        "page": number,
    }
    name = naming.fill(template, fields | fixed)
    return name if count == 1 or "{page}" in template else f"{name}_p{number}"


def _refuse_inputs(jobs: list[Job]) -> None:
    """Refuse to write into a folder that images are read from, or over one that is read through a link."""
    read = {_real(folder) for folder in {job.image.parent for job in jobs}}
    for folder in sorted({job.folder for job in jobs}):
        if _real(folder) in read:
            raise BatchError(f"results would lie among the images of {folder}; choose another folder for them.")
    linked = {_real(job.image) for job in jobs if job.image.is_symlink()}
    for file in (file for job in jobs for file in job.targets()) if linked else ():
        if _real(file) in linked:
            raise BatchError(f"{file}, itself an image, would be overwritten; choose another folder for the results.")
