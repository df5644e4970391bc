"""Which files are opened and where work is saved, asked over a window."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget

from segmenter.gui.app.settings import Settings
from segmenter.gui.project.file_dialogs import FileDialogs


@pytest.fixture
def asked():
    """Return what the keeper was asked for."""
    return []


@pytest.fixture
def controller(asked, tmp_path):
    return SimpleNamespace(
        path=None,
        unsaved=1,
        suggested_name=str(tmp_path / "photo.segmenter"),
        open=lambda paths: asked.append(("open", paths)),
        save=lambda then: asked.append(("save", then)),
        save_as=lambda path, then: asked.append(("save as", path, then)),
        discard=lambda: asked.append("discard"),
    )


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def dialogs(controller, window, tmp_path):
    settings = Settings()
    settings.folder = tmp_path
    return FileDialogs(controller, settings, window)


@pytest.fixture
def answer(qtbot, window):
    """Return a function that types names into the dialog on screen and presses Return."""

    def answer(text):
        dialog = window.findChild(QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)

    return answer


def test_several_images(dialogs, answer, asked, tmp_path):
    for name in ("a.png", "b.png"):
        (tmp_path / name).touch()
    dialogs.open_files()
    answer('"a.png" "b.png"')
    assert asked == [("open", [tmp_path / "a.png", tmp_path / "b.png"])]


def test_what_can_be_opened_is_offered_first(dialogs, window):
    dialogs.open_files()
    dialog = window.findChild(QFileDialog)
    first, *others = dialog.nameFilters()
    assert all(f"*.{suffix}" in first for suffix in ("png", "tif", "jpg", "segmenter"))
    assert others[-1].endswith("(*)")
    dialog.close()


def test_the_next_dialog_begins_where_files_were_found(dialogs, answer, window, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.png").touch()
    dialogs.open_files()
    answer(str(tmp_path / "deep" / "a.png"))
    assert Settings().folder == str(tmp_path / "deep")
    dialogs.open_files()
    dialog = window.findChild(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path / "deep"
    dialog.close()


def test_a_folder(dialogs, answer, asked, tmp_path):
    (tmp_path / "photos").mkdir()
    dialogs.open_folder()
    answer(str(tmp_path / "photos"))
    assert asked == [("open", [tmp_path / "photos"])]


def test_nothing_happens_without_an_answer(qtbot, dialogs, window, asked):
    for ask in (dialogs.open_files, dialogs.open_folder, dialogs.save, dialogs.save_as):
        ask()
        qtbot.keyClick(window.findChild(QFileDialog), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
    assert asked == []


def test_a_project_is_saved_under_the_name_that_is_suggested(dialogs, window, answer, asked, tmp_path):
    then = object()
    dialogs.save(then)
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "photo.segmenter")]
    answer("cells")
    assert asked == [("save as", tmp_path / "cells.segmenter", then)]


def test_a_project_with_a_file_is_saved_there_without_asking(dialogs, controller, window, asked, tmp_path):
    controller.path, then = tmp_path / "cells.segmenter", object()
    dialogs.save(then)
    assert asked == [("save", then)]
    assert window.findChild(QFileDialog) is None
    dialogs.save_as()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def test_work_that_is_not_saved(qtbot, dialogs, controller, window, asked, tmp_path):
    controller.path = tmp_path / "cells.segmenter"

    def press(button):
        then = asked.append
        dialogs.ask_about_unsaved(lambda: then("go on"))
        box = window.findChild(QMessageBox)
        qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
        told, asked[:] = list(asked), []
        return told

    buttons = QMessageBox.StandardButton
    assert press(buttons.Cancel) == []
    assert press(buttons.Discard) == ["discard", "go on"]
    ((saved, then),) = press(buttons.Save)
    assert saved == "save"
    then()
    assert asked == ["go on"]
