"""The eigenvectors dock: look inside, leave eigenvectors out, choose k where the gap is large."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from segmenter.core.interaction.inspection import eigengaps
from segmenter.gui.app.dialog import popup
from segmenter.gui.docks.eigenvectors.bar_chart import BarChart
from segmenter.gui.docks.eigenvectors.eigenvector_list import EigenvectorList
from segmenter.gui.docks.eigenvectors.model import EigenvectorModel, thumbnails

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from segmenter.core.segmentation import Segmentation
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState
    from segmenter.render.overlay import RGB

HEIGHT = 164
"""Logical pixels at first: a row of thumbnails and the buttons."""

THUMBNAILS = "thumbnails"
"""The kind of the clerk's job."""


class EigenvectorPanel(QWidget):
    """Thumbnails and a chart; nothing is made while it is closed."""

    def __init__(self, session: Session, view_state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._view_state = session, view_state
        self._shown: Segmentation | None = None
        self.chart = BarChart(self)
        self.model = EigenvectorModel(self)
        self.list = EigenvectorList(self.model, self)
        self.colours = QPushButton(self.tr("Show Three as Colours"), self)
        self.colours.setToolTip(self.tr("Show three selected eigenvectors as red, green and blue."))
        self.segments = QPushButton(self.tr("Show Segments"), self)
        self.segments.setToolTip(self.tr("Show the segments over the image again."))
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 4, 4, 4)
        buttons.setSpacing(4)
        buttons.addWidget(self.colours)
        buttons.addWidget(self.segments)
        buttons.addStretch()
        pictures = QVBoxLayout()
        pictures.setSpacing(0)
        pictures.addWidget(self._note)
        pictures.addWidget(self.list, 1)
        pictures.addLayout(buttons)
        self._note.setContentsMargins(8, 4, 8, 4)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)  # as at the bottom of a window
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.chart, 1)
        self._layout.addLayout(pictures, 2)

    def _connect(self) -> None:
        self.chart.chosen.connect(lambda k: self._session.set_parameters(k=k))
        self.model.used_changed.connect(self._use)
        self.list.clicked.connect(self._look_at)
        self.list.activated.connect(self._look_at)
        self.list.selectionModel().selectionChanged.connect(self._count)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.colours.clicked.connect(self._show_colours)
        self.segments.clicked.connect(lambda: self._view_state.set(view="segments"))
        self._session.opened.connect(self._refresh)
        self._session.solved.connect(self._refresh)
        self._session.changed.connect(self._show_parameters)
        self._view_state.changed.connect(self._show_look)

    # From the session to the panel

    def _refresh(self) -> None:
        """Show the eigenvectors of the newest result, if anybody looks; keep no older one, which can take gigabytes."""
        found = self._session.document.segmentation if self._session.document else None
        if not self.isVisible():
            if found is not self._shown:
                self._session.io_worker.cancel(THUMBNAILS)
                self._shown = None
            return
        if found is not self._shown or found is None:
            self._shown = found
            self.model.show_numbers(*((found.eigenvalues, found.residuals) if found else ((), ())))
            self._make_thumbnails(found)
        self._note.setText(self._sentence(found))
        self._note.setVisible(bool(self._note.text()))
        self._show_parameters()
        self._show_look()

    def _sentence(self, found: Segmentation | None) -> str:
        """Say why there are no pictures, if there are none."""
        if found is None:
            return self.tr("Eigenvectors come with the first result.")
        if found.eigenvectors is None:
            return self.tr("The graph is too large to keep its eigenvectors; a larger Reduction shows them.")
        return ""

    def _make_thumbnails(self, found: Segmentation | None) -> None:
        self._session.io_worker.cancel(THUMBNAILS)
        if found is None or found.eigenvectors is None:
            self.model.show_pictures([])
        else:
            work = partial(thumbnails, found.eigenvectors)
            self._session.in_background(THUMBNAILS, work, partial(self._take, found))

    def _take(self, found: Segmentation, pictures: list[RGB]) -> None:
        if found is self._shown:
            self.model.show_pictures(pictures)

    def _show_parameters(self) -> None:
        """Show k, and what is left out."""
        if not self.isVisible():
            return
        labels, found = self._session.state.parameters.labels, self._shown
        self.model.show_left_out(labels.left_out)
        values = [] if found is None else list(found.eigenvalues)
        k = ((found.suggested_k if found else None) or 0) if isinstance(labels.k, str) else labels.k
        self.chart.show_values(values, k, eigengaps(found.eigenvalues) if found else (), labels.left_out)

    def _show_look(self) -> None:
        """Select what the canvas shows."""
        inside = self._view_state.view in ("eigenvector", "false colours")
        self.segments.setEnabled(self._view_state.view != "segments")
        if inside and self.isVisible():
            wanted = sorted({at for at in self._view_state.vectors if at < self.model.rowCount()})
            if wanted != self._selected():
                self.list.selectionModel().clearSelection()
                for at in wanted:
                    self.list.selectionModel().select(self.model.index(at), QItemSelectionModel.SelectionFlag.Select)
        self._count()

    def _count(self) -> None:
        pictures = self._shown is not None and self._shown.eigenvectors is not None
        self.colours.setEnabled(pictures and len(self._selected()) == 3)

    def _selected(self) -> list[int]:
        """Return the selected eigenvectors, counted from 0."""
        return sorted(index.row() for index in self.list.selectionModel().selectedIndexes())

    # From the panel to session and look

    def _look_at(self, index: QModelIndex) -> None:
        """Show one eigenvector on the canvas; with several selected, a person is choosing three."""
        if len(self._selected()) <= 1 and self._shown is not None and self._shown.eigenvectors is not None:
            self._view_state.set(vectors=(index.row(),), view="eigenvector", visible=True)

    def _show_colours(self) -> None:
        self._view_state.set(vectors=tuple(self._selected()), view="false colours", visible=True)

    def _use(self, number: int, used: bool) -> None:
        self._use_all({number}, used)

    def _use_all(self, numbers: set[int], used: bool) -> None:
        """Use eigenvectors, or leave them out; the first is always used."""
        before = self._session.state.parameters.labels.left_out
        left_out = (before - numbers) if used else (before | numbers - {1})
        if left_out != before:
            self._session.set_parameters(excluded=" ".join(map(str, sorted(left_out))))

    def _open_menu(self, place: QPoint) -> None:
        popup(self.menu(), self.list.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """Return what can be done with the selected eigenvectors."""
        menu, numbers = QMenu(self), {at + 1 for at in self._selected()} - {1}
        some_used = any(self.model.used(number) for number in numbers)
        text = self.tr("Leave Out of the Clustering") if some_used else self.tr("Use in the Clustering")
        menu.addAction(text, lambda: self._use_all(numbers, not some_used)).setEnabled(bool(numbers))
        menu.addAction(self.colours.text(), self._show_colours).setEnabled(self.colours.isEnabled())
        return menu

    # Events

    def sizeHint(self) -> QSize:
        """Return a size that leaves most of the window to the image."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was closed."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chart above the thumbnails, or beside them where it is wide."""
        super().resizeEvent(event)
        wide = self.width() > 2 * self.height()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(way)
