"""Exporting: what is on screen, when it is final, the same bytes as the command line."""

import shlex
import threading

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from segmenter.cli import program
from segmenter.files.formats import MODULES
from segmenter.gui.app.settings import Settings
from segmenter.gui.export.exporter import Exporter
from segmenter.gui.export.spec import ExportSpec
from segmenter.gui.project.controller import ProjectController
from segmenter.gui.session import solver
from segmenter.gui.session.selection_edits import SelectionEdits
from segmenter.gui.session.worker import Job

ALL = tuple(MODULES)
FILES = len(ALL) + 2  # and what speaks of the whole folder


@pytest.fixture
def path(tmp_path, picture):
    (tmp_path / "photos").mkdir()
    path = tmp_path / "photos" / "cells 1.png"
    Pillow.fromarray(picture).save(path)
    Pillow.fromarray(255 - picture).save(tmp_path / "photos" / "cells 2.png")
    return path


@pytest.fixture
def heard(session):
    heard = []
    session.said.connect(heard.append)
    return heard


@pytest.fixture
def controller(session, tmp_path, path, settled, heard):
    controller = ProjectController(session, tmp_path / "journals")
    controller.open([path])
    settled(session)
    settled(session)
    session.set_parameters(k=3, minimum_region=20)
    settled(session)
    heard.clear()
    yield controller
    session.close()
    controller.close()


@pytest.fixture
def exporter(qtbot, session, controller):
    window = QWidget()
    qtbot.addWidget(window)
    exporter = Exporter(session, controller, Settings(), window)
    exporter.asked.connect(lambda: setattr(exporter, "attended", True))
    yield exporter
    window.close()


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def by_command(exporter, out, command):
    """Return what a command line writes, into the same folder: a recipe says where its image is."""
    for file in out.iterdir():
        file.unlink()
    words = shlex.split(command)
    assert words[0] == "segmenter"
    assert program.main([*words[1:], "-q"]) == 0
    return contents(out)


class Gate:
    """Lets the numbers wait until the test lets them go."""

    def __init__(self, monkeypatch):
        self._segment, self._open = solver.segmenter.segment, threading.Event()
        monkeypatch.setattr(solver.segmenter, "segment", self)

    def __call__(self, image, parameters, *, progress, **options):
        while not self._open.wait(0.001):
            progress("labels", 0.5)
        return self._segment(image, parameters, progress=progress, **options)

    def let_go(self):
        self._open.set()


def test_the_command_line_writes_the_same_bytes(exporter, session, settled, out, heard):
    session.set_parameters(sigma_intensity=7.3)
    settled(session)
    session.set_parameters(k=2)  # numbers and colours are carried over from the result before
    settled(session)
    spec = ExportSpec(out, exporter.stem, ALL)
    exporter.export(spec)
    settled(session)
    written = contents(out)
    assert len(written) == FILES
    assert f"{FILES} files" in heard[-1].text
    assert by_command(exporter, out, exporter.command(spec)) == written


def test_edits_are_written_by_a_command_on_the_saved_project(exporter, session, controller, settled, out, tmp_path):
    session.describe("Rename", [1], name="sky")
    session.select([2, 3])
    SelectionEdits(session).merge()
    spec = ExportSpec(out, exporter.stem, ALL)
    assert exporter.command(spec) == ""
    controller.save_as(tmp_path / "my work.segmenter")
    settled(session)
    exporter.export(spec)
    settled(session)
    written = contents(out)
    assert len(written) == FILES
    assert by_command(exporter, out, exporter.command(spec)) == written


def test_a_page_of_a_file_is_exported_as_the_command_does(
    exporter, session, controller, settled, out, tmp_path, picture
):
    stack = tmp_path / "stack.tif"
    pages = [Pillow.fromarray(picture), Pillow.fromarray(255 - picture)]
    pages[0].save(stack, save_all=True, append_images=pages[1:])
    controller.open([stack])
    settled(session)
    settled(session)
    controller.next()
    settled(session)
    spec = ExportSpec(out, exporter.stem, ("labels", "recipe"))
    exporter.export(spec)
    settled(session)
    written = contents(out)
    assert sorted(written) == ["stack_p2.segmenter.json", "stack_p2_labels.png"]
    assert by_command(exporter, out, exporter.command(spec)) == written


def test_what_is_not_final_is_waited_for(qtbot, exporter, session, settled, out, heard, monkeypatch):
    gate = Gate(monkeypatch)
    session.set_parameters(k=2)
    with qtbot.waitSignal(exporter.waiting):
        exporter.export(ExportSpec(out, "a", ("labels",)))
    assert "final result" in heard[-1].text
    assert not out.exists()
    gate.let_go()
    with qtbot.waitSignal(exporter.written):
        pass
    with Pillow.open(out / "a_labels.png") as labels:
        assert labels.getextrema() == (1, 2)


def test_what_nobody_computes_is_computed(qtbot, exporter, session, settled, out):
    session.set_live(False)
    session.set_parameters(k=2)
    settled(session)
    assert session.state.stale
    with qtbot.waitSignal(exporter.written):
        exporter.export(ExportSpec(out, "a", ("labels",)))
    assert not session.state.stale


