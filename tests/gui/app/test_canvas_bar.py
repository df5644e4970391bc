"""What bars over the canvas have in common."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from segmenter.gui.app.canvas_bar import CanvasBar


@pytest.fixture
def image(qtbot):
    """Return something that could shine through."""
    image = QWidget()
    image.setAutoFillBackground(True)
    image.setPalette(QPalette(QColor("red")))
    qtbot.addWidget(image)
    image.resize(300, 60)
    image.show()
    yield image
    image.close()


def test_nothing_shines_through(image):
    bar = CanvasBar("words", image)
    bar.setPalette(QPalette(QColor("green")))
    bar.resize(300, 40)
    assert bar.isHidden()
    bar.show()
    assert image.grab().toImage().pixelColor(150, 20) == QColor("green")
    assert image.grab().toImage().pixelColor(150, 50) == QColor("red")


def test_return_presses_the_button_that_has_the_keyboard(image, qtbot):
    bar, pressed = CanvasBar("words", image), []
    for text in ("one", "two"):
        bar.button(text, f"the tip of {text}", lambda text=text: pressed.append(text))
    bar.show()
    second = bar.row.itemAt(1).widget()
    assert second.toolTip() == "the tip of two"
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert pressed == ["two"]
