"""What is opened comes into the list at once; the image that is selected there is read in the background, and shown."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.assets import resource
from segmenter.document.project import SavedState
from segmenter.errors import SegmenterError
from segmenter.gui.app.settings import Settings
from segmenter.gui.project.glimpse import brought_over, glimpsed
from segmenter.gui.project.image_collection import Row
from segmenter.gui.project.listing import Listing, listed
from segmenter.gui.project.opening import MissingImage, opened
from segmenter.gui.project.pasted import pasted_folder
from segmenter.gui.session.message import Message
from segmenter.gui.session.sentences import in_words
from segmenter.gui.session.worker import Job, Worker
from segmenter.parameters import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segmenter.gui.project.image_collection import ImageCollection
    from segmenter.gui.project.opening import Opened
    from segmenter.gui.project.saving import ProjectSaver
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.session import Session
    from segmenter.parameters import Parameters

READ, GLIMPSE = "open", "glimpse"
"""The kinds of the jobs that read an image, and that give a first sight of it: only the newest waits."""


class ImageLoader(QObject):
    """Brings images into the list, and shows the one that is selected.

    Listing has a thread of its own: it must not wait until an image was read. Of an image that is selected while
    another one is read, the other one's reading is cancelled; both stay in the list.
    """

    changed = Signal()
    """Another image is selected, read or shown."""
    listed = Signal(Listing, bool)
    """These images are in the list now; whether the list is another one than before."""
    opened = Signal(Path)
    """A person has opened this image, folder or project."""
    missing = Signal(object)
    """The file of this row is to be located by the person."""

    def __init__(self, session: Session, images: ImageCollection, saver: ProjectSaver, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._images, self._saver = session, images, saver
        self._lister = Worker("listing", session, in_pieces=True)
        self._numbers = count()
        self._parameters = DEFAULTS  # of the image that was shown last
        self._was_reading = False
        self._first: Row | None = None  # of what was opened: where it cannot be shown, the next one is
        session.io_worker.busy_changed.connect(self._look_whether_it_stopped)

    @property
    def loading(self) -> Row | None:
        """The image that is read."""
        wanted = self._images.selected
        reading = wanted is not self._images.shown and self._session.io_worker.busy(READ)
        return wanted if reading else None

    @property
    def listing(self) -> bool:
        """Whether it is being found out which images there are in what was opened."""
        return self._lister.busy()

    def close(self) -> None:
        """End the thread."""
        self._lister.close()

    # The list

    def open(self, paths: Sequence[Path]) -> None:
        """Open images, which are added to the list, or one project or one folder in place of the list."""
        paths = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - without .., but links kept
        entries = tuple(row.entry for row in self._images.all)
        kind = f"list {next(self._numbers)}"  # a kind of its own: no later one takes its place
        folders = [*Settings().image_folders, resource("samples"), pasted_folder()]
        self._lister.submit(Job(kind, partial(listed, paths, entries, folders), self.bring, self._session.report))

    def bring(self, listing: Listing) -> None:
        """Bring images into the list, and select the one that is wanted."""
        if listing.replaces:
            if not self._saver.may_leave(partial(self.bring, listing)):
                return
            self._session.io_worker.cancel(READ, GLIMPSE)
            self.leave()
            self._images.replace(map(Row, listing.entries), listing.classes)
            self._saver.begin(listing.path)
        self._images.relink(listing.relinked)
        known = self._images.known()
        new = [Row(entry) for entry in listing.entries if (entry.path, entry.page) not in known]
        self._images.all += new
        known = self._images.known()
        rows = [known[entry.path, entry.page] for entry in listing.entries]
        if len(rows) == len(new) == 1:
            new[0].chosen = listing.chosen
        else:
            for path in reversed(listing.chosen):
                self.opened.emit(path)
        self.listed.emit(listing, bool(new))
        if rows:
            self.select(rows[listing.current])
            self._first = rows[listing.current]
        elif listing.replaces:  # an empty project
            self.changed.emit()

    # The selected image

    def select(self, row: Row | None) -> None:
        """Select an image of the list: it is read and shown, and what is shown stays until then."""
        self._first = None
        self._images.selected = row
        self._session.io_worker.cancel(READ, GLIMPSE)
        if row is not None and row is not self._images.shown:
            places, parameters = self._places(), self._carried()
            if row.newest is None and row.entry.work is None:  # with work on it, that is to be seen
                glimpse = partial(glimpsed, row.entry, parameters)
                self._session.io_worker.submit(Job(GLIMPSE, glimpse, self._show_glimpse, lambda _: None))
            read = partial(opened, row.entry, row.history or row.state, parameters, places)
            take, refuse = partial(self._take, row), partial(self._refuse, row)
            self._session.io_worker.submit(Job(READ, read, take, refuse))
            self._was_reading = True
        self.changed.emit()

    def leave(self) -> None:
        """Show no image any more; one that is read will be shown."""
        self._pack()
        if self._session.document is not None:
            self._session.show(None)

    def _show_glimpse(self, found: Document | None) -> None:
        """Show an image as it is seen before it was read."""
        if found is not None:
            self._pack()
            self._session.show(found)
            self.changed.emit()

    def _end_glimpse(self) -> None:
        """Show nothing any more where there is only a first sight: the image is not read."""
        if self._glimpse is not None:
            self._session.show(None)

    @property
    def _glimpse(self) -> Document | None:
        """What is shown, if it is only a first sight."""
        shown = self._session.document
        return shown if shown is not None and shown.stands_for is not None else None

    def _take(self, row: Row, found: Opened) -> None:
        """Show an image that was read; what a person asked for at its first sight is asked for now."""
        glimpse, preview = self._glimpse, self._session.preview
        if glimpse is not None:
            self._session.settle()
        before = self._session.state
        self._pack()
        read = found.entry
        row.entry = replace(row.entry, path=read.path, sha256=read.sha256, size=read.size, hint=read.hint)
        self._images.show(row, found.document.history)
        self._session.show(found.document)
        if glimpse is not None:
            if preview is not None and preview.labels is not None:
                self._session.keep_in_sight(brought_over(preview, found.document))
            if self._session.preview is not None or before.parameters != self._session.state.parameters:
                self._session.use_parameters(before.parameters, self.tr("Parameters"))  # and no other preview first
        for path in row.chosen:
            self.opened.emit(path)
        row.chosen = ()
        self.changed.emit()
        self._session.object_assistant.remind()
        if found.warning:
            self._session.said.emit(Message(found.warning, "warning", until="answered"))

    def _refuse(self, row: Row, error: Exception) -> None:
        """Remember why an image cannot be shown; what is shown stays. A single file that is no image goes again."""
        row.trouble = in_words(error) if isinstance(error, SegmenterError) else self.tr("The image could not be shown.")
        row.missing = isinstance(error, MissingImage)
        self._end_glimpse()
        if row.chosen:
            self._images.all.remove(row)
            self._images.selected = self._images.shown
        self.changed.emit()
        if row.missing:
            locate = partial(self.missing.emit, row)
            self._session.said.emit(Message(in_words(error), "error", self.tr("Locate…"), locate))
        else:
            self._session.report(error)
            self._show_another(row)

    def _show_another(self, row: Row) -> None:
        """Show the next image where the first of several that were opened cannot be, and nothing else is shown."""
        rows = self._images.all
        if row is self._first and row in rows and self._images.shown is None:
            after = next((each for each in rows[rows.index(row) + 1 :] if not each.trouble), None)
            if after is not None:
                self.select(after)
                self._first = after

    def _look_whether_it_stopped(self) -> None:
        """Tell when a person has cancelled the reading."""
        reading = self._session.io_worker.busy(READ)
        if self._was_reading and not reading:
            self._was_reading = False
            if self._images.selected is not self._images.shown:
                self._end_glimpse()
            self.changed.emit()

    def _pack(self) -> None:
        """Take leave of the image that is shown, and pack the work on it in the background."""
        self._session.background_edits.finish()
        if self._session.document is not None:
            self._parameters = self._session.state.parameters
        left = self._images.leave()
        if left is not None:
            row, state = left
            taken = partial(row.take_packed, state)
            self._session.in_background(f"pack {id(row)}", lambda _: SavedState.of(state), taken)

    def _carried(self) -> Parameters:
        """Return what is asked for in a new image; numbers of eigenvectors mean nothing in another image."""
        if self._session.document is not None:
            self._parameters = self._session.state.parameters
        return self._parameters.replace(excluded="") if carries_parameters() else DEFAULTS

    def _places(self) -> list[Path]:
        """Return folders in which a moved image may be: that of the project, and where another was found."""
        shown = self._images.shown.entry.path if self._images.shown is not None else None
        return [path.parent for path in (self._saver.path, shown) if path is not None]


def carries_parameters() -> bool:
    """Tell whether a new image begins with the parameters of the one before."""
    return Settings().value("carry parameters", 1) in (1, "1")
