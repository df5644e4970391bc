"""Icons: one set of SVG files, drawn in the colour of the text around them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from segmenter.assets import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

SIZES = (16, 20, 24, 32)
"""Logical pixels at which icons are shown."""


def icon(name: str) -> QIcon:
    """Return an icon of resources/icons, in the colours of the present palette."""
    palette = QGuiApplication.palette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon(
        name,
        tuple(sorted({round(size * ratio) for size in SIZES for ratio in ratios})),
        palette.color(group.Active, role.ButtonText).name(),
        palette.color(group.Disabled, role.ButtonText).name(QColor.NameFormat.HexArgb),
        palette.color(group.Active, role.Highlight).name(),
    )


def tint(button: QAbstractButton, name: str) -> None:
    """Give a button an icon that follows the palette."""
    button.setIcon(icon(name))
    button.installEventFilter(_Tinter(button, name))


class _Tinter(QObject):
    """Draws the icon of a button anew in another palette."""

    def __init__(self, button: QAbstractButton, name: str) -> None:
        super().__init__(button)
        self._button, self._name = button, name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._button.setIcon(icon(self._name))
        return False


def application_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    return QIcon(str(resource("icons/segmenter.svg")))


@lru_cache(maxsize=256)
def _icon(name: str, sizes: tuple[int, ...], enabled: str, disabled: str, chosen: str) -> QIcon:
    """Return an icon drawn at some sizes, device pixels, in colours; of what is checked in one that stands out."""
    drawing = resource(f"icons/{name}.svg").read_text("utf-8")
    made = QIcon()
    off, on = QIcon.State.Off, QIcon.State.On
    kinds = (QIcon.Mode.Normal, off, enabled), (QIcon.Mode.Disabled, off, disabled), (QIcon.Mode.Normal, on, chosen)
    for mode, state, colour in kinds:
        for size in sizes:
            made.addPixmap(_drawn(drawing, QColor(colour), size), mode, state)
    return made


def _drawn(drawing: str, colour: QColor, size: int) -> QPixmap:
    """Draw an SVG whose lines are black in a colour."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(drawing.replace("#000", colour.name()).encode()))
    painter.setOpacity(colour.alphaF())
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
