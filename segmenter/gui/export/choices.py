"""What can be chosen of the files that are written: numbers or names on the overlay, bits, simpler outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from segmenter.files.formats.format import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segmenter.gui.app.settings import Settings

COARSEST = 20.0
"""Pixels that outlines may run beside the edges."""


class Choices(QWidget):
    """One line with all of them."""

    changed = Signal()

    def __init__(self, options: Options, parent: QWidget) -> None:
        super().__init__(parent)
        self._captions = self._box(
            [(self.tr("Nothing"), "none"), (self.tr("Numbers"), "numbers"), (self.tr("Names"), "names")],
            options.captions,
        )
        kinds = [(self.tr("As needed"), 0), *((self.tr("{bits} bits").format(bits=bits), bits) for bits in (8, 16, 32))]
        self._bits = self._box(kinds, options.bits)
        self._simplify = QDoubleSpinBox(self, decimals=1, singleStep=0.5, maximum=COARSEST)
        self._simplify.setSuffix(" px")
        self._simplify.setValue(options.simplify)
        self._simplify.valueChanged.connect(self.changed)
        exactness = self.tr("How far outlines may run beside the edges of pixels; 0 is exact")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for title, field, tip in (
            (self.tr("On the o&verlay"), self._captions, self.tr("What is written on every segment of the overlay")),
            (self.tr("Label &TIFF"), self._bits, self.tr("How many bits a number has in a label TIFF")),
            (self.tr("&Outlines"), self._simplify, exactness),
        ):
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            field.setToolTip(tip)
            for inside in field.findChildren(QLineEdit):
                inside.setAccessibleName(field.accessibleName())
                inside.setToolTip(tip)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch()

    @property
    def options(self) -> Options:
        """What is chosen."""
        return Options(self._bits.currentData(), self._captions.currentData(), round(self._simplify.value(), 1))

    def _box(self, entries: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        for text, value in entries:
            box.addItem(text, value)
        box.setCurrentIndex([value for _, value in entries].index(chosen))
        box.currentIndexChanged.connect(self.changed)
        return box


def kept(settings: Settings) -> Options:
    """Return what was chosen last; simplified outlines are never the default."""
    bits, captions = str(settings.value("export bits", "0")), str(settings.value("export captions", "none"))
    return Options(
        {"8": 8, "16": 16, "32": 32}.get(bits, 0),  # type: ignore[arg-type]
        captions if captions in ("numbers", "names") else "none",  # type: ignore[arg-type]
    )


def keep(options: Options, settings: Settings) -> None:
    """Remember what was chosen."""
    settings.set_value("export bits", str(options.bits))
    settings.set_value("export captions", options.captions)
