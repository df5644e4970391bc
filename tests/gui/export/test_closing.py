"""Leaving the program while files are still to be written."""

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from segmenter.gui.export.closing import closing_question


class FakeExporter:
    def __init__(self):
        self.calls = []

    def when_done(self, then):
        self.calls.append(("when_done", then))

    def cancel(self):
        self.calls.append("cancel")


@pytest.fixture
def asked(qtbot):
    """Return the exporter, what was done then, and the question."""
    parent, exporter, done = QWidget(), FakeExporter(), []
    qtbot.addWidget(parent)
    box = closing_question(exporter, parent, lambda: done.append(True))
    box.open()
    yield exporter, done, box
    parent.close()


def press(box, role):
    (button,) = (button for button in box.buttons() if box.buttonRole(button) == role)
    button.click()


def test_to_wait(asked):
    exporter, done, box = asked
    press(box, QMessageBox.ButtonRole.AcceptRole)
    ((name, then),) = exporter.calls
    assert (name, done) == ("when_done", [])
    then()
    assert done == [True]


def test_to_give_up(asked):
    exporter, done, box = asked
    press(box, QMessageBox.ButtonRole.DestructiveRole)
    assert (exporter.calls, done) == (["cancel"], [True])


def test_to_go_on(asked):
    exporter, done, box = asked
    press(box, QMessageBox.ButtonRole.RejectRole)
    assert (exporter.calls, done) == ([], [])
