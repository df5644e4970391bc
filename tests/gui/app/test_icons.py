"""Icons: every drawing, in the colours of the palette, sharp at the size it is shown."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QToolButton

from segmenter.assets import resource
from segmenter.gui.app.icons import SIZES, application_icon, icon, tint
from segmenter.gui.app.theme import use_theme

PACKAGE = Path(__file__).parents[3] / "segmenter"
DRAWINGS = sorted(path.stem for path in resource("icons").glob("*.svg"))


def pixels(image, least=200):
    """Return the colours of an image that are no less opaque than that."""
    found = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return [colour for colour in found if colour.alpha() >= least]


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_has_something_to_see(qapp, name):
    found = application_icon() if name == "segmenter" else icon(name)
    assert pixels(found.pixmap(24).toImage(), 60)


def test_lines_are_in_the_colour_of_the_text(qapp):
    text = QGuiApplication.palette().color(QPalette.ColorRole.ButtonText)
    assert {colour.lightness() for colour in pixels(icon("open").pixmap(32).toImage())} == {text.lightness()}


def test_icons_are_drawn_at_the_sizes_in_use(qapp):
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    sizes = {(size.width(), size.height()) for size in icon("open").availableSizes()}
    assert sizes == {(round(size * ratio), round(size * ratio)) for size in SIZES}


def test_disabled_icons_are_fainter(qapp):
    def ink(mode):
        image = icon("open").pixmap(QSize(32, 32), mode).toImage()
        return sum(image.pixelColor(x, y).alphaF() * (255 - image.pixelColor(x, y).lightness())
                   for y in range(32) for x in range(32))  # fmt: skip

    assert 0 < ink(QIcon.Mode.Disabled) < ink(QIcon.Mode.Normal)


def test_an_icon_is_drawn_once(qapp):
    assert icon("open") is icon("open")


def test_a_tinted_button_follows_the_palette(qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    tint(button, "open")
    assert pixels(button.icon().pixmap(32).toImage())[0].lightness() < 80
    use_theme("dark")
    qtbot.waitUntil(lambda: pixels(button.icon().pixmap(32).toImage())[0].lightness() > 180)
    use_theme("system")


def test_drawings_that_the_code_names_exist():
    named = set()
    for path in (PACKAGE / "gui").rglob("*.py"):
        named |= set(re.findall(r"\b(?:icon|tint)\((?:[\w.]+, )?\"([\w-]+)\"\)", path.read_text("utf-8")))
    assert named <= set(DRAWINGS)
    assert len(named) > 3


def test_drawings_use_one_colour_that_can_be_replaced():
    for name in DRAWINGS:
        if name != "segmenter":
            colours = set(re.findall(r"#[0-9a-fA-F]{3,8}", (resource("icons") / f"{name}.svg").read_text("utf-8")))
            assert colours == {"#000"}, name
    assert QColor("#000") == QColor(0, 0, 0)
