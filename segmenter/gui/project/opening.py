"""Read the image of an entry and put the earlier work on top: takes seconds for large ones, and is done in a worker."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from segmenter.document.history import History
from segmenter.document.locating import locate
from segmenter.document.project import refuse_other_size
from segmenter.document.state import State
from segmenter.errors import UnreadableImage
from segmenter.files.reading import read_image
from segmenter.gui.session.document import document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from segmenter.core.image import Image
    from segmenter.document.project import Entry
    from segmenter.gui.session.document import Document
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback


class MissingImage(UnreadableImage):
    """The file of an image is not where it was, and was not found anywhere near."""


@dataclass(frozen=True, eq=False)
class Opened:
    """An image that was read.

    Attributes
    ----------
    document : Document
    entry : Entry
        What is known of it now: where the file is, and its hash.
    warning : str
        What a person should know; empty if nothing.
    """

    document: Document
    entry: Entry
    warning: str = ""


def opened(
    entry: Entry,
    before: History | State | None,
    parameters: Parameters,
    places: Iterable[Path],
    progress: ProgressCallback,
) -> Opened:
    """Read the image of an entry.

    Parameters
    ----------
    entry : Entry
    before : History, State or None
        The work on it that is still in memory. Otherwise it is unpacked from the entry.
    parameters : Parameters
        What is asked for where nothing was done before.
    places : iterable of Path
        Folders in which an image that was moved may be.
    progress : ProgressCallback

    Raises
    ------
    SegmenterError
        The image is missing or cannot be read, or its labels are not of this image.
    """
    progress("reading", 0.0)
    image, is_changed = _read(entry, places)
    worked_on = entry.work is not None or before is not None
    if before is None:
        before = (
            entry.work.state(image.shape) if entry.work else State(parameters=parameters, pixel_size=entry.pixel_size)
        )
    state = before.state if isinstance(before, History) else before
    if state.labels is not None:
        refuse_other_size(state.labels, image.shape)
    made = document(image, state, contrast=entry.contrast)
    made.findings = entry.findings
    if entry.unfinished is not None and entry.unfinished.fits(image.shape):
        made.unfinished = entry.unfinished
    if isinstance(before, History):
        made.history = before
    return Opened(made, entry.read_as(image), _warning(image) if is_changed and worked_on else "")


def _read(entry: Entry, places: Iterable[Path]) -> tuple[Image, bool]:
    """Return the image of an entry, and whether it is another one than it was."""
    there = os.path.isfile(entry.path)  # noqa: PTH113 - Path.is_file raises where a name is too long
    if there:
        image = read_image(entry.path, page=entry.page)
        if image.source is not None and entry.sha256 in (None, image.source.sha256):
            return image, False
    moved = locate(entry, None, places)
    if moved is not None:
        return read_image(moved, page=entry.page), False
    if there:
        return image, True
    sentence = QCoreApplication.translate(
        "Opening", "“{name}” is missing: neither it nor a copy was found near {folder}."
    )
    raise MissingImage(sentence.format(name=entry.path.name, folder=entry.path.parent))


def _warning(image: Image) -> str:
    sentence = QCoreApplication.translate(
        "Opening", "“{name}” has changed since the work on it was saved; the segments may not fit it any more."
    )
    return sentence.format(name=image.source.path.name if image.source else "")
