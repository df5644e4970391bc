"""What was found for the image that is shown, kept for recipes: the digest of its labels takes a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.files.findings import findings, versions

if TYPE_CHECKING:
    from segmenter.files.findings import Findings
    from segmenter.gui.project.image_collection import ImageCollection
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

KIND = "findings"


class FindingsKeeper(QObject):
    """Writes down what every final result found, in the background."""

    def __init__(self, session: Session, images: ImageCollection, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._images = session, images
        session.solved.connect(self._keep)

    def _keep(self) -> None:
        document, row = self._session.document, self._images.shown
        found = document.segmentation if document is not None else None
        source = document.image.source if document is not None else None
        if row is None or found is None or source is None:
            return

        def work(_progress: ProgressCallback) -> Findings:
            known = row.findings or row.entry.findings
            if known is None or not known.of(source, found.parameters) or known.versions != versions():
                known = findings(source, found)
            row.findings = known  # here and not when it is taken: saving may be next in the line
            return known

        self._session.in_background(KIND, work, lambda _: None)
