"""The boundaries of the region tree over the image: the longer a boundary stays, the stronger its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt

from segmenter.core.interaction.inspection import boundaries, relative
from segmenter.core.regions.dendrogram import joining, lay_out
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.gui.app.qimages import from_codes
from segmenter.gui.canvas.squares import Squares, seen

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from segmenter.core.regions.dendrogram import Dendrogram
    from segmenter.core.regions.tree import RegionTree
    from segmenter.gui.canvas.view_transform import ViewTransform

    Codes = NDArray[np.uint8]

WIDER: Final = (64, 150)
"""Strengths, 1 … 255, from which lines are two and three times as wide as the thinnest."""

FAINTEST = 40
"""Opacity of the weakest boundary, 0 … 255."""

COLOURS = [0, *(min(FAINTEST + strength, 255) << 24 for strength in range(1, 256))]
"""Of boundaries by strength: black, ever more opaque."""

REACH = 3.0
"""Screen pixels from the cursor within which a boundary is meant."""


@dataclass(frozen=True, eq=False)
class Boundaries:
    """A region tree, ready to be asked which boundary is where.

    Attributes
    ----------
    base : LabelMap
        The base regions on every pixel of the image.
    dendrogram : Dendrogram
    strengths : ndarray of uint8, shape (merges,)
        Of the boundary that each merge removes, 1 … 255.
    """

    base: LabelMap
    dendrogram: Dendrogram
    strengths: Codes

    @classmethod
    def of(cls, tree: RegionTree, base: NDArray[np.integer]) -> Boundaries:
        """Prepare a tree; `base` are its base regions on every pixel."""
        strengths = np.rint(1 + 254 * relative(tree)).astype(np.uint8)
        return cls(LabelMap.of(base.astype(np.int32)), lay_out(tree.merges), strengths)

    def between(self, labels: NDArray[np.int32]) -> Codes:
        """Return at each pixel the strength of its boundary to the right or lower neighbour; 0 where there is none."""
        return boundaries(labels, self.dendrogram, self.strengths)

    def labels_without(self, labels: NDArray[np.int32]) -> int | None:
        """Return how many labels are left when the last of the boundaries in a window goes; None without any."""
        regions = np.unique(labels[labels > 0])
        if len(regions) < 2:
            return None
        pairs = np.stack([np.full(len(regions) - 1, regions[0]), regions[1:]], axis=1)
        return len(self.dendrogram.order) - 1 - int(joining(self.dendrogram, pairs).max())


class BoundaryLayer:
    """Draws boundaries at the resolution of the screen."""

    def __init__(self, boundaries: Boundaries, width: int = 1) -> None:
        self._boundaries = boundaries
        self._width = width
        self._squares = Squares(self._lines)

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect, opacity: float) -> None:
        """Draw what meets a part of the screen, over the image turned pale."""
        painter.setOpacity(opacity)
        painter.fillRect(view.on_screen(Rectangle(0, 0, *view.shape)) & exposed, Qt.GlobalColor.white)
        painter.setOpacity(1)
        for x, y, lines in self._squares.met(view, exposed):
            painter.drawImage(x, y, lines)

    def describe(self, row: int, column: int, view: ViewTransform) -> str:
        """Say how strong the boundary at a pixel is."""
        reach = max(round(REACH / view.scale), 1)
        near = Rectangle(row, column, row + 1, column + 1).grown(reach).within(view.shape)
        left = self._boundaries.labels_without(self._boundaries.base.window(near))
        if left is None:
            return ""
        text = QCoreApplication.translate("BoundaryLayer", "This boundary is there with {count} segments or more.")
        return text.format(count=left + 1)

    def _lines(self, place: Rectangle, view: ViewTransform) -> QImage:
        """Draw the lines of a square."""
        margin = 3 * self._width
        rows, columns, _ = seen(place.grown(margin), view)
        codes = self._boundaries.between(self._boundaries.base.picked(rows, columns))
        for steps, least in enumerate((1, *WIDER)):
            for _ in range(self._width if steps else self._width - 1):
                codes = _spread(codes, least)
        return from_codes(codes[margin:-margin, margin:-margin], COLOURS)


def _spread(codes: Codes, least: int) -> Codes:
    """Make the lines that have some strength a pixel wider to the right and down, or to the left and up."""
    strong = np.where(codes >= least, codes, 0)
    wider = codes.copy()
    np.maximum(wider[1:], strong[:-1], out=wider[1:])
    np.maximum(wider[:, 1:], strong[:, :-1], out=wider[:, 1:])
    return wider
