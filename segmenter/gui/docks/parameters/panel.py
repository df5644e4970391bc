"""The parameters dock, made from what `segmenter.parameters` declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from segmenter.core.interaction.inspection import eigengaps
from segmenter.gui.app.icons import tint
from segmenter.gui.docks.parameters.choices import choices, short_name
from segmenter.gui.docks.parameters.controls import Link, explain, in_words
from segmenter.gui.docks.parameters.explanation import Explanation
from segmenter.gui.docks.parameters.fold import Fold
from segmenter.gui.docks.parameters.preset_menu import PresetMenu
from segmenter.gui.docks.parameters.rows import ChoiceRow, ListRow, NumberRow, TextRow
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

FIRST = ("k", "strength", "sigma_intensity")
"""The rows that are always seen."""

MORE = ("method", "sigma_position", "radius", "smoothing", "uneven_light", "minimum_region", "reduction", "excluded")
"""Those that are folded away, in the order of use; the rest is for objects, or for the solver."""

OBJECTS = ("polarity", "threshold", "outline", "split", "smallest_diameter", "largest_diameter", "border")


class ParameterPanel(QWidget):
    """Sliders and numbers; a preview follows while they move, the final result when they are let go."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: dict[str, NumberRow | ChoiceRow | ListRow | TextRow] = {}
        self.folds: dict[str, Fold] = {}
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
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(6)
        declared = {name: spec for _, name, spec, _ in specs()}
        for name in FIRST:
            self._add(name, declared.pop(name), layout)
        sentence = self.tr("Show or hide what is rarely changed.")
        folds = (
            ("more", self.tr("More"), MORE),
            ("objects", self.tr("Objects on a ground"), OBJECTS),
            ("solver", self.tr("Solver"), tuple(name for name in declared if name not in MORE + OBJECTS)),
        )
        for fold, title, names in folds:
            self.folds[fold] = Fold(fold, title, sentence, self._body)
            layout.addWidget(self.folds[fold])
            for name in names:
                self._add(name, declared[name], self.folds[fold].rows)
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

    def _add(self, name: str, spec: Spec, column: QVBoxLayout) -> None:
        """Make the row of a parameter."""
        text = short_name(name) or in_words(spec.label)
        row: NumberRow | ChoiceRow | ListRow | TextRow
        if spec.choices:
            kind = ListRow if len(spec.choices) > FEW_CHOICES else ChoiceRow
            row = kind(name, spec, text, choices(name), self._body)
            row.place(column)
        elif spec.kind is str:
            row = TextRow(name, spec, text, self._body)
            row.place(column)
        else:
            row = NumberRow(name, spec, text, self._body)
            row.place(column, self._suggestion if name == "k" else None)
        row.wished.connect(self._wish)
        row.reset.connect(lambda: self._wish(name, DEFAULTS.get(name), final=True))
        row.asked.connect(self._explain)
        self.rows[name] = row

    def _link(self) -> QToolButton:
        """Return what shows the k that the tree suggests, or that objects were recognised; a click changes that."""
        link = Link(self)
        link.clicked.connect(self._take_suggestion)
        return link

    def _footer(self) -> QHBoxLayout:
        presets = QToolButton(self)
        presets.setText(self.tr("Presets"))
        presets.setMenu(PresetMenu(self._session, self))
        presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        explain(presets, self.tr("Parameters kept in files."))
        self._all = QToolButton(self)
        tint(self._all, "reset")
        self._all.setAccessibleName(self.tr("Reset"))
        explain(self._all, self.tr("Give every parameter its default."))
        self._all.clicked.connect(lambda: self._session.use_parameters(DEFAULTS, self.tr("Reset parameters")))
        self._live = QCheckBox(self.tr("&Automatic"), self)
        explain(self._live, self.tr("Results follow the parameters by themselves."))
        self._live.toggled.connect(self._session.set_live)
        self._solve = QPushButton(self.tr("Update (F5)"), self)
        explain(self._solve, self.tr("Compute the final result for these parameters."))
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

    def _explain(self, name: str, button: QWidget) -> None:
        """Explain a parameter, with pictures of the open image."""
        Explanation(self._session, self.rows[name], self).open_at(button)

    def _take_suggestion(self) -> None:
        found = self._segmentation()
        if self._recognised(found):
            self._wish("method", "tree", final=True)
        elif found and found.suggested_k:
            fits = found.suggested_k <= self._number("k").spec.high
            self._wish("k", found.suggested_k if fits else "auto", final=True)

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
        with QSignalBlocker(self._live):
            self._live.setChecked(self._session.live)
        self._mark_stale()

    def _show_all(self) -> None:
        parameters, found, trial = self._session.state.parameters, self._segmentation(), self._session.trial
        self._show_limits(parameters, found)
        self._show_suggestion(parameters, found)
        self._show_use(parameters, found)
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
        text = self.tr("try {k}").format(k=suggested)
        sentence = self.tr("As many as there are regions between boundaries of the strength below; a click takes it.")
        shown = suggested is not None and parameters.labels.k != suggested
        if found is not None and found.strength is not None and parameters.labels.k == "auto":
            text = self.tr("from {strength}").format(strength=QLocale().toString(round(found.strength)))
            sentence = self.tr("As many as this strength leaves between boundaries; a click keeps the number.")
        if found is not None and self._recognised(found):
            text, shown = self.tr("objects: {count}").format(count=found.count), True
            sentence = self.tr("Many small objects on a ground were recognised; a click segments it as a photograph.")
        self._suggestion.setText(text)
        explain(self._suggestion, sentence)
        self._suggestion.setVisible(shown)

    def _show_use(self, parameters: Parameters, found: Segmentation | None) -> None:
        """Grey out the first controls where objects on a ground are found: they change nothing there."""
        method = parameters.labels.method
        of_use = method != "objects" and not (method == "auto" and found is not None and found.chosen == "objects")
        for row in map(self._number, FIRST):
            for widget in (row.label, row.slider, row.field, row.auto):
                if widget is not None:
                    widget.setEnabled(of_use)

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
