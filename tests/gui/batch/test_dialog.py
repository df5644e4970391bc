"""The batch dialog: plan, start, failed rows, pause, cancel, closing; and the same bytes as the command."""

import multiprocessing
import threading

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox, QPushButton, QToolButton

from segmenter.batch import workers
from segmenter.cli import program
from segmenter.document.state import State
from segmenter.gui.app.settings import Settings
from segmenter.gui.batch import spec as batch_spec
from segmenter.gui.batch.dialog import BatchDialog
from segmenter.gui.batch.model import Column
from segmenter.parameters import DEFAULTS

Left = Qt.MouseButton.LeftButton
QUICK = {"method": "kmeans", "k": 3, "eigenvectors": 6, "radius": 1}


class StandInKeeper:
    """Writes down what is opened."""

    def __init__(self):
        self.opened = []

    def open(self, paths):
        self.opened += paths


@pytest.fixture
def controller():
    return StandInKeeper()


@pytest.fixture
def inline(monkeypatch):
    monkeypatch.setattr(batch_spec, "processes", lambda _: workers.inline(threading.Event()))


@pytest.fixture
def gate(inline, monkeypatch):
    """Let every job wait until the gate is open."""
    gate, process = threading.Event(), workers.process

    def waiting(job, check):
        assert gate.wait(20)
        return process(job, check)

    monkeypatch.setattr(workers, "process", waiting)
    yield gate
    gate.set()


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def dialog(qtbot, stand_in, controller, window, picture):
    """Return the dialog, with parameters of an open image that take little time."""
    stand_in.open(State(parameters=DEFAULTS.replace(**QUICK)), picture)
    dialog = BatchDialog(stand_in, controller, Settings(), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # to be looked at afterwards
    dialog.open()
    yield dialog
    dialog.done(QDialog.DialogCode.Rejected)


@pytest.fixture
def planned(qtbot, dialog, photos):
    """Return the dialog with a plan."""
    with qtbot.waitSignals([dialog.runner.planned, dialog.runner.surveyed]):
        dialog.form._folder.setText(str(photos))
    return dialog


@pytest.fixture
def press(qtbot, dialog):
    def press(text):
        (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == text]
        assert button.isVisible()
        qtbot.mouseClick(button, Left)

    return press


@pytest.fixture
def running(qtbot, gate, planned, press):
    """Return the dialog with a batch that has begun its first image, and goes on when the gate is open."""
    press("&Start")
    qtbot.waitUntil(lambda: statuses(planned)[0] == "Running")
    return planned


def buttons(dialog):
    return [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]


def cells(dialog, column):
    rows = dialog.table.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def statuses(dialog):
    return cells(dialog, Column.STATUS)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "batch_log.csv"}


def answer(qtbot, dialog, text):
    (box,) = dialog.findChildren(QMessageBox)
    (button,) = [each for each in box.buttons() if each.text() == text]
    qtbot.mouseClick(button, Left)


class TestBeforeTheStart:
    def test_nothing_to_do(self, dialog):
        assert dialog._note.text() == "Choose the folder of the images."
        assert not dialog._start.isEnabled()
        assert buttons(dialog) == ["&Start", "C&lose"]

    def test_a_plan(self, inline, planned):
        assert cells(planned, Column.IMAGE) == ["broken.png", "photo1.png", "photo2.png", "photo3.png"]
        assert planned._note.text().startswith("4 images, about 1 s with 1 at once, up to ")
        assert planned._note.text().endswith(" GB of memory each")
        assert planned._start.isEnabled()

    def test_what_cannot_be_planned_is_said(self, qtbot, planned):
        with qtbot.waitSignal(planned.runner.refused):
            planned.form._pattern.setText("*.xyz")
        assert planned._note.text().endswith("has no files *.xyz, not counting the folders inside.")
        assert not planned._start.isEnabled()
        assert cells(planned, Column.IMAGE) == []
        with qtbot.waitSignal(planned.runner.planned):
            planned.form._pattern.setText("photo*")
        assert len(cells(planned, Column.IMAGE)) == 3

    def test_no_start_while_a_choice_is_not_planned(self, planned):
        planned.form._match.click()
        assert not planned._start.isEnabled()

    def test_a_sentence_begins_like_one(self, qtbot, planned, photos):
        with qtbot.waitSignal(planned.runner.refused):
            planned.form._out.setText(str(photos))
        assert planned._note.text().startswith("The results would lie among the images of ")

    def test_other_parameters_of_the_image_are_planned(self, qtbot, planned, stand_in):
        with qtbot.waitSignal(planned.runner.planned) as told:
            stand_in.set_parameters(k=2)
        assert told.args[0].jobs[0].parameters.labels.k == 2

    def test_what_nobody_expected_is_reported(self, qtbot, dialog, stand_in):
        dialog.runner.refused.emit(RuntimeError("a mistake"))
        assert [str(error) for (error,) in stand_in.asked("report")] == ["a mistake"]

    def test_a_cluster_is_asked_for_by_its_address(self, qtbot, inline, planned):
        with qtbot.waitSignal(planned.runner.surveyed):
            planned.form._where.setCurrentIndex(1)
            planned.form._scheduler.setText("tcp://127.0.0.1:9")
        assert "on one processor" in planned._note.text()


