"""Dark or light: as the desktop is, unless a person chose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

THEMES: Final = ("system", "light", "dark")

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

GROUND, BASE, TEXT, FAINT, ACCENT = "#323232", "#242424", "#f0f0f0", "#828282", "#308cc6"
"""The colours of Qt's own dark palette."""

OUTLINE: Final = "#c8c8c8"
BOXES: Final = ("QMenu", "QCheckBox", "QRadioButton", "QAbstractItemView")
"""What Fusion derives the lines around boxes to tick from, and where: from a dark window they would be no lighter."""

HUES: Final = {"information": 210, "warning": 42, "error": 4}
"""The hue of each kind of message, in degrees."""


def use_theme(name: str) -> None:
    """Use dark or light colours; those of the desktop for `system`."""
    wanted = SCHEMES.get(name, Qt.ColorScheme.Unknown)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    hints = application.styleHints()
    hints.setColorScheme(wanted)
    obeyed = wanted in (Qt.ColorScheme.Unknown, hints.colorScheme())
    if not obeyed:  # a desktop that Qt cannot ask for colours
        application.setPalette(_dark() if name == "dark" else _with_calm_links(application.style().standardPalette()))
    else:
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        application.setPalette(QPalette() if dark else _with_calm_links(QPalette()))
    outlined = QPalette()
    outlined.setColor(QPalette.ColorRole.Window, QColor(OUTLINE))  # all other colours are those of the application
    for kind in BOXES:
        application.setPalette(outlined, kind)  # type: ignore[arg-type]  # PySide's stubs ask for bytes, it for text


def _with_calm_links(palette: QPalette) -> QPalette:
    """Return a light palette with links in the colour of a selection; Qt's are pure blue."""
    palette.setColor(QPalette.ColorRole.Link, QColor(ACCENT).darker(130))
    return palette


def _dark() -> QPalette:
    """Return a dark palette."""
    roles, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    palette = QPalette(QColor(GROUND), QColor(GROUND))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.BrightText, roles.HighlightedText):
        palette.setColor(role, QColor(TEXT))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(disabled, role, QColor(FAINT))
    palette.setColor(roles.Base, QColor(BASE))
    palette.setColor(roles.AlternateBase, QColor(GROUND))
    palette.setColor(roles.ToolTipBase, QColor(GROUND).lighter(130))
    palette.setColor(roles.ToolTipText, QColor(TEXT))
    palette.setColor(roles.PlaceholderText, QColor(FAINT))
    palette.setColor(roles.Highlight, QColor(ACCENT))
    palette.setColor(roles.Accent, QColor(ACCENT))
    palette.setColor(roles.Link, QColor(ACCENT).lighter(130))
    palette.setColor(disabled, roles.Highlight, QColor(FAINT).darker(150))
    return palette
