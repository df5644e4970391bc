"""What a window without an image shows: drop one, open one, or try a sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from segmenter.assets import resource
from segmenter.gui.app.icons import application_icon, tint

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent
    from PySide6.QtWidgets import QStyleOptionButton

SAMPLE = QSize(132, 88)
MAX_RECENT = 4
WIDEST = 320
"""Logical pixels of a name; longer ones are shortened."""


class Link(QPushButton):
    """A flat button that looks like the link it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Take the colour of links."""
        super().initStyleOption(option)
        option.palette.setColor(QPalette.ColorRole.ButtonText, option.palette.color(QPalette.ColorRole.Link))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline it under the mouse."""
        self._underline(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And no more."""
        self._underline(False)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Underline it where the keyboard is, too: a flat button has no frame that tells."""
        self._underline(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no more."""
        self._underline(False)
        super().focusOutEvent(event)

    def _underline(self, lined: bool) -> None:
        font = self.font()
        font.setUnderline(lined)
        self.setFont(font)


class Welcome(QWidget):
    """The first page."""

    open_asked = Signal()
    folder_asked = Signal()
    chosen = Signal(Path)
    """A sample, or an image or project opened before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(application_icon().pixmap(64))
        title = QLabel(self.tr("Drop an image here"), self, alignment=Qt.AlignmentFlag.AlignCenter)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(picture)
        column.addWidget(title)
        column.addLayout(self._buttons())
        column.addSpacing(8)
        column.addWidget(QLabel(self.tr("or try a sample"), self, alignment=Qt.AlignmentFlag.AlignCenter))
        column.addLayout(self._samples())
        column.addSpacing(8)
        column.addLayout(self._recent)
        column.addStretch(3)

    def show_recent(self, paths: list[Path]) -> None:
        """List what was opened last."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if paths:
            heading = QLabel(self.tr("Opened last"), self, alignment=Qt.AlignmentFlag.AlignCenter)
            self._recent.addWidget(heading)
        for path in paths[:MAX_RECENT]:
            button = Link(self)
            button.setText(button.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, WIDEST))
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open {name} again").format(name=path.name))
            button.clicked.connect(lambda _=False, path=path: self.chosen.emit(path))
            self._recent.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for text, tip, drawing, signal in (
            (self.tr("Open Image…"), self.tr("Open an image or a project"), "open", self.open_asked),
            (self.tr("Open Folder…"), self.tr("List the images of a folder"), "folder", self.folder_asked),
        ):
            button = QPushButton(text, self)
            button.setToolTip(tip)
            tint(button, drawing)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch()
        return row

    def _samples(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        samples = sorted(resource("samples").glob("*.jpg"))
        for column, path in enumerate(samples, start=1):
            button = QToolButton(self, autoRaise=True, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            name = path.stem.replace("_", " ").capitalize()
            button.setIcon(QIcon(_thumbnail(path, SAMPLE * self.devicePixelRatioF())))
            button.setIconSize(SAMPLE)
            button.setText(name)
            button.setToolTip(self.tr("Open the sample {name}").format(name=name))
            button.setAccessibleName(self.tr("Open the sample {name}").format(name=name))
            button.clicked.connect(lambda _=False, path=path: self.chosen.emit(path))
            grid.addWidget(button, 0, column)
        grid.setColumnStretch(len(samples) + 1, 1)
        return grid


def _thumbnail(path: Path, size: QSize) -> QPixmap:
    """Return what of an image fills a size; its top, where faces are."""
    filling = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    whole = QPixmap(str(path)).scaled(size, filling, Qt.TransformationMode.SmoothTransformation)
    return whole.copy(QRect(QPoint((whole.width() - size.width()) // 2, 0), size))
