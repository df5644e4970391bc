"""The explanation that a button opens: pictures of the open image, made by the clerk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from segmenter.gui.docks.parameters.explanation import WIDTH, Explanation
from segmenter.gui.docks.parameters.panel import ParameterPanel
from segmenter.gui.docks.parameters.rows import EXPLAINED


@pytest.fixture
def panel(opened, qtbot):
    panel = ParameterPanel(opened)
    panel.resize(290, 330)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    for fold in panel.folds.values():
        fold.open()
    yield panel
    panel.close()


def pixmaps(popup):
    return [each for each in popup.findChildren(QLabel) if not each.pixmap().isNull()]


@pytest.mark.parametrize("name", EXPLAINED)
def test_a_button_shows_pictures_of_half_this_and_double(panel, opened, qtbot, name):
    qtbot.mouseClick(panel.rows[name].why, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Explanation)
    qtbot.waitUntil(lambda: len(pixmaps(popup)) >= 2, timeout=10_000)
    assert len(pixmaps(popup)) == {"sigma_intensity": 6}.get(name, 3)
    for shown in pixmaps(popup):
        assert shown.accessibleName()
        assert max(shown.pixmap().deviceIndependentSize().toTuple()) <= WIDTH
    assert panel.rows[name].help in popup.findChildren(QLabel)[0].text()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_nothing_is_made_for_one_that_was_closed(panel, opened, qtbot, settled):
    qtbot.mouseClick(panel.rows["radius"].why, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    popup.close()
    settled(opened)
    assert not opened.io_worker.busy("explain")


def test_the_links_are_those_of_the_selected_segment(panel, opened, qtbot):
    opened.select({2})
    popup = Explanation(opened, panel.rows["radius"], panel)
    row, column = popup._here()
    part = opened.state.labels.bounds([2])
    rows, columns = opened.state.labels.shape
    assert part.top / rows < row < part.bottom / rows
    assert part.left / columns < column < part.right / columns
    popup.close()
