"""What small dialogs have in common."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox
from shiboken6 import isValid

from segmenter.gui.app.dialog import Dialog, give_letters

ROOT = Path(__file__).parents[3]


def test_what_is_put_stands_above_the_button_that_closes_it(qtbot):
    dialog = Dialog()
    word = QLabel("Word", dialog)
    dialog.put(word)
    dialog.open()
    close = dialog.buttons.button(QDialogButtonBox.StandardButton.Close)
    qtbot.waitUntil(lambda: word.y() < dialog.buttons.y())
    assert "&" in close.text()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_standard_buttons_have_letters(qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    give_letters(box)
    letters = [each.text().partition("&")[2][:1].lower() for each in box.buttons()]
    assert len(set(letters)) == 3
    assert all(letters)
    assert all(each.icon().isNull() for each in box.buttons())  # Qt's own are drawn for light windows


def test_every_standard_button_of_the_window_has_its_letter():
    """Fail for a module that makes a box of standard buttons and leaves Qt's texts on them."""
    for path in (ROOT / "segmenter" / "gui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "StandardButton." not in text or "give_letters" in text or "QDialogButtonBox(" not in text, path
