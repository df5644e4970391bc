"""Which images are open, what was done to each of them, and where that is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document import project_file
from segmenter.gui.app.settings import Settings
from segmenter.gui.project.aside import AsideKeeper
from segmenter.gui.project.found import FindingsKeeper
from segmenter.gui.project.image_collection import ImageCollection, Row, Snapshot
from segmenter.gui.project.journal import Journal, default_folder
from segmenter.gui.project.loading import ImageLoader, carries_parameters
from segmenter.gui.project.output_folder import default_output_folder
from segmenter.gui.project.pixel_sizes import SharedSize
from segmenter.gui.project.relinking import Relinker
from segmenter.gui.project.saving import ProjectSaver
from segmenter.gui.session.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from segmenter.core.image import PixelSize
    from segmenter.document.project import Entry, Project
    from segmenter.document.state import State
    from segmenter.gui.project.listing import Listing
    from segmenter.gui.session.session import Session

    Then = Callable[[], object]


class ProjectController(QObject):
    """The list of images, and the project file and the journal it is kept in.

    What opens is in `loading`, what saves in `saving`, what finds moved files in `relinking`.

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
    missing = Signal(int)
    """The file of this image is to be located by the person."""

    def __init__(self, session: Session, folder: Path | None = None) -> None:
        super().__init__()
        self._session = session
        self._images = ImageCollection()
        self._saver = ProjectSaver(session, self._images, self)
        self._loader = ImageLoader(session, self._images, self._saver, self)
        self._relinker = Relinker(session, self._images, self)
        self._findings = FindingsKeeper(session, self._images, self)
        self._aside = AsideKeeper(session, self._images, self._saver, self)
        self._journal = Journal(session, folder or default_folder(), self._unsaved_work, self)
        self._saver.asked.connect(self.asked)
        self._saver.renamed.connect(self.opened)
        self._saver.saved.connect(self._journal.write)
        self._saver.saved.connect(self.changed)
        self._loader.changed.connect(self.changed)
        self._loader.opened.connect(self.opened)
        self._loader.listed.connect(self._take_listing)
        self._loader.missing.connect(lambda row: self.missing.emit(self._images.all.index(row)))
        self._relinker.found.connect(self._show_found)
        self._journal.recovered.connect(self._loader.bring)
        self._aside.kept.connect(self._journal.touch)
        self._aside.turned.connect(self.changed)
        session.changed.connect(self._follow)

    # What is known

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The images in the list; newer work on them may be in memory."""
        return tuple(row.entry for row in self._images.all)

    @property
    def current(self) -> int | None:
        """Which of them is shown."""
        return self._images.current

    @property
    def loading(self) -> int | None:
        """Which of them is read, to be shown."""
        row = self._loader.loading
        return self._images.all.index(row) if row is not None else None

    @property
    def path(self) -> Path | None:
        """The project file."""
        return self._saver.path

    @property
    def modified(self) -> bool:
        """Whether there is work that is in no project file."""
        return self._saver.modified

    @property
    def unsaved(self) -> int:
        """How many images there are with work that is in no project file."""
        return self._saver.unsaved

    @property
    def title(self) -> str:
        """The names of the image that is shown, and of the project."""
        image = self._images.shown.entry.path if self._images.shown is not None else None
        return " – ".join(path.name for path in (image, self.path) if path is not None)

    @property
    def done(self) -> bool:
        """Whether the image that is shown is marked as done."""
        return self._images.shown is not None and self._images.shown.entry.done

    @property
    def suggested_name(self) -> str:
        """Where to save the project: under its name, or beside the images."""
        if self.path is not None:
            return str(self.path)
        images = list(dict.fromkeys(entry.path for entry in self.entries)) or [Path("project")]
        stem = images[0].stem if len(images) == 1 else images[0].parent.name or images[0].stem
        return str(default_output_folder(images[0]) / f"{stem}{project_file.SUFFIX}")

    @property
    def carries(self) -> bool:
        """Whether a new image begins with the parameters of the one before."""
        return carries_parameters()

    @carries.setter
    def carries(self, carries: bool) -> None:
        Settings().set_value("carry parameters", int(carries))

    def trouble(self, index: int) -> str:
        """Return why an image could not be shown; empty if it could, or was not tried."""
        return self._images.all[index].trouble

    def is_missing(self, index: int) -> bool:
        """Tell whether the file of an image was not found."""
        return self._images.all[index].missing

    def edited(self, index: int) -> bool:
        """Tell whether a person's work is in an image."""
        return self._images.all[index].edited

    # Opening

    def open(self, paths: Sequence[Path]) -> None:
        """Open images, which are added to the list, or one project or one folder in place of the list."""
        self._loader.open(paths)

    def locate(self, index: int, found: Path) -> None:
        """Take a file for that of an image, and look for all others that are missing near it, by their content."""
        self._relinker.locate(self._images.all[index], found)

    def next(self) -> None:
        """Show the next image."""
        self._step(1)

    def previous(self) -> None:
        """Show the image before."""
        self._step(-1)

    def next_unfinished(self) -> None:
        """Show the next image that is not marked as done."""
        self._step_unfinished(1)

    def previous_unfinished(self) -> None:
        """Show the image before that is not marked as done."""
        self._step_unfinished(-1)

    def go(self, index: int) -> None:
        """Show an image of the list."""
        self._loader.select(self._images.all[index])

    def _step(self, by: int) -> None:
        """Go on from the image that is selected: several steps may be ahead of the reading."""
        images = self._images
        index = by + (images.all.index(images.selected) if images.selected is not None else -1)
        if 0 <= index < len(images.all):
            self.go(index)
        elif images.all:
            self._session.say(self.tr("This is the last image.") if by > 0 else self.tr("This is the first image."))

    def _step_unfinished(self, by: int) -> None:
        images = self._images
        at = images.all.index(images.selected) if images.selected in images.all else -1
        ahead = images.all[at + 1 :] if by > 0 else images.all[: max(at, 0)][::-1]
        row = next((row for row in ahead if not row.entry.done), None)
        if row is not None:
            self._loader.select(row)
        elif images.all:
            after, before = (
                self.tr("No image after this is unfinished."),
                self.tr("No image before this is unfinished."),
            )
            self._session.say(after if by > 0 else before)

    def _take_listing(self, listing: Listing, counts: bool) -> None:
        """Take note of another list; a journal that was recovered goes into that of this program."""
        if listing.leftover is not None:
            self._saver.count_change()
            self._images.mark_recovered(listing.unsaved)
            self._journal.take_over(listing.leftover)
        self._alter(counts=(counts and self._saver.listed) or bool(listing.relinked))

    def _show_found(self, row: Row | None) -> None:
        """Take note that files were located, and show the image that was asked for."""
        self._alter()
        if row is not None:
            self._loader.select(row)

    # The list

    def close_all(self) -> None:
        """Close all images and the project, and begin with none; work that is not saved is asked about."""
        if self.may_leave(self.close_all):
            self._loader.select(None)
            self._loader.leave()
            self._images.replace(())
            self._saver.begin(None)
            self._alter(counts=False)

    def close_image(self) -> None:
        """Take the image that is shown off the list."""
        if self.current is not None:
            self.remove(self.current)

    def mark_done(self, done: bool, index: int | None = None) -> None:
        """Mark an image as done or not: the one that is shown if no other is named."""
        row = self._images.shown if index is None else self._images.all[index]
        if row is not None and row.entry.done != done:
            row.entry = replace(row.entry, done=done)
            self._alter()

    def remove(self, index: int) -> None:
        """Take an image off the list, which can be taken back; one that is being read is not read on."""
        images = self._images
        row = images.all.pop(index)
        if row is images.shown:
            self._loader.leave()
        if row is images.selected:
            after = images.all[min(index, len(images.all) - 1)] if images.all else None
            self._loader.select(images.shown or after)
        self._alter(counts=self._saver.listed)
        text = self.tr("“{name}” was taken off the list.").format(name=row.entry.path.name)
        back = partial(self._put_back, index, row)
        self._session.said.emit(Message(text, action=self.tr("Undo"), act=back, until="closed"))

    def _put_back(self, index: int, row: Row) -> None:
        if row not in self._images.all:
            self._images.all.insert(index, row)
            self._alter(counts=self._saver.listed)
        self._loader.select(row)

    def _alter(self, *, counts: bool = True) -> None:
        """Tell that the list or a mark in it is another one; what counts is to be saved."""
        if counts:
            self._saver.count_change()
        self._journal.touch()
        self.changed.emit()

    def snapshot(self) -> Snapshot:
        """Return all work as it is now, to be packed in a worker."""
        return self._images.snapshot(self.path)

    def use_pixel_size(self, size: PixelSize | None, step: str) -> None:
        """Let a pixel of every image be as large as a person says: one step of the image that is shown."""
        row, shared = self._images.shown, SharedSize(self._images, size)

        def use(wanted: bool) -> None:
            shared.use(wanted)
            self._alter(counts=False)  # each image knows by itself

        if self._session.edit(step, replace, pixel_size=size) and row is not None and row.history is not None:
            row.history.reach_beyond(use)
            text = self.tr("The pixel size is that of all {count} images now; Undo takes it back in all of them.")
            self._session.say(text.format(count=len(self._images.all)))

    # Saving

    def save(self, then: Then | None = None) -> None:
        """Save the project where it was saved before, and do something when that is done."""
        self._saver.save(then)

    def save_as(self, path: Path, then: Then | None = None) -> None:
        """Save the project, and do something when that is done."""
        self._saver.save_as(path, then)

    def discard(self) -> None:
        """Give up what is not saved: nobody is asked about it again."""
        self._saver.discard()
        self._alter(counts=False)

    def may_leave(self, then: Then) -> bool:
        """Tell whether nothing would be lost; if something would, `then` is done once that is decided."""
        return self._saver.may_leave(then)

    def save_journal_now(self) -> bool:
        """Write the journal at once; return whether all work is on the disk."""
        return self._journal.write_now()

    def offer_recovery(self) -> None:
        """Offer what programs that died had not saved."""
        self._journal.look_for_leftovers()

    def close(self) -> None:
        """End in order: nothing is left to recover. Called when the session has ended."""
        self._loader.close()
        self._relinker.close()
        self._journal.close()

    def _unsaved_work(self) -> Callable[[], Project] | None:
        """Return what packs all work for the journal; None if it is in the project file."""
        return self._images.snapshot(self.path).pack if self.modified else None

    def _follow(self, before: State, after: State) -> None:
        """Take note of another state of the image that is shown."""
        self._journal.touch()
        if before.edited != after.edited:
            self.changed.emit()
