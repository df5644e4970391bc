"""Menus and bars: where every action is found, and the controls that follow the look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow, QMenu, QSlider, QToolBar, QToolButton

from segmenter.gui.main.actions import Actions
from segmenter.gui.main.menus import VIEWS, Menus


@pytest.fixture
def window(qtbot, view_state):
    """Return a window with nothing but menus and bars."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.named = Actions(window)
    window.menus = Menus(window.named, view_state, window)
    window.dock = QAction("Parameters", window)
    window.menus.fill(window.menuBar(), [window.dock], QMenu(window), QMenu(window))
    window.addToolBar(window.menus.top_bar())
    window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, window.menus.tool_bar())
    window.resize(1000, 600)
    window.show()
    return window


@pytest.fixture
def control(window):
    """Return a function that finds a control by its accessible name."""

    def find(kind, name):
        (found,) = (child for child in window.findChildren(kind) if child.accessibleName() == name)
        return found

    return find


def listed(menu):
    """Return the actions of a menu and of the menus in it."""
    found = []
    for action in menu.actions():
        if not action.isSeparator():
            found += listed(action.menu()) if action.menu() else [action]
    return found


def test_every_action_is_in_a_menu_once(window):
    found = [action for menu in window.menuBar().actions() for action in listed(menu.menu())]
    assert len(set(map(id, found))) == len(found)
    assert set(window.named.findChildren(QAction)) | {window.dock} == set(found)


def test_letters_that_open_menus_are_unique(window):
    for menu in [window.menuBar(), *window.menuBar().findChildren(QMenu)]:
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(set(letters)) == sorted(letters), texts


def test_menus_fit_on_a_small_screen(window):
    """One of 1366 x 768 pixels at 150 % has 512 logical ones, and a menu that is taller falls into two columns."""
    heights = {menu.title(): menu.sizeHint().height() for menu in window.menuBar().findChildren(QMenu)}
    assert [title for title, height in heights.items() if height > 500] == []


def test_the_menu_of_results(window):
    (menu,) = (menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&Result")
    texts = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Update Now", "Update Automatically", "Cancel", "Presets"]


def test_bars_have_names_and_cannot_be_lost(window):
    bars = window.findChildren(QToolBar)
    assert len(bars) == 2
    for bar in bars:
        assert bar.accessibleName()
        assert not bar.isMovable()
        assert not bar.toggleViewAction().isVisible()


def test_the_opacity_both_ways(qtbot, window, control, view_state):
    slider = control(QSlider, "Opacity of the overlay")
    assert slider.value() == 50
    view_state.set(opacity=0.735, visible=False)
    assert slider.value() in (73, 74)
    assert view_state.opacity == 0.735, "a slider that follows must not round what it follows"
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert view_state.opacity == slider.value() / 100
    assert view_state.visible


def test_what_lies_over_the_image_both_ways(qtbot, window, control, view_state):
    box = control(QComboBox, "What lies over the image")
    assert [box.itemData(index) for index in range(box.count())] == list(VIEWS)
    assert "&" not in "".join(box.itemText(index) for index in range(box.count()))
    view_state.set(view="margin")
    assert box.currentData() == "margin"
    view_state.set(visible=False)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert view_state.view == "similarity"
    assert view_state.visible


def test_the_size_of_the_brush_both_ways(qtbot, window, control, view_state):
    slider = control(QSlider, "Size of the brush")
    assert not slider.isVisible()
    view_state.set(tool="brush")
    qtbot.waitUntil(slider.isVisible)
    view_state.set(brush=47)
    assert view_state.brush == 47
    (size,) = (label for label in slider.parentWidget().findChildren(QLabel))
    assert size.text() == "47 px"
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert view_state.brush == 1
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert view_state.brush == 500
    view_state.set(tool="eraser")
    assert slider.isVisible()
    view_state.set(tool="lasso")
    qtbot.waitUntil(lambda: not slider.isVisible())


def test_peeking_lasts_as_long_as_the_button_is_held(qtbot, window, control):
    told = []
    window.menus.peeked.connect(told.append)
    button = control(QToolButton, "Show the image alone while held")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert told == [True]
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert told == [True, False]


def test_tools_leave_room_for_those_to_come(window):
    """In a window of 911 by 512, one more fits."""
    (bar,) = (bar for bar in window.findChildren(QToolBar) if bar.objectName() == "tools")
    button = bar.widgetForAction(window.named["tool pan"])
    assert bar.sizeHint().height() + button.height() < 512 - 90


def test_the_tool_in_the_hand_stands_out(window):
    (bar,) = (bar for bar in window.findChildren(QToolBar) if bar.objectName() == "tools")
    accent = bar.palette().color(QPalette.ColorRole.Highlight).rgb()
    for name, chosen in (("tool pan", True), ("tool brush", False)):
        action = window.named[name]
        action.setChecked(chosen)
        image = bar.widgetForAction(action).grab().toImage()
        seen = {image.pixel(column, row) for column in range(image.width()) for row in range(image.height())}
        assert (accent in seen) == chosen
