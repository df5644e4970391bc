"""What small dialogs have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox
from shiboken6 import isValid

from segmenter.gui.app.dialog import Dialog, give_letters


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
