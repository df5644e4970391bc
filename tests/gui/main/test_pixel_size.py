"""The size of a pixel: shown, set by hand, undone, and written."""

from dataclasses import replace

import pytest
import tifffile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit

from segmenter.core.image import PixelSize
from segmenter.document.exporting import result_of
from segmenter.files.formats.writing import write
from segmenter.gui.main.pixel_size import PixelSizeButton, PixelSizeDialog, with_pixel_size

pytestmark = pytest.mark.usefixtures("english")

Ok = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def button(shown):
    return shown.status.findChild(PixelSizeButton)


def asked(qtbot, shown, button):
    """Click the button; return the dialog, its two fields, and its box of buttons."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = shown.findChild(PixelSizeDialog)
    qtbot.waitExposed(dialog)
    fields = {field.accessibleName(): field for field in dialog.findChildren(QLineEdit) if field.accessibleName()}
    return dialog, fields, dialog.findChild(QDialogButtonBox)


def test_it_is_set_by_hand_and_undone(qtbot, shown, button):
    session = shown._session
    assert button.text() == "px"
    before = session.state
    _, fields, box = asked(qtbot, shown, button)
    assert not box.button(Ok).isEnabled()
    qtbot.keyClicks(fields["Width"], "0.5")
    qtbot.mouseClick(box.button(Ok), Qt.MouseButton.LeftButton)
    assert session.state.pixel_size == PixelSize(0.5, 0.5, "µm")
    assert button.text() == "0.5 µm/px"
    shown.status.show_pointer(1, QPoint(3, 3))
    assert "µm²" in shown.status._pointer.text()
    assert "µm²" in shown.table.model.headerData(5, Qt.Orientation.Horizontal)
    session.undo()
    assert session.state is before
    assert button.text() == "px"


def test_what_the_file_says_is_shown_and_can_be_had_again(qtbot, shown, button):
    document = shown._session.document
    document.image = replace(document.image, pixel_size=PixelSize(2, 1, "mm"))
    shown._session.edit("Pixel size", with_pixel_size, PixelSize(3, 3, "cm"))
    dialog, fields, box = asked(qtbot, shown, button)
    assert (fields["Width"].text(), fields["Height"].text()) == ("3", "")
    (again,) = (each for each in box.buttons() if box.buttonRole(each) == QDialogButtonBox.ButtonRole.ResetRole)
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert shown._session.state.pixel_size is None
    assert button.text() == "1 × 2 mm/px"
    assert not dialog.isVisible()


@pytest.mark.parametrize("text", ["0", "-1", "x", "1e400"])
def test_what_is_no_size_is_not_taken(qtbot, shown, button, text):
    dialog, fields, box = asked(qtbot, shown, button)
    fields["Width"].setText(text)
    assert not box.button(Ok).isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_it_goes_into_tables_and_files(shown, tmp_path):
    session = shown._session
    session.edit("Pixel size", with_pixel_size, PixelSize(0.5, 0.25, "µm"))
    exports = ("table", "ome", "geojson", "rois")
    result = result_of(session.document.image, session.state, None, exports)
    table, ome, geojson, rois = write(result, tmp_path, "a")
    assert "area (µm²)" in table.read_text(encoding="utf-8")
    with tifffile.TiffFile(ome) as file:
        assert 'PhysicalSizeX="0.25"' in file.ome_metadata
    assert rois.suffix == ".zip"
    assert '"height":0.5' in geojson.read_text(encoding="utf-8").replace(" ", "")


def test_without_an_image_there_is_no_size(qtbot, window):
    assert not window.status.findChild(PixelSizeButton).isVisible()
    assert not window.actions_["pixel_size"].isEnabled()


def test_it_is_set_for_all_images_where_there_are_several(qtbot, shown, button, photos, settled):
    dialog, _, _ = asked(qtbot, shown, button)
    assert not dialog.findChild(QCheckBox).isVisible()
    dialog.reject()
    shown._controller.open([photos / "photo1.png", photos / "photo2.png"])
    settled(shown._session)
    qtbot.waitUntil(lambda: len(shown._controller.entries) == 3)
    settled(shown._session)
    qtbot.waitUntil(lambda: not shown.findChildren(PixelSizeDialog))
    _, fields, box = asked(qtbot, shown, button)
    (for_all,) = (each for each in shown.findChild(PixelSizeDialog).findChildren(QCheckBox))
    assert for_all.text() == "For &all 3 images of the list"
    for_all.click()
    qtbot.keyClicks(fields["Width"], "2")
    qtbot.mouseClick(box.button(Ok), Qt.MouseButton.LeftButton)
    assert shown._session.state.pixel_size == PixelSize(2, 2, "µm")
    rows = shown._controller._images.all
    assert {(row.newest or row.entry).pixel_size for row in rows} == {PixelSize(2, 2, "µm")}
