"""The first sight of a large image: shown at once, with a preview; nothing can be done to it; then it is the image."""

import threading

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QObject

from segmenter.document.project import Entry
from segmenter.errors import UnreadableImage
from segmenter.gui.project import glimpse, loading
from segmenter.gui.project.glimpse import glimpsed
from segmenter.gui.project.image_collection import ImageCollection, Row
from segmenter.gui.project.loading import ImageLoader
from segmenter.gui.project.saving import ProjectSaver
from segmenter.parameters import DEFAULTS
from segmenter.progress import ignore


@pytest.fixture
def photograph(tmp_path, picture, monkeypatch):
    monkeypatch.setattr(glimpse, "LARGE", 1)
    path = tmp_path / "a.jpg"
    Pillow.fromarray(np.kron(picture, np.ones((4, 4, 1), np.uint8))).save(path, quality=95)
    return path


@pytest.fixture
def slow(monkeypatch):
    """Hold the reading of the whole until the event is set."""
    go = threading.Event()
    opened = loading.opened

    def held(*arguments):
        while not go.wait(0.01):
            arguments[-1]("reading", 0.0)
        return opened(*arguments)

    monkeypatch.setattr(loading, "opened", held)
    return go


@pytest.fixture
def loader(session):
    parent, images = QObject(), ImageCollection()
    loader = ImageLoader(session, images, ProjectSaver(session, images, parent), parent)
    loader.images = images
    yield loader
    session.close()
    loader.close()
    del parent


@pytest.fixture
def seen(loader, session, photograph, slow, qtbot):
    """A loader that reads, while the first sight is shown with its preview."""
    loader.open([photograph])
    qtbot.waitUntil(lambda: session.preview is not None, timeout=20_000)
    return loader


def test_it_is_shown_with_a_preview_until_the_whole_was_read(seen, session, slow, settled):
    first = session.document
    assert (first.stands_for, first.image.shape) == ((240, 360), (30, 45))
    assert len(session.preview.segments) >= 2
    assert seen.loading is not None
    assert seen.images.shown is None
    in_sight = []
    session.previewed.connect(in_sight.append)
    slow.set()
    settled(session)
    assert session.document.stands_for is None
    assert session.document.image.shape == (240, 360)
    assert not session.outdated
    assert session.preview is None
    assert in_sight[0] is not None, "what was seen stays in sight"
    assert in_sight[0].labels.shape == session.document.small.shape


def test_a_slider_is_followed_meanwhile(seen, session, qtbot):
    session.try_parameters(k=3)
    qtbot.waitUntil(lambda: len(session.preview.segments) == 3, timeout=20_000)
    assert len(np.unique(session.preview.labels.array()[:16, :22])) == 1


def test_nothing_can_be_done_to_it(seen, session):
    assert not session.may_edit()
    assert not session.strokes.begin()
    session.solve()
    assert not session.solver.solving


def test_what_is_asked_for_meanwhile_is_asked_for_afterwards(seen, session, slow, settled):
    session.set_parameters(k=2)
    assert session.document.stands_for is not None
    slow.set()
    settled(session)
    assert session.state.parameters.labels.k == 2
    assert len(session.state.segments) == 2


def test_when_the_reading_is_cancelled_nothing_stays(seen, session, qtbot):
    session.cancel()
    qtbot.waitUntil(lambda: seen.loading is None)
    assert session.document is None


def test_when_the_whole_cannot_be_read_nothing_stays(seen, session, slow, monkeypatch, qtbot, settled):
    def refuse(*_):
        raise UnreadableImage("“a.jpg” is damaged or cut short.")

    monkeypatch.setattr("segmenter.gui.project.opening.read_image", refuse)
    slow.set()
    settled(session)
    assert session.document is None


def test_another_image_is_selected_meanwhile(seen, session, slow, settled, tmp_path, picture):
    Pillow.fromarray(picture).save(tmp_path / "b.png")
    other = Row(Entry(tmp_path / "b.png"))
    seen.images.all.append(other)
    seen.select(other)
    assert session.document is None
    slow.set()
    settled(session)
    assert seen.images.shown is other
    assert session.document.image.shape == picture.shape[:2]


def test_small_images_and_other_files_have_none(photograph, tmp_path, picture, monkeypatch):
    assert glimpsed(Entry(photograph), DEFAULTS, ignore).history.state.parameters == DEFAULTS
    Pillow.fromarray(picture).save(tmp_path / "b.png")
    assert glimpsed(Entry(tmp_path / "b.png"), DEFAULTS, ignore) is None
    monkeypatch.setattr(glimpse, "LARGE", 10**6)
    assert glimpsed(Entry(photograph), DEFAULTS, ignore) is None


def test_its_preview_is_solved_as_that_of_the_image(photograph, monkeypatch):
    from segmenter.files.reading import read_image
    from segmenter.gui.session.document import document

    wanted = DEFAULTS.replace(smoothing=8, minimum_region=640)
    of_first = glimpsed(Entry(photograph), DEFAULTS, ignore).preview_parameters(wanted)
    assert of_first.features.smoothing == 1
    assert of_first.regions.minimum_region == 10
    of_whole = document(read_image(photograph)).preview_parameters(wanted)
    assert abs(of_first.affinity.radius - of_whole.affinity.radius) <= 1
