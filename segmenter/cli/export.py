"""Write the results of a project, edits included, as the window's export does."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from segmenter.cli import DONE, FAILED, INTERRUPTED, UsageError
from segmenter.cli.console import Console, label
from segmenter.cli.options import chosen_exports, chosen_options
from segmenter.core.pipeline import segment
from segmenter.document.exporting import result_of
from segmenter.document.locating import changed, locate
from segmenter.document.project_file import load
from segmenter.errors import ImageError, SegmenterError
from segmenter.files import atomic
from segmenter.files.formats import folder
from segmenter.files.formats.writing import write
from segmenter.files.reading import count_pages, read_image
from segmenter.jobs.job import Job, Report, failure
from segmenter.jobs.naming import distinct, of_page
from segmenter.parameters import DEFAULTS
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from segmenter.core.classes import SegmentClass
    from segmenter.document.project import Entry
    from segmenter.progress import ProgressCallback

    Classes = tuple[SegmentClass, ...]

Task = tuple[Job, "Entry", "Classes"]
"""An entry, where its image is now and where its results go, and the classes of the project."""


def export(arguments: Namespace) -> int:
    """Do what the command line asks for; return the exit code."""
    console = Console(verbose=False, quiet=arguments.quiet, as_json=arguments.json)
    tasks, lost = _plan(arguments)
    for sentence in lost:
        console.error(sentence)
    if not tasks and not lost:
        raise UsageError(f"{arguments.project} has no results yet that could be exported.")
    if arguments.dry_run:
        for job, *_ in tasks:
            files = tuple(map(str, job.files()))
            console.report(Report(str(job.image), job.page + 1, job.pages, "planned", files))
        return FAILED if lost else DONE
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        atomic.sweep(arguments.out)
    except OSError as error:
        raise UsageError(f"the folder {arguments.out} could not be made: {error.strerror or error}.") from error
    if tasks:
        folder.refuse_foreign(arguments.out, tasks[0][0].exports)
    code = _work(tasks, console, failed=len(lost))
    if tasks:
        job, _, classes = tasks[0]
        folders = {job.image.parent for job, *_ in tasks}
        images = folders.pop().absolute() if len(folders) == 1 else None
        folder.finish(arguments.out.absolute(), job.exports, classes, images)
    return code


def _work(tasks: Sequence[Task], console: Console, failed: int) -> int:
    """Export the entries one after the other."""
    done = 0
    try:
        for number, (job, entry, classes) in enumerate(tasks, start=1):
            console.begin(number, len(tasks), label(job.image.name, job.page + 1, job.pages))
            report = _export(job, entry, classes, console.progress)
            console.report(report)
            failed += report.status == "failed"
            done += report.status == "done"
    except (KeyboardInterrupt, Cancelled):
        console.error(f"interrupted; {done} of {len(tasks)} images are done.")
        return INTERRUPTED
    return FAILED if failed else DONE


def _plan(arguments: Namespace) -> tuple[list[Task], list[str]]:
    """Return what is to be done, and a sentence for each image that is not there any more."""
    project: Path = arguments.project
    exports = chosen_exports(arguments.export)
    places = [project.parent, *arguments.images]
    found, lost = list[tuple["Entry", Path, int]](), list[str]()
    opened = load(project)
    for entry in opened.entries:
        if entry.work is None or entry.work.labels is None:
            continue
        image = locate(entry, None, places)
        if image is None:
            lost.append(_missing(entry))
        else:
            found.append((entry, image, _pages(image)))
            places.append(image.parent)  # where one is, others are
    stems = [of_page(image, entry.page, pages) for entry, image, pages in found]
    stems = distinct(stems, [image.suffix[1:] for _, image, _ in found])
    said = (DEFAULTS, exports, arguments.pixel_limit)
    tasks: list[Task] = [
        (
            Job(image, entry.page, pages, arguments.out, stem, *said, options=chosen_options(arguments)),
            entry,
            opened.classes,
        )
        for (entry, image, pages), stem in zip(found, stems, strict=True)
    ]
    inputs = {os.path.realpath(job.image) for job, *_ in tasks}
    for file in (file for job, *_ in tasks for file in job.targets()):
        if os.path.realpath(file) in inputs:
            raise UsageError(f"{file}, itself an image, would be overwritten; choose another folder with --out.")
    return tasks, lost


def _missing(entry: Entry) -> str:
    """Say why the image of an entry was not found."""
    if changed(entry):
        return f"{entry.path} has changed since it was segmented (its SHA-256 differs)."
    return f"{entry.path} is missing, and so is any copy of it; say where to look with --images."


def _pages(image: Path) -> int:
    """Return how many images a file has."""
    try:
        return count_pages(image)
    except ImageError:
        return 1  # reading it will fail for the same reason


def _export(job: Job, entry: Entry, classes: Classes, progress: ProgressCallback) -> Report:
    """Export an entry; whatever is wrong with it is reported, so that the next one can go on."""
    try:
        return _exported(job, entry, classes, progress)
    except SegmenterError as error:
        return failure(job, str(error))
    except MemoryError:
        return failure(job, f"{job.image} needs more memory than there is.")


def _exported(job: Job, entry: Entry, classes: Classes, progress: ProgressCallback) -> Report:
    start = time.perf_counter()
    progress("reading", 0.0)
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    assert entry.work is not None
    state = entry.work.state(image.shape, classes)
    # a recipe also says how good the result is before it was edited, which no project holds
    found = segment(image, state.solved, progress=progress) if "recipe" in job.exports else None
    progress("writing", 0.0)
    outcome = result_of(image, state, found, job.exports, job.options)
    report = Report(str(job.image), job.page + 1, job.pages, "done", labels=len(outcome.present))
    if found is not None and outcome.edited and not state.edited:
        report = replace(report, warnings=("The labels are not those that are computed here.",))
    files = tuple(map(str, write(outcome, job.folder, job.stem)))
    return replace(report, files=files, seconds={"all": time.perf_counter() - start})
