"""The docks' own buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow

from segmenter.gui.app.icons import icon
from segmenter.gui.app.theme import use_theme
from segmenter.gui.main.dock import BUTTONS, Dock


@pytest.fixture
def dock(qtbot):
    window = QMainWindow()
    dock = Dock("colours", "Colours", QLabel("red"), window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield dock
    window.close()
    use_theme("system")


def drawn(dock):
    buttons = [dock.findChild(QAbstractButton, f"qt_dockwidget_{name}button") for name in BUTTONS]
    return [button.icon().cacheKey() for button in buttons] == [icon(name).cacheKey() for name in BUTTONS]


def test_a_dock_has_a_name(dock):
    assert (dock.objectName(), dock.accessibleName(), dock.windowTitle()) == ("colours", "Colours", "Colours")


def test_its_buttons_follow_the_palette(dock, qtbot):
    for theme in ("dark", "light"):
        use_theme(theme)
        qtbot.waitUntil(lambda: drawn(dock))


def test_its_buttons_stay_when_it_floats_and_is_restored(dock, qtbot):
    window = dock.parentWidget()
    before = window.saveState()
    dock.setFloating(True)
    assert drawn(dock)
    window.restoreState(before)
    qtbot.waitUntil(lambda: drawn(dock))
    assert not dock.isFloating()


def test_it_tells_when_its_button_closes_it(dock, qtbot):
    with qtbot.waitSignal(dock.closed):
        dock.findChild(QAbstractButton, "qt_dockwidget_closebutton").click()
    assert not dock.isVisible()


def test_what_is_asked_for_stands_before_others_in_its_place(dock, qtbot):
    window = dock.parentWidget()
    other = Dock("shapes", "Shapes", QLabel("round"), window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, other)
    window.tabifyDockWidget(dock, other)
    other.hide()
    other.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: not other.visibleRegion().isEmpty())
    assert dock.visibleRegion().isEmpty()
