"""The object that a box was drawn around: what speaks for each region inside it, and the mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import distance_transform_edt

from segmenter.core.interaction.clicks import pixels
from segmenter.core.interaction.clicks.mixtures import odds
from segmenter.core.interaction.clicks.quantities import FAR
from segmenter.core.interaction.clicks.selecting import Click, Rough
from segmenter.core.interaction.clicks.touching_up import tidied

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.clicked import Box
    from segmenter.core.interaction.clicks.raster import Raster
    from segmenter.core.interaction.clicks.scene import Scene
    from segmenter.core.interaction.clicks.selecting import Selector

    Mask = NDArray[np.bool_]
    Numbers = NDArray[np.float64]

COUNT = 16
"""How many quantities there are."""

RING = 3
"""What is around a box is as wide as one part of so many of its sides."""


def boxed(selector: Selector, box: Box) -> tuple[Mask, Click] | None:
    """Find the object that a box was drawn around.

    Parameters
    ----------
    selector : Selector
        Which keeps out what lies outside of the box.
    box : Box

    Returns
    -------
    mask : ndarray of bool
        On the raster.
    click : Click
        The place deepest inside it, as if it had been clicked; further clicks go on from there.
    None
        Where nothing is found.
    """
    found = _small_objects(selector.raster, box)
    if found is not None:
        return found, _deepest(found, selector.raster.step)
    questions = asked(selector, box)
    if questions is None:
        return None
    rough, (part, now), click = questions
    mask = rough.mask.copy()
    if now is not None and len(now.band):
        made = pixels.cut(now, now.measured @ selector.weights.box_pixels)
        mask[part] = tidied(made & (selector.raster.base[part] > 0), [])
    mask &= _inside(selector.raster, box)
    return (mask, _deepest(mask, selector.raster.step)) if mask.any() else (rough.mask, click)


def asked(
    selector: Selector, box: Box
) -> tuple[Rough, tuple[tuple[slice, slice], pixels.Situation | None], Click] | None:
    """Return what is asked of regions, and of pixels of a part of the raster; and the place deepest inside."""
    raster, scene = selector.raster, selector.scene
    measured = quantities(raster, box)
    logit = np.clip(measured @ selector.weights.box_regions, -8, 8)
    chosen = selector.cut(logit)
    mask = tidied(np.concatenate([[False], chosen])[raster.base] & _inside(raster, box), [])
    if not mask.any():
        return None
    click = _deepest(mask, raster.step)
    rough = Rough(mask, logit, measured)
    part = slice(0, scene.count), slice(0, 0)
    if raster.values is None:
        return rough, (part, None), click
    of_click = selector.measured(selector.touches([click]), np.zeros_like(mask))
    return rough, selector.situation(Rough(mask, logit, of_click), np.zeros_like(mask), [click], [0.0]), click


def quantities(raster: Raster, box: Box) -> Numbers:
    """Measure each region against a box.

    Parameters
    ----------
    raster : Raster
    box : Box

    Returns
    -------
    ndarray of float64, shape (n, quantities)
        All of the order of 1.
    """
    scene = raster.scene
    inside = _inside(raster, box)
    share, beside = raster.shares(inside), raster.shares(_ring(raster, box) & ~inside)
    (top, left), (bottom, right) = np.array(box[:2]), np.array(box[2:])
    middle, half = np.array([(top + bottom) / 2, (left + right) / 2]), np.array([bottom - top, right - left]) / 2
    places = np.abs((scene.places + 0.5) * scene.factor - 0.5 - middle) / half
    round_ = (places**2).sum(axis=1)
    central = np.clip(1.2 - round_, 0.05, 1) * share * (share > 0.5)
    areas = scene.areas
    found = [
        np.ones(scene.count), np.log(areas + 1e-7) / 10, share, np.clip(1 - places.max(axis=1), -0.5, 1),
        np.clip(round_, 0, 2), odds(scene.words, share * areas, (1 - share) * areas) / 2,
        odds(scene.words, share * areas, beside * areas) / 2, odds(scene.words, central * areas, beside * areas) / 2,
    ]  # fmt: skip
    centre = int(raster.base[tuple((middle // raster.step).astype(int))]) - 1
    return np.stack(found + _ways(scene, np.flatnonzero(share < 0.5), centre) + _of_tree(scene, box, share < 0.5), 1)


def _ways(scene: Scene, outside: NDArray[np.int64], centre: int) -> list[Numbers]:
    """Return how far each region is from what lies outside, and from the centre, along ways without boundaries."""
    far, near = (
        np.minimum(scene.way(regions), FAR) if regions and regions[0] >= 0 else np.full(scene.count, FAR)
        for regions in (outside.tolist(), [centre])
    )
    return [np.log1p(far) / 3, np.log1p(near) / 3, np.log((far + 1) / (near + 1)) / 3]


def _of_tree(scene: Scene, box: Box, outside: Mask) -> list[Numbers]:
    """Return how large the nodes are that hold each region and nothing outside, and how like the box they lie."""
    sides, parents, boxes = scene.sides, scene.parents, scene.node_boxes
    heights = np.log(scene.node_heights) / 5
    bounds = np.array(box)
    within = np.minimum(boxes[:, 2:], bounds[2:]) - np.maximum(boxes[:, :2], bounds[:2])
    common = np.maximum(within, 0).prod(axis=1)
    size = float((bounds[2:] - bounds[:2]).prod())
    alike = common / np.maximum(np.maximum(boxes[:, 2:] - boxes[:, :2], 0).prod(axis=1) + size - common, 1.0)
    crosses = [*outside.tolist()]
    for one, other in sides.tolist():
        crosses.append(crosses[one] or crosses[other])
    top = int(np.argmax(alike))
    areas, highest, best, part = np.zeros(len(parents)), heights.copy(), alike.copy(), np.arange(len(parents)) == top
    for node in range(len(parents) - 1, -1, -1):
        parent = parents[node]
        best[node], part[node] = max(best[node], best[parent]), part[node] or part[parent]
        if crosses[node]:
            continue
        if crosses[parent] or parent == node:
            areas[node], highest[node] = scene.node_areas[node], heights[parent]
        else:
            areas[node], highest[node] = areas[parent], highest[parent]
    count = scene.count
    whole = size / max(float(scene.regions.base.size), 1.0)
    return [np.sqrt(areas[:count] / whole), highest[:count], best[:count], part[:count].astype(float),
            part[:count] * alike[top]]  # fmt: skip


def _small_objects(raster: Raster, box: Box) -> Mask | None:
    """Return what lies in a box of the small objects, where those are found without clicks."""
    if raster.found is None:
        return None
    most = int(raster.found.max(initial=0)) + 1
    within = np.bincount(raster.found[_inside(raster, box)], minlength=most)
    chosen = 2 * within > np.bincount(raster.found.ravel(), minlength=most)
    chosen[0] = False
    return chosen[raster.found] if chosen.any() else None


def _inside(raster: Raster, box: Box) -> Mask:
    """Return which pixels of the raster lie in a box."""
    found = np.zeros(raster.base.shape, bool)
    top, left, bottom, right = (each // raster.step for each in box)
    found[top : max(bottom, top + 1), left : max(right, left + 1)] = True
    return found


def _ring(raster: Raster, box: Box) -> Mask:
    """Return the pixels in a larger box."""
    top, left, bottom, right = box
    down, across = (bottom - top) // RING, (right - left) // RING
    return _inside(raster, (max(top - down, 0), max(left - across, 0), bottom + down, right + across))


def _deepest(mask: Mask, step: int) -> Click:
    """Return the place of the image that is deepest inside a mask."""
    deep = distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(int(deep.argmax()), deep.shape)
    return Click(int(row) * step + step // 2, int(column) * step + step // 2, True)
