"""What a person works on: images, where they are, and the work on each. How it is written is `project_file`'s."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from segmenter.document.compressed_labels import pack, unpack
from segmenter.document.state import State, with_segments
from segmenter.errors import ProjectError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from segmenter.core.classes import SegmentClass
    from segmenter.core.image import Image, PixelSize
    from segmenter.document.compressed_labels import CompressedLabels
    from segmenter.document.label_map import LabelMap
    from segmenter.document.state import Segment
    from segmenter.document.unfinished import Unfinished
    from segmenter.files.findings import Findings
    from segmenter.parameters import Parameters
    from segmenter.render.contrast import Contrast


def refuse_other_size(labels: CompressedLabels | LabelMap, shape: tuple[int, int]) -> None:
    """Refuse labels that are not of an image of this shape: ProjectError."""
    if labels.shape != shape:
        sizes = " × ".join(map(str, labels.shape[::-1])), " × ".join(map(str, shape[::-1]))
        raise ProjectError(f"The segments are of {sizes[0]} pixels, the image is of {sizes[1]}.")


@dataclass(frozen=True)
class SavedState:
    """A State in few bytes: what is kept of an image that is not open. Attributes as in `State`, labels packed.

    Classes are the project's, and not kept with each image.
    """

    parameters: Parameters
    solved: Parameters | None
    labels: CompressedLabels | None
    segments: Mapping[int, Segment]
    erased: bool
    pixel_size: PixelSize | None = None

    @classmethod
    def of(cls, state: State) -> SavedState:
        """Pack a state: some 0.1 s for the labels of 12 million pixels, nothing if they were packed before."""
        packed = None if state.labels is None else pack(state.labels)
        return cls(state.parameters, state.solved, packed, state.segments, state.erased, state.pixel_size)

    @property
    def edited(self) -> bool:
        """Whether the labels are more than what the parameters give, as in `State`."""
        if self.erased or self.pixel_size is not None:
            return True
        return any(segment.held or segment.colour for segment in self.segments.values())

    def state(self, shape: tuple[int, int] | None = None, classes: tuple[SegmentClass, ...] = ()) -> State:
        """Unpack.

        Parameters
        ----------
        shape : tuple of int, optional
            Rows and columns of the image, if it is known: labels of another shape are refused.
        classes : tuple of SegmentClass
            Those of the project.

        Raises
        ------
        ProjectError
            Labels are damaged, of another image, or not those of the segments.
        """
        empty = State(self.parameters, self.solved, erased=self.erased, classes=classes, pixel_size=self.pixel_size)
        if self.labels is None:
            return empty
        if shape is not None:
            refuse_other_size(self.labels, shape)
        labels = unpack(self.labels)
        if self.segments.keys() != {*np.flatnonzero(labels.areas()[1:]) + 1}:
            raise ProjectError("The labels in the project are not those of its segments.")
        return with_segments(empty, self.segments, labels)


@dataclass(frozen=True)
class Entry:
    """An image of a project.

    Attributes
    ----------
    path : Path
        Where the file was when it was last seen.
    page : int
        Counts from 0.
    sha256 : str or None
        Of the file's bytes, hexadecimal; None as long as it was never read.
    size : int or None
        Bytes of the file; None as long as it was never read.
    work : Work or None
        None as long as nothing was done.
    done : bool
        A person is through with it.
    hint : Path or None
        Where else it was seen: on the machine that wrote the project.
    pixel_size : PixelSize or None
        As a person set it for all images before anything was done to this one; work on it has its own.
    contrast : tuple of Channel, or None
        How a person wants to see it, where that is not as always.
    findings : Findings or None
        What is reported of the result that the work was made of; it says of which image and parameters it is.
    unfinished : Unfinished or None
        An object that was pointed at and is no segment yet.
    """

    path: Path
    page: int = 0
    sha256: str | None = None
    size: int | None = None
    work: SavedState | None = None
    done: bool = False
    hint: Path | None = None
    pixel_size: PixelSize | None = None
    contrast: Contrast | None = None
    findings: Findings | None = None
    unfinished: Unfinished | None = None

    def read_as(self, image: Image) -> Entry:
        """Return the entry as it is once its image has been read; the image decides where and what it is."""
        source = image.source
        if source is None:
            raise ProjectError("An image that is no file cannot be part of a project.")
        try:
            size = source.path.stat().st_size
        except OSError:  # gone since; the hash alone will do
            size = None
        return replace(self, path=source.path, page=source.page, sha256=source.sha256, size=size, hint=None)


@dataclass(frozen=True)
class Project:
    """Images and the work on them.

    Attributes
    ----------
    entries : tuple of Entry
    current : int
        Which of them is open, from 0.
    saved : Path or None
        In the journal of a session: the project file it belongs to.
    classes : tuple of SegmentClass
        In the order of their numbers.
    unsaved : frozenset of int, or None
        In the journal of a session: the entries with work that is in no project file, from 0; None if nobody knows.
    """

    entries: tuple[Entry, ...] = ()
    current: int = 0
    saved: Path | None = None
    classes: tuple[SegmentClass, ...] = ()
    unsaved: frozenset[int] | None = None
