"""What the tests of the window share."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType, SimpleNamespace

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QPoint,
    QPointF,
    QSettings,
    QStandardPaths,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from segmenter.core.image import from_array
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State
from segmenter.gui.app.garbage import Collector
from segmenter.gui.app.settings import Settings
from segmenter.gui.canvas.canvas import Canvas
from segmenter.gui.main.window import Window
from segmenter.gui.project import controller as keeping
from segmenter.gui.project.controller import ProjectController
from segmenter.gui.session.document import document
from segmenter.gui.session.session import Session
from segmenter.gui.session.trial import Trial
from segmenter.gui.session.view_state import ViewState
from segmenter.gui.session.worker import Job, Worker
from segmenter.parameters import DEFAULTS

PROJECT_THREADS = ("segmenter-listing", "segmenter-locating", "segmenter-journal")


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Keep settings and journals of the tests away from those of whoever runs them."""
    QCoreApplication.setOrganizationName("SegmenterTests")
    QCoreApplication.setApplicationName("SegmenterTests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QStandardPaths.setTestModeEnabled(True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(keeping, "default_folder", lambda: tmp_path / "journals")


@pytest.fixture(autouse=True, scope="session")
def collector(qapp):
    """Destroy Qt objects in this thread, as the program does."""
    collector = Collector()
    yield collector
    collector.close()


@pytest.fixture(autouse=True)
def nothing_stays(qapp, collector):
    """Fail a test that leaves a thread of ours or a visible window behind."""
    yield
    collector.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    deadline = time.monotonic() + 5
    while (left := [thread.name for thread in threading.enumerate() if _ours(thread)]) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left, f"threads left behind: {left}"
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _ours(thread):
    """Tell whether a thread belongs to a Worker; the pool of the numbers stays for the whole process."""
    return thread.name in (
        "segmenter-solver",
        "segmenter-clerk",
        "segmenter-thumbnails",
        "segmenter-batch",
        *PROJECT_THREADS,
    )


@pytest.fixture
def picture():
    """Return a photograph in small: three areas with a little noise."""
    areas = np.zeros((60, 90), np.int32)
    areas[:, 50:] = 1
    areas[35:, 40:75] = 2
    colours = np.array([[60, 110, 180], [210, 180, 60], [150, 40, 50]], np.int32)[areas]
    noise = np.random.default_rng(5).integers(-6, 7, colours.shape)
    return np.clip(colours + noise, 0, 255).astype(np.uint8)


@pytest.fixture
def session(qtbot):
    """Return a session without an image."""
    session = Session()
    yield session
    session.close()


@pytest.fixture
def settled(qtbot):
    """Return a function that waits until all threads of a session have done what they were asked for."""

    def wait(session):
        workers = session.findChildren(Worker)
        qtbot.waitUntil(lambda: not any(worker.busy() for worker in workers), timeout=20_000)

    return wait


@pytest.fixture
def opened(session, picture, settled):
    """Return a session with an image and its first final result: three segments."""
    session.show(document(from_array(picture)))
    settled(session)
    session.set_parameters(k=3, minimum_region=20)
    settled(session)
    assert len(session.state.segments) == 3
    return session


class Clerk:
    """A clerk who works at once, or as soon as he is told to."""

    def __init__(self):
        self.waiting = {}
        self.at_once = True

    def submit(self, job):
        self.waiting[job.kind] = job
        if self.at_once:
            self.work()

    def cancel(self, *kinds):
        for kind in kinds:
            self.waiting.pop(kind, None)

    def work(self):
        for kind in list(self.waiting):
            job = self.waiting.pop(kind)
            job.done(job.work(lambda stage, fraction: None))


class StandIn(QObject):
    """A session that computes nothing: it writes down what it is asked for, and shows what it is told."""

    opened, changed, previewed, solved = Signal(), Signal(object, object), Signal(object), Signal()
    selection_changed, live_changed = Signal(), Signal(bool)

    def __init__(self):
        super().__init__()
        self.state, self.document, self.preview = State(), None, None
        self.selection, self.live = frozenset(), True
        self.io_worker, self.calls, self.trial = Clerk(), [], None

    def try_parameters(self, step="", /, **changes):
        self.calls.append(("try_parameters", changes))
        self.trial = Trial.of(self.state.parameters.replace(**changes), changes, step)

    def settle(self):
        self.calls.append(("settle",))
        self.trial = None

    def set_parameters(self, step="", /, **changes):
        self.calls.append(("set_parameters", changes))
        self.trial = None
        self.move(replace(self.state, parameters=self.state.parameters.replace(**changes)))

    def use_parameters(self, parameters, step):
        self.calls.append(("use_parameters", parameters, step))
        self.move(replace(self.state, parameters=parameters))

    def describe(self, *arguments, **options):
        self._note("describe", *arguments, **options)

    def edit(self, step, function, /, *arguments, **options):
        self._note("edit", step, function, *arguments, **options)
        self.move(function(self.state, *arguments, **options))

    def in_background(self, kind, work, done):
        self.io_worker.submit(Job(kind, work, done, self.report))

    def report(self, *arguments, **options):
        self._note("report", *arguments, **options)

    def say(self, *arguments, **options):
        self._note("say", *arguments, **options)

    def set_live(self, *arguments, **options):
        self._note("set_live", *arguments, **options)

    def solo(self, *arguments, **options):
        self._note("solo", *arguments, **options)

    def solve(self, *arguments, **options):
        self._note("solve", *arguments, **options)

    def _note(self, name, /, *arguments, **options):
        self.calls.append((name, *arguments, *([options] if options else [])))

    def select(self, numbers):
        self.selection = frozenset(numbers)
        self.calls.append(("select", self.selection))
        self.selection_changed.emit()

    def move(self, state):
        """Have another state."""
        before, self.state = self.state, state
        self.changed.emit(before, state)

    def open(self, state, pixels, segmentation=None):
        """Have a document."""
        self.state = state
        self.document = SimpleNamespace(image=from_array(pixels), segmentation=segmentation)
        self.opened.emit()

    def show_preview(self, state):
        """Have a preview, or none."""
        self.preview = state
        self.previewed.emit(state)

    def asked(self, name):
        """Return what was asked for under a name, without the name."""
        return [call[1:] for call in self.calls if call[0] == name]


@pytest.fixture
def stand_in(qapp):
    """Return a session without threads and numbers."""
    return StandIn()


@pytest.fixture
def found():
    """Return a final result as far as docks look into it."""
    vectors = np.random.default_rng(3).standard_normal((20, 30, 8)).astype(np.float32)
    vectors[:, :, 0] = 0.1
    return SimpleNamespace(
        sigma_intensity=2.3125,
        suggested_k=12,
        strength=812.5,
        chosen="tree",
        reduction=3,
        eigenvalues=np.array([0, 0.001, 0.0012, 0.02, 0.021, 0.022, 0.023, 0.024]),
        residuals=np.full(8, 1e-4),
        eigenvectors=vectors,
    )


@pytest.fixture
def view_state():
    """Return how things are shown, as it is at first."""
    return ViewState()


@pytest.fixture
def labelled(session, picture, monkeypatch):
    """Return a session with the picture and the three segments in it, 1 to 3; nothing is solved."""
    labels = np.ones(picture.shape[:2], np.int32)
    labels[:, 50:] = 2
    labels[35:, 40:75] = 3
    monkeypatch.setattr(session.solver, "solve", lambda *_: None)
    segments = {number: Segment() for number in (1, 2, 3)}
    state = State(solved=DEFAULTS, labels=LabelMap.of(labels), segments=MappingProxyType(segments))
    session.show(document(from_array(picture), state))
    return session


@pytest.fixture
def canvas(qtbot, labelled, view_state, settled):
    """Return a canvas that shows the picture with its segments, a pixel on 6 of the screen."""
    canvas = Canvas(labelled, view_state)
    qtbot.addWidget(canvas)
    canvas.resize(600, 440)
    canvas.show()
    settled(labelled)
    canvas.zoom_at(6 / canvas.view.scale, QPointF(300, 220))
    qtbot.mouseMove(canvas, QPoint(1, 1))  # away from where an earlier test left it: no move is no event
    yield canvas
    canvas.close()


@pytest.fixture
def spot(canvas):
    """Return a function that tells where on the canvas the middle of a pixel is."""

    def find(row, column):
        x, y = canvas.view.to_screen(column + 0.5, row + 0.5)
        return QPoint(round(x), round(y))

    return find


@pytest.fixture
def drop(qapp):
    """Return a function that sends a widget what a drag onto it sends, and tells whether it was welcome."""

    def do(widget, data, place):
        rest = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter, move = QDragEnterEvent(place, *rest), QDragMoveEvent(place, *rest)
        QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, move)
        if not (enter.isAccepted() and move.isAccepted()):
            QApplication.sendEvent(widget, QDragLeaveEvent())
            return False
        event = QDropEvent(QPointF(place), *rest, QEvent.Type.Drop)
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    return do


