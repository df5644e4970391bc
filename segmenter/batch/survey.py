"""What is known of a plan before it is carried out: what is finished, and what the rest will cost."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segmenter.batch.estimate import REFUSED, cost
from segmenter.batch.plan import sparing
from segmenter.errors import SegmenterError
from segmenter.jobs import matching, resume

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segmenter.batch.estimate import Cost
    from segmenter.batch.plan import Plan
    from segmenter.batch.workers import Workers
    from segmenter.files.formats.format import Reference


@dataclass(frozen=True)
class Survey:
    """Of `jobs` jobs, `looked` were looked at; `finished` of these need not be done, `refused` are larger than is read.

    The others cost the rest: `pixels` and `seconds`, on one thread, are sums; `memory` is the bytes of the most
    demanding job.
    """

    jobs: int
    looked: int = 0
    finished: int = 0
    refused: int = 0
    pixels: int = 0
    seconds: float = 0.0
    memory: int = 0

    def after(self, needed: Cost | None) -> Survey:
        """Return what is known with one more job; None if it is finished."""
        if needed is None:
            return replace(self, looked=self.looked + 1, finished=self.finished + 1)
        if needed is REFUSED:
            return replace(self, looked=self.looked + 1, refused=self.refused + 1)
        return replace(
            self,
            looked=self.looked + 1,
            pixels=self.pixels + needed.pixels,
            seconds=self.seconds + needed.seconds,
            memory=max(self.memory, needed.memory),
        )

    def together(self, workers: Workers) -> int:
        """Return how many jobs will be worked on at once."""
        if workers.memory is None or not self.memory:
            return workers.executors
        return min(workers.executors, max(1, workers.memory // self.memory))


def survey(plan: Plan) -> Iterator[Survey]:
    """Look at one job after the other; yield what is known by then.

    Images whose results are there are read to the end, because their bytes tell whether the results are theirs.
    """
    known = Survey(len(plan.jobs))
    reference: Reference | None = None
    for job in sparing(plan).jobs:
        asked = replace(job, reference=reference) if reference is not None else job
        finished = job.resume and resume.existing_result(asked).finished
        if finished and plan.match and reference is None:
            with contextlib.suppress(SegmenterError):
                reference = matching.reference(job)
        known = known.after(None if finished else cost(job))
        yield known
