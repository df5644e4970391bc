"""The small dialogs."""

import platform

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from segmenter import __version__
from segmenter.gui.main.dialogs import AboutDialog, ErrorDialog


@pytest.fixture
def show(qtbot):
    """Return a function that opens a dialog over a window; it is closed in the end."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def show(kind, *arguments):
        dialog = kind(*arguments, parent)
        dialog.open()
        return dialog

    yield show
    parent.close()


@pytest.fixture
def broken():
    """Return an error with a traceback."""
    try:
        raise RuntimeError("the flux capacitor is empty")
    except RuntimeError as error:
        return error


def text_of(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_dialog_that_is_closed_is_gone(qtbot, show, way):
    dialog = show(AboutDialog)
    if way == "button":
        qtbot.mouseClick(dialog.buttons.buttons()[0], Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_about_says_what_it_is(show):
    said = text_of(show(AboutDialog))
    assert f"segmenter {__version__}" in said
    assert "numpy" in said
    assert "BSD" in said


def test_an_error_comes_with_all_that_a_report_needs(qtbot, show, broken):
    dialog = show(ErrorDialog, broken, True)
    details = dialog.findChild(QPlainTextEdit)
    for needed in (
        f"segmenter {__version__}",
        "pyamg",
        platform.platform(),
        "Traceback",
        "in broken",
        "flux capacitor",
    ):
        assert needed in details.toPlainText()
    (copy,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "&Copy")
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == details.toPlainText()
    assert dialog.isVisible()


@pytest.mark.parametrize(("saved", "advice"), [(True, "is safe"), (False, "Save your work before")])
def test_an_error_says_what_to_do(show, broken, saved, advice):
    assert advice in text_of(show(ErrorDialog, broken, saved))


def test_details_can_be_read_but_not_changed(qtbot, show, broken):
    details = show(ErrorDialog, broken, True).findChild(QPlainTextEdit)
    qtbot.keyClicks(details, "x")
    assert details.isReadOnly()
    assert not details.toPlainText().startswith("x")
