"""Segment the images named on the command line, or repeat a recipe."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from segmenter.cli import DONE, UsageError
from segmenter.cli.clicks import with_clicks
from segmenter.cli.console import Console, label
from segmenter.cli.options import chosen_exports, chosen_options, chosen_parameters
from segmenter.cli.working import one_by_one, say_planned
from segmenter.errors import ExportError, ImageError, RecipeError
from segmenter.files import recipe_file
from segmenter.files.findings import versions
from segmenter.files.formats import folder
from segmenter.files.reading import count_pages
from segmenter.jobs.clicking import classes_of
from segmenter.jobs.job import Job
from segmenter.jobs.naming import of_page
from segmenter.jobs.processing import process
from segmenter.parameters import specs

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from pathlib import Path


OPTIONS = ("tiff_bits", "captions", "simplify", "pixel_size")
"""What can be chosen of the files that are written."""


def run(arguments: Namespace) -> int:
    """Do what the command line asks for; return the exit code."""
    console = Console(verbose=arguments.verbose, quiet=arguments.quiet, as_json=arguments.json)
    jobs = _repeat(arguments, console) if arguments.recipe else _plan(arguments)
    _refuse_collisions(jobs)
    if not arguments.overwrite:
        _refuse_edited(jobs)
    if arguments.dry_run:
        say_planned(console, jobs)
        return DONE
    try:
        folder.prepare(arguments.out, jobs[0].exports)
    except ExportError as error:
        raise UsageError(str(error)) from error
    code = one_by_one(console, [(job, partial(process, job)) for job in jobs])
    classes = tuple({each.number: each for job in jobs for each in classes_of(job)}.values())
    folder.finish(arguments.out, jobs[0].exports, classes, [job.image for job in jobs])
    return code


def _plan(arguments: Namespace) -> list[Job]:
    """Return one job for each page of each image."""
    if not arguments.images:
        raise UsageError("no image was given.")
    jobs = []
    parameters, exports = chosen_parameters(arguments), chosen_exports(arguments.export)
    for image in arguments.images:
        for page, pages, stem in _pages(image, arguments.page):
            said = (parameters, exports, arguments.pixel_limit)
            jobs.append(Job(image, page, pages, arguments.out, stem, *said, options=chosen_options(arguments)))
    return with_clicks(jobs, arguments.clicks) if arguments.clicks else jobs


def _pages(image: Path, wanted: int | None) -> list[tuple[int, int, str]]:
    """Return each page to segment, counted from 0, of how many, and the stem of the names of its results."""
    try:
        count = count_pages(image)
    except ImageError:
        return [(0, 1, image.stem)]  # reading it will fail for the same reason, as that image's failure
    pages = range(count) if wanted is None else [wanted - 1]
    return [(page, count, of_page(image, page, count)) for page in pages]


def _repeat(arguments: Namespace, console: Console) -> list[Job]:
    """Return the job that a recipe describes."""
    options = [name for _, name, _, _ in specs()]
    given = [name for name in ("preset", "export", "page", "clicks", *options) if getattr(arguments, name) is not None]
    given += [name for name in OPTIONS if getattr(arguments, name) not in (None, 0, "none")]
    if given:
        option = given[0].replace("_", "-")
        raise UsageError(f"--{option} does not go with --recipe: the recipe already says it.")
    if len(arguments.images) > 1:
        raise UsageError("--recipe is repeated on one image; more than one was given.")
    path: Path = arguments.recipe
    known = recipe_file.read(path)
    image = recipe_file.locate(known, path.parent, arguments.images[0] if arguments.images else None)
    here = versions()
    other = [f"{name} {was}" for name, was in known.versions.items() if here.get(name) != was]
    if other:
        now = ", ".join(f"{name} {number}" for name, number in here.items())
        console.warn(f"the recipe was made with {', '.join(other)}; the labels may differ here ({now}).")
    if known.edited:
        console.warn("this recipe's result was edited by hand; the edits are not repeated.")
    ((page, pages, stem),) = _pages(image, known.page + 1)
    said = (known.parameters, known.exports, arguments.pixel_limit, known.labels_sha256, known.reference)
    objects = () if known.edited else known.objects
    job = Job(image, page, pages, arguments.out, stem, *said, options=known.options, objects=objects)
    return [replace(job, classes=known.classes)]


def _refuse_collisions(jobs: Iterable[Job]) -> None:
    """Refuse to write a file twice, or over an image that is an input."""
    seen: dict[str, Job] = {}
    jobs = list(jobs)
    # not Path.resolve, which raises where links go round in circles
    inputs = {os.path.realpath(job.image) for job in jobs}
    for job in jobs:
        # names that differ in case alone are one file on many disks
        other = seen.setdefault(job.stem.casefold(), job)
        if other is not job:
            first, second = (label(str(each.image), each.page + 1, each.pages) for each in (other, job))
            raise UsageError(f"{first} and {second} would both write {job.files()[0]}; give each its own --out.")
        for file in job.targets():
            if os.path.realpath(file) in inputs:
                raise UsageError(f"{file}, itself an input, would be overwritten; choose another folder with --out.")


def _refuse_edited(jobs: Iterable[Job]) -> None:
    """Refuse to replace what a person edited."""
    for job in jobs:
        with contextlib.suppress(RecipeError):
            known = recipe_file.read(job.path("recipe"))
            if known.edited or (known.objects and known.objects != job.objects):
                how = "edited by hand" if known.edited else "made with other clicks"
                what = f"the results of {job.stem} in {job.folder} were {how}"
                raise UsageError(f"{what}; choose another folder with --out, or replace them with --overwrite.")
