"""Write the results of a project, edits included, as the window's export does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.cli import DONE, FAILED, INTERRUPTED, UsageError
from segmenter.cli.console import Console, label
from segmenter.cli.options import chosen_exports, chosen_options
from segmenter.document.locating import changed
from segmenter.document.project_file import load
from segmenter.errors import ExportError
from segmenter.jobs import project_export
from segmenter.jobs.job import Report
from segmenter.jobs.project_export import Order
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from segmenter.document.project import Entry
    from segmenter.jobs.project_export import Task


def export(arguments: Namespace) -> int:
    """Do what the command line asks for; return the exit code."""
    console = Console(verbose=False, quiet=arguments.quiet, as_json=arguments.json)
    order = Order(arguments.out, chosen_exports(arguments.export), chosen_options(arguments), arguments.pixel_limit)
    places = [arguments.project.parent, *arguments.images]
    try:
        tasks, lost = project_export.plan(load(arguments.project), places, order)
    except ExportError as error:
        raise UsageError(f"{str(error).removesuffix('.')} with --out.") from error
    for entry in lost:
        console.error(_missing(entry))
    if not tasks and not lost:
        raise UsageError(f"{arguments.project} has no results yet that could be exported.")
    if arguments.dry_run:
        for job in (task.job for task in tasks):
            files = tuple(map(str, job.files()))
            console.report(Report(str(job.image), job.page + 1, job.pages, "planned", files))
        return FAILED if lost else DONE
    try:
        project_export.make(order.folder)
    except ExportError as error:
        raise UsageError(str(error)) from error
    project_export.refuse_foreign(tasks, order)
    code = _work(tasks, console, failed=len(lost))
    project_export.finish(tasks, order)
    return code


def _work(tasks: Sequence[Task], console: Console, failed: int) -> int:
    """Export the entries one after the other."""
    done = 0
    try:
        for number, task in enumerate(tasks, start=1):
            console.begin(number, len(tasks), label(task.job.image.name, task.job.page + 1, task.job.pages))
            report = project_export.export(task, console.progress)
            console.report(report)
            failed += report.status == "failed"
            done += report.status == "done"
    except (KeyboardInterrupt, Cancelled):
        console.error(f"interrupted; {done} of {len(tasks)} images are done.")
        return INTERRUPTED
    return FAILED if failed else DONE


def _missing(entry: Entry) -> str:
    """Say why the image of an entry was not found."""
    if changed(entry):
        return f"{entry.path} has changed since it was segmented (its SHA-256 differs)."
    return f"{entry.path} is missing, and so is any copy of it; say where to look with --images."
