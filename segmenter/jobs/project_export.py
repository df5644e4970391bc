"""The results of a project, edits included, written into a folder: what `segmenter export` and the window do alike."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from segmenter.core.pipeline import segment
from segmenter.document.exporting import result_of
from segmenter.document.locating import locate
from segmenter.document.replaying import only_objects
from segmenter.errors import ExportError, ImageError, SegmenterError, mistake
from segmenter.files.decoders.decoded import PIXEL_LIMIT
from segmenter.files.formats import folder as whole
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.files.formats.writing import write
from segmenter.files.reading import count_pages, read_image
from segmenter.jobs.job import Job, Report, failure
from segmenter.jobs.naming import distinct, of_page
from segmenter.parameters import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from segmenter.core.classes import SegmentClass
    from segmenter.document.project import Entry, Project
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True)
class Order:
    """What is written of every image, and where; `done_only`: only of those that a person marked as done."""

    folder: Path
    exports: tuple[str, ...]
    options: Options = DEFAULT_OPTIONS
    pixel_limit: int = PIXEL_LIMIT
    done_only: bool = False


@dataclass(frozen=True)
class Task:
    """An entry of a project, where its image is now and where its results go, and the classes of the project."""

    job: Job
    entry: Entry
    classes: tuple[SegmentClass, ...]


def plan(project: Project, places: Iterable[Path], order: Order) -> tuple[list[Task], list[Entry]]:
    """Return what is to be done, and the entries whose image is not there any more.

    Parameters
    ----------
    project : Project
        Entries without labels have nothing to be written.
    places : iterable of Path
        Folders in which images that were moved may be.
    order : Order

    Raises
    ------
    ExportError
        An image would be overwritten.
    """
    places = list(places)
    found, lost = list[tuple["Entry", Path, int]](), list["Entry"]()
    for entry in project.entries:
        if entry.work is None or entry.work.labels is None:
            continue
        image = locate(entry, None, places)
        if image is None:
            lost.append(entry)
        else:
            found.append((entry, image, _pages(image)))
            places.append(image.parent)  # where one is, others are
    stems = [of_page(image, entry.page, pages) for entry, image, pages in found]
    stems = distinct(stems, [image.suffix[1:] for _, image, _ in found])
    said = (DEFAULTS, order.exports, order.pixel_limit)
    tasks = [
        Task(
            Job(image, entry.page, pages, order.folder, stem, *said, options=order.options),
            entry,
            project.classes,
        )
        for (entry, image, pages), stem in zip(found, stems, strict=True)
        if entry.done or not order.done_only  # names are those that they have among all
    ]
    inputs = {os.path.realpath(entry.path) for entry in project.entries} | {
        os.path.realpath(task.job.image) for task in tasks
    }
    for file in (file for task in tasks for file in task.job.targets()):
        if os.path.realpath(file) in inputs:
            raise ExportError(f"{file}, itself an image, would be overwritten; choose another folder.")
    return tasks, [entry for entry in lost if entry.done or not order.done_only]


def prepare(tasks: Sequence[Task], order: Order) -> None:
    """Make the folder of results, if there will be any; ExportError if it cannot be made, or is somebody else's."""
    if tasks:
        whole.prepare(order.folder, order.exports)


def export(task: Task, progress: ProgressCallback) -> Report:
    """Export an entry; whatever is wrong with it is reported, so that the next one can go on."""
    try:
        return _exported(task.job, task.entry, task.classes, progress)
    except SegmenterError as error:
        return failure(task.job, str(error), mistake(error))
    except MemoryError:
        return failure(task.job, f"{task.job.image} needs more memory than there is.")


def finish(tasks: Sequence[Task], order: Order) -> None:
    """Write the files that speak of all images of the folder."""
    if tasks:
        whole.finish(order.folder, order.exports, tasks[0].classes, [task.job.image for task in tasks])


def _pages(image: Path) -> int:
    """Return how many images a file has."""
    try:
        return count_pages(image)
    except ImageError:
        return 1  # reading it will fail for the same reason


def _exported(job: Job, entry: Entry, classes: tuple[SegmentClass, ...], progress: ProgressCallback) -> Report:
    start = time.perf_counter()
    progress("reading", 0.0)
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    assert entry.work is not None
    state = entry.work.state(image.shape, classes)
    # a recipe also says how good the result is before it was edited: projects of earlier versions do not know it
    told = state.solved is not None and "recipe" in job.exports
    known = entry.findings if told and entry.findings and entry.findings.of(image.source, state.solved) else None
    solves = told and (known is None or only_objects(state))  # objects from clicks are tried, with the tree
    found = segment(image, state.solved, progress=progress) if solves else None
    progress("writing", 0.0)
    outcome = result_of(image, state, found, job.exports, job.options, known)
    report = Report(str(job.image), job.page + 1, job.pages, "done", labels=len(outcome.present))
    if told and outcome.edited and not state.edited:
        report = replace(report, warnings=("The labels are not those that are computed here.",))
    files = tuple(map(str, write(outcome, job.folder, job.stem)))
    return replace(report, files=files, seconds={"all": time.perf_counter() - start})
