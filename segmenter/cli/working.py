"""Jobs one after the other, in the thread of the command: what will be written, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.cli import DONE, FAILED, INTERRUPTED
from segmenter.cli.console import label
from segmenter.jobs.job import Report
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from segmenter.cli.console import Console
    from segmenter.jobs.job import Job
    from segmenter.progress import ProgressCallback


def say_planned(console: Console, jobs: Iterable[Job]) -> None:
    """Say what would be written."""
    for job in jobs:
        files = tuple(map(str, job.files()))
        console.report(Report(str(job.image), job.page + 1, job.pages, "planned", files))


def one_by_one(
    console: Console, work: Sequence[tuple[Job, Callable[[ProgressCallback], Report]]], failed: int = 0
) -> int:
    """Do jobs, and report each of them; return the exit code. `failed`: how many have failed before."""
    done = 0
    try:
        for number, (job, do) in enumerate(work, start=1):
            console.begin(number, len(work), label(job.image.name, job.page + 1, job.pages))
            report = do(console.progress)
            console.report(report)
            failed += report.status == "failed"
            done += report.status == "done"
    except (KeyboardInterrupt, Cancelled):
        console.error(f"interrupted; {done} of {len(work)} images are done.")
        return INTERRUPTED
    return FAILED if failed else DONE
