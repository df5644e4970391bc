"""The one place that knows what is open and what has been done to it.

Widgets call the methods here (intents go up) and follow the signals (state comes down). No widget calls another.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from segmenter.document.carry_over import followed, lost
from segmenter.document.state import State, described, solo
from segmenter.errors import EditError, ParameterError
from segmenter.gui.session.background_edits import BackgroundEdits
from segmenter.gui.session.contrast import ContrastControl
from segmenter.gui.session.message import Message, undoable
from segmenter.gui.session.object_assistant import ObjectAssistant
from segmenter.gui.session.sentences import sentence_in_words
from segmenter.gui.session.signals import SessionSignals
from segmenter.gui.session.similar_assistant import SimilarAssistant
from segmenter.gui.session.solver import Solver
from segmenter.gui.session.split_assistant import SplitAssistant
from segmenter.gui.session.strokes import Strokes
from segmenter.gui.session.trial import Trial
from segmenter.gui.session.worker import Job, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject

    from segmenter.gui.session.document import Document
    from segmenter.gui.session.solver import Outcome
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback


class Session(SessionSignals):
    """What is open, what was done, what is selected; and the only one who changes it.

    What is *wanted* are the parameters of the trial, as a preview, while a control moves; otherwise those of the state,
    as the final result. `follow` asks for whatever differs between what is wanted and what is shown. When nothing is
    computed and results are live, there is no preview and nothing is outdated.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.selection: frozenset[int] = frozenset()
        self.preview: State | None = None
        self._trial: Trial | None = None
        self.live = True
        self.solver = Solver(self)
        self.solver.previewed.connect(self._show_preview)
        self.solver.solved.connect(self._hear_result)
        self.solver.failed.connect(self.report)
        self.solver.progressed.connect(self.progressed)
        self.solver.busy_changed.connect(self.busy_changed)
        self.io_worker = Worker("clerk", self)  # reading, measuring, writing: what must not wait for a solve
        self.io_worker.busy_changed.connect(self.busy_changed)
        self.strokes = Strokes(self, self)
        self.background_edits = BackgroundEdits(self, self.strokes, self)
        self.changed.connect(self.background_edits.follow)
        self.opened.connect(self.background_edits.cancel)
        self.similar_assistant = SimilarAssistant(self, self)
        self.split_assistant = SplitAssistant(self, self)
        self.object_assistant = ObjectAssistant(self, self)
        self.contrast = ContrastControl(self, self)
        self.opened.connect(self.contrast.forget)
        for signal in (self.changed, self.opened):
            signal.connect(self.split_assistant.cancel)
            signal.connect(self.similar_assistant.end)
        self.selection_changed.connect(self.similar_assistant.follow_selection)
        self.changed.connect(self.object_assistant.follow)
        self.solved.connect(self.object_assistant.ask)
        self.opened.connect(self.object_assistant.open)

    def close(self) -> None:
        """Stop all work."""
        self.solver.close()
        self.background_edits.close()
        self.io_worker.close()

    def in_background(self, kind: str, work: Callable[[ProgressCallback], Any], done: Callable[[Any], object]) -> None:
        """Do something away from the event loop, in the place of the same kind that waits; what goes wrong is said."""
        self.io_worker.submit(Job(kind, work, done, self.report))

    # What is open

    @property
    def state(self) -> State:
        """What was done to the open image; an empty state where none is open."""
        return self.document.history.state if self.document else State()

    @property
    def shown(self) -> State:
        """What the canvas shows: a stroke under way, a preview, or the state."""
        return self.strokes.draft or self.preview or self.state

    @property
    def outdated(self) -> bool:
        """Whether the open image has no final result for the parameters that are kept."""
        return self.document is not None and self.document.outdated

    def show(self, shown: Document | None) -> None:
        """Open a document, or none."""
        self.solver.cancel()
        self.document, self.preview, self.trial = shown, None, None
        self.strokes.forget()
        self.selection = frozenset()
        self.opened.emit()
        self.selection_changed.emit()
        self.history_changed.emit()
        if shown is None:
            return
        for note in shown.image.notes:
            self.said.emit(Message(sentence_in_words(note)))
        if self.state.labels is None:
            self.solver.preview(shown, self.state, self.state.parameters)
        else:
            self.solver.solve(shown, self.state)  # not kept in files: what can be looked into

    # What is wanted

    @property
    def trial(self) -> Trial | None:
        """Parameters that a moving control tries."""
        return self._trial

    @trial.setter
    def trial(self, trial: Trial | None) -> None:
        before, self._trial = self._trial, trial
        if trial is not before:
            self.trial_changed.emit()

    def try_parameters(self, step: str = "", /, **changes: object) -> None:
        """Show what parameters would do, while a control moves; they are kept by `settle`, under the name `step`."""
        if self.trial is not None and not self.trial.concerns(changes):
            self.settle()
        trial = self._trial_of(changes, step)
        if self.document is not None and trial is not None:
            self.trial = trial
            self.follow()

    def settle(self) -> None:
        """Keep the parameters that are tried."""
        trial, self.trial = self.trial, None
        if trial is not None:
            self.use_parameters(trial.parameters, trial.step)

    def set_parameters(self, step: str = "", /, **changes: object) -> None:
        """Keep parameters, and compute the final result."""
        if self.trial is not None and self.trial.concerns(changes):
            self.trial = None  # what was tried has led to this
        self.settle()
        trial = self._trial_of(changes, step)
        if trial is None:
            self.follow()
        else:
            self.use_parameters(trial.parameters, trial.step)

    def use_parameters(self, parameters: Parameters, name: str) -> None:
        """Keep a whole set of parameters, such as a preset; `name` is what undo calls it."""
        self.settle()
        if self.document is not None and parameters != self.state.parameters:
            self._push(replace(self.state, parameters=parameters), name, keep_preview=True)
        self.follow()

    def set_live(self, live: bool) -> None:
        """Choose whether results follow the parameters by themselves."""
        if live != self.live:
            self.live = live
            self.live_changed.emit(live)
        self.follow()

    def solve(self) -> None:
        """Compute the final result now."""
        self.settle()
        if self.document is not None and self.outdated:
            self.solver.solve(self.document, self.state)

    def cancel(self) -> None:
        """Stop computing; what is tried is dropped, and a preview gives way to the last result."""
        tried, self.trial = self.trial, None
        self.split_assistant.cancel()
        self.object_assistant.cancel()
        self.similar_assistant.cancel()
        self.background_edits.cancel()
        self.solver.cancel()
        self.io_worker.cancel("open", "glimpse")
        if tried is not None and self.preview is None:
            self.previewed.emit(None)  # the control that tried goes back all the same
        self.end_preview()

    def follow(self) -> None:
        """Ask for what is wanted and not shown; stop what is not wanted any more."""
        if self.document is None:
            return
        if self.trial is not None:
            if self.live:
                self.solver.preview(self.document, self.state, self.trial.parameters)
        elif not self.outdated:
            self.solver.cancel()
            self.end_preview()
        elif self.live:
            self.solver.solve(self.document, self.state)

    def _trial_of(self, changes: dict[str, object], step: str) -> Trial | None:
        try:
            return Trial.of(self.state.parameters.replace(**changes), changes, step)
        except ParameterError as error:
            self.report(error)
            return None

    # What is shown

    def _show_preview(self, outcome: Outcome) -> None:
        """Show a preview if it is wanted: of an earlier moment of the trial, too, or a moving hand would see none."""
        wanted = self.trial is not None or (self.outdated and outcome.state.solved == self.state.parameters)
        if outcome.document is not self.document or self.strokes.active or not wanted:
            return
        self.keep_in_sight(outcome.state)
        if self.trial is None:
            self.follow()

    def _hear_result(self, outcome: Outcome) -> None:
        """Take a final result when no stroke is under way."""
        self.strokes.after("result", partial(self._take_result, outcome))

    def _take_result(self, outcome: Outcome) -> None:
        """Take a final result if it is wanted."""
        found = outcome.segmentation
        if outcome.document is not self.document or found is None or found.parameters != self.state.parameters:
            return
        if outcome.start is not self.state and self.state.stale:
            self.follow()  # something was edited meanwhile: put it back, too; all stages are in the cache
            return
        self.document.segmentation = found
        self.solved.emit()
        if not self.state.stale:
            self.end_preview()
            return
        before = self.state
        self.document.history.amend(outcome.state)
        self._moved(before)
        for sentence in lost(before, outcome.state):
            self.said.emit(undoable(self, sentence_in_words(sentence), "warning"))

    def keep_in_sight(self, preview: State) -> None:
        """Show a preview until there is a better one, or the final result."""
        self.preview = preview
        self.previewed.emit(preview)

    def end_preview(self) -> None:
        """Show the state itself again."""
        if self.preview is not None or self.strokes.draft is not None:
            self.preview = self.strokes.draft = None
            self.previewed.emit(None)

    # Edits

    def describe(self, step: str, numbers: Iterable[int], /, **changes: object) -> None:
        """Rename, recolour, lock, show or hide segments; `step` is what undo calls it."""
        self.edit(step, described, frozenset(numbers), **changes)

    def solo(self, number: int) -> None:
        """Show one segment alone, or all again."""
        self.edit(self.tr("Show alone"), solo, number)

    def edit(self, step: str, function: Callable[..., State], /, *arguments: object, **options: object) -> bool:
        """Do an edit as one step of the history; what cannot be done is said in the bar."""
        if not self.may_edit():
            return False
        try:
            after = function(self.state, *arguments, **options)
        except EditError as error:
            self.refuse(error)
            return False
        if after is not self.state:
            self._push(after, step)
        return True

    def take(self, after: State, step: str) -> None:
        """Keep what was made of the state there is, in the background: under what is tried or previewed by now."""
        preview, present = self.preview, followed(self.state, after, self.selection)
        self._push(after, step, keep_preview=preview is not None or self.trial is not None)
        self.select(present)
        if preview is not None:
            self.keep_in_sight(preview)

    def may_edit(self) -> bool:
        """Tell whether what is shown is what an edit would change; say so if it is a preview."""
        self.settle()
        first_sight = self.document is not None and self.document.stands_for is not None
        if self.preview is not None or first_sight:
            self.say(self.tr("This is still a preview; segments can be changed when the result is there."))
        return self.preview is None and not first_sight

    # History

    def undo(self) -> None:
        """Take back the last step; what is tried is one."""
        self.settle()
        if self.document and self.document.history.undo_name is not None:
            self._travel(self.document.history.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.settle()
        if self.document and self.document.history.redo_name is not None:
            self._travel(self.document.history.redo)

    def _travel(self, move: Callable[[], State]) -> None:
        self.solver.cancel()
        self.end_preview()
        before = self.state
        move()
        self._moved(before)
        self.follow()

    def _push(self, state: State, name: str, *, keep_preview: bool = False) -> None:
        if self.document is None:
            return
        if not keep_preview:
            self.end_preview()
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

    # Selection, messages

    def select(self, numbers: Iterable[int]) -> None:
        """Select segments."""
        chosen = frozenset(numbers)
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit()
