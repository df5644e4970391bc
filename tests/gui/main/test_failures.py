"""What nobody expected: the work is saved, one dialog is shown."""

import pytest
from PySide6.QtWidgets import QLabel

from segmenter.document import edits
from segmenter.gui.main.dialogs import ErrorDialog


@pytest.fixture
def session(window):
    return window._session


def test_an_error_nobody_expected_opens_one_dialog(qtbot, shown, session):
    for number in range(3):
        session.failed.emit(RuntimeError(f"number {number}"))
    (dialog,) = shown.findChildren(ErrorDialog)
    assert "number 0" in dialog.report
    dialog.close()
    session.failed.emit(RuntimeError("later"))
    qtbot.waitUntil(lambda: any("later" in each.report for each in shown.findChildren(ErrorDialog)))
    for each in shown.findChildren(ErrorDialog):
        each.close()


def test_work_is_saved_before_an_error_is_shown(shown, session, tmp_path):
    assert session.edit("Delete", edits.delete, {1})
    session.failed.emit(RuntimeError("broken"))
    dialog = shown.findChild(ErrorDialog)
    assert "is safe" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert list((tmp_path / "journals").iterdir())
    dialog.close()


def test_an_error_while_the_work_is_saved_is_no_second_dialog(shown, session, monkeypatch):
    def fail():
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(shown._controller, "save_journal_now", fail)
    session.failed.emit(RuntimeError("first"))
    (dialog,) = shown.findChildren(ErrorDialog)
    assert "first" in dialog.report
    dialog.close()
