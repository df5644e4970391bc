"""The one place that knows what is open and what has been done to it.

Widgets call the methods here (intents go up) and follow the signals (state comes down). No widget calls another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from segmenter.document import edits
from segmenter.document.carry_over import followed, lost
from segmenter.document.state import State, described, solo
from segmenter.errors import EditError, ParameterError, SegmenterError
from segmenter.gui.session.solver import Solver
from segmenter.gui.session.split_assistant import SplitAssistant
from segmenter.gui.session.worker import Worker
from segmenter.parameters import spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segmenter.document.label_map import Rectangle
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.solver import Outcome
    from segmenter.parameters import Parameters


@dataclass(frozen=True)
class Message:
    """A sentence for the bar above the canvas, and what can be done about it."""

    text: str
    kind: str = "information"  # or warning, or error
    action: str = ""
    act: Callable[[], object] | None = None
    other_action: str = ""
    act_otherwise: Callable[[], object] | None = None


class Session(QObject):
    """What is open, what was done, what is selected; and the only one who changes it."""

    opened = Signal()
    """Another document is open, or none."""
    changed = Signal(object, object)
    """The state before and the state now."""
    drafted = Signal(object, object)
    """A state that a stroke under way would lead to, and the rectangle in which it differs from the one before."""
    previewed = Signal(object)
    """A state whose labels are a preview, smaller than the image; or None: what is shown is the state again."""
    solved = Signal()
    """`document.segmentation` is another one."""
    selection_changed = Signal()
    history_changed = Signal()
    busy_changed = Signal()
    live_changed = Signal(bool)
    """Whether results follow the parameters by themselves."""
    progressed = Signal(str, float)
    """Stage and fraction done, of a final result or of opening."""
    said = Signal(Message)
    failed = Signal(Exception)
    """Something nobody expected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.selection: frozenset[int] = frozenset()
        self.preview: State | None = None
        self.live = True
        self._draft: State | None = None
        self.solver = Solver(self)
        self.solver.previewed.connect(self._show_preview)
        self.solver.solved.connect(self._take_result)
        self.solver.failed.connect(self.report)
        self.solver.progressed.connect(self.progressed)
        self.solver.busy_changed.connect(self.busy_changed)
        self.io_worker = Worker("clerk", self)  # reading, measuring, writing: what must not wait for a solve
        self.io_worker.busy_changed.connect(self.busy_changed)
        self.split_assistant = SplitAssistant(self)

    def close(self) -> None:
        """Stop all work."""
        self.solver.close()
        self.io_worker.close()

    # What is open

    @property
    def state(self) -> State:
        """What was done to the open image; an empty state where none is open."""
        return self.document.history.state if self.document else State()

    @property
    def shown(self) -> State:
        """What the canvas shows: a stroke under way, a preview, or the state."""
        return self._draft or self.preview or self.state

    def show(self, shown: Document | None) -> None:
        """Open a document, or none."""
        self.solver.cancel()
        self.document, self.preview, self._draft = shown, None, None
        self.selection = frozenset()
        self.opened.emit()
        self.selection_changed.emit()
        self.history_changed.emit()
        if shown is None:
            return
        for note in shown.image.notes:
            self.said.emit(Message(note))
        if self.state.labels is None:
            self.solver.preview(shown, self.state, self.state.parameters)
        else:
            self.solve()

    # Parameters

    def try_parameters(self, **changes: object) -> None:
        """Show what parameters would do, while a slider moves; nothing is kept."""
        if self.document and self.live and (parameters := self._replaced(changes)):
            self.solver.preview(self.document, self.state, parameters)

    def set_parameters(self, **changes: object) -> None:
        """Keep parameters, and compute the final result."""
        if parameters := self._replaced(changes):
            labels = [QCoreApplication.translate("Parameters", spec(name).label) for name in changes]
            self.use_parameters(parameters, labels[0] if len(labels) == 1 else self.tr("Parameters"))

    def use_parameters(self, parameters: Parameters, name: str) -> None:
        """Keep a whole set of parameters, such as a preset; `name` is what undo calls it."""
        if self.document is None or parameters == self.state.parameters:
            self._end_preview()
            return
        self._push(replace(self.state, parameters=parameters), name, keep_preview=True)
        if self.live:
            self.solve()

    def set_live(self, live: bool) -> None:
        """Choose whether results follow the parameters by themselves."""
        if live != self.live:
            self.live = live
            self.live_changed.emit(live)
        if live and self.state.stale:
            self.solve()

    def solve(self) -> None:
        """Compute the final result now."""
        if self.document:
            self.solver.solve(self.document, self.state)

    def cancel(self) -> None:
        """Stop computing; a preview gives way to the last result."""
        self.split_assistant.cancel()
        self.solver.cancel()
        self.io_worker.cancel("open")
        self._end_preview()

    def _replaced(self, changes: dict[str, object]) -> Parameters | None:
        try:
            return self.state.parameters.replace(**changes)
        except ParameterError as error:
            self.report(error)
            return None

    # Results

    def _show_preview(self, outcome: Outcome) -> None:
        if outcome.document is not self.document:
            return
        self.preview = outcome.state
        self.previewed.emit(self.preview)
        if self.state.labels is None and self.live and outcome.state.solved == self.state.parameters:
            self.solve()

    def _take_result(self, outcome: Outcome) -> None:
        found = outcome.segmentation
        if outcome.document is not self.document or found is None or found.parameters != self.state.parameters:
            return
        if outcome.start is not self.state and self.state.stale:
            self.solve()  # something was edited meanwhile: put it back, too; all stages are in the cache
            return
        self.document.segmentation = found
        self.solved.emit()
        if not self.state.stale:
            return
        before = self.state
        self.document.history.amend(outcome.state)
        self._moved(before)
        for sentence in lost(before, outcome.state):
            self.said.emit(Message(sentence, "warning", self.tr("Undo"), self.undo))

    def _end_preview(self) -> None:
        if self.preview is not None or self._draft is not None:
            self.preview = self._draft = None
            self.previewed.emit(None)

    # Edits

    def merge(self) -> None:
        """Merge the selected segments."""
        self.edit(self.tr("Merge"), edits.merge, self.selection)

    def delete(self) -> None:
        """Make the selected segments background."""
        self.edit(self.tr("Delete"), edits.delete, self.selection)

    def split_pieces(self) -> None:
        """Split the selected segments into their connected pieces."""
        self.edit(self.tr("Split into pieces"), edits.split_pieces, self.selection)

    def fill_holes(self) -> None:
        """Fill the holes of the selected segments."""
        self.edit(self.tr("Fill holes"), edits.fill_holes, self.selection)

    def absorb(self) -> None:
        """Give the selected segments to their neighbours."""
        self.edit(self.tr("Absorb"), edits.absorb, self.selection)

    def describe(self, step: str, numbers: Iterable[int], /, **changes: object) -> None:
        """Rename, recolour, lock, show or hide segments; `step` is what undo calls it."""
        self.edit(step, described, frozenset(numbers), **changes)

    def release(self) -> None:
        """Let the selected segments follow the parameters again."""
        self.edit(self.tr("Release"), described, self.selection, edited=False, locked=False, name="")
        if self.live and self.state.labels is not None and not self.solver.busy:
            self.solve()

    def solo(self, number: int) -> None:
        """Show one segment alone, or all again."""
        self.edit(self.tr("Show alone"), solo, number)

    def edit(self, step: str, function: Callable[..., State], /, *arguments: object, **options: object) -> bool:
        """Do an edit as one step of the history; what cannot be done is said in the bar."""
        self._end_preview()
        try:
            after = function(self.state, *arguments, **options)
        except EditError as error:
            self.refuse(error)
            return False
        except KeyError:  # chosen in a preview, which numbers what is new to it
            self.said.emit(
                Message(self.tr("That segment comes with the result that is being computed; try again then."))
            )
            return False
        if after is not self.state:
            self._push(after, step)
        return True

    def draft(self, state: State, part: Rectangle) -> None:
        """Show a stroke under way."""
        if self.preview is not None:
            self._end_preview()
        self._draft = state
        self.drafted.emit(state, part)

    def take_draft(self, name: str) -> None:
        """Keep the stroke as one step."""
        draft, self._draft = self._draft, None
        if draft is not None and draft is not self.state:
            self._push(edits.settled(draft), name)
            if self.live and self.state.stale and not self.solver.busy:
                self.solve()  # a result came during the stroke: take it, with the stroke on top

    def drop_draft(self) -> None:
        """Take the stroke back."""
        self._end_preview()

    # History

    def undo(self) -> None:
        """Take back the last step."""
        if self.document:
            self._travel(self.document.history.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.document:
            self._travel(self.document.history.redo)

    def _travel(self, move: Callable[[], State]) -> None:
        self.solver.cancel()
        self._end_preview()
        before = self.state
        move()
        if self.state is before:
            return
        self._moved(before)
        found = self.document.segmentation if self.document else None
        if self.live and (self.state.stale or found is None or found.parameters != self.state.parameters):
            self.solve()

    def _push(self, state: State, name: str, *, keep_preview: bool = False) -> None:
        if self.document is None:
            return
        if not keep_preview:
            self._end_preview()
        before = self.state
        self.document.history.push(state, name)
        self._moved(before, keep_preview=keep_preview)

    def _moved(self, before: State, *, keep_preview: bool = False) -> None:
        """Tell everybody that the state is another one."""
        if not keep_preview:
            self.preview = None
        present = followed(before, self.state, self.selection)
        self.changed.emit(before, self.state)
        if not keep_preview:
            self.previewed.emit(None)
        if present != self.selection and not keep_preview:
            self.select(present)
        self.history_changed.emit()

    # Selection and messages

    def select(self, numbers: Iterable[int]) -> None:
        """Select segments."""
        chosen = frozenset(numbers)
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit()

    def say(self, text: str, kind: str = "information") -> None:
        """Put a sentence into the bar."""
        self.said.emit(Message(text, kind))

    def refuse(self, error: EditError) -> None:
        """Say why an edit cannot be done."""
        self.say(QCoreApplication.translate("Edits", error.sentence).format(**error.values))

    def report(self, error: Exception) -> None:
        """Say an expected error in the bar; any other goes to the error dialog."""
        if isinstance(error, SegmenterError):
            self.said.emit(Message(str(error), "error"))
        elif isinstance(error, MemoryError):
            self.said.emit(
                Message(self.tr("There is not enough memory for this; a larger Reduction needs less."), "error")
            )
        else:
            self.failed.emit(error)
