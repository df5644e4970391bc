"""Names, or numbers, on the segments: of those that have room for them on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QColor, QPainterPath, QPen
from shiboken6 import isValid

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from segmenter.document.label_map import LabelMap
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

KIND = "names"
"""The kind of the job."""

SIDE = 1400
"""Rows or columns that are looked at, at most: room for a name is not lost between them."""

SIZE, LEAST = 12, 8
"""Logical pixels: of the letters; from the middle of a segment to its edge at least."""

WIDER = 1.7
"""How many times as wide as that a text may be, to either side."""

INK, HALO = QColor(255, 255, 255), QColor(0, 0, 0, 200)


@dataclass(frozen=True, eq=False)
class Room:
    """Where there is room in each segment: columns, rows and radii by number, pixels of the image."""

    labels: LabelMap
    columns: NDArray[np.float64]
    rows: NDArray[np.float64]
    radii: NDArray[np.float64]


class NameLayer(QObject):
    """Finds places in the background, and writes."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._room: Room | None = None
        self._asked: LabelMap | None = None

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect) -> None:
        """Write what meets a part of the screen; what is not known yet is asked for."""
        state = self._session.shown
        if self._session.preview is not None or state.labels is None:
            return
        if self._room is None or self._room.labels is not state.labels:
            self._ask(state.labels)
        room = self._room
        if room is None or room.labels.shape != state.labels.shape:
            return
        ratio = painter.device().devicePixelRatioF()
        left, top = view.origin
        xs, ys = left + room.columns * view.scale, top + room.rows * view.scale
        radii = room.radii * view.scale
        near = (xs + radii > exposed.left()) & (xs - radii < exposed.right() + 1)
        near &= (ys > exposed.top() - 30 * ratio) & (ys < exposed.bottom() + 30 * ratio) & (radii >= LEAST * ratio)
        painter.save()
        font = painter.font()
        font.setPixelSize(round(SIZE * ratio))
        painter.setFont(font)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        for number in np.flatnonzero(near).tolist():
            segment = state.segments.get(number)
            if segment is not None and segment.visible:
                place = QPointF(xs[number], ys[number])
                self._write(painter, place, (segment.name, str(number)), WIDER * radii[number], ratio)
        painter.restore()

    def _write(self, painter: QPainter, place: QPointF, texts: tuple[str, str], aside: float, ratio: float) -> None:
        """Write the first text that fits; the last one always does."""
        metrics = painter.fontMetrics()
        name, number = texts
        text = name if name and metrics.horizontalAdvance(name) <= 2 * aside else number
        path = QPainterPath()
        start = place + QPointF(-metrics.horizontalAdvance(text) / 2, metrics.ascent() / 2 - ratio)
        path.addText(start, painter.font(), text)
        painter.strokePath(path, QPen(HALO, 3 * ratio))
        painter.fillPath(path, INK)

    def _ask(self, labels: LabelMap) -> None:
        if self._asked is labels:
            return
        self._asked = labels
        self._session.io_worker.cancel(KIND)
        self._session.in_background(KIND, partial(find_room, labels), self._take)

    def _take(self, room: Room) -> None:
        if isValid(self):
            self._room = room
            self.changed.emit()


def find_room(labels: LabelMap, progress: ProgressCallback) -> Room:
    """Find where there is room, on a grid that is coarse for large images."""
    from segmenter.core.regions.middles import middles  # noqa: PLC0415 - few need it

    progress("labels", 0.0)
    step = max(1, -(-max(labels.shape) // SIDE))
    rows, columns = (np.arange(step // 2, extent, step) for extent in labels.shape)
    if not len(rows) or not len(columns):
        rows, columns = (np.arange(extent) for extent in labels.shape)
        step = 1
    places, radii = middles(labels.picked(rows, columns))
    at = [(lines[places[:, axis]] + 0.5).astype(np.float64) for axis, lines in enumerate((rows, columns))]
    return Room(labels, at[1], at[0], radii.astype(np.float64) * step)
