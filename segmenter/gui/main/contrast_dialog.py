"""The window beside the image in which its contrast is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from segmenter.gui.app.dialog import ask_colour, give_letters
from segmenter.render.contrast import automatic, stretched

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent

    from segmenter.gui.session.session import Session
    from segmenter.render.contrast import Channel, Contrast

POSITIONS, BINS = 1000, 128
GAMMAS = 0.1, 5.0


class Histogram(QWidget):
    """How often each value is in a channel, and which of them are black and full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: NDArray[np.float64] = np.zeros(BINS)
        self._ends = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for what tells peaks apart."""
        return QSize(280, 90)

    def show_values(self, values: NDArray[np.float64], low: float, high: float) -> None:
        """Count values between two ends."""
        counts = np.histogram(values, BINS, (low, high if high > low else low + 1))[0]
        self._heights = np.sqrt(counts / max(counts.max(), 1))  # or one peak would hide all others
        self.update()

    def show_ends(self, low: float, high: float) -> None:
        """Mark what is black and full, as parts of the width."""
        self._ends = low, high
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the counts, and the line from black to full."""
        width, height = self.width(), self.height()
        corners = [QPointF((at + 0.5) * width / BINS, height * (1 - each)) for at, each in enumerate(self._heights)]
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().base())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().placeholderText())  # seen on light and on dark grounds
            painter.drawPolygon(QPolygonF([QPointF(0, height), *corners, QPointF(width, height)]))
            painter.setPen(QPen(self.palette().highlight().color(), 1.5))
            low, high = (each * width for each in self._ends)
            painter.drawLine(QPointF(low, height), QPointF(high, 0))


def show_contrast(session: Session, parent: QWidget) -> None:
    """Show the window, the one that is there already if there is one."""
    dialog = parent.findChild(ContrastDialog) or ContrastDialog(session, parent)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


