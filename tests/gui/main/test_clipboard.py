"""The clipboard: the view and the mask to it, images from it."""

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

from segmenter.document import project_file
from segmenter.gui.main import clipboard as copying
from segmenter.gui.project import output_folder, pasted, saving

Key, Control, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Keep what is pasted away from the folder of whoever runs the tests."""
    folder = tmp_path / "pasted"
    for module in (copying, saving, output_folder, pasted):
        monkeypatch.setattr(module, "pasted_folder", lambda: folder)
    yield folder
    QGuiApplication.clipboard().clear()


def pixels(image):
    """Return the grey values of an image."""
    stored = 2 if image.format() == QImage.Format.Format_Grayscale16 else 1
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return raw[:, : image.width() * stored].view(np.uint16 if stored == 2 else np.uint8)


def test_the_view_is_copied(qtbot, shown):
    shown.canvas.setFocus()
    qtbot.keyClick(shown.canvas, Key.Key_C, Control)
    image = QGuiApplication.clipboard().image()
    seen = shown.canvas.grab().toImage()
    left, top = (round(each) for each in (shown.canvas.view.left, shown.canvas.view.top))
    assert abs(image.width() - 90 * shown.canvas.view.scale) <= 2
    assert image.pixelColor(20, 30) == seen.pixelColor(left + 20, top + 30)


def test_the_selection_is_copied_as_a_mask(qtbot, shown):
    labels = shown._session.state.labels.array()
    shown._session.select({2, 3})
    qtbot.keyClick(shown.canvas, Key.Key_C, Control | Alt)
    image = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_Grayscale8)
    assert np.array_equal(pixels(image) == 255, labels != 1)


def test_without_a_selection_all_labels_are_copied(shown):
    labels = shown._session.state.labels.array()
    shown.actions_["copy_mask"].trigger()
    assert np.array_equal(pixels(copying.mask_image(shown._session.state, frozenset())), labels)
    assert QGuiApplication.clipboard().image().size().width() == 90


def test_a_pasted_image_is_opened_and_saved_beside_its_project(qtbot, shown, settled, tmp_path, folder):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 40, 40))
    for column in range(20):
        for row in range(30):
            image.setPixelColor(column, row, QColor(30, 60, 180))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(shown.canvas, Key.Key_V, Control)
    settled(shown._session)
    qtbot.waitUntil(lambda: len(shown._controller.entries) == 2)
    settled(shown._session)
    document = shown._session.document
    assert document.image.pixels.shape == (30, 40, 3)
    assert document.image.pixels[3, 3].tolist() == [30, 60, 180]
    assert document.image.source.path.parent == folder
    target = tmp_path / "work" / "project.segmenter"
    target.parent.mkdir()
    shown._controller.save_as(target)
    settled(shown._session)
    saved = project_file.load(target)
    assert [entry.path.parent for entry in saved.entries] == [tmp_path, target.parent]
    assert saved.entries[1].path.is_file()
    assert shown._controller.entries[1].path == saved.entries[1].path
    assert not shown._controller.modified
    shown._controller.save()  # the second time there is nothing to take along
    settled(shown._session)
    assert len(list(target.parent.glob("*.png"))) == 1


def test_copied_files_are_opened(qtbot, shown, settled, tmp_path):
    other = tmp_path / "other.png"
    Pillow.fromarray(np.zeros((20, 30, 3), np.uint8)).save(other)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(other))])
    QGuiApplication.clipboard().setMimeData(content)
    shown.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: [entry.path.name for entry in shown._controller.entries] == ["photo.png", "other.png"])
    settled(shown._session)


def test_text_is_no_image(window):
    QGuiApplication.clipboard().setText("nothing")
    window.actions_["paste"].trigger()
    assert window.messages.text == "There is no image in the clipboard."


def test_results_of_a_pasted_image_do_not_go_where_nobody_looks(folder):
    assert output_folder.default_output_folder(folder / "pasted.png") != folder
