"""The bar over the canvas while an object is selected."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from segmenter.document.label_map import Rectangle
from segmenter.gui.main.object_bar import ObjectBar
from segmenter.gui.session.object_assistant import ObjectCandidate


@pytest.fixture
def bar(qtbot, labelled, monkeypatch):
    monkeypatch.setattr(labelled.object_assistant, "_submit", lambda *_: None)
    bar = ObjectBar(labelled.object_assistant)
    qtbot.addWidget(bar)
    return bar


def test_it_is_there_while_there_are_clicks(bar, labelled, qtbot):
    assert bar.isHidden()
    labelled.object_assistant.click([(5, 5)], positive=True)
    assert not bar.isHidden()
    _, _, take, back, cancel = bar.findChildren(QPushButton)
    assert not take.isEnabled()
    labelled.object_assistant._show(ObjectCandidate(Rectangle(1, 1, 3, 3), np.ones((2, 2), bool)))
    assert take.isEnabled()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    labelled.object_assistant.click([(5, 5)], positive=True)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_a_segment_is_made(bar, labelled, qtbot):
    labelled.object_assistant.click([(5, 5)], positive=True)
    labelled.object_assistant._show(ObjectCandidate(Rectangle(1, 1, 3, 3), np.ones((2, 2), bool)))
    qtbot.mouseClick(bar.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)
    assert len(labelled.state.segments) == 4
    assert bar.isHidden()
