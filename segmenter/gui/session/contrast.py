"""How the open image is shown: a look at it that a person changes, and that changes no number."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.gui.session.worker import Job
from segmenter.render.contrast import automatic, shown

if TYPE_CHECKING:
    from segmenter.gui.session.split_assistant import Host
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

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._contrast: Contrast | None = None

    @property
    def contrast(self) -> Contrast:
        """How the open image is shown; nothing where none is open."""
        document = self._session.document
        if self._contrast is None and document is not None:
            self._contrast = automatic(document.image)
        return self._contrast or ()

    def use(self, contrast: Contrast) -> None:
        """Show the image in another way."""
        document = self._session.document
        if document is None or contrast == self.contrast:
            return
        self._contrast = contrast
        rows, columns = document.image.shape
        step = 2 ** max(0, math.ceil(math.log2(math.sqrt(rows * columns / AT_ONCE))))
        small = shown(document.image, contrast, step)
        if step == 1:
            document.picture = small
        else:

            def take(picture: RGB) -> None:
                if document is self._session.document and contrast == self._contrast:
                    document.picture = picture
                    self.changed.emit(picture, 1)

            job = Job(KIND, lambda progress: shown(document.image, contrast, 1, progress), take, self._session.report)
            self._session.io_worker.cancel(KIND)
            self._session.io_worker.submit(job)
        self.changed.emit(small, step)

    def forget(self) -> None:
        """Show another image as it is."""
        self._contrast = None
