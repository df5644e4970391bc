"""What a screen reader gets: the tree of everything that is on the screen, with roles, names, values and states."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

from segmenter.gui.canvas.canvas import Canvas
from segmenter.gui.main.dialogs import ErrorDialog
from segmenter.gui.session.message import Message

Role, Text = QAccessible.Role, QAccessible.Text

ROLES = {
    QCheckBox: {Role.CheckBox},
    QComboBox: {Role.ComboBox},
    QAbstractSpinBox: {Role.SpinBox},
    QAbstractSlider: {Role.Slider},
    QProgressBar: {Role.ProgressBar},
    QLineEdit: {Role.EditableText},
    QAbstractButton: {
        Role.Button,
        Role.PushButton,
        Role.CheckBox,
        Role.RadioButton,
        Role.ButtonMenu,
        Role.ButtonDropDown,
    },
}
"""What each kind of control is said to be; the first kind that fits counts."""

PARTS = QScrollBar, QTabBar, QSplitterHandle
"""What Qt makes for itself."""


@pytest.fixture
def everything(shown):
    """Return the window with an image, all docks and folds open, and a message."""
    for dock in shown._docks.values():
        dock.show()
    for fold in shown.parameters.folds.values():
        fold.open()
    shown._session.said.emit(
        Message("Work was not saved.", "warning", "Recover", lambda: None, "Discard", lambda: None)
    )
    return shown


def own(widget):
    """Tell whether a widget is one of ours, and no part that Qt makes of another."""
    if isinstance(widget, PARTS) or widget.objectName().startswith("qt_"):
        return False
    return not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)


def kind_of(widget):
    return next((kind for kind in ROLES if isinstance(widget, kind)), None)


def controls(root):
    found = [each for each in root.findChildren(QWidget) if each.isVisible() and own(each) and kind_of(each)]
    return [each for each in found if each.window() is root.window()]


def read(widget):
    """Return the interface that a screen reader is given."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, widget
    assert interface.isValid()
    return interface


def described(widget):
    return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(widget.parentWidget()).__name__}"


def complaints(root):
    """Return what a screen reader would not be told, of all controls in a window."""
    found = []
    for widget in controls(root):
        interface = read(widget)
        if interface.role() not in ROLES[kind_of(widget)]:
            found.append(f"{described(widget)} is {interface.role()}")
        if not interface.text(Text.Name).strip():
            found.append(f"{described(widget)} has no name")
        found += [f"{described(widget)} does not tell {what}" for what in untold(widget, interface)]
    return found


def untold(widget, interface):
    """Return which part of the state and the value of a control is not what is on the screen."""
    state, value = interface.state(), interface.valueInterface()
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and bool(state.checked) != widget.isChecked():
        yield "whether it is checked"
    if bool(state.disabled) == widget.isEnabled():
        yield "whether it can be used"
    if isinstance(widget, QComboBox | QLineEdit | QAbstractSpinBox) and interface.text(Text.Value) != written(widget):
        yield f"{written(widget)!r}, but {interface.text(Text.Value)!r}"
    moves = isinstance(widget, QAbstractSlider | QProgressBar) and value is not None
    if moves and value.currentValue() != widget.value():
        yield f"{widget.value()}, but {value.currentValue()}"


def written(widget):
    """Return the text of a field, without its unit."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text().removesuffix(widget.suffix()) if isinstance(widget, QAbstractSpinBox) else widget.text()


def test_every_control_of_the_window_has_a_role_a_name_a_value_and_a_state(everything):
    assert len(controls(everything)) > 60
    assert complaints(everything) == []


def test_what_changes_under_one_title_is_the_name_and_the_title_describes_it(everything):
    """A name that never changes would hide what a label says."""
    labels = [each for each in everything.findChildren(QLabel) if each.isVisible() and each.text()]
    told = {read(each).text(Text.Description): read(each).text(Text.Name) for each in labels}
    assert told["State of the result"] == "Final"
    assert told["Message"] == "Work was not saved."
    assert told["Magnification"].endswith("%")
    assert [each.text() for each in labels if read(each).text(Text.Name) != each.text().replace("&", "")] == []
    assert [words for words in told if "<" in words] == []


def test_the_welcome_page_too(window):
    assert complaints(window) == []


@pytest.mark.parametrize("name", ["keys", "guide", "about", "export", "batch"])
def test_every_control_of_a_dialog_too(everything, name):
    everything.actions_[name].trigger()
    (dialog,) = (each for each in everything.findChildren(QDialog) if each.isVisible())
    assert read(dialog).role() in (Role.Dialog, Role.Window)
    assert read(dialog).text(Text.Name) == dialog.windowTitle()
    assert complaints(dialog) == []
    dialog.close()


def test_the_dialog_of_errors_too(everything):
    everything.failures.show(RuntimeError("broken"))
    dialog = everything.findChild(ErrorDialog)
    assert complaints(dialog) == []
    dialog.close()


def test_what_changes_is_read_back(everything, qtbot, settled):
    """The number of segments, the name of a segment, and what lies under the cursor."""
    session = everything._session
    session.set_parameters(k=4)
    settled(session)
    assert read(everything.parameters.rows["k"].field).text(Text.Value) == "4"
    session.describe("Rename", {1}, name="Sky")
    model = everything.table.view.model()
    names = [
        model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount())
    ]
    assert "Sky" in names


def test_the_tree_hangs_together(everything):
    """From the window down, every control is found by going from child to child."""
    reached, waiting = set(), [read(everything)]
    while waiting:
        interface = waiting.pop()
        if (thing := interface.object()) is not None:
            reached.add(thing)
        if interface.role() not in (Role.Table, Role.List, Role.Tree):
            waiting += [interface.child(at) for at in range(interface.childCount()) if interface.child(at) is not None]
    lost = [described(each) for each in controls(everything) if each not in reached]
    assert lost == []


def test_the_canvas_says_what_it_is(everything):
    interface = read(everything.findChild(Canvas))
    assert interface.text(Text.Name)
    assert interface.text(Text.Description)
