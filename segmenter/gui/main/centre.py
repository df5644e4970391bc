"""The middle of the window: a page, and bars that lie over it, so that none of them moves the image."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget


class Centre(QWidget):
    """Holds the pages; one bar is laid over their upper edge, others over the lower one."""

    covered = Signal(int)
    """How much of the lower edge lies under bars, logical pixels: what stands there makes room."""

    def __init__(self, pages: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pages)
        self._above: list[QWidget] = []
        self._below: list[QWidget] = []
        self._covers = 0

    def lay_over(self, bar: QWidget, edge: Qt.Edge) -> None:
        """Lay a bar over an edge; it decides itself when it is there."""
        if bar.parent() is not self:
            bar.setParent(self)
        (self._above if edge == Qt.Edge.TopEdge else self._below).append(bar)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the bars anew when one comes or goes, or has other words."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep the bars as wide as the page."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        top = 0
        for bar in self._above:
            if not bar.isHidden():
                height = self._height(bar)
                bar.setGeometry(0, top, self.width(), height)
                bar.raise_()
                top += height
        bottom = self.height()
        for bar in self._below:
            if not bar.isHidden():
                height = self._height(bar)
                bottom -= height
                bar.setGeometry(0, bottom, self.width(), height)
                bar.raise_()
        if self._covers != self.height() - bottom:
            self._covers = self.height() - bottom
            self.covered.emit(self._covers)

    def _height(self, bar: QWidget) -> int:
        """Return what a bar of this width needs; its words may take two lines."""
        layout = bar.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.width())
        return bar.sizeHint().height()
