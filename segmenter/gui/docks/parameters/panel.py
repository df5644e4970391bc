"""The parameters dock, made from what `segmenter.parameters` declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from segmenter.core.interaction.inspection import eigengaps
from segmenter.gui.docks.parameters.preset_menu import PresetMenu
from segmenter.gui.docks.parameters.rows import ChoiceRow, Link, ListRow, NumberRow, TextRow, in_words, tip
from segmenter.parameters import DEFAULTS, specs

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from segmenter.core.segmentation import Segmentation
    from segmenter.document.state import State
    from segmenter.gui.session.session import Session
    from segmenter.parameters import Parameters, Spec, Value

PAUSE = 300
"""Milliseconds without a key or a turn of the wheel after which what was stepped to is kept."""

FEW_CHOICES = 3
"""As many as have room beside each other."""

COMMON = (
    "method",
    "excluded",
    "k",
    "strength",
    "sigma_intensity",
    "sigma_position",
    "radius",
    "smoothing",
    "minimum_region",
    "reduction",
)
"""The rows that are always seen, in the order of use; all others are folded away."""


class ParameterPanel(QWidget):
    """Sliders and numbers; a preview follows while they move, the final result when they are let go."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: dict[str, NumberRow | ChoiceRow | ListRow | TextRow] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(session.settle)
        self._suggestion = self._link()
        self._build()
        session.opened.connect(self._show_document)
        session.changed.connect(self._show_change)
        session.previewed.connect(self._show_preview)
        session.solved.connect(self._show_all)
        session.live_changed.connect(self._show_live)
        self._show_document()

    # How it is made

    def _build(self) -> None:
        self._body = QWidget(self)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        declared = {name: spec for _, name, spec, _ in specs()}
        for line, name in enumerate(COMMON):
            self._add(name, declared[name], grid, line)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(grid)
        layout.addWidget(self._folder())
        layout.addWidget(self._solver({name: spec for name, spec in declared.items() if name not in COMMON}))
        layout.addStretch()
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(self._footer())

    def _add(self, name: str, spec: Spec, grid: QGridLayout, line: int) -> None:
        """Make the row of a parameter."""
        short = {"strength": self.tr("Merge weaker than"), "excluded": self.tr("Left out")}
        text = short.get(name, in_words(spec.label))
        row: NumberRow | ChoiceRow | ListRow | TextRow
        if spec.choices:
            kind = ListRow if len(spec.choices) > FEW_CHOICES else ChoiceRow
            row = kind(name, spec, text, self._choices(name), self._body)
            row.place(grid, line)
        elif spec.kind is str:
            row = TextRow(name, spec, text, self._body)
            row.place(grid, line)
        else:
            row = NumberRow(name, spec, text, self._body)
            row.place(grid, line, self._suggestion if name == "k" else None)
        row.wished.connect(self._wish)
        row.reset.connect(lambda: self._wish(name, DEFAULTS.get(name), final=True))
        self.rows[name] = row

    def _choices(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the words and tooltips of a parameter's choices."""
        if name == "polarity":
            return {
                "auto": (self.tr("Auto"), self.tr("Found out: the rarer side.")),
                "bright": (self.tr("Bright"), self.tr("Objects are brighter than the ground.")),
                "dark": (self.tr("Dark"), self.tr("Objects are darker than the ground.")),
            }
        if name == "border":
            return {
                "keep": (self.tr("Keep"), self.tr("Objects at the border of the image are kept.")),
                "exclude": (self.tr("Leave out"), self.tr("Objects at the border of the image become ground.")),
            }
        return {
            "auto": (self.tr("Auto"), self.tr("Objects where many small ones lie on a ground, else the tree.")),
            "tree": (self.tr("Tree"), self.tr("Regions merged along the eigenvectors' weakest boundaries.")),
            "kmeans": (self.tr("k-means"), self.tr("Clusters of the eigenvectors, the classic.")),
            "colour": (self.tr("Colour"), self.tr("Clusters of the colours alone, to compare with.")),
            "objects": (self.tr("Objects"), self.tr("Many small objects on a ground, such as cells.")),
        }

    def _link(self) -> QToolButton:
        """Return what shows the k that the tree suggests, or that objects were recognised; a click changes that."""
        link = Link(self)
        link.clicked.connect(self._take_suggestion)
        return link

    def _folder(self) -> QToolButton:
        """Return the headline that opens and closes the rows of the solver."""
        self._fold = QToolButton(self._body)
        self._fold.setText(self.tr("Solver"))
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setArrowType(Qt.ArrowType.RightArrow)
        self._fold.setToolTip(tip(self.tr("Show or hide what is rarely changed.")))
        self._fold.clicked.connect(self._unfold)
        return self._fold

    def _solver(self, declared: dict[str, Spec]) -> QWidget:
        self._folded = QWidget(self._body)
        grid = QGridLayout(self._folded)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for line, (name, spec) in enumerate(declared.items()):
            self._add(name, spec, grid, line)
        self._folded.hide()
        return self._folded

    def _footer(self) -> QHBoxLayout:
        presets = QToolButton(self)
        presets.setText(self.tr("Presets"))
        presets.setMenu(PresetMenu(self._session, self))
        presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        presets.setToolTip(tip(self.tr("Parameters kept in files.")))
        self._all = QToolButton(self)
        self._all.setText(self.tr("Reset"))
        self._all.setToolTip(tip(self.tr("Give every parameter its default.")))
        self._all.clicked.connect(lambda: self._session.use_parameters(DEFAULTS, self.tr("Reset parameters")))
        self._live = QCheckBox(self.tr("&Live"), self)
        self._live.setToolTip(tip(self.tr("Results follow the parameters by themselves.")))
        self._live.toggled.connect(self._session.set_live)
        self._solve = QPushButton(self.tr("Solve now (F5)"), self)
        self._solve.setToolTip(tip(self.tr("Compute the final result for these parameters.")))
        self._solve.clicked.connect(self._session.solve)
        footer = QHBoxLayout()
        footer.setContentsMargins(8, 4, 8, 8)
        footer.setSpacing(4)
        for widget in (presets, self._all, self._live, self._solve):
            footer.addWidget(widget)
        footer.insertStretch(2)
        return footer

    # From the rows to the session

    def _wish(self, name: str, value: Value, final: bool) -> None:
        """Tell the session what is wanted; a step that no other follows is final."""
        changes: dict[str, Value] = {name: value}
        step = ""
        if name == "strength":  # boundaries are merged by their strength only where k is found
            changes["k"], step = "auto", self.rows[name].label.text()
        self._pause.stop()
        if final:
            self._session.set_parameters(step, **changes)
            self._show_all()  # a value may have been refused
        else:
            self._session.try_parameters(step, **changes)
            if not self._number(name).held:
                self._pause.start()

    def _take_suggestion(self) -> None:
        found = self._segmentation()
        if self._recognised(found):
            self._wish("method", "tree", final=True)
        elif found and found.suggested_k:
            fits = found.suggested_k <= self._number("k").spec.high
            self._wish("k", found.suggested_k if fits else "auto", final=True)

    def _unfold(self) -> None:
        opened = self._folded.isHidden()
        self._fold.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._folded.setVisible(opened)

    # From the session to the rows

    def _show_document(self) -> None:
        self.setEnabled(self._session.document is not None)
        self._show_live()
        self._show_all()

    def _show_change(self, before: State, now: State) -> None:
        self._show_all()

    def _show_preview(self, preview: State | None) -> None:
        """Follow what is tried in the number of segments; back to what is kept when the trial ends."""
        if preview is None:
            self._show_all()
        elif preview.solved and preview.solved.labels.k == "auto":
            self._number("k").show_value("auto", len(preview.segments))

    def _show_live(self) -> None:
        blocked = self._live.blockSignals(True)
        self._live.setChecked(self._session.live)
        self._live.blockSignals(blocked)
        self._mark_stale()

    def _show_all(self) -> None:
        parameters, found, trial = self._session.state.parameters, self._segmentation(), self._session.trial
        self._show_limits(parameters, found)
        self._show_suggestion(parameters, found)
        used = (
            {
                "sigma_intensity": found.sigma_intensity,
                "k": found.suggested_k,
                "strength": found.strength,
                "reduction": found.reduction,
            }
            if found
            else {}
        )
        for name, row in self.rows.items():
            if trial is not None and name in trial.names:
                continue
            if isinstance(row, NumberRow):
                row.show_value(parameters.get(name), used.get(name))
            else:
                row.show_value(parameters.get(name))
        self._mark_stale()

    def _show_limits(self, parameters: Parameters, found: Segmentation | None) -> None:
        """Let k end where k-means does, and mark where the eigengap is large."""
        k, spec = self._number("k"), self._number("k").spec
        kmeans = parameters.labels.method == "kmeans"
        k.set_high(parameters.eigenvectors.eigenvectors if kmeans else spec.high)
        gaps = eigengaps(found.eigenvalues) if found else []
        k.set_marks(tuple(gaps), self.tr("The marks are where the gap between eigenvalues is large."))

    def _show_suggestion(self, parameters: Parameters, found: Segmentation | None) -> None:
        """Say which k the tree suggests, or that there are objects on a ground, which nobody had asked for."""
        suggested = found.suggested_k if found else None
        text = self.tr("suggested: {k}").format(k=suggested)
        sentence = self.tr("As many as there are regions between boundaries of the strength below; a click takes it.")
        shown = suggested is not None and parameters.labels.k != suggested
        if found is not None and found.strength is not None and parameters.labels.k == "auto":
            text = self.tr("from {strength}").format(strength=QLocale().toString(round(found.strength)))
            sentence = self.tr("As many as this strength leaves between boundaries; a click keeps the number.")
        if found is not None and self._recognised(found):
            text, shown = self.tr("objects: {count}").format(count=found.count), True
            sentence = self.tr("Many small objects on a ground were recognised; a click segments it as a photograph.")
        self._suggestion.setText(text)
        self._suggestion.setToolTip(tip(sentence))
        self._suggestion.setVisible(shown)

    def _recognised(self, found: Segmentation | None) -> bool:
        """Tell whether objects were found where the method is found out."""
        return found is not None and found.chosen == "objects" and found.parameters.labels.method == "auto"

    def _mark_stale(self) -> None:
        """Let the button stand out while the labels belong to other parameters and nothing follows by itself."""
        self._solve.setDefault(not self._session.live and self._session.state.stale)

    def _segmentation(self) -> Segmentation | None:
        return self._session.document.segmentation if self._session.document else None

    def _number(self, name: str) -> NumberRow:
        row = self.rows[name]
        assert isinstance(row, NumberRow)
        return row

    # Events

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was stepped to: nobody waits behind a closed dock."""
        self._session.settle()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the greys of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.rows:
            self._show_all()
