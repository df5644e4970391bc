"""What is folded away, and stays as a person left it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from segmenter.gui.app.theme import use_theme
from segmenter.gui.docks.parameters.fold import Fold


@pytest.fixture
def around(qtbot):
    around = QWidget()
    QVBoxLayout(around)
    qtbot.addWidget(around)
    around.resize(200, 200)
    around.show()
    return around


def fold(around):
    made = Fold("more", "More", "Show or hide.", around)
    made.word = QLabel("Radius", made)
    made.rows.addWidget(made.word)
    around.layout().addWidget(made)
    return made


def test_it_is_closed_at_first_and_a_click_opens_it(around, qtbot):
    more = fold(around)
    assert not more.word.isVisible()
    qtbot.mouseClick(more.headline, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(more.word.isVisible)
    qtbot.mouseClick(more.headline, Qt.MouseButton.LeftButton)
    assert not more.word.isVisible()


def test_the_next_one_is_as_it_was_left(around, qtbot):
    qtbot.mouseClick(fold(around).headline, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(fold(around).word.isVisible)


def test_what_the_program_opens_is_not_remembered(around, qtbot):
    first = fold(around)
    first.open()
    qtbot.waitUntil(first.word.isVisible)
    assert not fold(around).word.isVisible()


def test_its_words_are_seen_in_another_theme(around, qtbot):
    """They stayed black when a light window became dark."""
    headline = fold(around).headline
    try:
        for theme, light in (("light", False), ("dark", True)):
            use_theme(theme)
            qtbot.waitUntil(lambda light=light: (headline.palette().buttonText().color().lightness() > 128) == light)
            picture = headline.grab().toImage()
            shades = [
                picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())
            ]
            ground = sorted(shades)[len(shades) // 2]
            assert max(abs(shade - ground) for shade in shades) > 120, theme
    finally:
        use_theme("system")
