"""How the open image is shown: a look at it that a person changes, and that changes no number."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.render.contrast import automatic, shown

if TYPE_CHECKING:
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.host import Host
    from segmenter.render.contrast import Contrast
    from segmenter.render.overlay import RGB

AT_ONCE = 500_000
"""Pixels that are shown while a hand moves: the others follow in the background."""

KIND = "contrast"
"""The kind of the job."""


class ContrastControl(QObject):
    """Keeps how the image is shown, and makes the picture anew."""

    changed = Signal(object, int)
    """The picture, and of how many rows and columns one is in it, a power of two."""
    chosen = Signal(object)
    """How a person wants to see the open image; None: as always."""

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._usual: Contrast | None = None  # of the open image

    @property
    def contrast(self) -> Contrast:
        """How the open image is shown; nothing where none is open."""
        document = self._session.document
        if document is None:
            return ()
        return document.contrast or self._as_always(document)

    def use(self, contrast: Contrast) -> None:
        """Show the image in another way."""
        document = self._session.document
        if document is None or contrast == self.contrast:
            return
        document.contrast = None if contrast == self._as_always(document) else contrast
        rows, columns = document.image.shape
        step = 2 ** max(0, math.ceil(math.log2(math.sqrt(rows * columns / AT_ONCE))))
        small = shown(document.image, contrast, step)
        if step == 1:
            document.picture = small
        else:

            def take(picture: RGB) -> None:
                if document is self._session.document and contrast == self.contrast:
                    document.picture = picture
                    self.changed.emit(picture, 1)

            self._session.io_worker.cancel(KIND)
            self._session.in_background(KIND, partial(shown, document.image, contrast, 1), take)
        self.changed.emit(small, step)
        self.chosen.emit(document.contrast)

    def forget(self) -> None:
        """Know nothing of the image before."""
        self._usual = None

    def _as_always(self, document: Document) -> Contrast:
        """Return how the image is shown if nobody chooses."""
        if self._usual is None:
            self._usual = automatic(document.image)
        return self._usual
