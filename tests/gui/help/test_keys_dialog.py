"""All keys, in groups, with a search."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from segmenter.gui.help.keys_dialog import LONGEST, KeysDialog
from segmenter.gui.main.actions import Actions


@pytest.fixture
def actions(qapp):
    owner = QObject()
    yield Actions(owner)
    owner.deleteLater()


@pytest.fixture
def dialog(qtbot, actions):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = KeysDialog(actions.groups(), parent)
    dialog.open()
    yield dialog
    dialog.close()
    parent.close()


def rows(dialog, *, seen=False):
    """Return key and words of every row, or of those that are seen, by the title of their group."""
    found = {}
    for at in range(dialog.tree.topLevelItemCount()):
        group = dialog.tree.topLevelItem(at)
        inside = [group.child(row) for row in range(group.childCount())]
        shown = [(item.text(0), item.text(1)) for item in inside if not (seen and item.isHidden())]
        if shown:
            found[group.text(0)] = shown
    return found


def test_every_key_is_listed_with_what_it_does(dialog, actions):
    found = rows(dialog)
    listed = [row for group in found.values() for row in group]
    for title, keys in actions.groups():
        assert found[title] == [row[:2] for row in keys]
    assert ("Alt+drag", "Paint background with brush or lasso") in found["Painting"]
    assert all(key and what for key, what in listed)
    assert len({key for key, _ in listed}) == len(listed)


def test_typing_narrows_the_list_to_keys_and_words(dialog):
    QTest.keyClicks(dialog.search, "merge")
    assert rows(dialog, seen=True) == {"Segments": [("Ctrl+M", "Make one segment of those selected")]}
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "ctrl+m")
    assert ("Ctrl+M", "Make one segment of those selected") in rows(dialog, seen=True)["Segments"]
    assert "Painting" not in rows(dialog, seen=True)
    dialog.search.clear()
    assert rows(dialog, seen=True) == rows(dialog)


def test_a_group_is_found_by_its_title(dialog):
    QTest.keyClicks(dialog.search, "painting")
    assert rows(dialog, seen=True)["Painting"] == rows(dialog)["Painting"]


def test_the_keyboard_begins_in_the_search_and_tab_leaves_it(dialog, qtbot):
    qtbot.waitUntil(dialog.search.hasFocus)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Tab)
    assert dialog.tree.hasFocus()


def test_no_sentence_is_cut_and_long_ones_take_several_lines(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KeysDialog([("Files", [("F12", "what it does, at some length, " * 10), ("F11", "short")])], parent)
    dialog.show()
    tree = dialog.tree
    long, short = (tree.visualItemRect(tree.topLevelItem(0).child(row)) for row in (0, 1))
    line = tree.fontMetrics().height()
    room = tree.viewport().width() - tree.columnViewportPosition(1)
    assert room >= LONGEST or dialog.width() == dialog.screen().availableGeometry().width() - 40
    assert short.height() < 2 * line
    assert long.height() * room / line > tree.fontMetrics().horizontalAdvance("what it does, at some length, " * 10)
    dialog.close()
