"""The sentence at the lower edge."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from segmenter.gui.canvas.hint import Hint


@pytest.fixture
def ground(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    return widget


def test_it_is_shown_while_there_is_something_to_say(ground):
    hint = Hint(ground)
    assert not hint.isVisible()
    hint.say("Nothing to see yet.")
    assert hint.isVisible()
    assert hint.text() == "Nothing to see yet."
    hint.say("")
    assert not hint.isVisible()


def test_it_stays_inside_and_in_the_middle(ground):
    hint = Hint(ground)
    hint.say("A sentence that is long enough to need two lines in a narrow widget, but not in a wide one.")
    for width in (1200, 240):
        ground.resize(width, 260)
        assert ground.rect().contains(hint.geometry())
        assert abs(hint.geometry().center().x() - ground.rect().center().x()) <= 1
    assert hint.height() > 2 * hint.fontMetrics().height()


def test_the_mouse_goes_through(qtbot, ground):
    hint = Hint(ground)
    hint.say("Nothing to see yet.")
    assert ground.childAt(hint.geometry().center()) is None
    assert hint.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ground.childAt(QPoint(1, 1)) is None
