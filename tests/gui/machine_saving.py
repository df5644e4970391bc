"""What the state machine does with files: it saves, opens again, exports, and the program dies; nothing may be lost."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from segmenter.document import project_file
from segmenter.document.exporting import result_of


def pixels(state):
    return None if state.labels is None else state.labels.array()


def print_of(state):
    """Return all that undo, leaving, saving and coming back must keep."""
    known = pixels(state)
    return state.parameters, known if known is None else known.tobytes(), dict(state.segments), state.erased


def work_of(state):
    """Return what a person did to an image: all else comes back with the next result."""
    held = {number: segment for number, segment in state.segments.items() if segment.held}
    known = pixels(state)
    return state.parameters, state.erased, {number: ((known == number).tobytes(), held[number]) for number in held}


def work_on(row):
    """Return what a person did to the image of a row; None where nothing was done."""
    if not row.edited:
        return None
    return work_of(row.newest if row.newest is not None else row.entry.work.state())


def in_file(path):
    """Return the work that a project holds, by image."""
    entries = project_file.load(path).entries
    return {entry.path: entry.work and work_of(entry.work.state()) for entry in entries}


class Saving:
    """Rules of a `Desk`."""

    def assert_kept(self, path, rows):
        """Say what of these rows is not in a file."""
        there = in_file(path)
        for row in rows:
            name, work = row.entry.path, work_on(row)
            assert work is None or there.get(name) == work, f"work on {name.name} is not in the file"

    @property
    def saving(self):
        return self.session.io_worker.busy("save")

    @precondition(lambda self: self.list.all and not self.slider.isSliderDown())
    @rule()
    def save(self):
        """Also while an edit is under way in the background, and in the middle of a stroke, which ends."""
        self.leave()
        self.controller.save_as(self.rooms.project)
        assert not self.session.strokes.active, "a stroke goes on that was not saved"
        assert not self.session.background_edits.busy, "an edit under way was not saved"

    @precondition(lambda self: self.controller.path is not None and not self.saving)
    @rule()
    def look_into_the_file(self):
        """What counts as saved is in it."""
        self.assert_kept(self.rooms.project, [row for row in self.list.all if not row.unsaved])
        if not self.controller.modified:
            # one that has proved to be no image since may still be in the file
            listed = {row.entry.path for row in self.list.all}
            assert in_file(self.rooms.project).keys() - listed <= {self.rooms.broken}
            assert listed <= in_file(self.rooms.project).keys()

    @precondition(lambda self: self.free and self.controller.path and not self.saving and not self.controller.modified)
    @rule()
    def open_it_again(self):
        """All that was saved comes back."""
        self.all_arrive()
        if self.controller.modified:  # a result that arrived, or an edit that was under way
            return
        before = {row.entry.path: work_on(row) for row in self.list.all}
        self.controller.close_all()
        self.all_arrive()
        assert not self.list.all
        self.controller.open([self.rooms.project])
        self.all_arrive()
        self.wanted = {path for path in before if path != self.rooms.broken}
        after = {row.entry.path: work_on(row) for row in self.list.all}
        assert after == before, ("what was saved did not come back", sorted(before), sorted(after))
        assert not self.controller.modified, "what was just opened counts as changed"

    @rule()
    def die(self):
        """The journal, whenever it is written, holds all that no project file does."""
        assert self.controller.save_journal_now()
        unsaved = [row for row in self.list.all if row.unsaved]
        kept = self.controller._journal._kept
        if unsaved:
            self.assert_kept(kept.journal, unsaved)
        elif not self.controller.modified:
            assert kept is None or not kept.journal.exists(), "what is saved would be offered after a crash"

    @precondition(lambda self: self.session.state.labels is not None and self.session.preview is None)
    @rule(exports=st.sampled_from([("labels",), ("labels", "recipe")]))
    def export(self, exports):
        """The numbers in the file are those on the screen."""
        document, state = self.session.document, self.session.state
        result = result_of(document.image, state, document.segmentation, exports)
        assert (result.labels == pixels(state)).all()
        assert set(result.names) == {number for number, segment in state.segments.items() if segment.name}
