"""Selecting what looks like the selection, up to a distance that is dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Collection

    from segmenter.core.regions.region_map import RegionMap
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.host import Host
    from segmenter.progress import ProgressCallback

KIND = "similar"


class SimilarAssistant(QObject):
    """Knows how different each segment looks from those that were selected, and selects the nearer ones."""

    changed = Signal()

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._begun: frozenset[int] = frozenset()
        self._distances: dict[int, float] = {}
        self._selecting = False
        self.threshold = 0.0

    @property
    def active(self) -> bool:
        """Whether a distance can be chosen."""
        return bool(self._distances)

    @property
    def farthest(self) -> float:
        """The distance within which all segments are."""
        return max(self._distances.values(), default=0.0)

    @property
    def count(self) -> int:
        """How many segments are selected."""
        return len(self._session.selection)

    def begin(self) -> None:
        """Find out in the background how different all segments look from those that are selected."""
        session = self._session
        document, labels = session.document, session.state.labels
        chosen = session.selection & session.state.segments.keys()
        if document is None or labels is None or not chosen:
            session.say(self.tr("Select a segment first: click it in the image or in the table."))
            return

        def work(progress: ProgressCallback) -> tuple[dict[int, float], float]:
            from segmenter.core.interaction.similarity import distances, widest_gap  # noqa: PLC0415

            regions = _regions(document, progress)
            found = {} if regions is None else distances(regions, labels.array(), chosen)
            return found, widest_gap([found[number] for number in found.keys() - chosen])

        def done(answer: tuple[dict[int, float], float]) -> None:
            if document is session.document and session.state.labels is labels:
                self._begin(chosen, *answer)

        session.in_background(KIND, work, done)

    def choose(self, threshold: float) -> None:
        """Select what is within a distance."""
        if self.active:
            self.threshold = threshold
            near = {number for number, distance in self._distances.items() if distance <= threshold}
            self._selects(self._begun | near)
            self.changed.emit()

    def end(self) -> None:
        """Leave the selection as it is, and ask no more."""
        self._session.io_worker.cancel(KIND)
        if self._distances:
            self._distances = {}
            self.changed.emit()

    def cancel(self) -> None:
        """Select what was selected before."""
        if self._distances:
            self._selects(self._begun)
        self.end()

    def _begin(self, chosen: Collection[int], found: dict[int, float], threshold: float) -> None:
        if len(found) < 2:
            self._session.say(self.tr("There is nothing else that could look like this."))
            return
        self._begun, self._distances = frozenset(chosen), found
        self.choose(threshold)

    def _selects(self, numbers: frozenset[int]) -> None:
        self._selecting = True
        self._session.select(numbers)
        self._selecting = False

    def follow_selection(self) -> None:
        """End where somebody selects something else."""
        if not self._selecting:
            self.end()


def _regions(document: Document, progress: ProgressCallback) -> RegionMap | None:
    """Return the regions of the image; those of the tree, where another method is shown."""
    import segmenter  # noqa: PLC0415

    found = document.segmentation
    if found is None or found.regions is None:
        parameters = document.history.state.parameters.replace(method="tree")
        found = segmenter.segment(document.image, parameters, cache=document.cache, progress=progress)
    return found.regions
