"""Segmentations of other programs, chosen or dropped, become the segments of the image that is open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.document.importing import with_imported
from segmenter.files.importing.reading import SUFFIXES, read_segmentation
from segmenter.files.sizes import size
from segmenter.gui.app.dialog import file_dialog
from segmenter.gui.session.message import undoable
from segmenter.gui.session.sentences import sentence_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from segmenter.document.state import State
    from segmenter.files.importing.objects import Imported
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

PICTURES = (".png", ".tif", ".tiff")
"""Suffixes of label images, and of images."""

LIKE_LABELS = re.compile(r"label|mask|seg|class|instance|annot", re.IGNORECASE)
PNG, GREY, PALETTE = b"\x89PNG", 0, 3


@dataclass(frozen=True, eq=False)
class Read:
    """A segmentation, and the state it makes of the one that was there when reading began."""

    found: Imported
    before: State
    after: State


class Importer(QObject):
    """Reads in the clerk's thread; what comes of it is one step that undo takes back."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window

    def ask(self) -> None:
        """Ask which file to import."""
        every, kinds = self.tr("All files"), self.tr("Segmentations")
        filters = [f"{kinds} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})", f"{every} (*)"]
        dialog = file_dialog(self._window, self.tr("Import Segments"), self._settings.folder, filters)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def takes(self, paths: Sequence[Path]) -> bool:
        """Import what was dropped if it is a segmentation, and no image to be opened; tell whether it was."""
        if len(paths) != 1:
            return False
        (path,) = paths
        document = self._session.document
        if path.suffix.lower() in SUFFIXES and path.suffix.lower() not in PICTURES:
            if document is None:
                self._session.say(
                    self.tr("Open the image first; then “{name}” can be its segments.").format(name=path.name)
                )
            else:
                self.read(path)
            return True
        if document is None or not of_this_image(path, document):
            return False
        self.read(path)
        return True

    def read(self, path: Path) -> None:
        """Read a segmentation of the open image."""
        document = self._session.document
        if document is None:
            return
        before, stem = self._session.state, Path(document.name).stem or None

        def work(progress: ProgressCallback) -> Read:
            progress("reading", 0.0)
            rows, columns = document.image.shape
            found = read_segmentation(path, (rows, columns), stem=stem)
            return Read(found, before, with_imported(before, found, (rows, columns)))

        self._session.in_background("import", work, partial(self._take, document, path))

    def _take(self, document: Document, path: Path, read: Read) -> None:
        """Make it the segments, if the image is still open."""
        session = self._session
        if document is not session.document:
            return
        session.cancel()  # a preview would forbid the step, and nothing of it is kept

        def imported(state: State) -> State:
            shape = (document.image.shape[0], document.image.shape[1])
            return read.after if state is read.before else with_imported(state, read.found, shape)

        if session.edit(self.tr("Import"), imported):
            session.said.emit(undoable(session, self._told(path, read)))
        session.set_live(session.live)  # go on with what was stopped

    def _told(self, path: Path, read: Read) -> str:
        """Return what a person is told about it."""
        count = len(read.after.segments)
        one = self.tr("One segment of “{name}” is in place of those that were here.")
        many = self.tr("{count} segments of “{name}” are in place of those that were here.")
        text = (one if count == 1 else many).format(count=count, name=path.name)
        return " ".join([text, *map(sentence_in_words, read.found.notes)])


def of_this_image(path: Path, document: Document) -> bool:
    """Tell whether a picture is more likely the labels of the open image than an image: its size, depth and name."""
    if path.suffix.lower() not in PICTURES:
        return False
    source = document.image.source
    extent = size(path)
    if extent is None or (extent.rows, extent.columns) != document.image.shape[:2] or (source and source.path == path):
        return False
    kind = _colour_type(path)
    if kind == PALETTE:
        return True
    one_number = kind == GREY if kind is not None else extent.channels == 1
    stem = Path(document.name).stem
    return one_number and bool(LIKE_LABELS.search(path.stem) or (stem and path.stem.startswith(stem)))


def _colour_type(path: Path) -> int | None:
    """Return the colour type of a PNG; None for other files."""
    with path.open("rb") as file:
        start = file.read(26)
    return start[25] if start.startswith(PNG) and len(start) == 26 else None