class ContrastDialog(QDialog):
    """Minimum, maximum and gamma of each channel, its colour, and whether it is seen; the image follows at once."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Contrast"))
        self._channel = QComboBox(self)
        self._channel.setAccessibleName(self.tr("Channel"))
        self._together = QCheckBox(self.tr("All channels &together"), self)
        self._visible = QCheckBox(self.tr("&Show this channel"), self)
        self._colour = QPushButton(self.tr("C&olour…"), self)
        self._histogram = Histogram(self)
        self._fields = {name: self._field(name) for name in ("low", "high", "gamma")}
        self._build()
        self._channel.currentIndexChanged.connect(self._show_channel)
        self._visible.toggled.connect(lambda on: self._change(visible=on))
        self._colour.clicked.connect(self._choose_colour)
        session.opened.connect(self._show_image)
        self._show_image()

    def _build(self) -> None:
        form = QFormLayout()
        row = QHBoxLayout()
        row.addWidget(self._channel, 1)
        row.addWidget(self._visible)
        row.addWidget(self._colour)
        titles = {"low": self.tr("M&inimum"), "high": self.tr("M&aximum"), "gamma": self.tr("&Gamma")}
        for name, (slider, box) in self._fields.items():
            line = QHBoxLayout()
            line.addWidget(slider, 1)
            line.addWidget(box)
            label = QLabel(titles[name], self)
            label.setBuddy(box)
            form.addRow(label, line)
            for widget in (slider, box):
                widget.setAccessibleName(titles[name].replace("&", ""))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for text, tip, slot in (
            (self.tr("A&uto"), self.tr("Stretch the values that are there"), self._stretch),
            (self.tr("&Reset"), self.tr("Show the image as it was opened"), self._reset),
        ):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setToolTip(tip)
            button.clicked.connect(slot)
        give_letters(buttons)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._together)
        column.addWidget(self._histogram, 1)
        column.addLayout(form)
        column.addWidget(buttons)

    def _field(self, name: str) -> tuple[QSlider, QDoubleSpinBox]:
        slider, box = QSlider(Qt.Orientation.Horizontal, self), QDoubleSpinBox(self)
        slider.setRange(0, POSITIONS)
        slider.setMinimumWidth(180)
        box.setKeyboardTracking(False)
        box.setDecimals(2)
        slider.valueChanged.connect(lambda at: self._change(**{name: self._value(name, at)}))
        box.valueChanged.connect(lambda value: self._change(**{name: value}))
        return slider, box

    # What is shown

    @property
    def _contrast(self) -> Contrast:
        return self._session.contrast.contrast

    @property
    def _chosen(self) -> Channel | None:
        at = self._channel.currentIndex()
        return self._contrast[at] if 0 <= at < len(self._contrast) else None

    def _show_image(self) -> None:
        """Take the channels of the open image."""
        document = self._session.document
        count = len(self._contrast)
        is_rgb = document is not None and document.image.colour == "rgb"
        names = [self.tr("Red"), self.tr("Green"), self.tr("Blue")] if is_rgb else []
        names += [self.tr("Channel {number}").format(number=at + 1) for at in range(len(names), count)]
        with QSignalBlocker(self._channel):
            self._channel.clear()
            self._channel.addItems(names[:count])
        self._together.setVisible(count > 1)
        self._together.setChecked(is_rgb)
        self.setEnabled(count > 0)
        self._show_channel()

    def _show_channel(self) -> None:
        """Take the values of the chosen channel."""
        document, chosen = self._session.document, self._chosen
        if document is None or chosen is None:
            return
        pixels = document.image.pixels.reshape(*document.image.shape, -1)[:, :, self._channel.currentIndex()]
        step = max(1, int(np.sqrt(pixels.size / 100_000)))
        values = pixels[::step, ::step].astype(np.float64).ravel()
        values = values[np.isfinite(values)]
        low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
        self._range = min(low, chosen.low), max(high, chosen.high, low + 1e-9)
        self._histogram.show_values(values, *self._range)
        fine = self._range[1] - self._range[0] <= 10
        for name, (_, box) in self._fields.items():
            with QSignalBlocker(box):
                box.setDecimals(2 if name == "gamma" else 4 if fine else 0)
                box.setRange(*(GAMMAS if name == "gamma" else self._range))
        self._show_values()

    def _show_values(self) -> None:
        """Put sliders, boxes and the colour where the channel is."""
        chosen = self._chosen
        if chosen is None:
            return
        for name, (slider, box) in self._fields.items():
            value = getattr(chosen, name)
            with QSignalBlocker(slider), QSignalBlocker(box):
                box.setValue(value)
                slider.setValue(round(POSITIONS * self._part(name, value)))
        with QSignalBlocker(self._visible):
            self._visible.setChecked(chosen.visible)
        self._histogram.show_ends(self._part("low", chosen.low), self._part("high", chosen.high))

    def _part(self, name: str, value: float) -> float:
        """Return where a value is on its slider; gamma is there by its logarithm."""
        low, high = np.log(GAMMAS) if name == "gamma" else self._range
        return float(((np.log(value) if name == "gamma" else value) - low) / (high - low))

    def _value(self, name: str, position: int) -> float:
        low, high = np.log(GAMMAS) if name == "gamma" else self._range
        value = low + (high - low) * position / POSITIONS
        return float(np.exp(value)) if name == "gamma" else float(value)

    # What is changed

    def _change(self, **values: object) -> None:
        """Change the chosen channel; its range and gamma go to all if they go together."""
        at = self._channel.currentIndex()
        common = self._together.isChecked() and not values.keys() & {"visible", "colour"}
        self._use(
            tuple(
                replace(each, **values) if common or number == at else each  # type: ignore[arg-type]
                for number, each in enumerate(self._contrast)
            )
        )

    def _use(self, contrast: Contrast) -> None:
        self._session.contrast.use(contrast)
        self._show_values()

    def _choose_colour(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        present = QColor(*chosen.colour)
        ask_colour(self, self.tr("Colour of the Channel"), present, lambda colour: self._change(colour=colour))

    def _stretch(self) -> None:
        if self._session.document is not None:
            self._use(stretched(self._session.document.image, self._contrast))

    def _reset(self) -> None:
        if self._session.document is not None:
            self._use(automatic(self._session.document.image))
