"""What waits with an image beside its states: how it is to be seen, and the clicks of an object under way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from segmenter.gui.project.image_collection import ImageCollection
    from segmenter.gui.project.saving import ProjectSaver
    from segmenter.gui.session.session import Session
    from segmenter.render.contrast import Contrast


class AsideKeeper(QObject):
    """Puts what a person chose or pointed at into the entry of the image that is shown."""

    kept = Signal()
    turned = Signal()
    """There is work that is not saved now and there was none before, or the other way round."""

    def __init__(self, session: Session, images: ImageCollection, saver: ProjectSaver, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._images, self._saver = session, images, saver
        session.contrast.chosen.connect(self._keep_contrast)
        session.object_assistant.changed.connect(self._keep_clicks)

    def _keep_contrast(self, contrast: Contrast | None) -> None:
        """Keep how it is to be seen; that is to be saved where there is a project."""
        self._keep(counts=self._saver.listed, contrast=contrast)

    def _keep_clicks(self) -> None:
        """Keep the clicks; they are work like any other, and `Row.unsaved` knows of them."""
        row, document = self._images.shown, self._session.document
        if row is not None and document is not None and row.history is document.history:
            unfinished = self._session.object_assistant.unfinished
            if unfinished != row.entry.unfinished:
                self._keep(counts=False, unfinished=unfinished)

    def _keep(self, *, counts: bool, **changes: Any) -> None:
        row, modified = self._images.shown, self._saver.modified
        if row is None:
            return
        row.entry = replace(row.entry, **changes)
        if counts:
            self._saver.count_change()
        self.kept.emit()
        if self._saver.modified != modified:
            self.turned.emit()
