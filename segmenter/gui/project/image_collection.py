"""The images in the list, and what is kept of each: everything of the one shown, few bytes of the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from segmenter.document.project import Project, SavedState
from segmenter.document.sameness import same_work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from segmenter.core.classes import SegmentClass
    from segmenter.core.image import PixelSize
    from segmenter.document.history import History
    from segmenter.document.project import Entry
    from segmenter.document.state import State
    from segmenter.document.unfinished import Unfinished
    from segmenter.files.findings import Findings

MAX_HISTORIES, BUDGET = 5, 300_000_000
"""Images left behind that can still be undone step by step, and the bytes of labels in their steps."""


@dataclass(eq=False)
class Row:
    """An image in the list.

    Attributes
    ----------
    entry : Entry
        As it would be saved, but for newer work.
    history : History or None
        Of the image that is shown, and of those left a short while ago.
    state : State or None
        Newer work without a history, not packed into the entry yet.
    modified : bool
        That work is in no project file. A history, where there is one, knows by itself.
    trouble : str
        Why the image could not be shown.
    missing : bool
        Because its file was not found.
    visits : int
        How often it was left.
    chosen : tuple of Path
        What a person chose that brought it alone into the list: it is no more there if it proves to be no image.
    findings : Findings or None
        What is reported of its newest final result, where that is newer than the entry.
    saved_clicks : Unfinished or None
        Of an object under way, those that are in a project file.
    saved_size : PixelSize or None
        As it is in a project file: where there is no history, all images may have got another one.
    """

    entry: Entry
    history: History | None = None
    state: State | None = None
    modified: bool = False
    trouble: str = ""
    missing: bool = False
    visits: int = 0
    chosen: tuple[Path, ...] = ()
    findings: Findings | None = None
    saved_clicks: Unfinished | None = field(init=False)
    saved_size: PixelSize | None = field(init=False)

    def __post_init__(self) -> None:
        self.saved_clicks, self.saved_size = self.entry.unfinished, self.pixel_size

    @property
    def newest(self) -> State | None:
        """The work, where it is not packed into the entry."""
        return self.history.state if self.history is not None else self.state

    @property
    def unsaved(self) -> bool:
        """Whether the work is in no project file."""
        if self.entry.unfinished != self.saved_clicks:
            return True
        if self.history is not None:
            return self.history.modified
        return self.modified or self.pixel_size != self.saved_size

    @property
    def pixel_size(self) -> PixelSize | None:
        """As a person has set it; None where that is not so."""
        return _pixel_size(self.entry, self.newest)

    @property
    def kept(self) -> int:
        """Bytes of labels that the history keeps in memory."""
        return self.history.size if self.history is not None else 0

    @property
    def edited(self) -> bool:
        """Whether a person's work is in it."""
        work = self.newest or self.entry.work
        return work is not None and work.edited

    def take_packed(self, state: State, work: SavedState) -> None:
        """Keep work in few bytes, unless there is newer work."""
        if self.newest is state:
            self.entry, self.state = replace(self.entry, work=work), None

    def mark_saved(self, entry: Entry, state: State | None, visits: int) -> None:
        """Remember that the work is in the project file, as it was at a moment."""
        self.saved_clicks, self.saved_size = entry.unfinished, _pixel_size(entry, state)
        if self.history is not None:
            self.history.mark_saved(state)
        elif self.visits == visits:
            self.modified = False

    def take_history(self, history: History) -> None:
        """Be shown: a history that is new is told what of it is saved."""
        if self.history is None and self.modified:
            history.mark_saved(None)
        elif self.history is None and history.state.pixel_size != self.saved_size:
            history.mark_saved(replace(history.state, pixel_size=self.saved_size))
        self.history, self.state, self.trouble, self.missing = history, None, "", False

    def forget_steps(self) -> None:
        """Give up the history."""
        if self.history is None:
            return
        state, saved = self.history.state, self.history.saved
        if saved is not None:
            self.saved_size, state = saved.pixel_size, replace(state, pixel_size=saved.pixel_size)
        self.modified, self.history = saved is None or not same_work(state, saved), None


