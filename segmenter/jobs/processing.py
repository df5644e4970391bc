"""One image from file to files."""

from __future__ import annotations

import time
import traceback
from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.core.pipeline import segment
from segmenter.errors import SegmenterError, UnsupportedImage, mistake
from segmenter.files.findings import digest
from segmenter.files.formats.format import result
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.jobs import clicking, matching, memory, resume
from segmenter.jobs.job import Job, Report, failure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from segmenter.progress import ProgressCallback


def process(job: Job, progress: ProgressCallback) -> Report:
    """Do a job; whatever goes wrong with it is reported, so that the next one can go on."""
    try:
        found = resume.existing_result(job) if job.resume else resume.NO_RESULT
        if found.finished:
            files = tuple(map(str, job.files()))
            return Report(str(job.image), job.page + 1, job.pages, "skipped", files, note=found.note, kept=found.kept)
        memory.forget_peak()
        return replace(_process(job, progress), memory=memory.peak(), note=found.note)
    except SegmenterError as error:
        return failure(job, str(error), mistake(error))
    except MemoryError:
        return failure(job, f"{job.image} needs more memory than there is.")
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs one image, not all
        sentence = f"{job.image} failed unexpectedly: {type(error).__name__}: {error}"
        return failure(job, sentence, traceback.format_exc())


def _process(job: Job, progress: ProgressCallback) -> Report:
    start = time.perf_counter()
    progress("reading", 0.0)
    if job.page >= job.pages:  # said here, where pages count from 1
        raise UnsupportedImage(f"{job.image} has no page {job.page + 1}: its last is {job.pages}.")
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    read = time.perf_counter() - start
    found = segment(image, job.parameters, progress=progress)
    start = time.perf_counter()
    if job.reference is not None:
        found = replace(found, labels=matching.renumbered(image, found.labels, job.reference))
    if job.objects:
        outcome = clicking.clicked(job, image, found, progress)
    else:
        outcome = result(image, found, job.exports, job.reference, job.options)
    files = write(outcome, job.folder, job.stem, progress)
    return Report(
        image=str(job.image),
        page=job.page + 1,
        pages=job.pages,
        status="done",
        files=tuple(map(str, files)),
        labels=len(outcome.present),
        sigma_intensity=_plain(found.sigma_intensity),
        reduction=int(found.reduction),
        suggested_k=found.suggested_k,
        normalized_cut=_plain(found.normalized_cut),
        lower_bound=_plain(found.lower_bound),
        converged=bool(found.converged),
        iterations=tuple(int(number) for number in found.iterations),
        residual=float(found.residuals.max(initial=0)),
        seconds={"reading": read, **found.seconds, "writing": time.perf_counter() - start},
        warnings=(*found.warnings, *_comparison(job, outcome.labels)),
    )


def _plain(value: float | None) -> float | None:
    """Return a number as Python's own."""
    return None if value is None else float(value)


def _comparison(job: Job, labels: NDArray[np.int32]) -> tuple[str, ...]:
    """Say whether the labels are those of the recipe."""
    if job.labels_sha256 in (None, digest(labels)):
        return ()
    return ("The labels differ from those of the recipe.",)
