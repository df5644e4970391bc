"""What can be chosen of the files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from segmenter.files.formats.format import Options
from segmenter.gui.app.settings import Settings
from segmenter.gui.export.choices import Choices, keep, kept


@pytest.fixture
def choices(qtbot):
    choices = Choices(Options(16, "names", 0.0), None)
    qtbot.addWidget(choices)
    return choices


def test_it_begins_with_what_was_chosen(choices):
    assert choices.options == Options(16, "names", 0.0)


def test_every_choice_is_told(choices, qtbot):
    boxes = {box.accessibleName(): box for box in choices.findChildren(QComboBox)}
    with qtbot.waitSignal(choices.changed):
        qtbot.keyClick(boxes["On the overlay"], Qt.Key.Key_Up)
    with qtbot.waitSignal(choices.changed):
        qtbot.keyClick(boxes["Label TIFF"], Qt.Key.Key_Down)
    with qtbot.waitSignal(choices.changed):
        qtbot.keyClick(choices.findChild(QDoubleSpinBox), Qt.Key.Key_Up)
    assert choices.options == Options(32, "numbers", 0.5)


def test_all_but_simpler_outlines_is_remembered(qapp):
    settings = Settings()
    assert kept(settings) == Options()
    keep(Options(8, "names", 2.0), settings)
    assert kept(settings) == Options(8, "names")
    settings.set_value("export bits", "7")
    settings.set_value("export captions", "x")
    assert kept(settings) == Options()