class TestRunning:
    def test_to_the_end(self, qtbot, inline, planned, press, photos, controller, stand_in):
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        assert statuses(planned) == ["Failed", "Done", "Done", "Done"]
        assert cells(planned, Column.REASON)[0] == "“broken.png” is not an image of a kind that is read."
        assert cells(planned, Column.REGIONS) == ["", "3", "3", "3"]
        assert planned._note.text().startswith("3 done, 1 failed, in ")
        assert buttons(planned) == ["&Back", "Show &Results", "C&lose"]
        assert not {name for name, *_ in stand_in.calls} & {"show", "edit", "open_image", "solve", "set_parameters"}
        planned.table.activated.emit(planned.table.model().index(0, 0))
        assert controller.opened == [photos / "broken.png"]
        assert planned.isVisible()

    def test_the_same_bytes_as_the_command(self, qtbot, inline, planned, press, photos, tmp_path):
        with qtbot.waitSignals([planned.runner.planned, planned.runner.surveyed]):
            planned.form._out.setText(str(tmp_path / "window"))
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        words = ["batch", photos, "--out", tmp_path / "command", "--jobs", "inline", "--quiet"]
        for name, value in QUICK.items():
            words += [f"--{name.replace('_', '-')}", value]
        assert program.main([str(word) for word in words]) == 1
        assert len(contents(tmp_path / "command")) == 9
        assert contents(tmp_path / "window") == contents(tmp_path / "command")

    def test_back_and_again(self, qtbot, inline, planned, press):
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        with qtbot.waitSignal(planned.runner.surveyed):
            press("&Back")
        assert planned.form.isVisible()
        assert planned._note.text().startswith("4 images, 3 are finished and will be skipped, about ")
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        assert statuses(planned) == ["Failed", "Skipped", "Skipped", "Skipped"]
        assert planned._note.text().startswith("0 done, 3 skipped, finished before, 1 failed, in ")

    def test_only_failed_ones(self, qtbot, inline, planned, press):
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        planned._failed_only.click()
        assert planned.table.model().rowCount() == 1

    def test_pause_and_resume(self, qtbot, running, gate, press):
        assert buttons(running) == ["&Pause", "&Cancel", "C&lose"]
        assert not running.form.isVisible()
        press("&Pause")
        assert buttons(running) == ["&Resume", "&Cancel", "C&lose"]
        gate.set()
        qtbot.waitUntil(lambda: running._note.text() == "Paused · 1 of 4 · 1 failed")
        assert statuses(running) == ["Failed", "Waiting", "Waiting", "Waiting"]
        assert running.windowTitle() == "25 % – Batch"
        with qtbot.waitSignal(running.runner.ended, timeout=20_000):
            press("&Resume")
        assert statuses(running) == ["Failed", "Done", "Done", "Done"]

    def test_the_image_may_be_worked_on_meanwhile(self, qtbot, running, gate, stand_in):
        stand_in.set_parameters(k=2)
        with qtbot.waitSignal(running.runner.ended, timeout=20_000):
            gate.set()
        assert statuses(running) == ["Failed", "Done", "Done", "Done"]
        assert cells(running, Column.REGIONS)[1:] == ["3"] * 3
        assert running.runner.plan is not None

    def test_cancel(self, qtbot, running, gate, press):
        press("&Cancel")
        assert not running._cancel.isEnabled()
        with qtbot.waitSignal(running.runner.ended, timeout=20_000):
            gate.set()
        assert statuses(running)[1:] == ["Waiting"] * 3
        assert "3 not done" in running._note.text()
        assert buttons(running) == ["&Back", "Show &Results", "C&lose"]

    def test_what_ends_it_is_said(self, qtbot, inline, planned, press, photos):
        (photos / "segmented").write_text("in the way")
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        assert planned._note.text().startswith("The folder ")
        assert "could not be made: File exists." in planned._note.text()

    def test_results_are_shown(self, qtbot, inline, planned, press, photos, monkeypatch):
        shown = []
        monkeypatch.setattr("segmenter.gui.app.dialog.QDesktopServices.openUrl", shown.append)
        with qtbot.waitSignal(planned.runner.ended, timeout=20_000):
            press("&Start")
        press("Show &Results")
        assert shown == [QUrl.fromLocalFile(str(photos / "segmented"))]


