"""Which images are open, what was done to each of them, and where that is kept."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document import project_file
from segmenter.document.project import SavedState
from segmenter.errors import ProjectError, SegmenterError
from segmenter.gui.app.settings import Settings
from segmenter.gui.project.image_collection import ImageCollection, Row
from segmenter.gui.project.journal import Journal, default_folder
from segmenter.gui.project.listing import Listing, listed, replaces
from segmenter.gui.project.opening import opened
from segmenter.gui.project.output_folder import beside
from segmenter.gui.session.message import Message
from segmenter.gui.session.worker import Job
from segmenter.parameters import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from segmenter.document.project import Entry, Project
    from segmenter.document.state import State
    from segmenter.gui.project.image_collection import Snapshot
    from segmenter.gui.project.opening import Opened
    from segmenter.gui.session.session import Session
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback

    Then = Callable[[], object]
    Settle = Callable[[], bool]


class ProjectController(QObject):
    """The list of images, and the project file and the journal it is kept in.

    Images that are opened come into the list. A folder or a project takes the place of it; where work would be
    lost, `asked` is emitted first.

    Parameters
    ----------
    session : Session
        Shows one of the images.
    folder : Path, optional
        Where journals are.
    """

    changed = Signal()
    """The list, what is known of one of its images, or which one is shown."""
    opened = Signal(Path)
    """A person has opened this image, folder or project, or saved it under this name."""
    asked = Signal(object)
    """Work is not saved. Whoever shows the window asks; once it is saved or discarded, the object is called."""

    def __init__(self, session: Session, folder: Path | None = None) -> None:
        super().__init__()
        self._session = session
        self._rows = ImageCollection()
        self._path: Path | None = None
        self._file: object = None  # which edition of the project file is ours
        self._edition = self._saved_edition = 0  # of the list and its marks
        self._after: list[Then] = []  # to be done when the project is saved
        self._journal = Journal(session, folder or default_folder(), self._unsaved_work, self)
        self._journal.recovered.connect(self._recover)
        session.changed.connect(self._follow)

    # What is known

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The images in the list; newer work on them may be in memory."""
        return tuple(row.entry for row in self._rows.all)

    @property
    def current(self) -> int | None:
        """Which of them is shown."""
        return self._rows.current

    @property
    def path(self) -> Path | None:
        """The project file."""
        return self._path

    @property
    def modified(self) -> bool:
        """Whether there is work that is in no project file."""
        return self._edition != self._saved_edition or self.unsaved > 0

    @property
    def unsaved(self) -> int:
        """How many images there are with work that is in no project file."""
        return sum(row.unsaved for row in self._rows.all)

    @property
    def title(self) -> str:
        """The names of the image that is shown, and of the project."""
        image = self._rows.shown.entry.path if self._rows.shown is not None else None
        return " – ".join(path.name for path in (image, self._path) if path is not None)

    @property
    def done(self) -> bool:
        """Whether the image that is shown is marked as done."""
        return self._rows.shown is not None and self._rows.shown.entry.done

    @property
    def suggested_name(self) -> str:
        """Where to save the project: under its name, or beside the images."""
        if self._path is not None:
            return str(self._path)
        images = list(dict.fromkeys(entry.path for entry in self.entries)) or [Path("project")]
        stem = images[0].stem if len(images) == 1 else images[0].parent.name or images[0].stem
        return str(beside(images[0]) / f"{stem}{project_file.SUFFIX}")

    @property
    def carries(self) -> bool:
        """Whether a new image begins with the parameters of the one before."""
        return Settings().value("carry parameters", 1) in (1, "1")

    @carries.setter
    def carries(self, carries: bool) -> None:
        Settings().set_value("carry parameters", int(carries))

    def trouble(self, index: int) -> str:
        """Return why an image could not be shown; empty if it could, or was not tried."""
        return self._rows.all[index].trouble

    def edited(self, index: int) -> bool:
        """Tell whether a person's work is in an image."""
        return self._rows.all[index].edited

    # Opening

    def open(self, paths: Sequence[Path]) -> None:
        """Open images, which are added to the list, or one project or one folder in place of the list."""
        paths = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - without .., but links kept
        if replaces(paths) and not self.may_leave(partial(self.open, paths)):
            return
        self._session.io_worker.cancel("open")
        self._session.io_worker.submit(Job("open", partial(listed, paths), self._bring, self._session.report))

    def next(self) -> None:
        """Show the next image."""
        self._step(1)

    def previous(self) -> None:
        """Show the image before."""
        self._step(-1)

    def go(self, index: int) -> None:
        """Show an image of the list."""
        self._show(self._rows.all[index])

    def _step(self, by: int) -> None:
        """Go on from the image that was to be shown last: several steps may be ahead of the reading."""
        rows = self._rows
        index = by + (rows.all.index(rows.tried) if rows.tried is not None else -1)
        if 0 <= index < len(rows.all):
            self.go(index)
        elif rows.all:
            self._session.say(self.tr("This is the last image.") if by > 0 else self.tr("This is the first image."))

    def _bring(self, listing: Listing) -> None:
        """Bring images into the list, and show the one that is wanted."""
        known = {} if listing.replaces else self._rows.known()
        rows = [known.get((entry.path, entry.page)) or Row(entry) for entry in listing.entries]
        settle = partial(self._settle, listing, rows)
        if rows:
            also_unread = listing.replaces or len(rows) > 1
            self._show(rows[listing.current], settle, also_unread=also_unread, project=listing.path)
        elif settle():  # an empty project
            self._session.show(None)

    def _settle(self, listing: Listing, rows: Sequence[Row]) -> bool:
        """Change the list: when the first of the new images was read, so that none is shown that is not in it."""
        if listing.replaces:
            if not self.may_leave(partial(self._bring, listing)):  # something was done while it was read
                return False
            self._leave()
            self._rows.replace(rows, listing.classes)
            self._path, self._saved_edition = listing.path, self._edition
            self._file = listing.path and project_file.edition(listing.path)
        there = set(self._rows.all)
        new = [row for row in rows if row not in there]
        self._rows.all += new
        for path in reversed(listing.chosen):
            self.opened.emit(path)
        if listing.leftover is not None:
            self._edition += 1
            self._journal.take_over(listing.leftover)
        self._alter(counts=bool(new) and self._path is not None)
        return True

    def _show(
        self,
        row: Row,
        settle: Settle | None = None,
        then: Then | None = None,
        *,
        also_unread: bool = True,
        project: Path | None = None,
    ) -> None:
        """Read the image of a row and show it.

        `settle` changes the list just before it is shown, or where it cannot be read if `also_unread`; if it returns
        False, nothing more is done. `then` comes at the end. `project` is the one that is about to be opened.
        """
        self._session.io_worker.cancel("open")
        if settle is None:
            self._rows.tried = row
        if row is self._rows.shown:
            if settle is not None:
                settle()
            return
        read = partial(opened, row.entry, row.history or row.state, self._carried(), self._places(project))
        take = partial(self._take, row, settle, then)
        refuse = partial(self._refuse, row, settle if also_unread else None, then)
        self._session.io_worker.submit(Job("open", read, take, refuse))

    def _take(self, row: Row, settle: Settle | None, then: Then | None, found: Opened) -> None:
        """Show an image that was read."""
        if settle is not None and not settle():
            return
        self._leave()
        row.entry = replace(found.entry, work=row.entry.work, done=row.entry.done)
        self._rows.show(row, found.document.history)
        self._session.show(found.document)
        self.changed.emit()
        if found.warning:
            self._session.say(found.warning, "warning")
        if then is not None:
            then()

    def _refuse(self, row: Row, settle: Settle | None, then: Then | None, error: Exception) -> None:
        """Remember why an image cannot be shown; what is shown stays, unless it has left the list."""
        row.trouble = str(error) if isinstance(error, SegmenterError) else self.tr("The image could not be shown.")
        if settle is not None:
            if not settle():
                return
            self._rows.tried = row
            if self._rows.shown is None:
                self._session.show(None)
        self.changed.emit()
        self._session.report(error)
        if then is not None:
            then()

    def _leave(self) -> None:
        """Take leave of the image that is shown, and pack the work on it in the background."""
        left = self._rows.leave()
        if left is not None:
            row, state = left
            taken = partial(row.take_packed, state)
            job = Job(f"pack {id(row)}", lambda _: SavedState.of(state), taken, self._session.report)
            self._session.io_worker.submit(job)

    def _carried(self) -> Parameters:
        """Return what is asked for in a new image; numbers of eigenvectors mean nothing in another image."""
        carried = self._session.document is not None and self.carries
        return self._session.state.parameters.replace(excluded="") if carried else DEFAULTS

    def _places(self, project: Path | None) -> list[Path]:
        """Return folders in which a moved image may be: that of the project, and where another was found."""
        shown = self._rows.shown.entry.path if self._rows.shown is not None else None
        return [path.parent for path in (project, self._path, shown) if path is not None]

    # The list

    def mark_done(self, done: bool, index: int | None = None) -> None:
        """Mark an image as done or not: the one that is shown if no other is named."""
        row = self._rows.shown if index is None else self._rows.all[index]
        if row is not None and row.entry.done != done:
            row.entry = replace(row.entry, done=done)
            self._alter()

    def remove(self, index: int) -> None:
        """Take an image off the list, which can be taken back."""
        rows = self._rows.all
        row = rows[index]
        drop, tell = partial(self._drop, row), partial(self._tell_dropped, index, row)
        if row is self._rows.shown and len(rows) > 1:
            self._show(rows[index + 1 if index + 1 < len(rows) else index - 1], drop, tell)
            return
        drop()
        if not rows:
            self._session.show(None)
        tell()

    def _drop(self, row: Row) -> bool:
        if row is self._rows.shown:
            self._leave()
        self._rows.all.remove(row)
        if row is self._rows.tried:
            self._rows.tried = self._rows.shown
        self._alter(counts=self._path is not None)
        return True

    def _tell_dropped(self, index: int, row: Row) -> None:
        text = self.tr("“{name}” was taken off the list.").format(name=row.entry.path.name)
        self._session.said.emit(Message(text, action=self.tr("Undo"), act=partial(self._put_back, index, row)))

    def _put_back(self, index: int, row: Row) -> None:
        self._rows.all.insert(index, row)
        self._alter(counts=self._path is not None)
        self._show(row)

    def _alter(self, *, counts: bool = True) -> None:
        """Tell that the list or a mark in it is another one; what counts is to be saved."""
        self._edition += counts
        self._journal.touch()
        self.changed.emit()

    # Saving

    def save(self, then: Then | None = None) -> None:
        """Save the project where it was saved before, and do something when that is done."""
        path, saving = self._path, self._session.io_worker.busy("save")
        if path is not None and (saving or project_file.edition(path) in (None, self._file)):
            self.save_as(path, then)
        elif path is not None:
            self._session.report(ProjectError(f"Another program has saved {path}; save under another name."))

    def save_as(self, path: Path, then: Then | None = None) -> None:
        """Save the project, and do something when that is done."""
        taken = self._rows.snapshot(None)
        self._after += [] if then is None else [then]

        def write(progress: ProgressCallback) -> Project:
            progress("writing", 0.0)
            project = taken.pack()
            project_file.save(project, path)
            return project

        done = partial(self._take_saved, path, taken, self._edition)
        self._session.io_worker.submit(Job("save", write, done, self._refuse_to_save))

    def discard(self) -> None:
        """Give up what is not saved: nobody is asked about it again."""
        self._rows.snapshot(None).mark_saved()
        self._saved_edition = self._edition
        self._alter(counts=False)

    def may_leave(self, then: Then) -> bool:
        """Tell whether nothing would be lost; if something would, `then` is done once that is decided."""
        if self._session.io_worker.busy("save"):
            self._after.append(then)
        elif self.modified:
            self.asked.emit(then)
        else:
            return True
        return False

    def save_journal_now(self) -> bool:
        """Write the journal at once; return whether all work is on the disk."""
        return self._journal.write_now()

    def offer_recovery(self) -> None:
        """Offer what programs that died had not saved."""
        self._journal.look_for_leftovers()

    def close(self) -> None:
        """End in order: nothing is left to recover. Called when the session has ended."""
        self._journal.close()

    def _take_saved(self, path: Path, taken: Snapshot, edition: int, project: Project) -> None:
        """Remember what is on the disk."""
        if path != self._path:
            self.opened.emit(path)
        self._path, self._saved_edition, self._file = path, edition, project_file.edition(path)
        taken.mark_saved(project)
        self._journal.write()
        self.changed.emit()
        after, self._after = self._after, []
        for then in after:
            then()

    def _refuse_to_save(self, error: Exception) -> None:
        self._after.clear()
        self._session.report(error)

    def _unsaved_work(self) -> Callable[[], Project] | None:
        """Return what packs all work for the journal; None if it is in the project file."""
        return self._rows.snapshot(self._path).pack if self.modified else None

    def _follow(self, before: State, after: State) -> None:
        """Take note of another state of the image that is shown."""
        self._journal.touch()
        if before.edited != after.edited:
            self.changed.emit()

    def _recover(self, listing: Listing) -> None:
        """Open what a program that died had not saved."""
        if self.may_leave(partial(self._recover, listing)):
            self._bring(listing)
