"""Everything that takes the keyboard says what it is, in the window and in every dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QLineEdit,
    QPushButton,
    QSlider,
    QTabBar,
    QTableView,
    QWidget,
)

from segmenter.gui.main.dialogs import ErrorDialog
from segmenter.gui.main.message_bar import MessageBar
from segmenter.gui.session.message import Message

DIALOGS = {
    "keys": lambda window: window.actions_["keys"].trigger(),
    "guide": lambda window: window.actions_["guide"].trigger(),
    "about": lambda window: window.actions_["about"].trigger(),
    "export": lambda window: window.actions_["export"].trigger(),
    "batch": lambda window: window.actions_["batch"].trigger(),
    "error": lambda window: window.failures.show(RuntimeError("broken")),
    "unsaved": lambda window: window._controller.asked.emit(lambda: None),
}


def named(widget):
    """Return what a screen reader would say."""
    text = widget.text() if hasattr(widget, "text") and callable(widget.text) else ""
    return widget.accessibleName() or text


def controls(root):
    """Return the widgets inside that take the keyboard, but for those that Qt makes as parts of others."""
    found = [child for child in root.findChildren(QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus]
    found = [child for child in found if child.window() is root.window() and child.focusProxy() is None]
    found = [child for child in found if not isinstance(child, QTabBar)]  # that of docks: its tabs have names
    return [child for child in found if not child.objectName().startswith("qt_")]


def described(widget):
    names = [type(widget).__name__, widget.objectName()]
    while (widget := widget.parentWidget()) is not None:
        names.append(type(widget).__name__)
    return " in ".join(filter(None, names))


def nameless(root):
    return [described(widget) for widget in controls(root) if not named(widget).strip()]


def tipless(root):
    """Return the buttons, sliders and boxes that explain nothing when the mouse rests on them."""
    kinds = (QAbstractButton, QSlider, QComboBox)
    found = [child for child in root.findChildren(QWidget) if isinstance(child, kinds)]
    # of a table: the button in its corner, which nobody sees; older Qt gives it no name
    clear = QDockWidget, QDialogButtonBox, MessageBar, QLineEdit, QTabBar, QTableView
    found = [child for child in found if not isinstance(child.parentWidget(), clear)]
    return [described(child) for child in found if not child.toolTip() and not child.objectName().startswith("qt_")]


@pytest.fixture
def everything(shown):
    """Return the window with all docks open."""
    for dock in shown._docks.values():
        dock.show()
    offer = Message("Work was not saved.", "warning", "Recover", lambda: None, "Discard", lambda: None)
    shown._session.said.emit(offer)
    return shown


def test_every_control_of_the_window_has_a_name(everything):
    assert len(controls(everything)) > 30
    assert nameless(everything) == []


def test_every_control_of_the_window_has_a_tip(everything):
    assert tipless(everything) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(everything, name):
    DIALOGS[name](everything)
    dialogs = [dialog for dialog in everything.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs
    for dialog in dialogs:
        assert dialog.windowTitle()
        assert controls(dialog)
        assert nameless(dialog) == []
        dialog.close()


def test_tab_reaches_every_control_of_the_window(everything):
    """Going round by Tab passes everything that can be reached at all."""
    reached, widget = set(), everything.nextInFocusChain()
    while widget is not everything:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    wanted = {child for child in controls(everything) if child.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert wanted <= reached


def test_dialogs_are_not_modal_to_the_program(everything):
    everything.failures.show(RuntimeError("broken"))
    dialog = everything.findChild(ErrorDialog)
    assert dialog.windowModality() != Qt.WindowModality.ApplicationModal
    dialog.close()


@pytest.mark.parametrize("name", DIALOGS)
def test_every_button_of_a_dialog_has_a_letter(everything, name):
    """Alt and a letter reach it."""
    DIALOGS[name](everything)
    opened = [each for each in everything.findChildren(QDialog) if each.isVisible()]
    assert opened
    for dialog in opened:
        buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.text()]
        assert buttons
        assert [each.text() for each in buttons if "&" not in each.text()] == []
        dialog.close()
