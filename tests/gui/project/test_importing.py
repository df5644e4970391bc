"""Segmentations of other programs become the segments of the open image: dropped, or by the menu."""

import json
import threading
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from segmenter.gui.project import importing

LABELS = np.zeros((60, 90), np.uint8)
LABELS[10:20, 10:30], LABELS[30:50, 40:80] = 3, 7


@pytest.fixture
def masks(tmp_path):
    folder = tmp_path / "masks"
    folder.mkdir()
    return folder


@pytest.fixture
def said(shown):
    texts = []
    shown._session.said.connect(lambda message: texts.append(message))
    return texts


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, buttons, keys = QPointF(200, 200), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))


def rectangle(path, shape=(60, 90)):
    points = [[10, 10], [30, 10], [30, 20], [10, 20]]
    shapes = [{"label": "coin", "points": points, "shape_type": "polygon", "group_id": None, "flags": {}}]
    size = {"imageHeight": shape[0], "imageWidth": shape[1]}
    document = {"version": "5.4.1", "flags": {}, "shapes": shapes, "imagePath": "x", "imageData": None, **size}
    path.write_text(json.dumps(document))
    return path


def test_a_label_image_that_is_dropped_is_the_segments_and_one_undo_brings_the_work_back(shown, masks, settled, said):
    session = shown._session
    session.describe("Rename", {1}, name="mine")
    before = session.state
    Pillow.fromarray(LABELS).save(masks / "photo_labels.png")
    drop(shown, masks / "photo_labels.png")
    settled(session)
    assert set(session.state.segments) == {3, 7}
    assert np.array_equal(session.state.labels.array(), LABELS)
    assert len(shown._controller.entries) == 1
    assert said[-1].text.startswith("2 segments of “photo_labels.png”")
    said[-1].act()
    assert session.state is before


def test_no_slider_takes_what_was_imported(shown, masks, settled):
    np.save(masks / "any.npy", LABELS)
    drop(shown, masks / "any.npy")
    settled(shown._session)
    shown._session.set_parameters(k=6)
    settled(shown._session)
    assert np.array_equal(shown._session.state.labels.array(), LABELS)


def test_the_menu_asks_for_a_file(shown, masks, settled):
    path = rectangle(masks / "shapes.json")
    shown.actions_["import_labels"].trigger()
    (dialog,) = shown.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settled(shown._session)
    assert [each.name for each in shown._session.state.classes] == ["coin"]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: rectangle(path, (10, 20)), "20 × 10"),
        (lambda path: path.write_text('{"a": 1}'), "no segmentation"),
        (lambda path: path.write_text("{"), "damaged"),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence_and_changes_nothing(shown, masks, settled, said, make, sentence):
    make(masks / "shapes.json")
    before = shown._session.state
    drop(shown, masks / "shapes.json")
    settled(shown._session)
    assert shown._session.state is before
    assert sentence in said[-1].text
    assert said[-1].kind == "error"


def test_of_several_images_of_a_coco_file_the_one_of_this_name_is_meant(shown, masks, settled, said):
    document = {
        "images": [
            {"id": 1, "file_name": "a.png", "height": 60, "width": 90},
            {"id": 2, "file_name": "b.png", "height": 60, "width": 90},
        ],
        "annotations": [],
        "categories": [],
    }
    (masks / "coco.json").write_text(json.dumps(document))
    drop(shown, masks / "coco.json")
    settled(shown._session)
    assert "photo" in said[-1].text
    assert said[-1].kind == "error"


def test_an_image_that_is_dropped_is_opened(shown, masks, settled, picture):
    Pillow.fromarray(picture).save(masks / "photo_labels.png")  # has colours: no labels
    Pillow.fromarray(picture[:, :, 0]).save(masks / "another.png")  # grey, but its name says nothing
    Pillow.fromarray(LABELS[:50]).save(masks / "photo_mask.png")  # of another size
    for number, name in enumerate(("photo_labels.png", "another.png", "photo_mask.png"), start=2):
        drop(shown, masks / name)
        settled(shown._session)
        assert len(shown._controller.entries) == number
    drop(shown, masks / "another.png", masks / "photo_mask.png")
    settled(shown._session)
    assert len(shown._controller.entries) == 4


def test_a_palette_tells_labels(shown, masks, settled):
    indexed = Pillow.fromarray(LABELS, "P")
    indexed.putpalette(list(range(30)))
    indexed.save(masks / "x.png")
    drop(shown, masks / "x.png")
    settled(shown._session)
    assert set(shown._session.state.segments) == {3, 7}


def test_without_an_image_it_is_said_what_comes_first(window, masks):
    texts = []
    window._session.said.connect(lambda message: texts.append(message.text))
    drop(window, rectangle(masks / "shapes.json"))
    assert "Open the image first" in texts[0]
    assert not window.actions_["import_labels"].isEnabled()


def test_what_is_read_too_late_changes_no_other_image(shown, masks, settled, monkeypatch):
    np.save(masks / "any.npy", LABELS)
    go, read = threading.Event(), importing.read_segmentation
    monkeypatch.setattr(importing, "read_segmentation", lambda *given, **said: (go.wait(5), read(*given, **said))[1])
    shown.importer.read(masks / "any.npy")
    shown._session.show(None)
    go.set()
    settled(shown._session)
    assert shown._session.document is None


def test_edits_that_were_made_while_it_was_read_are_undone_after_it(shown, masks, settled, monkeypatch):
    np.save(masks / "any.npy", LABELS)
    go, read = threading.Event(), importing.read_segmentation
    monkeypatch.setattr(importing, "read_segmentation", lambda *given, **said: (go.wait(5), read(*given, **said))[1])
    shown.importer.read(masks / "any.npy")
    shown._session.describe("Rename", {1}, name="mine")
    before = shown._session.state
    go.set()
    settled(shown._session)
    assert set(shown._session.state.segments) == {3, 7}
    shown._session.undo()
    assert shown._session.state is before


def test_a_file_that_is_gone_is_no_label_image(tmp_path):
    document = SimpleNamespace(name="a.png", image=SimpleNamespace(shape=(60, 90), source=None))
    assert not importing.of_this_image(tmp_path / "a_labels.png", document)
