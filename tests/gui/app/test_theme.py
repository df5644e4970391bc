"""Dark and light, whether the desktop helps or not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QCheckBox, QMenu, QRadioButton, QTreeView

from segmenter.gui.app import theme
from segmenter.gui.app.theme import THEMES, use_theme

Role, Group = QPalette.ColorRole, QPalette.ColorGroup


@pytest.fixture(autouse=True)
def as_before(qapp):
    """Leave the application as it was."""
    yield
    use_theme("system")


def brightness(role, group=Group.Active):
    return QGuiApplication.palette().color(group, role).lightness()


def test_dark_is_dark_and_light_is_light(qapp):
    use_theme("dark")
    assert brightness(Role.Window) < 80 < 200 < brightness(Role.WindowText)
    use_theme("light")
    assert brightness(Role.Window) > 200 > 80 > brightness(Role.WindowText)


def test_the_system_comes_back(qapp):
    before = QGuiApplication.palette().color(Role.Window)
    use_theme("dark")
    use_theme("system")
    assert QGuiApplication.palette().color(Role.Window) == before
    assert QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Unknown


def contrast(one, other):
    """Return the contrast of two colours as WCAG counts it, 1 to 21."""

    def luminance(colour):
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        (Role.WindowText, Role.Window, 7),
        (Role.Text, Role.Base, 7),
        (Role.Text, Role.AlternateBase, 7),
        (Role.ButtonText, Role.Button, 7),
        (Role.ToolTipText, Role.ToolTipBase, 7),
        (Role.HighlightedText, Role.Highlight, 3),
        (Role.Link, Role.Window, 4.5),
        (Role.PlaceholderText, Role.Base, 4),
    ],
)
def test_what_is_dark_can_be_read(qapp, text, ground, least):
    use_theme("dark")
    palette = QGuiApplication.palette()
    assert contrast(palette.color(text), palette.color(ground)) >= least


def test_what_is_disabled_is_fainter(qapp):
    use_theme("dark")
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        assert brightness(role, Group.Disabled) < brightness(role) - 60


def test_an_unknown_theme_is_that_of_the_system(qapp):
    use_theme("dark")
    use_theme("puce")
    assert QGuiApplication.palette().color(Role.Window) == qapp.style().standardPalette().color(Role.Window)


def test_every_theme_has_a_scheme():
    assert set(theme.SCHEMES) == set(THEMES)
    assert QColor(theme.GROUND).isValid()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", [QMenu, QCheckBox, QRadioButton, QTreeView])
def test_boxes_to_tick_have_a_line_around_them_that_is_seen(qtbot, name, kind):
    use_theme(name)
    widget = kind()
    qtbot.addWidget(widget)
    widget.ensurePolished()
    line = widget.palette().color(Role.Window).darker(140)  # as Fusion draws it
    assert contrast(line, widget.palette().color(Role.Base)) >= 3
    assert widget.palette().color(Role.Text) == QGuiApplication.palette().color(Role.Text), "and nothing else changes"
