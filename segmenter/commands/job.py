"""One image from file to files. A job and its report are plain values: they can travel to another process."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from segmenter.core.pipeline import segment
from segmenter.errors import SegmenterError, UnsupportedImage
from segmenter.formats import named
from segmenter.formats.format import result
from segmenter.formats.recipe import digest
from segmenter.images import read_image

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.checkpoint import Checkpoint
    from segmenter.core.pipeline import Segmentation
    from segmenter.parameters import Parameters


@dataclass(frozen=True)
class Job:
    """What is to be done to one page of one file.

    `page` counts from 0; `pages` is how many the file has. All files are written to `folder`; `stem` is the
    beginning of their names.
    `labels_sha256`, if known from a recipe, is what the labels should turn out to be.
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

    def files(self) -> tuple[Path, ...]:
        """Return the files that are usually written; above 65,535 labels one of them is named differently."""
        return tuple(self.folder / f"{self.stem}{named(name).suffix(None)}" for name in self.exports)


@dataclass(frozen=True)
class Report:
    """What became of a job; `page` counts from 1, as people read it."""

    image: str
    page: int
    pages: int
    status: Literal["planned", "done", "failed"]
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
    warnings: tuple[str, ...] = ()
    error: str | None = None
    details: str | None = None  # the traceback of an error that nobody expected


def process(job: Job, check: Checkpoint) -> Report:
    """Do a job; whatever goes wrong with it is reported, so that the next one can go on."""
    report = Report(str(job.image), job.page + 1, job.pages, "failed")
    try:
        return _process(job, check)
    except SegmenterError as error:
        return replace(report, error=str(error))
    except MemoryError:
        return replace(report, error=f"{job.image} needs more memory than there is.")
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs one image, not all
        sentence = f"{job.image} failed unexpectedly: {type(error).__name__}: {error}"
        return replace(report, error=sentence, details=traceback.format_exc())


def _process(job: Job, check: Checkpoint) -> Report:
    start = time.perf_counter()
    check("reading", 0.0)
    if job.page >= job.pages:  # said here, where pages count from 1
        raise UnsupportedImage(f"{job.image} has no page {job.page + 1}: its last is {job.pages}.")
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    read = time.perf_counter() - start
    found = segment(image, job.parameters, check=check)
    start = time.perf_counter()
    check("writing", 0.0)
    outcome = result(image, found, job.exports)
    files = []
    for kind in map(named, job.exports):
        path = job.folder / f"{job.stem}{kind.suffix(outcome)}"
        kind.write(path, outcome)
        files.append(str(path))
    return Report(
        image=str(job.image),
        page=job.page + 1,
        pages=job.pages,
        status="done",
        files=tuple(files),
        labels=found.count,
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
