"""What is to be exported, as a value; and how that is described and written in a worker."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from segmenter.document.exporting import result_of
from segmenter.errors import ExportError
from segmenter.files.formats import MODULES, named
from segmenter.files.formats.folder import finish, prepare
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.files.formats.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from segmenter.core.image import Image
    from segmenter.core.segmentation import Segmentation
    from segmenter.document.state import State
    from segmenter.files.findings import Findings
    from segmenter.files.formats.format import Result
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True)
class ExportSpec:
    """Formats by name, written into a folder, in files whose names begin with the stem."""

    folder: Path
    stem: str
    exports: tuple[str, ...]
    options: Options = DEFAULT_OPTIONS

    def files(self, result: Result | None = None) -> dict[str, Path]:
        """Return the file of each format; what it is usually called where there is no result yet."""
        return {name: self.folder / f"{self.stem}{named(name).suffix(result)}" for name in self.exports}


class Description(NamedTuple):
    """What a format says of a result: how many labels and as what, and what it loses of them."""

    text: str
    loss: str = ""


@dataclass(frozen=True, eq=False)
class ExportSource:
    """What is exported: an image and the work on it."""

    image: Image
    state: State
    segmentation: Segmentation | None
    findings: Findings | None = None

    def describe(self, options: Options, progress: ProgressCallback) -> dict[str, Description]:
        """Return what each format would write, and what of this result it would lose."""
        result = result_of(self.image, self.state, self.segmentation, tuple(MODULES), options, self.findings)
        kinds = {name: named(name) for name in MODULES}
        return {name: Description(kind.describe(result), kind.loses(result) or "") for name, kind in kinds.items()}

    def write(self, spec: ExportSpec, images: Iterable[Path], progress: ProgressCallback) -> tuple[Path, ...]:
        """Write all files, or none, and never one of some images.

        Raises
        ------
        ExportError
            The text says why nothing was written.
        """
        progress("writing", 0.0)
        result = result_of(self.image, self.state, self.segmentation, spec.exports, spec.options, self.findings)
        for file in taken(spec.files(result).values(), images):
            raise ExportError(f"{file} is an open image, which is never overwritten; choose another folder or name.")
        prepare(spec.folder, spec.exports)
        files = write(result, spec.folder, spec.stem, progress)
        source = [self.image.source.path] if self.image.source else []
        return files + finish(spec.folder, spec.exports, result.classes, source)


def existing(files: Iterable[Path]) -> list[Path]:
    """Return the files that are there."""
    return [file for file in files if os.path.lexists(file)]


def taken(files: Iterable[Path], images: Iterable[Path]) -> list[Path]:
    """Return the files that are one of some images, under whatever name."""
    there = existing(files)
    if not there:
        return []
    known = {(status.st_dev, status.st_ino) for image in images if (status := _status(image)) is not None}
    return [file for file in there if (status := _status(file)) and (status.st_dev, status.st_ino) in known]


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
