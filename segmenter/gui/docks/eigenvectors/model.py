"""The eigenvectors as a list: thumbnail, eigenvalue, residual, and whether the clustering uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPixmap

from segmenter.core.interaction.inspection import generalized
from segmenter.gui.app.qimages import from_rgb
from segmenter.render.colormaps import diverging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback
    from segmenter.render.overlay import RGB

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

THUMBNAIL = 96
"""The longer side of a thumbnail, pixels."""


def thumbnails(eigenvectors: Array, progress: ProgressCallback) -> list[RGB]:
    """Return a small picture of each eigenvector: blue below 0, orange above.

    Parameters
    ----------
    eigenvectors : ndarray of float32, shape (rows, columns, count)
    progress : ProgressCallback

    Returns
    -------
    list of ndarray of uint8, shape (rows, columns, 3)
        As the canvas shows them; no side is longer than `THUMBNAIL`.
    """
    rows, columns, count = eigenvectors.shape
    factor = -(-max(rows, columns) // THUMBNAIL)
    rows, columns = max(rows // factor, 1), max(columns // factor, 1)
    seen = generalized(eigenvectors[: rows * factor, : columns * factor])
    pictures = []
    for at in range(count):
        progress("thumbnails", at / count)
        blocks = seen[:, :, at].reshape(rows, seen.shape[0] // rows, columns, seen.shape[1] // columns)
        pictures.append(diverging(blocks.mean(axis=(1, 3))))
    return pictures


class EigenvectorModel(QAbstractListModel):
    """A row for each eigenvector; row 0 is number 1."""

    used_changed = Signal(int, bool)
    """The number of an eigenvector, and whether the clustering should use it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: list[float] = []
        self._residuals: list[float] = []
        self._pictures: list[QPixmap] = []
        self._left_out: frozenset[int] = frozenset()

    def show_numbers(self, values: Sequence[float], residuals: Sequence[float]) -> None:
        """Show eigenvalues and residuals; thumbnails stay until others come."""
        same = len(values) == len(self._values)
        if not same:
            self.beginResetModel()
        self._values, self._residuals = list(map(float, values)), list(map(float, residuals))
        if not same:
            self._pictures = []
            self.endResetModel()
        self._touch()

    def show_pictures(self, pictures: Sequence[RGB]) -> None:
        """Show thumbnails."""
        self.layoutAboutToBeChanged.emit()  # they may have another shape
        self._pictures = [QPixmap.fromImage(from_rgb(picture)) for picture in pictures]
        self.layoutChanged.emit()

    def show_left_out(self, numbers: frozenset[int]) -> None:
        """Show which eigenvectors, counted from 1, the clustering is made without."""
        self._left_out = numbers
        self._touch()

    def used(self, number: int) -> bool:
        """Whether the clustering uses an eigenvector."""
        return number not in self._left_out

    def picture(self, number: int) -> QPixmap | None:
        """Return the thumbnail of an eigenvector, if it has come."""
        return self._pictures[number - 1] if number <= len(self._pictures) else None

    def lines(self, number: int) -> tuple[str, str]:
        """Return what is written below a thumbnail."""
        value, residual = self._values[number - 1], self._residuals[number - 1]
        return f"{number}:  {value:.2g}", f"± {residual:.1g}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the root, as Qt has it
        """Return how many eigenvectors there are."""
        return 0 if parent.isValid() else len(self._values)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all but the first be left out."""
        checkable = index.isValid() and index.row() > 0
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if checkable else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what is known of an eigenvector."""
        number = index.row() + 1
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.tr("Eigenvector {number}").format(number=number)
        if role == Role.CheckStateRole and number > 1:
            return Qt.CheckState.Checked if self.used(number) else Qt.CheckState.Unchecked
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            value, residual = f"{self._values[index.row()]:.4g}", f"{self._residuals[index.row()]:.2g}"
            known = self.tr("Eigenvector {number}: eigenvalue {value}, residual {residual}.")
            use = (
                self.tr("The clustering uses it.")
                if self.used(number)
                else self.tr("It is left out of the clustering.")
            )
            return known.format(number=number, value=value, residual=residual) + " " + use
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Hand on that an eigenvector was checked or not."""
        if role != Role.CheckStateRole or index.row() == 0:
            return False
        self.used_changed.emit(index.row() + 1, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _touch(self) -> None:
        if self._values:
            self.dataChanged.emit(self.index(0), self.index(len(self._values) - 1))
