"""What speaks for and against each region: some forty numbers, which `weights` add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core.interaction.clicks.mixtures import odds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.interaction.clicks.scene import Scene

    Numbers = NDArray[np.float64]

COUNT = 54
"""How many quantities there are."""

FAR = 1e3
"""What is taken where there is nothing to be far from, in the unit of the distance."""

DOUBT = 0.05
"""Added to both sides of a ratio of distances, relative to their typical size."""


class Touch(NamedTuple):
    """A click, as regions see it: the region, whether it belongs to the object, and where it is, reduced pixels.

    `depth` is how far it was from the outline of the mask before it; 0 of the first click.
    """

    region: int
    positive: bool
    row: float
    column: float
    depth: float = 0.0


def quantities(scene: Scene, touches: Sequence[Touch], before: Numbers, depths: Numbers) -> Numbers:
    """Measure each region against the clicks.

    Parameters
    ----------
    scene : Scene
    touches : sequence of Touch
        In the order in which they were made; at least one is positive.
    before : ndarray of float64, shape (n,)
        The part of each region that was in the mask before the last click; zeros at first.
    depths : ndarray of float64, shape (n,)
        How far each region lies inside that mask, reduced pixels; negative outside.

    Returns
    -------
    ndarray of float64, shape (n, quantities)
        All of the order of 1.
    """
    inside = [touch.region for touch in touches if touch.positive]
    outside = [touch.region for touch in touches if not touch.positive]
    last = touches[-1]
    found = [np.ones(scene.count), np.log(scene.areas + 1e-7) / 10]
    found += _of_tree(scene, inside, outside, last)
    votes = _votes(scene, [touch for touch in touches if touch.positive], outside)
    found += votes
    found += _compared(scene.looks, inside, outside, 40.0)
    found += _compared(scene.embedding, inside, outside, float(np.std(scene.embedding)) + 1e-9)
    found += _ways(scene, inside, outside)
    found += _around(scene, inside, outside, last)
    found += _kept(scene, before, last)
    found += _deep(scene, before, last)
    found += _depths(scene, before, depths, last)
    found += _discs(scene, touches)
    found += _mixtures(scene, votes[-1], before, touches)
    return np.stack(found, axis=1)


def _ratio(near: Numbers, far: Numbers, typical: float) -> Numbers:
    """Return how much nearer the one is than the other, as a logarithm."""
    return np.asarray(np.log((far + DOUBT * typical) / (near + DOUBT * typical)))


def _of_tree(scene: Scene, inside: list[int], outside: list[int], last: Touch) -> list[Numbers]:
    """Return how high, and in how large a node, the tree joins each region with the clicks."""
    heights, areas = np.log(scene.node_heights) / 5, np.log(scene.node_areas + 1e-9) / 5

    def joined(regions: list[int]) -> tuple[Numbers, Numbers]:
        if not regions:
            return np.full(scene.count, heights.max()), np.zeros(scene.count)
        all_joins = np.stack([scene.joins(region) for region in regions])
        return heights[all_joins].min(axis=0), areas[all_joins].min(axis=0)

    (height_in, area_in), (height_out, area_out) = joined(inside), joined(outside)
    height_last, area_last = joined([last.region])
    sign = 1.0 if last.positive else -1.0
    return [
        height_in, area_in, height_out, area_out, height_in - height_out, area_in - area_out,
        sign * height_last, sign * area_last, np.where(height_last < height_in + 1e-12, sign, 0.0),
    ]  # fmt: skip


def _votes(scene: Scene, inside: list[Touch], outside: list[int]) -> list[Numbers]:
    """Return how many of the nodes above the clicks hold each region, the likely ones counted more.

    Likely is what stands out of what is around it, is neither tiny nor most of the image, and has the click in its
    middle: people click there.
    """
    rule = np.zeros(scene.count)
    soft = np.zeros((6, scene.count))
    for touch in {each.region: each for each in inside}.values():
        region = touch.region
        joins = scene.joins(region)
        chain = scene.above(region)
        limit = min((joins[other] for other in outside), default=chain[-1] + 1)
        free = [node for node in chain if node < limit] or [region]
        rule = np.maximum(rule, joins <= free[-1])
        stands_out = np.log(scene.node_heights[scene.parents[free]] / scene.node_heights[free]) + 1e-6
        size = scene.node_areas[free]
        likely = np.exp(-0.5 * ((np.log(size) - np.log(0.1)) / 0.9) ** 2) + 1e-9
        position = np.searchsorted(free, joins)  # nodes are numbered upwards
        central = _central(scene, touch, position, size) + 1e-6
        kinds = (stands_out, likely, stands_out * likely, central, central * stands_out, central * stands_out * likely)
        for at, votes in enumerate(kinds):
            share = np.cumsum(votes[::-1])[::-1] / votes.sum()  # of the nodes from each one on
            soft[at] = np.maximum(soft[at], np.append(share, 0.0)[position])
    return [rule, *soft]


def _central(scene: Scene, touch: Touch, position: NDArray[np.int64], size: Numbers) -> Numbers:
    """Return how far a click is from the outline of each node above it, in radii of a disc of its area; squared."""
    near = scene.nearest(touch.row, touch.column)
    beyond = np.full(len(size) + 1, np.inf)
    np.minimum.at(beyond, np.minimum(position, len(size)), near)  # the first node that each region is in
    apart = np.minimum.accumulate(beyond[::-1])[::-1][1:]  # of regions in no node up to here
    radius = np.sqrt(size * scene.regions.tree.base.size / np.pi)
    return np.asarray(np.minimum(apart / radius, 1.0) ** 2)


def _deep(scene: Scene, before: Numbers, last: Touch) -> list[Numbers]:
    """Return what the last click, made in the middle of what was wrong, says of the regions around it."""
    if not before.any():
        return [np.zeros(scene.count)] * 4
    near = scene.nearest(last.row, last.column)
    other = (before > 0.5) != (before[last.region] > 0.5)
    depth = max(float(near[other].min()) if other.any() else 0.0, 1.0)
    wrong = 1.0 if last.positive else -1.0
    same = np.where(other, 0.0, wrong)
    return [
        wrong * np.exp(-((near / depth) ** 2)), np.where(near < 0.7 * depth, wrong, 0.0),
        same * np.exp(-near / (2 * depth)), same * np.exp(-((near / (3 * depth)) ** 2)),
    ]  # fmt: skip


def _discs(scene: Scene, touches: Sequence[Touch]) -> list[Numbers]:
    """Return how near each region is to clicks of either kind, as parts of how deep these were in what was wrong."""
    found = [np.zeros(scene.count), np.zeros(scene.count)]
    for touch in touches:
        near = np.exp(-((scene.nearest(touch.row, touch.column) / max(touch.depth, 1.0)) ** 2))
        at = 0 if touch.positive else 1
        found[at] = np.maximum(found[at], near)
    return found


def _mixtures(scene: Scene, votes: Numbers, before: Numbers, touches: Sequence[Touch]) -> list[Numbers]:
    """Return how much more often the look of each region is found in likely nodes than elsewhere; in the mask before.

    What was clicked counts as much as all the rest of its side.
    """
    found = []
    clicked = [np.zeros(scene.count), np.zeros(scene.count)]
    for touch in touches:
        clicked[0 if touch.positive else 1][touch.region] = 1.0
    for share in (votes, before):
        sides = [share * scene.areas, (1 - share) * scene.areas]
        for side, own in zip(sides, clicked, strict=True):
            side += own * side.sum() / max(own.sum(), 1.0)
        found.append(odds(scene.words, *sides) / 2 if share.any() else np.zeros(scene.count))
    return found


def _depths(scene: Scene, before: Numbers, inside: Numbers, last: Touch) -> list[Numbers]:
    """Return what the last click says of what is far from it: nothing wider than around it was wrong."""
    if not before.any():
        return [np.zeros(scene.count)] * 6
    depth = max(last.depth, 1.0)
    relative = inside / depth
    near = scene.nearest(last.row, last.column)
    sign = 1.0 if last.positive else -1.0
    return [
        np.clip(relative / 2, -1, 1), np.clip(relative / 5, -1, 1), np.clip(inside / 20, -1, 1),
        np.sign(inside) * np.clip(near / (3 * depth), 0, 1), np.sign(inside) * np.clip(near / (8 * depth), 0, 1),
        sign * np.exp(-near / 4) / depth,
    ]  # fmt: skip


def _compared(points: NDArray[np.floating], inside: list[int], outside: list[int], typical: float) -> list[Numbers]:
    """Return how near each region is to the clicked ones in some space."""

    def nearest(regions: list[int]) -> Numbers:
        if not regions:
            return np.full(len(points), 2 * typical)
        chosen = points[regions]
        squares = (points**2).sum(1)[:, None] + (chosen**2).sum(1) - 2 * points @ chosen.T
        return np.asarray(np.sqrt(np.maximum(squares, 0)).min(axis=1))

    near, far = nearest(inside), nearest(outside)
    return [np.minimum(near / typical, 5), np.minimum(far / typical, 5), _ratio(near, far, typical)]


def _ways(scene: Scene, inside: list[int], outside: list[int]) -> list[Numbers]:
    """Return how far each region is from the clicks and from the rim, along ways that avoid boundaries."""

    def way(regions: list[int]) -> Numbers:
        return np.minimum(scene.way(regions), FAR) if regions else np.full(scene.count, FAR)

    near, far, rim = way(inside), way(outside), np.minimum(scene.way_to_rim, FAR)
    typical = 20.0
    return [np.log1p(near) / 3, np.log1p(far) / 3, np.log1p(rim) / 3, _ratio(near, far, typical),
            _ratio(near, rim, typical)]  # fmt: skip


def _around(scene: Scene, inside: list[int], outside: list[int], last: Touch) -> list[Numbers]:
    """Return how far each region is from the clicks, as the crow flies."""
    diagonal = float(np.hypot(*scene.regions.tree.base.shape))

    def apart(regions: list[int]) -> Numbers:
        if not regions:
            return np.full(scene.count, diagonal)
        steps = scene.places[:, None] - scene.places[regions]
        return np.asarray(np.linalg.norm(steps, axis=2).min(axis=1))

    near, far, latest = (apart(regions) / diagonal for regions in (inside, outside, [last.region]))
    sign = 1.0 if last.positive else -1.0
    return [np.sqrt(near), np.sqrt(far), _ratio(near, far, 0.2), sign * np.exp(-latest / 0.05),
            sign * np.exp(-latest / 0.15)]  # fmt: skip


def _kept(scene: Scene, before: Numbers, last: Touch) -> list[Numbers]:
    """Return what was right before: the mask so far, more so far from the last click, and what looks like it."""
    if not before.any():
        return [np.zeros(scene.count)] * 6
    diagonal = float(np.hypot(*scene.regions.tree.base.shape))
    latest = np.linalg.norm(scene.places - scene.places[last.region], axis=1) / diagonal
    signed = 2 * before - 1
    sign = 1.0 if last.positive else -1.0
    weights = scene.areas * before, scene.areas * (1 - before)
    means = [(scene.looks * weight[:, None]).sum(0) / max(weight.sum(), 1e-9) for weight in weights]
    own, other = (np.linalg.norm(scene.looks - mean, axis=1) for mean in means)
    way = np.log1p(np.minimum(scene.way([last.region]), FAR)) / 3
    return [signed, signed * np.minimum(latest / 0.2, 1), _ratio(own, other, 40.0), sign * np.exp(-2 * way),
            signed * np.minimum(way, 1.5), sign * way]  # fmt: skip
