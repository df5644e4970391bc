"""Small pictures of the open image that show what a parameter does: half of it, as it is, and double."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core import features
from segmenter.core.affinity import offsets
from segmenter.core.features import automatic_sigma
from segmenter.gui.session.previewing import cut_of_final
from segmenter.parameters import spec
from segmenter.render.contrast import display
from segmenter.render.overlay import blend, palette

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import Features
    from segmenter.gui.session.document import Document
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback
    from segmenter.render.overlay import RGB

FACTORS = (0.5, 1.0, 2.0)

SIDE = 120
"""Of a picture of single pixels, about; of one of the whole image at most 160."""

DIMMED = 0.12
"""Of its brightness that a pixel keeps that is not linked at all."""


@dataclass(frozen=True, eq=False)
class Picture:
    """What a value would do: `kind` is links of one pixel, borders of the image, or segments."""

    kind: str
    value: float
    pixels: RGB


def pictures(
    document: Document, parameters: Parameters, name: str, here: tuple[float, float], progress: ProgressCallback
) -> list[Picture]:
    """Return what half, the present value and double of a parameter do.

    Parameters
    ----------
    document : Document
    parameters : Parameters
        What is wanted now.
    name : str
        `k`, `strength`, `sigma_intensity`, `sigma_position` or `radius`.
    here : tuple of float
        Row and column of the pixel whose links are shown, as parts of the height and of the width.
    progress : ProgressCallback

    Returns
    -------
    list of Picture
        Those of one kind side by side; none where the result so far does not tell.
    """
    if name in ("k", "strength"):
        return _segments(document, parameters, name)
    return _links(document, parameters, name, here, progress)


def _values(name: str, value: float) -> list[float]:
    """Return half, the value and double, as far as they are allowed, each once."""
    declared = spec(name)
    found = [min(max(value * factor, declared.low), declared.high) for factor in FACTORS]
    return list(dict.fromkeys(round(each) if declared.kind is int else each for each in found))


def _segments(document: Document, parameters: Parameters, name: str) -> list[Picture]:
    """Cut the tree of the final result: at once, and exactly what would come out."""
    found = document.segmentation
    present = None if found is None else found.strength if name == "strength" else found.count
    asked = parameters.get(name)
    value = float(asked) if not isinstance(asked, str) else present
    if value is None:
        return []
    ground, made = display(document.small), []
    for each in _values(name, value):
        wanted = parameters.replace(k="auto", strength=each) if name == "strength" else parameters.replace(k=int(each))
        labels = cut_of_final(document, wanted)
        if labels is not None:
            made.append(Picture("segments", each, blend(ground, labels, palette(int(labels.max())), 0.6)))
    return made


def _links(
    document: Document, parameters: Parameters, name: str, here: tuple[float, float], progress: ProgressCallback
) -> list[Picture]:
    """Show what one pixel of the graph is linked to, and for the sigma of intensity which borders hold."""
    found = document.segmentation
    asked = parameters.features.reduction
    factor = asked if not isinstance(asked, str) else features.automatic_reduction(document.image.shape)
    full = features.compute(document.image, None, parameters.features.smoothing, progress)
    described = features.reduce(full, factor)
    sigma = parameters.affinity.sigma_intensity
    if isinstance(sigma, str):
        measured = found.sigma_intensity if found is not None else None
        sigma = measured if measured is not None else automatic_sigma(described)
    present = {
        "sigma_intensity": sigma,
        "sigma_position": parameters.affinity.sigma_position,
        "radius": float(parameters.affinity.radius),
    }
    values = _values(name, present[name])
    reach = int(max(values)) if name == "radius" else parameters.affinity.radius
    made = []
    for value in values:
        progress("features", 1.0)
        used = present | {name: value}
        made.append(Picture("links", value, _around(document, described, factor, here, reach + 1, used)))
    if name == "sigma_intensity":
        made += [Picture("borders", value, _borders(described, value)) for value in values]
    return made


def _around(
    document: Document, described: Features, factor: int, here: tuple[float, float], reach: int, used: dict[str, float]
) -> RGB:
    """Return the pixels around one, each as bright as its link is strong: exp(-|Δf|²/2σ²) · exp(-|Δx|²/2σ²)."""
    rows, columns = described.mask.shape
    row, column = (min(int(part * side), side - 1) for part, side in zip(here, (rows, columns), strict=True))
    top, left = max(0, row - reach), max(0, column - reach)
    window = np.s_[top : min(rows, row + reach + 1), left : min(columns, column + reach + 1)]
    difference = described.values[window] - described.values[row, column]
    down, across = np.ogrid[window]
    far = (down - row) ** 2 + (across - column) ** 2
    exponent = (difference**2).sum(axis=2) / (2 * used["sigma_intensity"] ** 2) + far / (
        2 * used["sigma_position"] ** 2
    )
    linked = np.zeros((rows, columns), bool)[window]
    ends = np.add(offsets(int(used["radius"])), (row - top, column - left))
    inside = ((ends >= 0) & (ends < linked.shape)).all(axis=1)
    linked[tuple(ends[inside].T)] = True
    weight = np.exp(-exponent) * linked * described.mask[window]
    weight[row - top, column - left] = 1.0
    places = [
        np.minimum(np.arange(part.start, part.stop) * factor + factor // 2, full - 1)
        for part, full in zip(window, document.image.shape, strict=True)
    ]
    colours = document.picture[np.ix_(*places)]
    shown = colours * (DIMMED + (1 - DIMMED) * weight[:, :, None])
    return _framed(shown.astype(np.uint8), (row - top, column - left))


def _framed(pixels: RGB, middle: tuple[int, int]) -> RGB:
    """Enlarge single pixels, and draw a frame around the one in the middle."""
    size = max(4, SIDE // max(pixels.shape[:2]))
    large = np.repeat(np.repeat(pixels, size, axis=0), size, axis=1)
    top, left = middle[0] * size, middle[1] * size
    box = large[top : top + size, left : left + size]
    for edge in (np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1]):
        box[edge] = 255
    return large


def _borders(described: Features, sigma: float) -> RGB:
    """Return the image as its links to the right and below: bright where they hold, dark where they are cut."""
    values = described.values
    strength: NDArray[np.float32] = np.ones(described.mask.shape, np.float32)
    for axis in (0, 1):
        square = (np.diff(values, axis=axis) ** 2).sum(axis=2)
        part = np.s_[:-1] if axis == 0 else np.s_[:, :-1]
        strength[part] = np.minimum(strength[part], np.exp(-square / (2 * sigma**2)))
    grey = (255 * strength).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)
