"""The comparison dock: from a file to the list and to what is drawn."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QTreeWidget

from segmenter.document import edits
from segmenter.gui.app.settings import Settings
from segmenter.gui.docks.comparison.dock import ComparisonPanel


@pytest.fixture
def panel(labelled, qtbot):
    panel = ComparisonPanel(labelled, Settings())
    panel.resize(300, 300)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel.close()


@pytest.fixture
def drawings(panel):
    found = []
    panel.drawn.connect(found.append)
    return found


@pytest.fixture
def other(labelled, tmp_path):
    """Return a file in which segment 3 is smaller, and under another number."""
    labels = labelled.state.labels.array().copy()
    labels[labels == 3] = 8
    labels[35:40, 40:75] = 1
    np.save(tmp_path / "other.npy", labels)
    return tmp_path / "other.npy"


def lines(panel):
    tree = panel.findChild(QTreeWidget)
    return [[tree.topLevelItem(at).text(column) for column in range(3)] for at in range(tree.topLevelItemCount())]


def compare(panel, qtbot, labelled, settled, path):
    qtbot.mouseClick(panel.findChild(QPushButton), Qt.MouseButton.LeftButton)
    dialog = panel.window().findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settled(labelled)
    settled(labelled)


def test_the_least_alike_come_first_and_a_click_selects(panel, qtbot, labelled, settled, other):
    labelled.describe("Rename", {3}, name="cup")
    compare(panel, qtbot, labelled, settled, other)
    assert [line[:2] for line in lines(panel)] == [["3 cup", "8"], ["1", "1"], ["2", "2"]]
    assert float(lines(panel)[0][2].replace(",", ".")) == pytest.approx(0.8)
    tree = panel.findChild(QTreeWidget)
    place = tree.visualItemRect(tree.topLevelItem(0)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert labelled.selection == {3}
    assert "other.npy" in panel._summary.text()


def test_what_differs_is_drawn_as_long_as_it_is_wanted_and_seen(panel, qtbot, labelled, settled, other, drawings):
    compare(panel, qtbot, labelled, settled, other)
    assert drawings[-1].shape == (60, 90)
    assert set(np.unique(drawings[-1][35:40, 40:75])) == {3}
    assert not drawings[-1][:35].any()
    box = panel.findChild(QCheckBox)
    box.setChecked(False)
    assert drawings[-1] is None
    box.setChecked(True)
    assert drawings[-1] is not None
    panel.hide()
    assert drawings[-1] is None


def test_it_follows_edits(panel, qtbot, labelled, settled, other, drawings):
    compare(panel, qtbot, labelled, settled, other)
    labelled.edit("Merge", edits.merge, {1, 2, 3})
    settled(labelled)
    assert len(lines(panel)) == 1
    labelled.undo()
    settled(labelled)
    assert len(lines(panel)) == 3


def test_what_is_not_of_this_image_is_said(panel, qtbot, labelled, settled, tmp_path):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    np.save(tmp_path / "small.npy", np.ones((3, 3), np.int32))
    compare(panel, qtbot, labelled, settled, tmp_path / "small.npy")
    assert len(said) == 1
    assert lines(panel) == []


def test_another_image_begins_anew(panel, qtbot, labelled, settled, other, drawings):
    compare(panel, qtbot, labelled, settled, other)
    labelled.show(None)
    assert lines(panel) == []
    assert drawings[-1] is None
    assert not panel.findChild(QPushButton).isEnabled()


def test_the_dock_draws_on_the_canvas(qtbot, shown, settled, tmp_path):
    session = shown._session
    np.save(tmp_path / "none.npy", np.zeros((60, 90), np.uint8))
    shown._docks["comparison"].show()
    shown._docks["comparison"].raise_()
    qtbot.waitUntil(shown.comparison.isVisible)
    shown.canvas.update()
    before = shown.canvas.grab().toImage()
    shown.comparison.compare_with(tmp_path / "none.npy")
    settled(session)
    settled(session)
    assert shown.comparison._compared is not None
    assert shown.canvas.grab().toImage() != before
    shown._docks["comparison"].hide()
    assert shown.canvas._differences._codes is None
