"""Copying what is seen, or the mask, and pasting an image."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from segmenter.gui.project.pasted import keep, pasted_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

    from segmenter.document.state import State
    from segmenter.gui.canvas.canvas import Canvas
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.session import Session

MOST = 65_535
"""The largest label that an image of 16 bits holds."""


class Clipboard(QObject):
    """What goes to the clipboard of the desktop and comes from it."""

    def __init__(self, session: Session, controller: ProjectController, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._session, self._controller, self._canvas = session, controller, canvas

    def copy_view(self) -> None:
        """Copy what is seen of the image, as large as it is seen."""
        if self._session.document is not None:
            _clipboard().setImage(self._canvas.view_image())

    def copy_mask(self) -> None:
        """Copy the selected segments as white on black; without a selection the labels of all, as grey values."""
        state = self._session.state
        if state.labels is None:
            self._session.say(self.tr("There are no segments yet; they come with the first result."))
            return
        image = mask_image(state, self._session.selection)
        if image is None:
            self._session.say(self.tr("There are more labels than an image in the clipboard holds; export them."))
        else:
            _clipboard().setImage(image)

    def paste(self) -> None:
        """Open the image in the clipboard, or the files that were copied, as new images."""
        content = _clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
        if paths:
            self._controller.open(paths)
        elif content.hasImage() and not (image := _clipboard().image()).isNull():
            folder = pasted_folder()

            def work(_progress: object) -> Path:
                return keep(image, folder)

            self._session.in_background("paste", work, lambda path: self._controller.open([path]))
        else:
            self._session.say(self.tr("There is no image in the clipboard."))


def mask_image(state: State, selection: frozenset[int]) -> QImage | None:
    """Return segments as an image: those selected white, or, if none is, each with its number; None if too many."""
    assert state.labels is not None
    labels = state.labels.array()
    if selection:
        pixels = state.labels.table(selection).take(labels) * np.uint8(255)
    elif state.labels.largest() > MOST:
        return None
    else:
        pixels = labels.astype(np.uint8 if state.labels.largest() < 256 else np.uint16)
    kind = QImage.Format.Format_Grayscale8 if pixels.itemsize == 1 else QImage.Format.Format_Grayscale16
    rows, columns = pixels.shape
    return QImage(np.ascontiguousarray(pixels).data, columns, rows, columns * pixels.itemsize, kind).copy()


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
