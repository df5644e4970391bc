"""A headline that opens and closes what is below it; whether it is open is remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from segmenter.gui.app.settings import Settings


class Fold(QWidget):
    """Closed at first; afterwards as a person left it."""

    def __init__(self, name: str, title: str, sentence: str, parent: QWidget) -> None:
        """Make it empty; `name` is what its state is remembered under."""
        super().__init__(parent)
        self._key = f"fold {name}"
        self.headline = QToolButton(self, autoRaise=True)
        self.headline.setCheckable(True)
        self.headline.setText(title)
        self.headline.setToolTip(f"<p>{sentence}</p>")
        self.headline.setAccessibleDescription(sentence)
        self.headline.setAccessibleName(title)
        self.headline.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.headline.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._body = QWidget(self)
        self.rows = QVBoxLayout(self._body)
        self.rows.setContentsMargins(0, 0, 0, 4)
        self.rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.headline, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self.headline.toggled.connect(self._show)
        self.headline.clicked.connect(lambda opened: Settings().set_value(self._key, int(opened)))
        opened = Settings().value(self._key, 0) in (1, "1")
        self.headline.setChecked(opened)
        self._show(opened)

    def open(self) -> None:
        """Show what is below the headline, and do not remember that."""
        self.headline.setChecked(True)

    def _show(self, opened: bool) -> None:
        self.headline.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._body.setVisible(opened)
