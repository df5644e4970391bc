"""The open image, and all that is kept for it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from segmenter.core.cache import Cache
from segmenter.core.features import automatic_reduction
from segmenter.core.image import reduced
from segmenter.core.regions.region_map import TYPICAL
from segmenter.document.history import History
from segmenter.document.state import State
from segmenter.render.contrast import display, shown

if TYPE_CHECKING:
    from segmenter.core.image import Image
    from segmenter.core.segmentation import Segmentation
    from segmenter.document.unfinished import Unfinished
    from segmenter.files.findings import Findings
    from segmenter.parameters import Parameters
    from segmenter.render.contrast import Contrast
    from segmenter.render.overlay import RGB

PREVIEW_PIXELS = 40_000
"""Of the image that previews are made of: enough to see what a slider does, few enough to follow the hand."""

PREVIEW_NODES = 15_000
"""Of the graph that a preview is solved on."""

WEAKER = 0.3
"""Power of the size of a node that boundaries are weaker by: regions have fewer nodes, and weigh less."""

CACHE, PREVIEW_CACHE = 1_500_000_000, 200_000_000
"""Bytes of results of stages that are kept."""


@dataclass(eq=False)
class Document:
    """An image and the work on it.

    Attributes
    ----------
    image, small : Image
        As it is, and reduced for previews.
    factor : int
        Of that reduction.
    picture : ndarray of uint8, shape (rows, columns, 3)
        What is shown.
    history : History
    segmentation : Segmentation or None
        The newest final result, to look inside.
    contrast : tuple of Channel, or None
        How a person wants to see the image; None: as always.
    findings : Findings or None
        What a project says of the result that its labels were made of.
    unfinished : Unfinished or None
        What was pointed at when it was open before, to go on with.
    stands_for : tuple of int or None
        Rows and columns of the image that this is a first, reduced reading of: it is shown until that was read, gets
        previews only, and nothing can be done to it.
    cache, small_cache : Cache
    """

    image: Image
    small: Image
    factor: int
    picture: RGB
    history: History
    segmentation: Segmentation | None = None
    contrast: Contrast | None = None
    findings: Findings | None = None
    unfinished: Unfinished | None = None
    stands_for: tuple[int, int] | None = None
    cache: Cache = field(default_factory=lambda: Cache(CACHE))
    small_cache: Cache = field(default_factory=lambda: Cache(PREVIEW_CACHE))

    @property
    def name(self) -> str:
        """The name of the file, for titles."""
        return self.image.source.path.name if self.image.source else ""

    @property
    def outdated(self) -> bool:
        """Whether there is no final result for the parameters that are kept."""
        state, found = self.history.state, self.segmentation
        return state.stale or found is None or found.parameters != state.parameters

    def preview_parameters(self, parameters: Parameters) -> Parameters:
        """Return what comes near the parameters on the reduced image.

        A pixel of the preview's graph stands for `coarser` of the final one's on each side, so all lengths shrink by
        that: the preview compares pixels as far apart as the final result does, and has fewer links to solve.
        """
        rows, columns = self.small.shape
        reduction = max(1, math.ceil(math.sqrt(rows * columns / PREVIEW_NODES)))
        final = parameters.features.reduction
        whole = self.stands_for or self.image.shape
        final = automatic_reduction(whole) if final == "auto" else final
        factor = self.factor * whole[0] / self.image.shape[0]
        coarser = max(factor * reduction / final, 1.0)
        return parameters.replace(
            smoothing=parameters.features.smoothing / factor,
            reduction=reduction,
            sigma_position=parameters.affinity.sigma_position / coarser,
            radius=max(1, round(parameters.affinity.radius / coarser)),
            smallest_diameter=parameters.objects.smallest_diameter / factor,
            largest_diameter=parameters.objects.largest_diameter / factor,
            minimum_region=math.ceil(parameters.regions.minimum_region / factor**2),
            strength=self._strength(parameters) * coarser**-WEAKER,
        )

    def _strength(self, parameters: Parameters) -> float:
        """Return the merge threshold that the final result will use, as far as it is known."""
        asked = parameters.labels.strength
        if asked != "auto":
            return asked
        found = self.segmentation
        return TYPICAL if found is None or found.strength is None else found.strength


def document(
    image: Image,
    state: State | None = None,
    stands_for: tuple[int, int] | None = None,
    contrast: Contrast | None = None,
) -> Document:
    """Prepare an image for the window: takes seconds for large ones, and is done in a worker."""
    if contrast is not None and len(contrast) != image.pixels[0, 0].size:
        contrast = None  # it was another image
    rows, columns = image.shape
    factor = max(1, math.ceil(math.sqrt(rows * columns / PREVIEW_PIXELS)))
    small, picture = reduced(image, factor), display(image) if contrast is None else shown(image, contrast)
    history = History(state or State())
    return Document(image, small, factor, picture, history, contrast=contrast, stands_for=stands_for)
