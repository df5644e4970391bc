"""The question before work would be lost."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from segmenter.gui.project.unsaved_dialog import unsaved_dialog


@pytest.fixture
def answers():
    return []


@pytest.fixture
def ask(qtbot, answers):
    parent = QWidget()
    qtbot.addWidget(parent)

    def ask(path=None, unsaved=1):
        controller = SimpleNamespace(path=path, unsaved=unsaved)
        box = unsaved_dialog(controller, parent, lambda: answers.append("save"), lambda: answers.append("discard"))
        box.open()
        return box

    return ask


@pytest.mark.parametrize(
    ("button", "expected"), [("Save", ["save"]), ("Discard", ["discard"]), ("Cancel", [])], ids=str
)
def test_each_answer_does_what_it_says(qtbot, ask, answers, button, expected):
    box = ask()
    qtbot.mouseClick(box.button(QMessageBox.StandardButton[button]), Qt.MouseButton.LeftButton)
    assert answers == expected


def test_escape_loses_nothing_and_return_saves(qtbot, ask, answers):
    qtbot.keyClick(ask(), Qt.Key.Key_Escape)
    assert answers == []
    qtbot.keyClick(ask(), Qt.Key.Key_Return)
    assert answers == ["save"]


def test_it_says_what_would_be_lost(ask):
    box = ask(Path("/tmp/cells.segmenter"), 3)
    assert "cells.segmenter" in box.text()
    assert "3 images" in box.informativeText()
    box.close()
    box = ask(unsaved=0)
    assert "marks" in box.informativeText()
    box.close()
