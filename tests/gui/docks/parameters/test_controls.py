"""The small parts of the dock; those that stand in a row are tried there, in test_rows."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyleOptionToolButton, QWidget

from segmenter.gui.docks.parameters.controls import Link, QuestionMark, Toggle, explain, tip


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def colours(button):
    option = QStyleOptionToolButton()
    button.initStyleOption(option)
    return QPalette(option.palette)


def test_a_button_that_is_down_has_the_colours_of_a_selection(parent):
    button = Toggle("auto", parent)
    plain = colours(button).color(QPalette.ColorRole.Button)
    button.setChecked(True)
    palette = colours(button)
    assert palette.color(QPalette.ColorRole.Button) == palette.color(QPalette.ColorRole.Highlight) != plain
    button.setEnabled(False)
    assert colours(button).color(QPalette.ColorRole.Button) != palette.color(QPalette.ColorRole.Highlight)


def test_a_link_looks_like_one(parent):
    palette = colours(Link(parent))
    assert palette.color(QPalette.ColorRole.ButtonText) == palette.color(QPalette.ColorRole.Link)


def test_a_question_mark_is_narrow(parent):
    assert QuestionMark(parent).sizeHint().width() == 16


def test_what_is_explained_is_read_without_tags(parent):
    explain(parent, "a < b & c")
    assert parent.toolTip() == tip("a < b & c") == "<p>a &lt; b &amp; c</p>"
    assert parent.accessibleDescription() == "a < b & c"
