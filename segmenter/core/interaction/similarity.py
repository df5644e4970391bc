"""Which segments look like some others: by colour and texture, as the regions of the tree are described."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from segmenter.core.regions.region_map import RegionMap


def distances(regions: RegionMap, labels: NDArray[np.int32], chosen: Collection[int]) -> dict[int, float]:
    """Return how different each label looks from the chosen ones.

    Parameters
    ----------
    regions : RegionMap
        With what its regions look like.
    labels : ndarray of int32, shape (rows, columns)
        0 is background.
    chosen : collection of int
        Labels; those that do not occur are left out.

    Returns
    -------
    dict of int to float
        For each label that occurs and is on some region: the distance to the nearest of the chosen ones, CIELAB units,
        0 for themselves. Empty if none of those occurs.
    """
    tree = regions.tree
    assert tree.looks is not None
    size = int(labels.max(initial=0)) + 1
    count = len(tree.looks)
    pairs = labels.ravel() * np.int64(count) + regions.base.ravel()
    shared = np.bincount(pairs, minlength=size * count).reshape(size, count).astype(np.float64)
    shared[:, 0] = 0  # of no region
    areas = shared.sum(axis=1)
    looks = shared @ tree.looks / np.maximum(areas, 1)[:, None]
    present = np.flatnonzero(areas > 0)
    present = present[present > 0]
    known = [label for label in sorted(chosen) if label in set(present.tolist())]
    if not known:
        return {}
    apart = np.stack([np.linalg.norm(looks[present] - looks[label], axis=1) for label in known]).min(axis=0)
    return dict(zip(present.tolist(), apart.tolist(), strict=True))


def widest_gap(found: Collection[float]) -> float:
    """Return a distance in the middle of the widest gap that begins in the nearer half; 0 where there is none."""
    ordered = np.sort(np.array([0.0, *found]))
    near = ordered[: max(int((ordered <= ordered[-1] / 2).sum()) + 1, 2)]
    if len(near) < 2:
        return 0.0
    at = int(np.diff(near).argmax())
    return float((near[at] + near[at + 1]) / 2)
