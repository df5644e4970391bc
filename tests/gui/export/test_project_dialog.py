"""The dialog that exports all images."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTreeWidget

from segmenter.gui.export.project_dialog import ProjectExportDialog
from tests.gui.export.test_project_export import project  # noqa: F401 - a fixture


@pytest.fixture
def dialog(project, qtbot):  # noqa: F811
    project.actions_["export_all"].trigger()
    dialog = project.findChild(ProjectExportDialog)
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def field(dialog, kind, name):
    return next(each for each in dialog.findChildren(kind) if each.accessibleName() == name)


def button(dialog, name):
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == name)


def choose(dialog, *names):
    for name, row in dialog._formats.rows.items():
        row.box.setChecked(name in names)


def lines(dialog):
    tree = dialog.findChild(QTreeWidget)
    return [[tree.topLevelItem(at).text(column) for column in (0, 1)] for at in range(tree.topLevelItemCount())]


def test_every_image_is_listed_with_what_became_of_it(dialog, qtbot, project, tmp_path):  # noqa: F811
    assert field(dialog, QLineEdit, "Folder").text() == str(tmp_path / "photos" / "segmented")
    choose(dialog, "labels")
    assert dialog.findChild(QTreeWidget).isHidden(), "formats have the room as long as nothing became of anything"
    with qtbot.waitSignal(project.project_export.ended, timeout=30_000):
        qtbot.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
        assert not dialog.findChild(QTreeWidget).isHidden()
        assert button(dialog, "Stop").isEnabled()
        assert not dialog._formats.rows["labels"].box.isEnabled()
    assert lines(dialog) == [["photo0.png", "3 labels, 1 files"], ["photo1.png", "3 labels, 1 files"]]
    assert dialog._note.text() == "2 images were exported."
    assert button(dialog, "Open Folder").isEnabled()
    assert sorted(path.name for path in (tmp_path / "photos" / "segmented").iterdir()) == [
        "photo0_labels.png",
        "photo1_labels.png",
    ]


def test_only_those_that_are_done(dialog, qtbot, project):  # noqa: F811
    which = field(dialog, QComboBox, "Images")
    assert [which.itemText(at)[-3:] for at in (0, 1)] == ["(2)", "(1)"]
    qtbot.keyClick(which, Qt.Key.Key_Down)
    choose(dialog, "labels")
    with qtbot.waitSignal(project.project_export.ended, timeout=30_000):
        qtbot.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    assert [line[0] for line in lines(dialog)] == ["photo1.png"]


def test_what_cannot_be_exported_is_said(dialog):
    choose(dialog)
    assert not button(dialog, "Export").isEnabled()
    assert "format" in dialog._note.text()
    choose(dialog, "labels")
    field(dialog, QLineEdit, "Folder").setText("somewhere")
    assert not button(dialog, "Export").isEnabled()


def test_a_missing_image_is_listed(dialog, qtbot, project, tmp_path):  # noqa: F811
    (tmp_path / "photos" / "photo0.png").unlink()
    choose(dialog, "labels")
    with qtbot.waitSignal(project.project_export.ended, timeout=30_000):
        qtbot.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    assert ["photo0.png", "its file is missing, or another one now"] in lines(dialog)


def test_there_is_one_dialog_at_a_time(dialog, project):  # noqa: F811
    project.actions_["export_all"].trigger()
    assert project.findChildren(ProjectExportDialog) == [dialog]
