"""Everything a person can do in any order, while results arrive whenever they like; and what must hold all the time.

Nothing here waits: there are no threads and no event loop, timers go when a rule says so, and the numbers are cheap.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPoint, Qt

from segmenter.document import classes
from tests.gui.machine_room import SHAPE, Rooms
from tests.gui.machine_saving import Saving, pixels, print_of

PIXELS = st.tuples(st.integers(0, SHAPE[0] - 1), st.integers(0, SHAPE[1] - 1))
SEGMENTS = st.sets(st.integers(0, 5), min_size=1, max_size=3)
MODIFIERS = st.sampled_from(
    [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier]
)


class Desk(Saving, RuleBasedStateMachine):
    """A person at the window."""

    rooms: Rooms

    def __init__(self):
        super().__init__()
        rooms = self.rooms
        rooms.reset()
        self.session, self.controller, self.panel = rooms.session, rooms.controller, rooms.panel
        self.canvas, self.bar = rooms.canvas, rooms.bar
        self.slider, self.list = rooms.panel.rows["radius"].slider, rooms.controller._images
        self.doing = "arrival"  # who changes the state, if it changes now
        self.stopped = self.stepped_before = False
        self.wanted, self.work, self.undoable = set(), {}, {}
        self.listening = [
            self.session.changed.connect(self.heard),
            self.session.opened.connect(self.heard_opened),
            self.session.said.connect(self.heard_message),
        ]
        self.wrong = []

    def teardown(self):
        for connection in self.listening:
            self.session.disconnect(connection)

    # What is listened to. An assertion in a slot would be lost: what is wrong is written down.

    def heard(self, before, after):
        self.work[self.list.shown] = print_of(after)
        old, new = pixels(before), pixels(after)
        if self.doing == "parameters" and before.labels is not after.labels:
            self.wrong.append("parameters alone changed pixels")
        if old is None or new is None or self.doing == "travel":
            return
        protected = (
            before.held if self.doing == "arrival" else {n for n, segment in before.segments.items() if segment.locked}
        )
        for number in protected:
            if (new[old == number] != number).any():
                self.wrong.append(f"protected segment {number} lost pixels by {self.doing}")
        if self.doing == "arrival" and before.erased and (new[old == 0] != 0).any():
            self.wrong.append("what was made background came back")
        if self.doing in ("arrival", "late edit") and self.canvas._pressed is not None and self.canvas._pressed.active:
            self.wrong.append("a result came during a stroke")

    def heard_opened(self):
        shown = self.list.shown
        if self.session.document is None or shown is None:
            return
        now, kept = print_of(self.session.state), self.work.get(shown)
        if kept is not None and now != kept:
            self.wrong.append(f"work on {shown.entry.path.name} is another one")
        self.work[shown] = now

    def heard_message(self, message):
        self.undoable[message] = self.session.state

    @property
    def drawing(self):
        return self.canvas._pressed is not None

    @property
    def free(self):
        """Whether the hand holds nothing."""
        return not self.drawing and not self.slider.isSliderDown()

    def steps(self):
        history = self.session.document.history if self.session.document else None
        return (history._at, len(history._steps)) if history else None

    # Opening, and the list

    @initialize(first=st.integers(0, 3))
    def begin(self, first):
        self.drop([first])
        self.all_arrive()

    @precondition(lambda self: self.free)
    @rule(which=st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True))
    def drop(self, which):
        paths = [self.rooms.images[each] for each in which]
        self.controller.open(paths)
        self.wanted |= set(paths)

    def leave(self):
        """Know who changes the state where an image is left: the edit that is under way, and what waits behind it."""
        self.doing = "travel" if self.session.background_edits._waiting else "late edit"

    @precondition(lambda self: self.free)
    @rule()
    def drop_a_broken_one(self):
        self.controller.open([self.rooms.broken])

    @rule(forward=st.booleans())
    def turn_the_page(self, forward):
        self.leave()
        (self.controller.next if forward else self.controller.previous)()

    @precondition(lambda self: self.free and self.list.all)
    @rule(index=st.integers(0, 4))
    def click_in_the_list(self, index):
        self.leave()
        self.controller.go(index % len(self.list.all))

    @precondition(lambda self: self.free and self.list.all)
    @rule(index=st.integers(0, 4))
    def remove_from_the_list(self, index):
        index %= len(self.list.all)
        self.wanted.discard(self.list.all[index].entry.path)
        self.leave()
        self.controller.remove(index)

    # Parameters

    @precondition(lambda self: self.session.document and self.free)
    @rule(name=st.sampled_from(["k", "radius"]), steps=st.sampled_from([-1, 1, 2]))
    def step(self, name, steps):
        self.doing = "parameters"
        self.panel.rows[name].field.stepBy(steps)

    @precondition(lambda self: self.panel._pause.isActive())
    @rule()
    def pause(self):
        trial, before = self.session.trial, self.steps()
        held = self.slider.isSliderDown() and not self.stepped_before
        self.doing = "parameters"
        self.panel._pause.stop()
        self.panel._pause.timeout.emit()
        if held and trial is not None and trial.names == {"radius"}:
            assert self.steps() == before, "a slider that is held was let go by itself"

    @precondition(lambda self: self.session.document and self.free)
    @rule(name=st.sampled_from(["k", "radius"]), value=st.integers(2, 6))
    def enter(self, name, value):
        self.doing = "parameters"
        self.panel.rows[name].field.setValue(value)

    @precondition(lambda self: self.session.document and self.free)
    @rule(place=st.integers(5, 195))
    def press_the_slider(self, place):
        """On the handle or in the groove: neither is a step."""
        trial, before, solving = self.session.trial, self.steps(), self.session.solver.solving
        self.doing = "parameters"
        self.stepped_before = self.panel._pause.isActive()  # by keys: what is stepped to may be kept in the drag
        self.rooms.mouse(self.slider, "press", QPoint(place, 10))
        if trial is None or trial.names == {"radius"}:
            assert self.steps() == before, "a press was a step"
            assert solving or not self.session.solver.solving, "a press began a solve"

    @precondition(lambda self: self.slider.isSliderDown() and self.session.document)
    @rule(place=st.integers(5, 195))
    def drag_the_slider(self, place):
        trial, before = self.session.trial, self.steps()
        self.doing = "parameters"
        self.rooms.mouse(self.slider, "move", QPoint(place, 10))
        if trial is None or trial.names == {"radius"}:  # what was stepped to before is a step now
            assert self.steps() == before, "a drag was a step"

    @precondition(lambda self: self.slider.isSliderDown())
    @rule()
    def release_the_slider(self):
        before = self.steps()
        self.doing = "parameters"
        self.rooms.mouse(self.slider, "release", QPoint(100, 10))
        assert before is None or self.steps()[0] - before[0] in (0, 1), "a drag was more than a step"

    @precondition(lambda self: self.session.document and self.free)
    @rule(place=st.integers(5, 195), arrivals=st.integers(0, 4))
    def drag_there_and_back(self, place, arrivals):
        value = self.session.state.parameters.affinity.radius
        start = 5 + 190 * self.slider.value() // max(self.slider.maximum(), 1)
        self.press_the_slider(start)
        for stop in (place, start):
            if self.panel._pause.isActive():
                self.pause()
            self.drag_the_slider(stop)
            self.arrive(arrivals)
        self.doing = "parameters"
        self.slider.setValue(self.panel.rows["radius"]._scale.position(value))
        self.release_the_slider()

    @precondition(lambda self: self.session.document and self.free)
    @rule(name=st.sampled_from(["k", "radius"]), arrivals=st.integers(0, 4))
    def step_there_and_back(self, name, arrivals):
        for steps in (1, -1):
            self.step(name, steps)
            self.arrive(arrivals)

    @precondition(lambda self: self.session.document and self.free)
    @rule(which=st.sampled_from(["auto", "reset", "live", "solve"]))
    def press_a_button(self, which):
        self.doing = "parameters"
        {
            "auto": self.panel.rows["k"].auto.click,
            "reset": self.panel._all.click,
            "live": self.panel._live.click,
            "solve": self.panel._solve.click,
        }[which]()

    @rule()
    def escape(self):
        self.doing = "travel"  # a stroke that is dropped lets in what came meanwhile
        self.session.cancel()
        self.canvas.cancel()
        self.stopped = True

    # Segments

    @precondition(lambda self: self.session.state.segments)
    @rule(which=SEGMENTS)
    def select(self, which):
        numbers = sorted(self.session.state.segments)
        self.session.select({numbers[each % len(numbers)] for each in which})

    @precondition(lambda self: self.session.document and not self.slider.isSliderDown())
    @rule(kind=st.sampled_from(["merge", "delete", "split_pieces", "fill_holes", "absorb", "release"]))
    def edit(self, kind):
        self._edit(getattr(self.rooms.edits, kind))

    @precondition(lambda self: self.session.selection and self.free)
    @rule(kind=st.sampled_from(["lock", "unlock", "name", "unname", "class"]))
    def hold(self, kind):
        session, edits = self.session, self.rooms.edits
        self._edit({
            "lock": lambda: edits.lock(True),
            "unlock": lambda: edits.lock(False),
            "name": lambda: session.describe("Rename", session.selection, name="cup"),
            "unname": lambda: session.describe("Rename", session.selection, name=""),
            "class": self.give_a_class,
        }[kind])  # fmt: skip

    @precondition(lambda self: self.session.selection and self.free)
    @rule(then=st.sampled_from(["", "lock", "class"]))
    def name_and_release(self, then):
        """Which says that the name is gone, with a way back: until the next step."""
        self.hold("name")
        self.edit("release")
        if then:
            self.hold(then)
            if not self.bar.isHidden() and self.bar._message.act:
                self.take_the_way_back_in_the_bar()

    def give_a_class(self):
        if not self.session.state.classes:
            self.session.edit("Class", classes.added, "cell")
        self.session.edit("Class", classes.assigned, self.session.selection, 1)

    @precondition(lambda self: self.session.selection and not self.slider.isSliderDown())
    @rule(
        kind=st.sampled_from(["split_pieces", "fill_holes", "absorb"]),
        then=st.sampled_from(
            ["", "undo", "redo", "delete", "merge", "fill_holes", "select", "another image", "escape"]
        ),
        begun=st.booleans(),
    )
    def press_keys_fast(self, kind, then, begun):
        """Edits of large segments run in the background: the next key comes before they are done."""
        self.edit(kind)
        late = self.session.background_edits
        if not late.busy:
            return
        if begun:
            self._advance(late._worker)
        before, drawing = self.session.state, self.drawing
        if then in ("delete", "merge", "absorb"):
            self.edit(then)
        elif then in ("undo", "redo"):
            getattr(self, then)()
        elif then == "select":
            self.select({0, 1})
        elif then == "another image" and not drawing:
            self.turn_the_page(True)
        elif then == "escape":
            self.escape()
            assert not late.busy, "Esc let an edit go on"
        if then != "another image" and not (then == "escape" and drawing):  # what came during the stroke is taken then
            assert self.session.state is before, "a key overtook the one before"

    def _edit(self, function):
        """Do what acts on what is seen: on no preview."""
        self.doing = "parameters"
        self.session.settle()  # as every edit does first
        self.doing = "edit"
        preview, labels = self.session.preview, self.session.state.labels
        function()
        if preview is not None:
            assert self.session.state.labels is labels, "an edit acted on what nobody saw"
            assert self.session.preview is preview, "a refused edit took the preview away"

    # Strokes

    @precondition(lambda self: self.session.document and self.free)
    @rule(tool=st.sampled_from(["brush", "class brush", "eraser", "lasso"]))
    def take_a_tool(self, tool):
        self.rooms.view_state.set(tool=tool)

    @precondition(lambda self: self.session.document and self.free)
    @rule(pixel=PIXELS, modifiers=MODIFIERS)
    def begin_a_stroke(self, pixel, modifiers):
        self.doing = "parameters"
        self.session.settle()
        self.doing = "edit"
        self.rooms.on_canvas("press", pixel, modifiers=modifiers)

    @precondition(lambda self: self.drawing)
    @rule(pixel=PIXELS)
    def go_on_with_it(self, pixel):
        self.doing = "edit"
        self.rooms.on_canvas("move", pixel)

    @precondition(lambda self: self.drawing)
    @rule(pixel=PIXELS)
    def end_it(self, pixel):
        late = self.session.background_edits
        held = "edit" in self.session.strokes._waiting  # it, and the keys behind it, act when the stroke has ended
        self.doing = "travel" if held and late._waiting else "edit"
        before = self.steps()
        self.rooms.on_canvas("release", pixel)
        if not held:
            assert self.steps()[0] - before[0] in (0, 1), "a stroke was more than a step"

    @precondition(lambda self: self.session.document and self.free)
    @rule(line=st.lists(PIXELS, min_size=2, max_size=3), arrivals=st.integers(0, 4), modifiers=MODIFIERS)
    def draw(self, line, arrivals, modifiers):
        self.begin_a_stroke(line[0], modifiers)
        for pixel in line[1:]:
            self.go_on_with_it(pixel)
            self.arrive(arrivals)
        self.end_it(line[-1])

    # The way back

    @precondition(lambda self: self.session.document)
    @rule()
    def undo(self):
        history, trial = self.session.document.history, self.session.trial
        before = history.state
        steps = history._steps[: history._at + 1]
        expected = steps[-2].state if len(steps) > 1 else before
        if self.session.background_edits.busy:
            self.rooms.edits.undo()
            assert history.state is before, "undo did not wait for its turn"
            return
        if trial is not None and trial.parameters != before.parameters:
            expected = before  # what is tried is a step
        self.doing = "travel"
        self.rooms.edits.undo()
        assert self.session.state is expected, "undo took back something else"

    @precondition(lambda self: self.session.document)
    @rule()
    def redo(self):
        self.doing = "travel"
        self.rooms.edits.redo()

    @precondition(lambda self: self.session.document and self.free)
    @rule()
    def there_and_back(self):
        self.doing = "travel"
        self.session.settle()
        history = self.session.document.history
        at, seen = history._at, []
        for move, name in ((self.session.undo, "undo_name"), (self.session.redo, "redo_name")):
            states = [print_of(self.session.state)]
            while getattr(history, name):
                move()
                states.append(print_of(self.session.state))
            seen.append(states)
        back, forth = seen
        assert back == forth[: at + 1][::-1], "the way back and forth is not the same"
        while history._at > at:
            self.session.undo()

    @precondition(lambda self: not self.bar.isHidden() and self.bar._message.act)
    @rule()
    def take_the_way_back_in_the_bar(self):
        message, before, rows = self.bar._message, self.session.state, list(self.list.all)
        said = self.undoable.get(message)
        self.doing = "travel"
        self.bar._action.click()
        if self.list.all != rows:
            self.wanted |= {row.entry.path for row in self.list.all if row.entry.path != self.rooms.broken}
        elif message.about is not None or "follow the parameters" in message.text or "chosen colour" in message.text:
            assert said is before or self.session.state is before, "the bar undid something else"

    # What arrives

    @precondition(lambda self: self.rooms.busy())
    @rule(data=st.data())
    def something_arrives(self, data):
        self._advance(data.draw(st.sampled_from(self.rooms.busy())))

    def arrive(self, times):
        for _ in range(times):
            if self.rooms.busy():
                self._advance(self.rooms.busy()[0])

    @rule()
    def all_arrive(self):
        while self.rooms.busy():
            self._advance(self.rooms.busy()[0])

    def _advance(self, worker):
        late = self.session.background_edits
        self.doing = "arrival"
        if worker is late._worker or (worker is self.session.io_worker and (late.busy or self.drawing)):
            self.leave()
        self.rooms.advance(worker)

    @precondition(lambda self: self.free)
    @rule()
    def rest(self):
        """Wait until nothing moves: what is shown is what is wanted."""
        if self.panel._pause.isActive():
            self.pause()
        if not self.session.live:  # asked for again, anything would be mended
            self.session.set_live(True)
        if self.stopped:
            self.session.solve()
            self.rooms.controller._loader.select(self.list.selected)
        self.all_arrive()
        self.stopped = False
        session = self.session
        assert not session.solver.busy
        assert not session.background_edits.busy, "an edit never ends"
        assert self.wanted <= {row.entry.path for row in self.list.all}, "an image did not come into the list"
        assert self.controller.loading is None
        if session.document is None:
            assert all(row.trouble for row in self.list.all if row is self.list.selected)
            return
        state = session.state
        assert session.preview is None, "a preview stays"
        assert session.trial is None
        assert not session.outdated, "what is shown is outdated"
        assert session.shown is state
        assert session.document.segmentation.parameters == state.parameters
        for name in ("k", "radius"):
            row, value = self.panel.rows[name], state.parameters.get(name)
            assert row._value == value, "the panel shows another value"
            assert row.field.value() == (4 if value == "auto" else value)

    # What holds at any time

    @invariant()
    def nothing_is_broken(self):
        assert not self.rooms.errors, self.rooms.errors
        assert not self.wrong, self.wrong

    @invariant()
    def the_image_shown_is_in_the_list(self):
        document = self.session.document
        assert (document is None) == (self.list.shown is None)
        if document is not None:
            assert self.list.shown in self.list.all
            assert self.list.shown.history is document.history
            assert document.image.source.path == self.list.shown.entry.path
            labels = self.session.state.labels
            assert labels is None or labels.shape == document.image.shape
            assert self.session.selection <= self.session.shown.segments.keys() | self.session.state.segments.keys()


@pytest.fixture
def rooms(qapp, monkeypatch, tmp_path):
    rooms = Rooms(monkeypatch, tmp_path)
    yield rooms
    rooms.close()


def test_whatever_a_person_does(rooms):
    Desk.rooms = rooms
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=200,
            stateful_step_count=40,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
