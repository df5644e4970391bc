"""Write the results of a project, edits included, as the window's export does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from segmenter.cli import DONE, FAILED, UsageError
from segmenter.cli.console import Console
from segmenter.cli.options import chosen_exports, chosen_options
from segmenter.cli.working import one_by_one, say_planned
from segmenter.document.locating import changed
from segmenter.document.project_file import load
from segmenter.errors import ExportError
from segmenter.jobs import project_export
from segmenter.jobs.project_export import Order

if TYPE_CHECKING:
    from argparse import Namespace

    from segmenter.document.project import Entry


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
        say_planned(console, [task.job for task in tasks])
        return FAILED if lost else DONE
    try:
        project_export.prepare(tasks, order)
    except ExportError as error:
        raise UsageError(str(error)) from error
    work = [(task.job, partial(project_export.export, task)) for task in tasks]
    code = one_by_one(console, work, failed=len(lost))
    project_export.finish(tasks, order)
    return code


def _missing(entry: Entry) -> str:
    """Say why the image of an entry was not found."""
    if changed(entry):
        return f"{entry.path} has changed since it was segmented (its SHA-256 differs)."
    return f"{entry.path} is missing, and so is any copy of it; say where to look with --images."
