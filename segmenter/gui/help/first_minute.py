"""The first minute: five steps on a sample, each done by doing it; shown once, and again from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from segmenter.assets import resource
from segmenter.gui.app.canvas_bar import CanvasBar

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from segmenter.document.state import State
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.session.session import Session

SEEN = "first minute"
"""The setting that says that nobody is to be asked again."""

SAMPLE = "samples/coffee.jpg"
STEPS = 5


class FirstMinute(CanvasBar):
    """A line below the image: what to do next, and how to leave it alone."""

    sample_asked = Signal(object)
    """The path of the sample that is to be opened."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("First minute"), parent)
        self._session, self._settings = session, settings
        self._step = STEPS
        self._start: State | None = None  # what was shown when the step began
        self._count, self.text = QLabel(self), QLabel(self)
        self.text.setWordWrap(True)
        self.text.setAccessibleDescription(self.tr("What to do next"))
        self.row.addWidget(self._count)
        self.row.addWidget(self.text, 1)
        self._sample = self.button(self.tr("Open the &Sample"), self.tr("A cup of coffee"), self._open_sample)
        self._next = self.button(self.tr("&Next"), self.tr("Leave this step out"), self._go_on)
        self._skip = self.button(self.tr("S&kip"), self.tr("End the first minute; Help brings it back"), self.end)
        for button in (self._sample, self._next, self._skip):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the canvas
        session.opened.connect(self._look)
        session.changed.connect(self._look)
        session.selection_changed.connect(self._look)

    def offer(self) -> None:
        """Begin, if this was never done before."""
        if self._settings.value(SEEN, 0) not in (1, "1"):
            self.begin()

    def begin(self) -> None:
        """Begin with the first step; from now on nobody is asked."""
        self._settings.set_value(SEEN, 1)
        self._go_to(0)
        self.show()

    def end(self) -> None:
        """Go away."""
        self._step = STEPS
        self.hide()

    @property
    def step(self) -> int:
        """Which step waits to be done, counted from 0; the last number says that all are."""
        return self._step

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr("Open an image: the sample will do."),
            self.tr("Drag the slider “Segments (k)” at the right: the colours follow your hand."),
            self.tr("Click a segment in the image to select it."),
            self.tr("Shift-click its neighbour, and press Ctrl+M: the two are one."),
            self.tr("Press Ctrl+Z: anything can be taken back."),
            self.tr("That is all it takes. Ctrl+E writes masks, F1 lists the keys, and Help has a guide."),
        )

    def _go_to(self, step: int) -> None:
        self._step, self._start = step, self._session.state
        over = step == STEPS
        self._count.setText("" if over else self.tr("{step} of {steps}").format(step=step + 1, steps=STEPS))
        self.text.setText(self._sentences()[step])
        self._sample.setVisible(step == 0)
        self._next.setVisible(not over)
        self._skip.setText(self.tr("C&lose") if over else self.tr("S&kip"))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text.text()))

    def _go_on(self) -> None:
        self._go_to(self._step + 1)

    def _open_sample(self) -> None:
        sample: Path = resource(SAMPLE)
        self.sample_asked.emit(sample)

    def _look(self) -> None:
        """Go on when the step is done."""
        if self.isHidden() or self._step == STEPS or self._start is None:
            return
        session, start = self._session, self._start
        history = session.document.history if session.document else None
        merged = len(session.state.segments) < len(start.segments) and session.state.parameters == start.parameters
        done = (
            session.document is not None and session.state is not start,
            session.state.parameters != start.parameters,
            bool(session.selection),
            merged,
            history is not None and history.redo_name is not None,
        )
        if done[self._step]:
            self._go_on()
