"""A line over the canvas that is drawn aside: the image alone to its left, what lies over it to its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

WIDTH, KNOB = 19, 8
"""Logical pixels: in which the line can be taken hold of; half of what is drawn for that."""

STEP = 10
"""Logical pixels that an arrow key moves it."""


class Curtain(QWidget):
    """Lies over its parent, as high as that; drawn with the mouse or moved by arrow keys."""

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = parent
        self._share = 0.5
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Line between the image and what lies over it"))
        self.hide()
        parent.installEventFilter(self)

    @property
    def at(self) -> float:
        """Where the line is, in the parent's coordinates."""
        return self._share * self._canvas.width()

    def show_if(self, wanted: bool) -> None:
        """Be there or not."""
        if wanted != self.isVisibleTo(self._canvas):
            self.setVisible(wanted)
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the same part of the width."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self.mapToParent(event.position()).x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold; only of the line itself."""
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys."""
        steps = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        if event.key() in steps:
            self._go(self.at + steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and what it is taken hold of."""
        middle = self.at - self.x()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.5)):
                painter.setPen(QPen(colour, width))
                painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
            ground = self.palette().highlight() if self.hasFocus() else QColor(255, 255, 255)
            painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
            painter.setBrush(ground)
            half = KNOB
            painter.drawRoundedRect(QRectF(middle - half, self.height() / 2 - 2 * half, 2 * half, 4 * half), 4, 4)
            painter.setPen(QPen(QColor(60, 60, 60), 1.5))
            for aside in (-2.5, 2.5):
                painter.drawLine(
                    QPointF(middle + aside, self.height() / 2 - half), QPointF(middle + aside, self.height() / 2 + half)
                )

    def _go(self, x: float) -> None:
        width = max(self._canvas.width(), 1)
        self._share = min(max(x / width, 0.0), 1.0)
        self._place()

    def _place(self) -> None:
        self.setGeometry(round(self.at) - WIDTH // 2, 0, WIDTH, self._canvas.height())
        self.moved.emit()
