"""The images in the list, and what is kept of each: everything of the one shown, few bytes of the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from segmenter.document.project import Project, SavedState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from segmenter.core.classes import SegmentClass
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

    def __post_init__(self) -> None:
        self.saved_clicks = self.entry.unfinished

    @property
    def newest(self) -> State | None:
        """The work, where it is not packed into the entry."""
        return self.history.state if self.history is not None else self.state

    @property
    def unsaved(self) -> bool:
        """Whether the work is in no project file."""
        work = self.history.modified if self.history is not None else self.modified
        return work or self.entry.unfinished != self.saved_clicks

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

    def mark_saved(self, state: State | None, visits: int) -> None:
        """Remember that the work is in the project file, if it is still the same."""
        if self.history is not None:
            self.history.mark_saved(state)
        elif self.visits == visits:
            self.modified = False

    def forget_steps(self) -> None:
        """Give up the history."""
        self.modified, self.history = self.history is not None and self.history.modified, None


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
    """

    rows: Sequence[tuple[Row, Entry, State | None, int]]
    current: int
    saved: Path | None
    classes: tuple[SegmentClass, ...] = ()

    def pack(self) -> Project:
        """Return the work as a project."""
        entries = tuple(_packed(row, entry, state) for row, entry, state, _ in self.rows)
        return Project(entries, self.current, self.saved, self.classes)

    def mark_saved(self, project: Project | None = None) -> None:
        """Remember that this is on the disk, packed as in `project`."""
        for number, (row, entry, state, visits) in enumerate(self.rows):
            work = None if project is None else project.entries[number].work
            if state is not None and work is not None:
                row.take_packed(state, work)
            row.mark_saved(state, visits)
            row.saved_clicks = entry.unfinished


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

    def mark_recovered(self) -> None:
        """Take note that all work comes from a program that died, and is in no project file."""
        for row in self.all:
            row.modified = row.entry.work is not None and row.entry.work.edited
            row.saved_clicks = None

    def replace(self, rows: Iterable[Row], classes: tuple[SegmentClass, ...] = ()) -> None:
        """Forget all images, and take others, and their classes."""
        self.all, self.shown, self.selected, self._left = list(rows), None, None, []
        self._classes = classes

    def show(self, row: Row, history: History) -> None:
        """Take note that an image is shown, with its work."""
        if row.history is not None:
            self._left.remove(row)
        elif row.modified:
            history.mark_saved(None)
        history.take_classes(self._classes)
        self.shown = self.selected = row
        row.history, row.state, row.trouble, row.missing = history, None, "", False

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
        return Snapshot(rows, self.current or 0, saved, self.classes)
