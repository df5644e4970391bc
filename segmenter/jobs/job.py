"""What is to be done to one image, and what became of it: plain values that can travel to another process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from segmenter.files.formats import named
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.core.classes import SegmentClass
    from segmenter.core.clicked import ClickedObject
    from segmenter.files.formats.format import Reference
    from segmenter.parameters import Parameters


@dataclass(frozen=True)
class Job:
    """What is to be done to one page of one file.

    `page` counts from 0; `pages` is how many the file has. All files are written to `folder`; `stem` is the
    beginning of their names.
    `labels_sha256`, if known from a recipe, is what the labels should turn out to be.
    `reference`, where given, is what the numbers of the labels follow.
    `resume` skips the job if its results are there already, or were edited by a person.
    `spare` skips it as well if files are there that no recipe speaks of: somebody else wrote them.
    `options` are what was chosen of the files.
    `objects` are what somebody pointed at, one after the other; `classes` are known already, others follow.
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
    options: Options = DEFAULT_OPTIONS
    objects: tuple[ClickedObject, ...] = ()
    classes: tuple[SegmentClass, ...] = ()
    spare: bool = field(default=False, compare=False)

    def path(self, export: str) -> Path:
        """Return the file that is usually written; above 65,535 labels one of them is named differently."""
        return self.folder / f"{self.stem}{named(export).suffix(None)}"

    def files(self) -> tuple[Path, ...]:
        """Return all files that are usually written."""
        return tuple(map(self.path, self.exports))

    def targets(self) -> tuple[Path, ...]:
        """Return all files that may be written: those above, and what a label image is called above 65,535 labels."""
        files = self.files()
        return files + tuple(self.folder / f"{self.stem}_labels.tif" for name in self.exports if name == "labels")


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
    kept: bool = False  # what is there is somebody's work, and not what the job would have made
    warnings: tuple[str, ...] = ()
    error: str | None = None
    details: str | None = None  # the traceback of an error that nobody expected


def failure(job: Job, sentence: str, details: str | None = None) -> Report:
    """Return the report of a job that came to nothing."""
    return Report(str(job.image), job.page + 1, job.pages, "failed", error=sentence, details=details)
