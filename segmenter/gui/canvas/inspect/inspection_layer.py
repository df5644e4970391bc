"""What lies over the image in place of the segments: a look at the eigenvectors and at the region tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from segmenter.core.interaction.inspection import generalized, margin, similarity
from segmenter.document.carry_over import resampled
from segmenter.gui.canvas.inspect.boundary_layer import Boundaries, BoundaryLayer
from segmenter.gui.canvas.inspect.legend import Legend
from segmenter.gui.canvas.inspect.map_layer import MapLayer
from segmenter.gui.canvas.tools import crosshair
from segmenter.render.colormaps import diverging, false_colours, full

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from segmenter.core.segmentation import Segmentation
    from segmenter.core.solver.blocks import Array
    from segmenter.document.label_map import LabelMap
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import View, ViewState
    from segmenter.progress import ProgressCallback


class Layer(Protocol):
    """Something that lies over the image."""

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect, opacity: float) -> None:
        """Draw what meets a part of the screen."""

    def describe(self, row: int, column: int, view: ViewTransform) -> str:
        """Say what is at a pixel of the image; nothing if there is nothing to say."""


@dataclass(frozen=True)
class Wish:
    """What is to be looked at.

    `labels` matter to the margin only, `vectors` to the eigenvectors, `at`, a row and column of the image, to the
    similarity; they are None, or empty, for all others, so that a wish is the same as long as it looks the same.
    """

    view: View
    segmentation: Segmentation
    labels: LabelMap | None = None
    vectors: tuple[int, ...] = ()
    at: tuple[int, int] | None = None
    width: int = 1


class InspectionLayer(QObject):
    """Makes the layer that is looked at, in the background, and draws it."""

    changed = Signal()

    def __init__(self, session: Session, view_state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view_state = session, view_state
        self._wish: Wish | None = None
        self._layer: Layer | None = None
        self._pixel: tuple[int, int] | None = None
        self._pinned = False
        self._width = 1
        session.opened.connect(self._reset)
        session.solved.connect(self._renew)
        session.changed.connect(self._renew)
        view_state.changed.connect(self._follow)

    @property
    def hint(self) -> str:
        """Why nothing is shown that was asked for; empty if something is, or soon will be."""
        document, view = self._session.document, self._view_state.view
        if document is None or view == "segments":
            return ""
        found = document.segmentation
        if found is None:
            return self.tr("This view comes with the final result.")
        if view == "boundaries":
            return "" if found.tree else self.tr("There is no region tree; the method “Tree” makes one.")
        if found.chosen == "objects":
            return self.tr("Objects are found without eigenvectors; the method “Tree” makes some.")
        if found.eigenvectors is None or not found.eigenvectors.shape[2]:
            return self.tr("The eigenvectors of this result were not kept; a larger reduction keeps them.")
        if view == "similarity" and self._pixel is None:
            return self.tr("Point at a pixel to see how similar all others are to it; click to hold it.")
        return ""

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect) -> None:
        """Draw what meets a part of the screen."""
        if self._layer is not None:
            self._layer.draw(painter, view, exposed, self._view_state.opacity)
        if self._pinned and self._pixel is not None:
            row, column = self._pixel
            crosshair.paint(painter, *view.to_screen(column + 0.5, row + 0.5), self._width)

    def describe(self, pixel: tuple[int, int] | None, view: ViewTransform) -> str:
        """Say what is at a pixel of the image."""
        return self._layer.describe(*pixel, view) if self._layer is not None and pixel is not None else ""

    def point_at(self, pixel: tuple[int, int] | None) -> None:
        """Let the similarity follow the cursor, unless it is held."""
        if self._view_state.view == "similarity" and pixel is not None and not self._pinned:
            self._pixel = pixel
            self._renew()

    def hold(self, pixel: tuple[int, int]) -> None:
        """Hold the similarity to a pixel; let it follow the cursor again, if it was held."""
        self._pinned = not self._pinned
        self._pixel = pixel
        self._renew()

    def set_width(self, width: int) -> None:
        """Choose how many device pixels thin lines are wide."""
        if width != self._width:
            self._width = width
            self._renew()

    def _reset(self) -> None:
        self._pixel, self._pinned = None, False
        self._renew()

    def _follow(self, name: str) -> None:
        if name == "view":
            self._pinned = False
        if name in ("view", "vectors"):
            self._renew()

    def _renew(self) -> None:
        """Make another layer, if another is wished for."""
        wish = self._wished()
        if wish == self._wish:
            return
        if wish is None or self._wish is None or wish.view != self._wish.view:
            self._layer = None  # otherwise the one before stays until the new one is there
        self._wish = wish
        if wish is None:
            self._session.io_worker.cancel("view")
        else:
            self._session.in_background("view", partial(_made, wish), self._take)
        self.changed.emit()

    def _wished(self) -> Wish | None:
        """Return what is to be made, if there is something to make it of."""
        document, view = self._session.document, self._view_state.view
        if document is None or document.segmentation is None or view == "segments" or self.hint:
            return None
        labels = self._session.state.labels if view == "margin" else None
        vectors = self._view_state.vectors if view in ("eigenvector", "false colours") else ()
        at = self._pixel if view == "similarity" else None
        width = self._width if view == "boundaries" else 1
        return Wish(view, document.segmentation, labels, vectors, at, width)

    def _take(self, made: tuple[Wish, Layer]) -> None:
        (wish, layer), newest = made, self._wish
        wanted = newest and (wish.view, wish.segmentation) == (newest.view, newest.segmentation)
        if wanted and isValid(self):
            self._layer = layer
            self.changed.emit()


def _made(wish: Wish, progress: ProgressCallback) -> tuple[Wish, Layer]:
    """Make a layer; in the background."""
    progress("labels", 0.0)
    found = wish.segmentation
    if wish.view == "boundaries":
        assert found.tree is not None
        assert found.base is not None
        return wish, BoundaryLayer(Boundaries.of(found.tree, found.base), wish.width)
    assert found.eigenvectors is not None
    make = {"similarity": _similarity, "margin": _margin, "eigenvector": _eigenvector, "false colours": _colours}
    return wish, make[wish.view](wish, found.eigenvectors)


def _similarity(wish: Wish, eigenvectors: Array) -> MapLayer:
    factor, count = wish.segmentation.reduction, max(wish.segmentation.count, 2)
    assert wish.at is not None
    row, column = wish.at
    cosine = similarity(eigenvectors[:, :, :count], (row // factor, column // factor))
    text = QCoreApplication.translate("InspectionLayer", "Similarity {:.2f}")
    return MapLayer(diverging(cosine, 1.0), cosine[:, :, None], factor, text, _diverging_legend(1.0))


def _margin(wish: Wish, eigenvectors: Array) -> MapLayer:
    assert wish.labels is not None
    sure = margin(eigenvectors, resampled(wish.labels, eigenvectors.shape[:2]))
    grey = np.repeat(np.rint(sure * 255).astype(np.uint8)[:, :, None], 3, axis=2)
    text = QCoreApplication.translate(
        "InspectionLayer", "Margin {:.2f}: 1 is sure of its segment, 0 could be another's"
    )
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    return MapLayer(grey, sure[:, :, None], wish.segmentation.reduction, text, Legend(greys, 0, 1))


def _eigenvector(wish: Wish, eigenvectors: Array) -> MapLayer:
    at = min(wish.vectors[0], eigenvectors.shape[2] - 1)
    # the first one is constant once it is divided by itself: it is shown as it is
    values = generalized(eigenvectors[:, :, [0, at]])[:, :, 1:] if at else eigenvectors[:, :, :1]
    text = QCoreApplication.translate("InspectionLayer", "Eigenvector {number}: {value}")
    text = text.format(number=at + 1, value="{:.4g}")
    limit = full(values[:, :, 0])
    legend = _diverging_legend(limit)
    return MapLayer(diverging(values[:, :, 0], limit), values, wish.segmentation.reduction, text, legend)


def _diverging_legend(limit: float) -> Legend:
    """Return what the colours on either side of 0 mean."""
    values = np.linspace(-limit, limit, 255)
    return Legend(diverging(values[:, None], limit)[:, 0], -limit, limit)


def _colours(wish: Wish, eigenvectors: Array) -> MapLayer:
    last = eigenvectors.shape[2] - 1
    chosen = [min(number, last) for number in (*wish.vectors, *range(wish.vectors[-1] + 1, last + 3))][:3]
    values = generalized(eigenvectors[:, :, [0, *chosen]])[:, :, 1:]
    text = QCoreApplication.translate("InspectionLayer", "Eigenvectors {numbers}: {values}")
    numbers = ", ".join(str(number + 1) for number in chosen)
    text = text.format(numbers=numbers, values="{:.4g}, {:.4g}, {:.4g}")
    return MapLayer(false_colours(values), values, wish.segmentation.reduction, text)
