"""Actions: names, keys and tips, each of them once."""

from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from segmenter.gui.app.theme import use_theme
from segmenter.gui.main.actions import Actions, written


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def actions(owner):
    return Actions(owner)


@pytest.fixture
def every(actions):
    """Return all of them."""
    return actions.findChildren(QAction)


def test_no_key_means_two_things(every):
    keys = Counter(key.toString() for action in every for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("fit", "Ctrl+0"),
        ("actual_size", "Ctrl+1"),
        ("overlay", "Tab"),
        ("cycle", "C"),
        ("merge", "Ctrl+M"),
        ("split", "Ctrl+Shift+M"),
        ("delete", "Del"),
        ("undo", "Ctrl+Z"),
        ("redo", "Ctrl+Shift+Z"),
        ("export_again", "Ctrl+E"),
        ("solve", "F5"),
        ("cancel", "Esc"),
        ("keys", "F1"),
        ("next_pane", "F6"),
    ],
)
def test_keys_are_those_of_the_design(actions, name, key):
    assert actions[name].shortcut() == QKeySequence(key)


def test_both_usual_keys_redo(actions):
    keys = [key.toString() for key in actions["redo"].shortcuts()]
    assert keys[0] == "Ctrl+Shift+Z"
    assert "Ctrl+Y" in keys


@pytest.mark.parametrize("name", ["overlay", "previous", "next"])
def test_keys_that_mean_something_else_among_controls_are_local(actions, name):
    assert actions[name].shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut


def test_no_bare_letter_destroys(actions):
    for name in ("merge", "split", "pieces", "holes", "absorb", "delete", "release", "lock", "quit"):
        assert len(actions[name].shortcut().toString()) > 1


def test_every_action_has_a_text_and_a_tip_that_names_its_key(every):
    for action in every:
        assert action.text().replace("&", "")
        tip = action.toolTip()
        assert tip[0].isupper()
        assert not tip.endswith(".")
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert not key or tip.endswith(f"({key})")


def test_the_list_of_keys_has_every_key_and_what_it_does(actions, every):
    listed = {key: tip for _, rows in actions.groups() for key, tip, _ in rows}
    assert set(listed) == {written(action) for action in every} - {""}
    assert "Ctrl+Shift+Z, Ctrl+Y, Alt+Shift+Backspace" in listed
    assert "Ctrl+O" in listed  # and no key that is called Open
    assert listed["Ctrl+M"] == "Make one segment of those selected"


def test_actions_do_what_they_are_told_to(actions):
    done = []
    actions.on(merge=lambda: done.append("merge"), live=lambda on: done.append(on))
    actions["merge"].trigger()
    actions["live"].setCheckable(True)
    actions["live"].trigger()
    assert done == ["merge", True]


def test_actions_that_make_no_sense_do_nothing(actions):
    done = []
    actions.on(merge=lambda: done.append("merge"))
    actions.set_enabled(False, "merge", "split")
    actions["merge"].trigger()
    assert done == []
    assert not actions["split"].isEnabled()
    assert actions["undo"].isEnabled()


@pytest.mark.parametrize(
    "group",
    [
        ("fill", "contour", "both"),
        ("segments", "boundaries", "similarity", "margin", "eigenvector", "false colours"),
        ("tool select", "tool brush", "tool eraser", "tool lasso", "tool pan"),
        ("theme system", "theme light", "theme dark"),
    ],
)
def test_one_of_a_group_is_chosen(actions, group):
    for name in group:
        actions[name].trigger()
        assert [other for other in group if actions[other].isChecked()] == [name]


def test_icons_are_drawn_anew_in_another_palette(actions):
    def brightest():
        image = actions["open"].icon().pixmap(24).toImage()
        return max(
            image.pixelColor(x, y).lightness() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha()
        )

    assert brightest() < 80
    use_theme("dark")
    actions.refresh_icons()
    assert brightest() > 180
    use_theme("system")