def test_stopping_the_computation_stops_the_export(qtbot, exporter, session, out, heard, monkeypatch, settled):
    gate = Gate(monkeypatch)
    session.set_parameters(k=2)
    exporter.export(ExportSpec(out, "a", ("labels",)))
    with qtbot.waitSignal(exporter.refused):
        session.cancel()
    assert heard[-1].kind == "error"
    gate.let_go()
    session.solve()
    settled(session)
    assert not out.exists()


def test_another_image_is_not_exported_instead(
    qtbot, exporter, session, controller, path, out, heard, monkeypatch, settled
):
    gate = Gate(monkeypatch)
    session.set_parameters(k=2)
    exporter.export(ExportSpec(out, "a", ("labels",)))
    with qtbot.waitSignal(exporter.refused):
        controller.open([path.with_name("cells 2.png")])
    gate.let_go()
    settled(session)
    assert not out.exists()


def test_why_it_failed_is_one_sentence(qtbot, exporter, session, settled, path, heard):
    with qtbot.waitSignal(exporter.refused):
        exporter.export(ExportSpec(path / "inside", "a", ("labels",)))
    assert heard[-1].kind == "error"
    assert "could not be made" in heard[-1].text


def test_the_image_is_never_overwritten(qtbot, exporter, session, path):
    before = path.read_bytes()
    path.rename(path.with_name("x_labels.png"))
    path.symlink_to(path.with_name("x_labels.png"))
    spec = ExportSpec(path.parent, "x", ("labels",))
    assert exporter.taken(spec) == [path.with_name("x_labels.png")]
    with qtbot.waitSignal(exporter.refused):
        exporter.export(spec)
    assert path.read_bytes() == before


def test_cancelling_leaves_nothing(qtbot, exporter, session, out):
    exporter.export(ExportSpec(out, "a", ALL))
    exporter.cancel()
    after = []
    session.io_worker.submit(Job("after", lambda _: None, after.append, after.append))
    qtbot.waitUntil(lambda: after == [None])
    assert not out.exists() or contents(out) == {}


def test_again_asks_the_first_time(qtbot, exporter, session, settled, out):
    exporter.again()
    assert exporter.attended
    exporter.attended = False
    exporter.export(ExportSpec(out, "mine", ("labels", "table")))
    settled(session)
    (out / "mine_labels.png").unlink()
    with qtbot.waitSignal(exporter.written):
        exporter.again()
    assert sorted(contents(out)) == ["mine_labels.png", "mine_regions.csv"]


def test_again_on_another_image_is_called_after_that(qtbot, exporter, session, controller, path, settled, out):
    exporter.export(ExportSpec(out, "mine", ("labels",)))
    settled(session)
    controller.open([path.with_name("cells 2.png")])
    settled(session)
    settled(session)
    with qtbot.waitSignal(exporter.written):
        exporter.again()
    assert sorted(contents(out)) == ["cells 2_labels.png", "mine_labels.png"]


def test_again_asks_before_files_of_something_else_are_replaced(exporter, session, controller, path, settled, out):
    exporter.export(ExportSpec(out, exporter.stem, ("labels",)))
    settled(session)
    (out / "cells 2_labels.png").write_text("of somebody else")
    controller.open([path.with_name("cells 2.png")])
    settled(session)
    settled(session)
    exporter.again()
    assert exporter.attended
    exporter.attended = False
    assert (out / "cells 2_labels.png").read_text() == "of somebody else"


def test_folder_and_formats_are_remembered(exporter, session, controller, settled, out, path):
    assert exporter.spec() == ExportSpec(path.parent / "segmented", "cells 1", ("labels", "overlay", "recipe"))
    exporter.export(ExportSpec(out, "a", ("labels", "table")))
    settled(session)
    later = Exporter(session, controller, Settings(), exporter.parent())
    assert later.spec() == ExportSpec(out, "cells 1", ("labels", "table"))


def test_the_folder_can_be_opened(exporter, session, settled, out, heard, monkeypatch):
    shown = []
    monkeypatch.setattr("segmenter.gui.app.dialog.QDesktopServices.openUrl", shown.append)
    exporter.export(ExportSpec(out, "a", ("labels",)))
    settled(session)
    assert heard[-1].action == "Open Folder"
    heard[-1].act()
    assert shown == [QUrl.fromLocalFile(str(out))]


def test_the_command_line_is_copied(exporter, session, heard):
    exporter.copy_command()
    assert QGuiApplication.clipboard().text() == exporter.command(exporter.spec())
    assert "clipboard" in heard[-1].text
    session.describe("Rename", [1], name="sky")
    QGuiApplication.clipboard().clear()
    exporter.copy_command()
    assert QGuiApplication.clipboard().text() == ""
    assert "Save the project first" in heard[-1].text


def test_images_of_another_folder_are_not_exported_among_those_of_the_first(
    exporter, session, controller, settled, out, tmp_path, picture
):
    exporter.export(ExportSpec(out, "a", ("labels",)))
    settled(session)
    other = tmp_path / "elsewhere"
    other.mkdir()
    Pillow.fromarray(picture[::-1]).save(other / "x.png")
    controller.open([other / "x.png"])
    settled(session)
    settled(session)
    assert exporter.spec().folder == other / "segmented"