@pytest.fixture
def window(qtbot, tmp_path):
    """Return the window with all that is behind it, on the screen, without an image."""
    session, view_state, settings = Session(), ViewState(), Settings()
    controller = ProjectController(session, tmp_path / "journals")
    window = Window(session, controller, view_state, settings)
    qtbot.addWidget(window)
    window.resize(911, 480)
    window.show()
    qtbot.waitActive(window)
    yield window
    controller.discard()
    window.close()


@pytest.fixture
def shown(window, picture, settled, tmp_path):
    """Return the window with a picture of three segments in it."""
    path = tmp_path / "photo.png"
    Pillow.fromarray(picture).save(path)
    window._controller.open([path])
    settled(window._session)
    window._session.set_parameters(k=3, minimum_region=20)
    settled(window._session)
    assert len(window._session.state.segments) == 3
    return window


@pytest.fixture
def photos(tmp_path, picture):
    """Return a folder of four small images, the first of them damaged."""
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "broken.png").write_bytes(b"nothing")
    for number in range(1, 4):
        Pillow.fromarray(np.roll(picture, 3 * number, axis=1)).save(folder / f"photo{number}.png")
    return folder


@contextmanager
def locale(name):
    """Write numbers, and choose pages, as somewhere."""
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def english():
    """As in the United States, wherever the tests run."""
    with locale("en_US"):
        yield


@pytest.fixture
def german():
    """As in Germany."""
    with locale("de_DE"):
        yield
