"""The export dialog: what it shows, what it asks of the exporter, and what it refuses."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from segmenter.files.formats import MODULES
from segmenter.gui.export.dialog import ExportDialog
from segmenter.gui.export.spec import Description, ExportSpec


class FakeExporter(QObject):
    """Remembers what it is asked for."""

    waiting = Signal()
    progressed = Signal(float)
    written = Signal()
    refused = Signal(str)
    described = Signal(object)
    stem = "coffee"

    def __init__(self, folder):
        super().__init__()
        self._folder = folder
        self.images = []
        self.text = "segmenter run"
        self.specs, self.copied, self.cancelled = [], [], 0

    def spec(self):
        return ExportSpec(self._folder, "coffee", ("labels", "recipe"))

    def taken(self, spec):
        return [file for file in spec.files().values() if file in self.images]

    def command(self, spec):
        return self.text and f"{self.text} --out {spec.folder} --export {','.join(spec.exports)}"

    def export(self, spec):
        self.specs.append(spec)

    def copy_command(self, spec):
        self.copied.append(spec)

    def describe(self, options=None):
        self.options = options

    def cancel(self):
        self.cancelled += 1


@pytest.fixture
def exporter(tmp_path):
    return FakeExporter(tmp_path)


@pytest.fixture
def dialog(qtbot, exporter):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ExportDialog(exporter, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(dialog):
        dialog.open()
    yield dialog
    dialog._busy = False
    dialog.close()


def field(dialog, name):
    return next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name)


def button(dialog, name):
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == name)


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def write(qtbot, line, text):
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_it_begins_with_what_was_exported_last(dialog, tmp_path):
    assert field(dialog, "Folder").text() == str(tmp_path)
    assert field(dialog, "Name").text() == "coffee"
    assert [name for name, row in dialog._formats.rows.items() if row.box.isChecked()] == ["labels", "recipe"]
    assert dialog._formats.rows.keys() == MODULES.keys()
    assert "coffee_labels.png" in texts(dialog)


def test_each_format_is_described(dialog, exporter):
    exporter.described.emit({"labels": Description("12 labels, 8-bit indexed PNG")})
    row = dialog._formats.rows["labels"]
    assert row._what.text().startswith("12 labels, 8-bit indexed PNG. Every label exactly")
    assert "12 labels" in row.box.accessibleDescription()
    assert dialog._formats.rows["table"]._what.text()


def test_the_order(qtbot, dialog, exporter, tmp_path):
    write(qtbot, field(dialog, "Folder"), str(tmp_path / "out"))
    write(qtbot, field(dialog, "Name"), "mug")
    dialog._formats.rows["table"].box.click()
    dialog._formats.rows["labels"].box.click()
    qtbot.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    assert exporter.specs == [ExportSpec(tmp_path / "out", "mug", ("table", "recipe"))]


def test_return_exports(qtbot, dialog, exporter):
    qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Return)
    assert len(exporter.specs) == 1


@pytest.mark.parametrize("name", ["", "a/b", "a\\b"])
def test_a_name_that_no_file_can_have(qtbot, dialog, exporter, name):
    field(dialog, "Name").setText(name)
    assert not button(dialog, "Export").isEnabled()
    assert any("name" in text for text in texts(dialog))
    qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Return)
    assert exporter.specs == []


@pytest.mark.parametrize("folder", ["", "results"])
def test_a_folder_that_is_nowhere(dialog, folder):
    field(dialog, "Folder").setText(folder)
    assert not button(dialog, "Export").isEnabled()
    assert "Choose a folder." in texts(dialog)


def test_no_format(dialog):
    for name in ("labels", "recipe"):
        dialog._formats.rows[name].box.click()
    assert not button(dialog, "Export").isEnabled()
    assert "Choose at least one format." in texts(dialog)


def test_home_may_be_written_short(qtbot, dialog, exporter):
    field(dialog, "Folder").setText("~")
    button(dialog, "Export").click()
    assert exporter.specs[0].folder == Path.home()


def test_an_image_is_not_overwritten(dialog, exporter, tmp_path):
    exporter.images = [tmp_path / "coffee_labels.png"]
    dialog.refresh()
    assert not button(dialog, "Export").isEnabled()
    assert any("never overwritten" in text for text in texts(dialog))
    dialog._formats.rows["labels"].box.click()
    assert button(dialog, "Export").isEnabled()


def test_what_would_be_replaced_is_told(dialog, tmp_path):
    assert not any("replaced" in text for text in texts(dialog))
    (tmp_path / "coffee_labels.png").touch()
    (tmp_path / "coffee_regions.csv").touch()
    dialog.refresh()
    assert "“coffee_labels.png” is there already and will be replaced." in texts(dialog)
    dialog._formats.rows["table"].box.click()
    assert any("coffee_labels.png, coffee_regions.csv" in text for text in texts(dialog))
    assert button(dialog, "Export").isEnabled()


def test_the_command_follows(qtbot, dialog, exporter, tmp_path):
    command = field(dialog, "Command")
    assert command.isReadOnly()
    assert command.text() == f"segmenter run --out {tmp_path} --export labels,recipe"
    dialog._formats.rows["table"].box.click()
    assert command.text().endswith("labels,table,recipe")
    qtbot.mouseClick(dialog.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert exporter.copied == [ExportSpec(tmp_path, "coffee", ("labels", "table", "recipe"))]


def test_the_command_of_another_name_says_so(dialog):
    field(dialog, "Name").setText("mug")
    assert any("“coffee”" in text for text in texts(dialog))


def test_edits_must_be_saved_before_there_is_a_command(dialog, exporter):
    exporter.text = ""
    dialog.refresh()
    assert field(dialog, "Command").text() == ""
    assert not dialog.findChild(QToolButton).isEnabled()
    assert any("Save the project first" in text for text in texts(dialog))


def test_waiting_writing_and_the_end(qtbot, dialog, exporter):
    button(dialog, "Export").click()
    assert not button(dialog, "Export").isEnabled()
    assert not field(dialog, "Name").isEnabled()
    exporter.waiting.emit()
    assert any("final result" in text for text in texts(dialog))
    exporter.progressed.emit(0.5)
    assert dialog._progress.value() == 500
    with qtbot.waitSignal(dialog.accepted):
        exporter.written.emit()


def test_why_nothing_was_written_is_said_in_place(dialog, exporter):
    button(dialog, "Export").click()
    exporter.refused.emit("The disk is full.")
    assert dialog.isVisible()
    assert "The disk is full." in texts(dialog)
    assert button(dialog, "Export").isEnabled()


def test_cancel_stops_first_and_closes_then(dialog, exporter):
    cancel = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    button(dialog, "Export").click()
    cancel.click()
    assert exporter.cancelled == 1
    assert dialog.isVisible()
    cancel.click()
    assert not dialog.isVisible()
    assert exporter.cancelled == 1


def test_it_fits_a_small_screen(dialog):
    (Path(field(dialog, "Folder").text()) / "coffee_labels.png").touch()
    dialog.refresh()
    assert dialog.width() <= 911
    assert dialog.sizeHint().boundedTo(dialog.size()).height() <= 480
    assert dialog.minimumSizeHint().height() <= 480


def test_every_control_has_a_name_and_a_tip(dialog):
    lines, rows = dialog.findChildren(QLineEdit), dialog._formats.rows
    assert lines
    assert len(rows) == len(MODULES)
    assert all(line.accessibleName() and line.toolTip() for line in lines)
    assert all(row.box.text() and row.box.toolTip() for row in rows.values())


def test_tab_goes_through_it_as_it_is_read(dialog, qtbot):
    dialog.show()
    qtbot.waitActive(dialog)
    dialog.findChild(QLineEdit).setFocus()
    seen = [dialog.focusWidget()]
    while (dialog.focusNextPrevChild(True), dialog.focusWidget())[1] is not seen[0]:
        seen.append(dialog.focusWidget())
    places = [each.mapTo(dialog, each.rect().center()) for each in seen if not isinstance(each, QCheckBox)]
    names = [each.accessibleName() or each.text() for each in seen if not isinstance(each, QCheckBox)]
    assert names[:3] == ["Folder", "&Browse…", "Name"]
    assert names[-4:] == ["Command", "Copy the command line", "&Export", "&Cancel"]
    assert [place.y() for place in places] == sorted(place.y() for place in places)
    assert sum(isinstance(each, QCheckBox) for each in seen) == len(MODULES)
