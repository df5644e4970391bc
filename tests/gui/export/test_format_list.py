"""The list of formats."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from segmenter.files.formats import MODULES, named
from segmenter.gui.export.format_list import FormatList
from segmenter.gui.export.spec import Description


@pytest.fixture
def formats(qtbot):
    formats = FormatList(("labels", "recipe"), None)
    qtbot.addWidget(formats)
    formats.resize(600, 400)
    formats.show()
    qtbot.waitExposed(formats)
    yield formats
    formats.close()


def test_all_formats_stand_under_the_heading_of_their_group(formats):
    headings = [label for label in formats.findChildren(QLabel) if label.parent() is formats.widget()]
    assert [label.text() for label in headings] == list(dict.fromkeys(named(name).group for name in MODULES))
    tops = {label.text(): label.y() for label in headings}
    for name, row in formats.rows.items():
        above = [text for text, top in tops.items() if top < row.y()]
        assert max(above, key=tops.get) == named(name).group


def test_a_class_mask_brings_its_legend(formats, qtbot):
    with qtbot.waitSignal(formats.changed):
        qtbot.keyClick(formats.rows["classes"].box, Qt.Key.Key_Space)
    assert formats.chosen == ("labels", "classes", "legend", "recipe")


def test_no_row_moves_when_more_is_known(formats):
    places = {name: row.geometry() for name, row in formats.rows.items()}
    long = "The pieces of 12 segments become objects of their own. " * 2
    formats.describe({name: Description("1,234 labels, an annotation each, JSON", long) for name in MODULES})
    assert {name: row.geometry() for name, row in formats.rows.items()} == places


def test_what_is_lost_is_said_before_writing(formats):
    row = formats.rows["yolo"]
    formats.describe({"yolo": Description("12 lines of text", "Holes of 3 segments are filled.")})
    assert row.box.accessibleDescription() == "12 lines of text. Holes of 3 segments are filled."
    assert not row._sign.pixmap().isNull()
    formats.describe({"yolo": Description("12 lines of text")})
    assert named("yolo").keeps in row.box.accessibleDescription()
    assert row._sign.pixmap().isNull()


def test_nothing_can_be_chosen_while_files_are_written(formats):
    formats.set_enabled(False)
    assert not any(row.box.isEnabled() for row in formats.rows.values())
    assert formats.isEnabled()
    assert formats.focusPolicy() == Qt.FocusPolicy.NoFocus
