"""The rooms of the window without threads: what runs in the background runs when a test says so."""

from __future__ import annotations

import sys
import threading
from types import SimpleNamespace

import numpy as np
from PIL import Image as Pillow
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from segmenter.gui.canvas.canvas import Canvas
from segmenter.gui.docks.parameters.panel import ParameterPanel
from segmenter.gui.main.message_bar import MessageBar
from segmenter.gui.project.controller import ProjectController
from segmenter.gui.session import document, solver, worker
from segmenter.gui.session.selection_edits import SelectionEdits
from segmenter.gui.session.session import Session
from segmenter.gui.session.view_state import ViewState
from segmenter.gui.session.worker import Worker

SHAPE = (24, 36)


class NoThread:
    """In place of a thread: nothing runs by itself."""

    def __init__(self, **_):
        pass

    def start(self):
        pass

    def join(self):
        pass


def cheap(image, parameters, *, progress, **_):
    """Stand in for the numbers: stripes, whose number is k and whose order and place follow from the radius."""
    progress("labels", 0.5)
    rows, columns = image.shape
    k = 4 if parameters.labels.k == "auto" else parameters.labels.k
    row, column = np.arange(rows)[:, None] * 3 // rows, np.arange(columns) * k // columns
    labels = (row + column + parameters.affinity.radius) % k + 1
    return SimpleNamespace(
        labels=labels.astype(np.int32), parameters=parameters, regions=None, chosen="tree", sigma_intensity=9.5,
        suggested_k=4, strength=30.0, reduction=1, eigenvalues=np.linspace(0, 0.5, 8), eigenvectors=None, count=k,
        normalized_cut=0.25, lower_bound=0.1, residuals=np.zeros(8), iterations=(3, 2), converged=True,
    )  # fmt: skip


class Rooms:
    """Session, list of images, panel, canvas and message bar, put together as the window does."""

    def __init__(self, monkeypatch, folder):
        names = SimpleNamespace(Thread=NoThread, Condition=threading.Condition, Event=threading.Event)
        monkeypatch.setattr(worker, "threading", names)
        monkeypatch.setattr(solver.segmenter, "segment", cheap)
        monkeypatch.setattr(document, "PREVIEW_PIXELS", SHAPE[0] * SHAPE[1] // 4)
        self.images = [folder / f"{name}.png" for name in "abcd"]
        for seed, path in enumerate(self.images):
            noise = np.random.default_rng(seed).integers(0, 255, (*SHAPE, 3), dtype=np.uint8)
            Pillow.fromarray(noise).save(path)
        self.broken = folder / "broken.png"
        self.broken.write_bytes(b"nothing")
        self.project = folder / "work.segmenter"
        self.errors = []
        self._hook, sys.excepthook = sys.excepthook, lambda kind, error, trace: self.errors.append(error)
        self.session, self.view_state = Session(), ViewState()
        self.controller = ProjectController(self.session, folder / "journals")
        self.panel = ParameterPanel(self.session)
        self.panel.resize(360, 420)
        self.panel.rows["radius"].slider.resize(200, 20)
        self.canvas = Canvas(self.session, self.view_state)
        self.canvas.resize(360, 240)
        self._desk = QWidget()  # never shown: what stands in it is shown as far as it knows
        self.bar = MessageBar(self.session, self._desk)
        self.edits = SelectionEdits(self.session)
        self.session.failed.connect(self.errors.append)
        self.workers = self.session.findChildren(Worker)

    def close(self):
        self.reset()
        sys.excepthook = self._hook
        self.session.close()
        self.controller.close()
        for widget in (self.panel, self.canvas, self._desk):
            widget.deleteLater()

    def reset(self):
        """Be as at the start."""
        self.canvas.cancel()
        self.panel.rows["radius"].slider.setSliderDown(False)
        self.panel._pause.stop()
        self.session.cancel()
        for each in self.workers:
            each.cancel()
            each._taken.clear()
        self.session.show(None)
        self.session.set_live(True)
        controller = self.controller
        controller._images.replace(())
        controller._images._classes = ()
        controller._loader._parameters = self.session.state.parameters
        controller._journal._timer.stop()
        controller._saver.begin(None)
        controller._saver._after.clear()
        controller.save_journal_now()
        self.project.unlink(missing_ok=True)
        while self.bar._message is not None:
            self.bar._end()
        self.view_state.set(tool="brush", brush=3, view="segments")
        self.errors.clear()

    # What runs in the background

    def advance(self, which):
        """Let a worker begin a job, or end the one it has begun."""
        if which._taken:
            job = which._taken[0]
            which._hand_over(job, which._outcome(job))
        elif which._waiting:
            which._next()

    def busy(self):
        return [each for each in self.workers if each._taken or each._waiting]

    # What a hand does

    def mouse(self, widget, kind, place, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
        """Send an event of the mouse to a widget."""
        kinds = {
            "press": QEvent.Type.MouseButtonPress,
            "move": QEvent.Type.MouseMove,
            "release": QEvent.Type.MouseButtonRelease,
        }
        place = QPointF(place)
        caused = Qt.MouseButton.NoButton if kind == "move" else button
        held = Qt.MouseButton.NoButton if kind == "release" else button
        QApplication.sendEvent(widget, QMouseEvent(kinds[kind], place, place, caused, held, modifiers))

    def on_canvas(self, kind, pixel, **options):
        """Send an event of the mouse to a pixel of the image."""
        row, column = pixel
        x, y = self.canvas.view.to_screen(column + 0.5, row + 0.5)
        self.mouse(self.canvas, kind, QPointF(x, y) / self.canvas.devicePixelRatioF(), **options)
