"""What a batch is asked to do, as a value; carried out in a worker's thread by the same functions as the command."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmenter.batch.cluster import connect
from segmenter.batch.plan import plan
from segmenter.batch.workers import processes
from segmenter.files import preset_file
from segmenter.files.formats import DEFAULT
from segmenter.jobs.naming import TEMPLATE
from segmenter.parameters import DEFAULTS, Parameters

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from segmenter.batch.plan import Plan
    from segmenter.batch.workers import Workers
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True)
class BatchSpec:
    """What a person has chosen.

    `preset` is the parameters, or the file that holds them; `jobs` None means as many as processor and memory allow,
    and a `scheduler` that is not empty does the work instead. For the others see `segmenter.batch.plan.plan`.
    """

    folder: Path
    out: Path
    preset: Parameters | Path = DEFAULTS
    exports: tuple[str, ...] = DEFAULT
    pattern: str | None = None
    recursive: bool = False
    template: str = TEMPLATE
    match: bool = False
    overwrite: bool = False
    jobs: int | None = None
    scheduler: str = ""

    def plan(self, progress: ProgressCallback) -> Plan:
        """Return the jobs.

        Raises
        ------
        SegmenterError
            The text says why there is nothing to do.
        """
        return plan(
            self.folder,
            self.out,
            self.preset if isinstance(self.preset, Parameters) else preset_file.read(self.preset),
            self.exports,
            pattern=self.pattern,
            recursive=self.recursive,
            template=self.template,
            match=self.match,
            overwrite=self.overwrite,
            progress=progress,
        )

    def local(self) -> Workers:
        """Return who would do the jobs on this computer."""
        return processes(self.jobs)

    def workers(self) -> AbstractContextManager[Workers]:
        """Return who does the jobs, for as long as one is inside; BatchError if nobody answers."""
        return connect(self.scheduler) if self.scheduler else nullcontext(self.local())