@dataclass(frozen=True)
class Snapshot:
    """All work as it is at one moment, to be packed in a worker.

    Attributes
    ----------
    rows : sequence of (Row, Entry, State or None, int)
        With each row its entry, its work where it is not packed into that, and how often it was left.
    current : int
    saved : Path or None
        The project file it belongs to.
    classes : tuple of SegmentClass
    unsaved : frozenset of int, or None
        Which of them have work that is in no project file.
    """

    rows: Sequence[tuple[Row, Entry, State | None, int]]
    current: int
    saved: Path | None
    classes: tuple[SegmentClass, ...] = ()
    unsaved: frozenset[int] | None = None

    def pack(self) -> Project:
        """Return the work as a project."""
        entries = tuple(_packed(row, entry, state) for row, entry, state, _ in self.rows)
        return Project(entries, self.current, self.saved, self.classes, self.unsaved)

    def mark_saved(self, project: Project | None = None) -> None:
        """Remember that this is on the disk, packed as in `project`."""
        for number, (row, entry, state, visits) in enumerate(self.rows):
            work = None if project is None else project.entries[number].work
            if state is not None and work is not None:
                row.take_packed(state, work)
            row.mark_saved(entry, state, visits)


def _pixel_size(entry: Entry, newest: State | None) -> PixelSize | None:
    """Return the size of a pixel in the work on an image; before there is any, that of the entry."""
    work = newest or entry.work
    return entry.pixel_size if work is None else work.pixel_size


def _packed(row: Row, entry: Entry, state: State | None) -> Entry:
    """Return an entry with its work, and what was found for it as far as that is known by now."""
    work = entry.work if state is None else SavedState.of(state)
    return replace(entry, work=work, findings=row.findings or entry.findings)


class ImageCollection:
    """The list, which of its images is selected, and which is shown: it is the same one as soon as that was read."""

    def __init__(self) -> None:
        self.all: list[Row] = []
        self.shown: Row | None = None
        self.selected: Row | None = None
        self._left: list[Row] = []  # with a history, but not shown; the oldest first
        self._classes: tuple[SegmentClass, ...] = ()  # as long as nothing is shown

    @property
    def current(self) -> int | None:
        """Which image is shown."""
        return self.all.index(self.shown) if self.shown in self.all else None

    @property
    def classes(self) -> tuple[SegmentClass, ...]:
        """The classes of the project: those of the image that is shown, where they are changed."""
        shown = self.shown and self.shown.newest
        return shown.classes if shown else self._classes

    def known(self) -> dict[tuple[Path, int], Row]:
        """Return the rows by file and page."""
        return {(row.entry.path, row.entry.page): row for row in self.all}

    def relink(self, places: Mapping[Path, Path]) -> None:
        """Give files that moved their new places."""
        for row in self.all:
            if row.entry.path in places:
                row.entry = replace(row.entry, path=places[row.entry.path], hint=None)
                row.trouble, row.missing = "", False

    def mark_recovered(self, unsaved: Collection[int] | None) -> None:
        """Take note of which images have work from a program that died: all that have some, if nobody knows."""
        for number, row in enumerate(self.all):
            row.modified = row.edited if unsaved is None else number in unsaved

    def replace(self, rows: Iterable[Row], classes: tuple[SegmentClass, ...] = ()) -> None:
        """Forget all images, and take others, and their classes."""
        self.all, self.shown, self.selected, self._left = list(rows), None, None, []
        self._classes = classes

    def show(self, row: Row, history: History) -> None:
        """Take note that an image is shown, with its work."""
        if row.history is not None:
            self._left.remove(row)
        row.take_history(history)
        history.take_classes(self._classes)
        self.shown = self.selected = row

    def leave(self) -> tuple[Row, State] | None:
        """Take note that nothing is shown any more; return what is to be packed."""
        self._classes = self.classes
        row, self.shown = self.shown, None
        if row is None or row.history is None:
            return None
        history = row.history
        row.visits += 1
        row.state = history.state
        if history.undo_name is None and history.redo_name is None:
            row.forget_steps()
        else:
            self._left.append(row)
            while len(self._left) > MAX_HISTORIES or sum(each.kept for each in self._left) > BUDGET:
                self._left.pop(0).forget_steps()
        return row, history.state

    def snapshot(self, saved: Path | None) -> Snapshot:
        """Return all work as it is now."""
        rows = [(row, row.entry, row.newest, row.visits) for row in self.all]
        unsaved = frozenset(number for number, row in enumerate(self.all) if row.unsaved)
        return Snapshot(rows, self.current or 0, saved, self.classes, unsaved)
