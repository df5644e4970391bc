"""An object from clicks: what they select is shown after each of them, until it is made a segment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QObject, Signal

from segmenter.core.classes import NONE
from segmenter.core.clicked import Clicks
from segmenter.document import clicked_objects, edits
from segmenter.document.label_map import Rectangle
from segmenter.document.unfinished import Unfinished
from segmenter.files.click_file import MAX_CLICKS, MAX_LEVELS
from segmenter.gui.session.worker import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from segmenter.core.clicked import Box, Place
    from segmenter.core.interaction.clicks.selecting import Selector
    from segmenter.document.state import State
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.host import Host
    from segmenter.progress import ProgressCallback

    Mask = NDArray[np.bool_]

KIND, HOVER = "object", "object under the cursor"
"""The kinds of the jobs."""


@dataclass(frozen=True, eq=False)
class ObjectCandidate:
    """What the clicks select, or would: a mask and the rectangle that it lies in; empty where nothing is selected.

    What is under the cursor is told by regions, where it is made of those: the region of each pixel of the image, and
    which regions are meant. No pixel needs to be looked at before it is on the screen.
    """

    part: Rectangle
    inside: Mask
    regions: tuple[NDArray[np.integer], Mask] | None = None


class ObjectAssistant(QObject):
    """Keeps the clicks; asks in the background what they select; of several questions only the newest is answered.

    Clicks wait while another tool is in the hand, and whatever else is done to the image: what they select is asked
    for anew. They wait with their image while another one is open, too. A segment that was made from clicks can be
    taken up again.
    """

    changed = Signal()

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[Clicks] = []
        self._again: int | None = None  # the segment that was taken up
        self._in_hand = True
        self._selector: tuple[object, Selector | None] | None = None  # of which segmentation
        self._ground: tuple[object, frozenset[int], Mask | None] | None = None  # of which labels and segments
        self._hovered = -1
        self.candidate: ObjectCandidate | None = None
        self.kind_for_new: Callable[[], int] = lambda: NONE
        """Tells the number of the class that new segments get."""

    @property
    def active(self) -> bool:
        """Whether something was pointed at, and the tool is in the hand."""
        return bool(self._steps) and self._in_hand

    @property
    def pointed(self) -> Clicks:
        """What was pointed at so far."""
        return self._steps[-1] if self._steps else Clicks()

    @property
    def clicks(self) -> tuple[Place, ...]:
        """The clicks so far."""
        return self.pointed.places

    @property
    def unfinished(self) -> Unfinished | None:
        """What would be lost with the clicks; None where there are none, or only those of a segment taken up again."""
        segment = None if self._again is None else self._session.state.segments.get(self._again)
        if segment is not None and self.pointed == segment.clicks:
            return None
        return Unfinished.of(self._steps, self._again)

    @property
    def again(self) -> int | None:
        """The segment that was taken up again, if one was."""
        return self._again

    # What a person does

    def click(self, places: Iterable[tuple[int, int]], *, positive: bool) -> None:
        """Add places, row and column, to the object, or take them away; the first may be a segment to take up."""
        places = list(places)
        if not self._session.may_edit() or self._session.document is None:
            return
        number = self._clicked(places[0]) if positive and not self._steps and len(places) == 1 else None
        if number is not None:
            self.take_up(number)
        else:
            more = tuple((row, column, positive) for row, column in places)
            self._point(replace(self.pointed, places=self.pointed.places + more))

    def draw_box(self, box: Box) -> None:
        """Say that the object lies inside a box."""
        if self._session.may_edit() and self._session.document is not None:
            self._point(replace(self.pointed, box=box))

    def grow(self, levels: int) -> None:
        """Grow the object by levels of the region tree, or shrink it."""
        if self._steps and levels and abs(self.pointed.grown + levels) <= MAX_LEVELS:
            self._point(replace(self.pointed, grown=self.pointed.grown + levels))

    def back(self) -> None:
        """Take the last step back."""
        if self._steps:
            self._steps.pop()
            self._ask()

    def take_up(self, number: int) -> None:
        """Go on with the clicks of a segment that was made from some."""
        state, document = self._session.state, self._session.document
        segment = state.segments.get(number)
        if segment is None or segment.clicks is None or document is None or not self._session.may_edit():
            return
        if segment.locked:
            self._session.say(self.tr("{name} is locked; unlock it first.").format(name=state.title(number)))
            return
        self.drop()
        self._again, self._steps = number, [segment.clicks]
        self._session.select({number})
        self._ask()

    def take_up_selected(self) -> bool:
        """Take up the selected segment, if it is one that was made from clicks."""
        state, chosen = self._session.state, self._session.selection
        known = [state.segments[number].clicks for number in chosen if number in state.segments]
        if len(chosen) != 1 or known in ([], [None]):
            return False
        (number,) = chosen
        self.take_up(number)
        return True

    def hover(self, pixel: tuple[int, int] | None) -> None:
        """Show what a click would select, as long as there is none."""
        document = self._session.document
        if self._steps or document is None:
            return
        region = -1 if pixel is None else self._region(document, pixel)
        if region == self._hovered:
            return
        self._hovered = region
        if pixel is None or region < 0:
            self._session.io_worker.cancel(HOVER)
            self._show(None)
            return
        self._submit(HOVER, document, Clicks(((*pixel, True),)))

    def take(self) -> None:
        """Make the object a segment; what is locked or was edited before is not part of it."""
        candidate, session = self.candidate, self._session
        if candidate is None or not self._steps:
            return
        steps, again, clicks = self._steps, self._again, self.pointed
        new = session.state.free_number() if again is None else again
        self.drop()
        if again is None:
            new_object = candidate.part, candidate.inside, clicks, self.kind_for_new()
            done = session.edit(self.tr("Object"), edits.add_object, *new_object)
        else:
            change = clicked_objects.change_object
            done = session.edit(self.tr("Object"), change, again, candidate.part, candidate.inside, clicks)
        if done:
            session.select({new})
            if session.live:
                session.solve()  # what the object gave up
        else:
            self._steps, self._again = steps, again
            self._show(candidate)

    def cancel(self) -> None:
        """Drop the clicks, if the tool is in the hand: others know nothing of them."""
        if self._in_hand:
            self.drop()

    def drop(self) -> None:
        """Drop the clicks."""
        self._session.io_worker.cancel(KIND, HOVER)  # also what was asked for and is not shown yet
        shown = bool(self._steps) or self.candidate is not None
        self._steps, self._hovered, self._again = [], -1, None
        if shown:
            self._show(None)

    def hold(self, in_hand: bool) -> None:
        """Know whether the tool is in the hand; the clicks wait while it is not."""
        if in_hand == self._in_hand:
            return
        self._in_hand = in_hand
        self._session.io_worker.cancel(KIND, HOVER)
        self._show(None)
        if in_hand:
            self._ask()

    # What becomes of the image meanwhile

    def open(self) -> None:
        """Go on where an image was left; who keeps the list of images has kept the clicks of the one before."""
        self._session.io_worker.cancel(KIND, HOVER)
        kept = self._session.document and self._session.document.unfinished
        self._steps, self._again, self._hovered = ([*kept.steps], kept.again, -1) if kept else ([], None, -1)
        self._show(None)
        self.follow(self._session.state, self._session.state)
        self.ask()

    def remind(self) -> None:
        """Say that clicks wait, where the tool is not in the hand: not before the bar has forgotten other images."""
        if self._steps and not self._in_hand:
            self._session.say(self.tr("Clicks of an object that is not finished wait here for the Object tool (O)."))

    def follow(self, before: State, after: State) -> None:
        """Ask anew where the segments are others; go on with a new object where the one taken up is gone."""
        self._hovered = -1
        if self._again is not None:
            segment = after.segments.get(self._again)
            if segment is None or segment.clicks is None:
                self.drop()
        if before.labels is not after.labels or clicked_objects.worked_on(before) != clicked_objects.worked_on(after):
            self.ask()

    def ask(self) -> None:
        """Ask anew what the clicks select, if there are any."""
        if self.active:
            self._ask()

    # Answers

    def _clicked(self, pixel: tuple[int, int]) -> int | None:
        """Return the segment at a pixel if it was made from clicks."""
        state = self._session.state
        number = 0 if state.labels is None else state.labels.at(*pixel)
        segment = state.segments.get(number)
        return None if segment is None or segment.clicks is None else number

    def _point(self, clicks: Clicks) -> None:
        if len(clicks.places) > MAX_CLICKS:  # no project could be opened that has more
            self._session.say(
                self.tr("An object has at most {count} clicks.").format(count=QLocale().toString(MAX_CLICKS))
            )
            return
        self._steps.append(clicks)
        self._ask()

    def _ask(self) -> None:
        self._hovered = -1
        document = self._session.document
        self._session.io_worker.cancel(KIND, HOVER)
        if document is None or not self._steps:
            self._again = None
            self._show(None)
            return
        self._submit(KIND, document, self.pointed)
        self.changed.emit()

    def _submit(self, kind: str, document: Document, clicks: Clicks) -> None:
        from segmenter.core.interaction.clicks.pointing import pointed  # noqa: PLC0415 - it would keep the window from showing

        state, again = self._session.state, self._again

        def work(progress: ProgressCallback) -> ObjectCandidate | None:
            selector = self._prepared(document, progress)
            if selector is None:
                return None
            others = self._others(state, again)
            if kind == HOVER:
                return self._glimpsed(selector, clicks, others)
            return _cropped(pointed(selector, clicks, others))

        def done(found: ObjectCandidate | None) -> None:
            if found is None:
                self.drop()
                self._session.say(self.tr("Nothing in this image can be told apart."))
            elif document is self._session.document and (kind == HOVER or clicks is self.pointed):
                self._show(found)

        self._session.io_worker.submit(Job(kind, work, done, self._fail))

    def _glimpsed(self, selector: Selector, clicks: Clicks, others: Mask | None) -> ObjectCandidate:
        """Return what a click would select."""
        from segmenter.core.interaction.clicks.pointing import pointed  # noqa: PLC0415
        from segmenter.core.interaction.clicks.selecting import Click  # noqa: PLC0415

        chosen = selector.glimpse(Click(*clicks.places[0]), others)
        if chosen is None:
            return _cropped(pointed(selector, clicks, others, preview=True))
        base = selector.scene.regions.base
        part = Rectangle(0, 0, *base.shape) if chosen.any() else Rectangle(0, 0, 0, 0)
        return ObjectCandidate(part, chosen[:0, None], (base, chosen))

    def _region(self, document: Document, pixel: tuple[int, int]) -> int:
        """Return the region at a pixel; -1 before the first result, another one for each pixel until they are known."""
        found = document.segmentation
        if found is None:
            return -1
        known = self._selector
        if found.regions is None and known is not None and known[0] is found and known[1] is not None:
            return int(known[1].scene.regions.base[pixel])
        if found.regions is None:
            return pixel[0] * document.image.shape[1] + pixel[1]
        return int(found.regions.base[pixel])

    def _others(self, state: State, again: int | None) -> Mask | None:
        """Return what belongs to others: the same array as long as that is the same."""
        others = clicked_objects.worked_on(state, again)
        if self._ground is None or self._ground[0] is not state.labels or self._ground[1] != others:
            self._ground = state.labels, others, clicked_objects.ground(state, again)
        return self._ground[2]

    def _prepared(self, document: Document, progress: ProgressCallback) -> Selector | None:
        """Return what answers clicks; in the worker's thread, so that the window goes on."""
        import segmenter  # noqa: PLC0415
        from segmenter.core.interaction.clicks.select import prepare  # noqa: PLC0415

        found = document.segmentation
        if self._selector is None or self._selector[0] is not found or found is None:
            made = found
            if made is None or made.regions is None:  # another method is shown
                parameters = self._session.state.parameters.replace(method="tree")
                made = segmenter.segment(document.image, parameters, cache=document.cache, progress=progress)
            self._selector = found, prepare(made, document.image)
        return self._selector[1]

    def _fail(self, error: Exception) -> None:
        self.drop()
        self._session.report(error)

    def _show(self, candidate: ObjectCandidate | None) -> None:
        self.candidate = candidate
        self.changed.emit()


def _cropped(mask: Mask) -> ObjectCandidate:
    """Return a mask without the empty space around it."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return ObjectCandidate(Rectangle(0, 0, 0, 0), mask[:0, :0])
    part = Rectangle(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)
    return ObjectCandidate(part, mask[part.slices])