class TestClosing:
    def test_nothing_is_asked_where_nothing_runs(self, qtbot, planned, press):
        with qtbot.waitSignal(planned.finished):
            press("C&lose")
        assert Settings().value("batch folder") == planned.form._folder.text()

    def test_keep_running(self, qtbot, running, gate):
        running.close()
        assert running.isVisible()
        answer(qtbot, running, "&Keep Running")
        with qtbot.waitSignal(running.runner.ended, timeout=20_000):
            gate.set()
        assert running.isVisible()
        assert statuses(running) == ["Failed", "Done", "Done", "Done"]

    def test_stop(self, qtbot, running, gate):
        qtbot.keyClick(running, Qt.Key.Key_Escape)
        with qtbot.waitSignal(running.finished, timeout=20_000):
            answer(qtbot, running, "&Stop")
            assert running.isVisible()  # until what was begun has ended
            gate.set()
        assert not running.isVisible()

    def test_the_question_goes_when_the_batch_has_ended(self, qtbot, running, gate):
        running.close()
        running.close()
        assert len(running.findChildren(QMessageBox)) == 1
        with qtbot.waitSignal(running.runner.ended, timeout=20_000):
            gate.set()
        assert not [box for box in running.findChildren(QMessageBox) if box.isVisible()]
        assert running.isVisible()

    def test_the_window_closes_after_the_batch(self, qtbot, running, gate):
        closed = []
        assert not running.may_close(lambda: closed.append(running.may_close(None)))
        answer(qtbot, running, "&Stop")
        assert closed == []
        with qtbot.waitSignal(running.finished, timeout=20_000):
            gate.set()
        assert closed == [True]

    def test_real_processes_end_with_it(self, qtbot, planned, press, photos):
        for number in range(60):
            (photos / f"zz{number}.png").write_bytes((photos / "photo1.png").read_bytes())
        before = multiprocessing.active_children()
        with qtbot.waitSignal(planned.runner.planned):
            planned.form._jobs.setValue(1)
        press("&Start")
        qtbot.waitUntil(lambda: statuses(planned)[0] == "Failed", timeout=30_000)
        press("&Pause")
        assert len(multiprocessing.active_children()) == len(before) + 1
        planned.close()
        with qtbot.waitSignal(planned.finished, timeout=10_000):
            answer(qtbot, planned, "&Stop")
        assert multiprocessing.active_children() == before


def test_it_fits_a_small_screen(planned):
    assert planned.minimumSizeHint().width() <= 911
    assert planned.minimumSizeHint().height() <= 480
    assert planned.height() <= 480


def test_the_window_stays_free(qtbot, dialog, window):
    assert not dialog.isModal()
    dialog.showMinimized()
    dialog.open()
    assert not dialog.isMinimized()


def test_return_in_the_table_starts_nothing(qtbot, planned, controller):
    planned.table.setCurrentIndex(planned.table.model().index(1, 0))
    qtbot.keyClick(planned.table, Qt.Key.Key_Return)
    assert len(controller.opened) == 1
    assert not planned.runner.running


def test_nothing_of_the_form_is_cut_off(planned):
    """The buttons to browse were 5 pixels wide, and Tab scrolled the labels away."""
    area = planned._area
    assert planned.form.width() <= area.viewport().width()
    for button in planned.form.findChildren(QToolButton):
        left = button.mapTo(area.viewport(), QPoint(0, 0)).x()
        assert 0 < left < left + button.sizeHint().width() <= area.viewport().width()
