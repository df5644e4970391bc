"""What comes into the list and is read; more is tested with the controller."""

import threading

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from segmenter.document.project import Entry
from segmenter.gui.app.settings import Settings
from segmenter.gui.project.image_collection import ImageCollection
from segmenter.gui.project.listing import Listing
from segmenter.gui.project.loading import ImageLoader, carries_parameters
from segmenter.gui.project.saving import ProjectSaver
from segmenter.gui.session import solver


@pytest.fixture
def loader(session, tmp_path, picture):
    parent, images = QObject(), ImageCollection()
    loader = ImageLoader(session, images, ProjectSaver(session, images, parent), parent)
    loader.images = images
    Pillow.fromarray(picture).save(tmp_path / "a.png")
    yield loader
    session.close()
    loader.close()
    del parent


def test_what_is_opened_is_selected_then_read_then_shown(loader, session, tmp_path, settled, qtbot):
    opened = []
    loader.opened.connect(opened.append)
    with qtbot.waitSignal(loader.listed):
        loader.open([tmp_path / "a.png"])
    (row,) = loader.images.all
    assert (loader.images.selected, loader.loading, loader.images.shown) == (row, row, None)
    assert opened == [], "it may be no image"
    settled(session)
    assert (loader.images.shown, loader.loading, opened) == (row, None, [tmp_path / "a.png"])


@pytest.mark.parametrize("count", [2, 80])
def test_a_long_list_is_gone_through_as_often_as_a_short_one(loader, session, tmp_path, settled, monkeypatch, count):
    asked, known = [], ImageCollection.known
    monkeypatch.setattr(ImageCollection, "known", lambda images: asked.append(1) or known(images))
    loader.bring(Listing(tuple(Entry(tmp_path / f"{number}.png") for number in range(count))))
    assert len(loader.images.all) == count
    assert len(asked) == 2
    settled(session)


def test_where_the_first_of_several_cannot_be_shown_the_next_one_is(loader, session, tmp_path, picture, settled, qtbot):
    for name in ("0.png", "1.png", "a.png", "b.png"):
        Pillow.fromarray(picture).save(tmp_path / name)
    for name in ("0.png", "1.png"):
        (tmp_path / name).write_bytes(b"nothing")
    with qtbot.waitSignal(loader.listed):
        loader.open([tmp_path])
    qtbot.waitUntil(lambda: loader.images.shown is not None)
    settled(session)
    rows = loader.images.all
    assert [bool(row.trouble) for row in rows] == [True, True, False, False]
    assert loader.images.shown is loader.images.selected is rows[2]
    loader.select(rows[0])  # who wants to see it is told why not
    settled(session)
    assert loader.images.shown is rows[2]


def test_where_none_can_be_shown_none_is(loader, session, tmp_path, settled, qtbot):
    for name in ("0.png", "1.png", "a.png"):
        (tmp_path / name).write_bytes(b"nothing")
    with qtbot.waitSignal(loader.listed):
        loader.open([tmp_path])
    qtbot.waitUntil(lambda: all(row.trouble for row in loader.images.all))
    settled(session)
    assert (loader.images.shown, session.document, loader.loading) == (None, None, None)


def test_nothing_is_selected(loader, session):
    loader.select(None)
    assert loader.loading is None


def test_parameters_are_carried_unless_a_person_says_no():
    assert carries_parameters()
    Settings().set_value("carry parameters", 0)
    assert not carries_parameters()


NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

BROKEN = {
    "poem.png": lambda whole: b"Roses are red",
    "empty.tif": lambda whole: b"",
    "cut.png": lambda whole: whole[: len(whole) // 2],
    "report.pdf": lambda whole: b"%PDF-1.7",
    "work.segmenter": lambda whole: b"PK\3\4",
    "classes.json": lambda whole: b"{",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_that_is_dropped_while_an_image_is_solved(shown, settled, qtbot, tmp_path, monkeypatch, name):
    """One sentence is said; nothing is lost, and the solve goes on to its end."""
    controller, session = shown._controller, shown._session
    (tmp_path / name).write_bytes(BROKEN[name]((tmp_path / "photo.png").read_bytes()))
    session.describe("Rename", [1], name="sky")
    go, solved, segment = threading.Event(), [], solver.segmenter.segment
    session.solved.connect(lambda: solved.append(session.document.segmentation.parameters))

    def slow(*arguments, **options):
        assert go.wait(20)
        return segment(*arguments, **options)

    monkeypatch.setattr(solver.segmenter, "segment", slow)
    session.set_parameters(smoothing=1.0)
    qtbot.waitUntil(lambda: session.solver.busy)
    before, said = session.document, []
    session.said.connect(lambda message: said.append(message.text))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    for kind, place in ((QDragEnterEvent, QPoint(200, 200)), (QDropEvent, QPointF(200, 200))):
        QApplication.sendEvent(shown, kind(place, Qt.DropAction.CopyAction, data, *NO_KEYS))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert session.solver.busy
    go.set()
    settled(session)
    assert [parameters.features.smoothing for parameters in solved] == [1.0]
    assert len([text for text in said if not text.startswith("Labels:")]) == 1
    assert said[0].endswith(".")
    assert session.document is before
    assert session.state.segments[1].name == "sky"
    assert [entry.path.name for entry in controller.entries] == ["photo.png"]
