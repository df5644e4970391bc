"""The small dialogs."""

import platform

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableWidget, QWidget
from shiboken6 import isValid

from segmenter import __version__
from segmenter.gui.main.actions import Actions
from segmenter.gui.main.dialogs import AboutDialog, ErrorDialog, KeysDialog


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
def actions(qapp):
    owner = QObject()
    yield Actions(owner)
    owner.deleteLater()


@pytest.fixture
def broken():
    """Return an error with a traceback."""
    try:
        raise RuntimeError("the flux capacitor is empty")
    except RuntimeError as error:
        return error


def text_of(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_every_key_is_listed_with_what_it_does(show, actions):
    table = show(KeysDialog, actions).findChild(QTableWidget)
    rows = [tuple(table.item(row, column).text() for column in (0, 1)) for row in range(table.rowCount())]
    listed = actions.keys()
    assert rows[: len(listed)] == listed
    assert ("Wheel, Ctrl+wheel, pinch", "Zoom at the cursor") in rows
    assert ("Alt+drag", "Paint background with brush or lasso") in rows
    assert all(key and what for key, what in rows)
    assert len({key for key, _ in rows}) == len(rows)


def test_keys_cannot_be_edited_and_tab_leaves_the_table(qtbot, show, actions):
    dialog = show(KeysDialog, actions)
    table = dialog.findChild(QTableWidget)
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_A)
    assert table.item(0, 0).text() == "Ctrl+O"
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


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
