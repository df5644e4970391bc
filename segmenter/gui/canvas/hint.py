"""A sentence over the lower edge of a widget: why there is nothing to see."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

MARGIN = 16


class Hint(QLabel):
    """Lies over its parent, as wide as needed; the mouse goes through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setForegroundRole(QPalette.ColorRole.Text)
        self.setFrameShape(QLabel.Shape.StyledPanel)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(8)
        self._floor = 0
        self.hide()
        parent.installEventFilter(self)

    def say(self, text: str) -> None:
        """Show a sentence; nothing hides it."""
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))
            self._place()

    def rise(self, height: int) -> None:
        """Stay so many pixels above the lower edge."""
        self._floor = height
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        around = parent.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - self._floor)
        needed = self.fontMetrics().horizontalAdvance(self.text()) + 4 * self.margin()
        width = min(needed, around.width())
        height = self.heightForWidth(width)
        self.setGeometry(around.center().x() - width // 2, around.bottom() - height, width, height)
