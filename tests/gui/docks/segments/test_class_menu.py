"""The menu of classes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QInputDialog, QMenu, QPushButton, QWidget

from segmenter.document import classes
from segmenter.gui.docks.segments.class_menu import ClassMenu


@pytest.fixture
def menu(labelled, qtbot):
    """Return a menu, and a session with two classes."""
    labelled.edit("New class", classes.added, "cell")
    labelled.edit("New class", classes.added, "dirt")
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = ClassMenu(labelled, parent)
    menu.keep = parent
    return menu


def opened(menu):
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def answer(menu, name, *, given=True):
    """Type a name into the dialog that is open, and press one of its buttons by its letter."""
    (dialog,) = (each for each in menu.keep.findChildren(QInputDialog) if each.isVisible())
    dialog.setTextValue(name)
    wanted = "&OK" if given else "&Cancel"
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text() == wanted)
    assert button.icon().isNull()
    button.click()


def test_classes_are_given_and_taken(menu, labelled):
    assert not opened(menu)["cell\t1"].isEnabled()
    labelled.select({2})
    opened(menu)["cell\t1"].trigger()
    assert labelled.state.segments[2].class_number == 1
    assert opened(menu)["cell\t1"].isChecked()
    opened(menu)["No Class"].trigger()
    assert labelled.state.segments[2].class_number == 0


def test_a_new_class_is_that_of_the_selection(menu, labelled):
    labelled.select({1, 2})
    opened(menu)["&New Class…"].trigger()
    answer(menu, "coin")
    assert [each.name for each in labelled.state.classes] == ["cell", "dirt", "coin"]
    assert labelled.state.segments[1].class_number == labelled.state.segments[2].class_number == 3
    labelled.undo()
    assert [each.name for each in labelled.state.classes] == ["cell", "dirt"]


def test_a_name_that_is_taken_is_refused_in_a_sentence(menu, labelled):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    opened(menu)["&New Class…"].trigger()
    answer(menu, "cell")
    assert said == ["There is a class cell already."]


def test_classes_are_renamed_coloured_and_removed(menu, labelled):
    labelled.select({2})
    opened(menu)["dirt\t2"].trigger()

    def manage(name, what):
        opened(menu)
        actions = menu.actions()  # held: older PySide6 forgets the menu of an action that nobody holds
        (inner,) = (action.menu() for action in actions if action.text() == name and action.menu())
        next(action for action in inner.actions() if action.text() == what).trigger()

    labelled.select(())
    manage("dirt", "Select Its Segments")
    assert labelled.selection == {2}
    manage("dirt", "Rename…")
    answer(menu, "dust")
    manage("dust", "Colour…")
    dialog = menu.keep.findChild(QColorDialog)
    dialog.setCurrentColor(QColor(1, 2, 3))
    dialog.accept()
    assert labelled.state.class_of(2).name == "dust"
    assert labelled.state.class_of(2).colour == (1, 2, 3)
    manage("dust", "Remove")
    assert labelled.state.class_of(2) is None


def test_what_is_opened_often_leaves_no_menus_behind(menu):
    left = []
    for _ in range(3):
        opened(menu)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left.append([each.title() for each in menu.findChildren(QMenu)])
    assert left == [["cell", "Key", "dirt", "Key"]] * 3


def test_a_dialog_outlives_the_menu_that_it_was_asked_in(labelled, qtbot):
    """It used to stand over the menu of a row, and went with it before it could be answered."""
    keep = QWidget()
    qtbot.addWidget(keep)
    row = QMenu(keep)
    opened(ClassMenu(labelled, row))["&New Class…"].trigger()
    (dialog,) = keep.findChildren(QInputDialog)
    assert dialog.parent() is keep


def test_what_is_cancelled_changes_nothing(menu, labelled):
    before = labelled.state
    opened(menu)["&New Class…"].trigger()
    answer(menu, "x", given=False)
    assert labelled.state is before


def test_a_class_gets_another_key_and_takes_it_from_the_one_that_had_it(menu, labelled):
    def keys():
        opened(menu)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        kinds = [each for each in menu.findChildren(QMenu) if each.title() == "Key"]
        (keys,) = (each for each in kinds if each.parentWidget().title() == "dirt")
        return {action.text(): action for action in keys.actions()}

    assert [text for text, action in keys().items() if action.isChecked()] == ["2"]
    keys()["1"].trigger()
    assert [(each.name, each.key) for each in labelled.state.classes] == [("cell", None), ("dirt", 1)]
    labelled.undo()
    assert [(each.name, each.key) for each in labelled.state.classes] == [("cell", 1), ("dirt", 2)]
