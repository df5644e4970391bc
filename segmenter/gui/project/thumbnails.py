"""Small pictures of images, made in the background for the rows that are on the screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from segmenter.files.reading import read_image
from segmenter.gui.app.qimages import from_rgb
from segmenter.gui.session.worker import Job, Worker
from segmenter.render.contrast import display

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from segmenter.progress import ProgressCallback

    Key = tuple[Path, int]

SIZE = QSize(144, 108)
"""Pixels: twice of what is shown on an ordinary screen."""

KEPT = 200
"""Small pictures that are kept: some 12 MB."""

SPARE = 4
"""Pixels that are looked at, in each direction, for one of the small picture."""


class Thumbnails(QObject):
    """Makes what is wanted, one after the other."""

    made = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("thumbnails", self)
        self._made: dict[Key, QImage] = {}  # the least used first
        self._wanted: list[Key] = []

    def get(self, key: Key) -> QImage | None:
        """Return the picture of a page of a file; a null one if there cannot be one, None if there is none yet."""
        if key in self._made:
            self._made[key] = self._made.pop(key)
        return self._made.get(key)

    def want(self, keys: Sequence[Key]) -> None:
        """Make these, the first one first; what was wanted before is wanted no more."""
        self._wanted = [key for key in keys if key not in self._made]
        self._go_on()

    def close(self) -> None:
        """Stop, and wait for the thread to end."""
        self._wanted = []
        self._worker.close()

    def _go_on(self) -> None:
        if self._wanted and not self._worker.busy():
            key = self._wanted[0]
            work = partial(_thumbnail, *key)
            self._worker.submit(Job("thumbnail", work, partial(self._take, key), partial(self._give_up, key)))

    def _take(self, key: Key, picture: QImage) -> None:
        self._made[key] = picture
        while len(self._made) > KEPT:
            del self._made[next(iter(self._made))]
        self._wanted = [other for other in self._wanted if other != key]
        self.made.emit()
        self._go_on()

    def _give_up(self, key: Key, error: Exception) -> None:
        """Show nothing: why, is said when the image is opened."""
        self._take(key, QImage())


def _thumbnail(path: Path, page: int, progress: ProgressCallback) -> QImage:
    """Return an image in small."""
    small = _jpeg(path)
    if small.isNull():
        image = read_image(path, page=page)
        step = max(1, min(image.shape[0] // (SPARE * SIZE.height()), image.shape[1] // (SPARE * SIZE.width())))
        mask = None if image.mask is None else image.mask[::step, ::step]
        small = from_rgb(display(replace(image, pixels=image.pixels[::step, ::step], mask=mask)))
    if small.width() <= SIZE.width() and small.height() <= SIZE.height():
        return small
    return small.scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _jpeg(path: Path) -> QImage:
    """Read a JPEG at a fraction of its size, which takes a fraction of the time; a null image for all else."""
    reader = QImageReader(str(path))
    if bytes(reader.format().data()) != b"jpeg":
        return QImage()
    reader.setAutoTransform(True)
    wanted = reader.size().scaled(SIZE * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if wanted.width() < reader.size().width():
        reader.setScaledSize(wanted)
    return reader.read()
