"""The bar while a segment is split: what it says and what its buttons do."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from segmenter.core.interaction.splitting import Split
from segmenter.gui.main.split_bar import SplitBar


class StandIn(QObject):
    """A splitter that writes down what it is asked for."""

    candidate_changed = Signal()

    def __init__(self):
        super().__init__()
        self.active, self.candidate, self.asked = False, None, []

    def show(self, *, active=True, source=None, place=1):
        self.active = active
        split = Split(np.ones((2, 2), bool), source, 3, 0.1234) if source else None
        self.candidate = SimpleNamespace(split=split, place=place) if split else None
        self.candidate_changed.emit()

    def take(self):
        self.asked.append("take")

    def next(self):
        self.asked.append("next")

    def cancel(self):
        self.asked.append("cancel")


@pytest.fixture
def split_assistant(qapp):
    return StandIn()


@pytest.fixture
def bar(qtbot, split_assistant):
    window = QWidget()
    qtbot.addWidget(window)
    bar = SplitBar(split_assistant, window)
    QVBoxLayout(window).addWidget(bar)
    window.resize(700, 80)
    window.show()
    qtbot.waitActive(window)
    yield bar
    window.close()


def buttons(bar):
    return {button.text().replace("&", ""): button for button in bar.findChildren(QPushButton)}


def text(bar):
    return bar.findChild(QLabel).text()


def test_it_is_there_while_a_segment_is_split(bar, split_assistant):
    assert not bar.isVisible()
    split_assistant.show()
    assert bar.isVisible()
    split_assistant.show(active=False)
    assert not bar.isVisible()


def test_while_a_cut_is_looked_for_only_cancel_can_be_pressed(bar, split_assistant):
    split_assistant.show()
    assert text(bar) == "Looking for a cut…"
    assert [name for name, button in buttons(bar).items() if button.isEnabled()] == ["Cancel"]


def test_it_says_where_a_cut_comes_from(bar, split_assistant):
    split_assistant.show(source="tree", place=1)
    assert text(bar) == "Cut 1: where the region tree splits it"
    split_assistant.show(source="eigenvector", place=2)
    assert text(bar) == "Cut 2: by its own eigenvector 3, normalized cut 0.123"
    assert all(button.isEnabled() for button in buttons(bar).values())


@pytest.mark.parametrize(("name", "asked"), [("Split", "take"), ("Next Alternative", "next"), ("Cancel", "cancel")])
def test_the_buttons(qtbot, bar, split_assistant, name, asked):
    split_assistant.show(source="tree")
    qtbot.mouseClick(buttons(bar)[name], Qt.MouseButton.LeftButton)
    assert split_assistant.asked == [asked]


def test_return_takes_the_cut_as_soon_as_there_is_one(qtbot, bar, split_assistant):
    split_assistant.show()
    split_assistant.show(source="tree")
    qtbot.waitUntil(buttons(bar)["Split"].hasFocus)
    qtbot.keyClick(bar.window().focusWidget(), Qt.Key.Key_Return)
    assert split_assistant.asked == ["take"]


def test_the_key_n_shows_another(qtbot, bar, split_assistant):
    split_assistant.show(source="tree")
    qtbot.keyClick(bar.window().focusWidget(), Qt.Key.Key_N)
    qtbot.waitUntil(lambda: split_assistant.asked == ["next"])


def test_the_focus_is_not_taken_from_who_has_gone_on(qtbot, bar, split_assistant):
    """The next Return or Space used to take the cut, wherever a person had gone while it was looked for."""
    field = QLineEdit(bar.window())
    bar.window().layout().addWidget(field)
    field.show()
    split_assistant.show()
    field.setFocus()
    split_assistant.show(source="tree")
    assert field.hasFocus()
