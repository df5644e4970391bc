"""A bar chart of eigenvalues in which a click sets k."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

MARGIN = 8
"""Around the chart, logical pixels."""

MARK = 4
"""Half the width of a mark below a bar."""


class BarChart(QWidget):
    """Bars for values counted from 1: those up to k stand out, marks are below those before a large gap.

    Heights are square roots: the smallest eigenvalues, which matter most, would not be seen beside the largest.
    """

    chosen = Signal(int)
    """The number of the bar that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[float] = []
        self._k = 0
        self._gaps: frozenset[int] = frozenset()
        self._left_out: frozenset[int] = frozenset()
        self._hovered = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Eigenvalues"))
        self.setToolTip(self.tr("The heights are the square roots of the eigenvalues; a click sets k."))
        self.setAccessibleDescription(self.tr("Left and Right go from bar to bar, Return sets k."))

    def show_values(
        self, values: Sequence[float], k: int, gaps: Collection[int] = (), left_out: Collection[int] = ()
    ) -> None:
        """Show values; `gaps` and `left_out` are numbers of bars."""
        self._values, self._k = [float(value) for value in values], k
        self._gaps, self._left_out = frozenset(gaps), frozenset(left_out)
        self._hover(min(self._hovered, len(self._values)))
        self.update()

    @property
    def hovered(self) -> int:
        """The bar under the cursor or that the keys went to; 0 is none."""
        return self._hovered

    @property
    def caption(self) -> str:
        """What is written above the bars."""
        if not self._values:
            return self.tr("No eigenvalues yet")
        if not self._hovered:
            return self.tr("{count} eigenvalues; marks: large gaps").format(count=len(self._values))
        value = f"{self._values[self._hovered - 1]:.3g}"
        return self.tr("{number}: {value}; a click sets k to {number}").format(number=self._hovered, value=value)

    def sizeHint(self) -> QSize:
        """Return a size at which the bars are told apart."""
        return QSize(240, 112)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(160, 80)

    def bar(self, number: int) -> QRectF:
        """Return where a bar is drawn."""
        room = self._room()
        width = room.width() / max(len(self._values), 1)
        most = max(self._values, default=0.0) or 1.0
        height = max(2.0, math.sqrt(max(self._values[number - 1], 0.0) / most) * room.height())
        gap = 1 if width >= 4 else 0
        return QRectF(room.left() + (number - 1) * width, room.bottom() - height, width - gap, height)

    def _room(self) -> QRectF:
        above = self.fontMetrics().height() + 4
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN + above, -MARGIN, -MARGIN - 2 * MARK)

    def _at(self, place: QPointF) -> int:
        """Return the bar whose column a place is in; 0 outside."""
        room = self._room()
        if not self._values or not room.left() <= place.x() < room.right():
            return 0
        return int((place.x() - room.left()) / room.width() * len(self._values)) + 1

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw caption, bars and marks."""
        del event
        painter, roles, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.fillRect(self.rect(), palette.color(roles.Base))
        painter.setPen(palette.color(roles.Text))
        width = self.width() - 2 * MARGIN
        shown = self.fontMetrics().elidedText(self.caption, Qt.TextElideMode.ElideRight, width)
        painter.drawText(MARGIN, MARGIN + self.fontMetrics().ascent(), shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(1, len(self._values) + 1):
            self._draw_bar(painter, number)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(palette.color(roles.Highlight))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_bar(self, painter: QPainter, number: int) -> None:
        roles, palette, bar = QPalette.ColorRole, self.palette(), self.bar(number)
        colour = palette.color(roles.Highlight if number <= self._k else roles.Text)
        colour.setAlpha(255 if number <= self._k else 80)
        if number == self._hovered:
            column = QRectF(bar.left(), self._room().top(), bar.width(), self._room().height())
            soft = palette.color(roles.Highlight)
            soft.setAlpha(56)
            painter.fillRect(column, soft)
        if number in self._left_out:
            painter.setPen(colour)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(bar, colour)
        if number in self._gaps:
            middle, top = bar.center().x(), self._room().bottom() + 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(roles.Text))
            corners = (
                QPointF(middle, top),
                QPointF(middle + MARK, top + 2 * MARK),
                QPointF(middle - MARK, top + 2 * MARK),
            )
            painter.drawPolygon(QPolygonF(corners))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the value of a bar."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no value."""
        super().leaveEvent(event)
        self._hover(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a bar."""
        if event.button() == Qt.MouseButton.LeftButton and (number := self._at(event.position())):
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar, and choose one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._values:
            start = self._hovered or self._k
            self._hover(min(max(start + step, 1), len(self._values)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered:
            self.chosen.emit(self._hovered)
        else:
            super().keyPressEvent(event)
