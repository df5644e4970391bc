"""One image from file to files. A job and its report are plain values: they can travel to another process."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from segmenter.batch import matching, memory, resume
from segmenter.core.pipeline import segment
from segmenter.errors import SegmenterError, UnsupportedImage
from segmenter.formats import named
from segmenter.formats.format import result
from segmenter.formats.recipe import digest
from segmenter.formats.writing import write
from segmenter.images import read_image

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.checkpoint import Checkpoint
    from segmenter.core.pipeline import Segmentation
    from segmenter.formats.format import Reference
    from segmenter.parameters import Parameters


@dataclass(frozen=True)
class Job:
    """What is to be done to one page of one file.

    `page` counts from 0; `pages` is how many the file has. All files are written to `folder`; `stem` is the
    beginning of their names.
    `labels_sha256`, if known from a recipe, is what the labels should turn out to be.
    `reference`, where given, is what the numbers of the labels follow.
    `resume` skips the job if its results are there already.
    """

    image: Path
    page: int
    pages: int
    folder: Path
    stem: str
    parameters: Parameters
    exports: tuple[str, ...]
    pixel_limit: int
    labels_sha256: str | None = None
    reference: Reference | None = None
    resume: bool = False

    def path(self, export: str) -> Path:
        """Return the file that is usually written; above 65,535 labels one of them is named differently."""
        return self.folder / f"{self.stem}{named(export).suffix(None)}"

    def files(self) -> tuple[Path, ...]:
        """Return all files that are usually written."""
        return tuple(map(self.path, self.exports))


@dataclass(frozen=True)
class Report:
    """What became of a job; `page` counts from 1, as people read it."""

    image: str
    page: int
    pages: int
    status: Literal["planned", "done", "skipped", "failed"]
    files: tuple[str, ...] = ()
    labels: int | None = None
    sigma_intensity: float | None = None  # what "auto" became, as is the reduction
    reduction: int | None = None
    suggested_k: int | None = None  # without a region tree there is none
    normalized_cut: float | None = None
    lower_bound: float | None = None
    converged: bool | None = None
    iterations: tuple[int, ...] = ()
    residual: float | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    memory: int | None = None  # bytes, the most that the process had while it worked on this image
    note: str | None = None  # why it was skipped, or older results replaced
    warnings: tuple[str, ...] = ()
    error: str | None = None
    details: str | None = None  # the traceback of an error that nobody expected


def failure(job: Job, sentence: str, details: str | None = None) -> Report:
    """Return the report of a job that came to nothing."""
    return Report(str(job.image), job.page + 1, job.pages, "failed", error=sentence, details=details)


def process(job: Job, check: Checkpoint) -> Report:
    """Do a job; whatever goes wrong with it is reported, so that the next one can go on."""
    try:
        found = resume.look(job) if job.resume else resume.NOTHING
        if found.finished:
            files = tuple(map(str, job.files()))
            return Report(str(job.image), job.page + 1, job.pages, "skipped", files, note=found.note)
        memory.forget_peak()
        return replace(_process(job, check), memory=memory.peak(), note=found.note)
    except SegmenterError as error:
        return failure(job, str(error))
    except MemoryError:
        return failure(job, f"{job.image} needs more memory than there is.")
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs one image, not all
        sentence = f"{job.image} failed unexpectedly: {type(error).__name__}: {error}"
        return failure(job, sentence, traceback.format_exc())


def _process(job: Job, check: Checkpoint) -> Report:
    start = time.perf_counter()
    check("reading", 0.0)
    if job.page >= job.pages:  # said here, where pages count from 1
        raise UnsupportedImage(f"{job.image} has no page {job.page + 1}: its last is {job.pages}.")
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    read = time.perf_counter() - start
    found = segment(image, job.parameters, check=check)
    start = time.perf_counter()
    if job.reference is not None:
        found = replace(found, labels=matching.renumbered(image, found.labels, job.reference))
    outcome = replace(result(image, found, job.exports), reference=job.reference)
    files = write(outcome, job.folder, job.stem, check)
    return Report(
        image=str(job.image),
        page=job.page + 1,
        pages=job.pages,
        status="done",
        files=tuple(map(str, files)),
        labels=len(outcome.present),
        sigma_intensity=float(found.sigma_intensity),
        reduction=int(found.reduction),
        suggested_k=found.suggested_k,
        normalized_cut=float(found.normalized_cut),
        lower_bound=float(found.lower_bound),
        converged=bool(found.converged),
        iterations=tuple(int(number) for number in found.iterations),
        residual=float(found.residuals.max(initial=0)),
        seconds={"reading": read, **found.seconds, "writing": time.perf_counter() - start},
        warnings=(*found.warnings, *_comparison(job, found)),
    )


def _comparison(job: Job, found: Segmentation) -> tuple[str, ...]:
    """Say whether the labels are those of the recipe."""
    if job.labels_sha256 in (None, digest(found.labels)):
        return ()
    return ("The labels differ from those of the recipe.",)
