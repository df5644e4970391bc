"""Fit what the cues of borders weigh (`segmenter.core.regions.evidence`), and bring the trees to one scale.

    python -m tests.benchmarks.fit_outlines BSDS500/train resources/outlines.npz

Writes the network of `profiles`; prints WEIGHTS and OFFSET for `evidence`, and power and factor of each of the
`consensus.MEMBERS`. Each image has beside it, as `<image>.npz`, label images of several annotators. What is fitted to,
for each border of large regions, is the part of its pixels near which an annotator drew one; the network is fitted to
the pixels themselves. What it says of an image, for the weights, is by a network that was fitted without that image.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.ndimage import distance_transform_edt

from segmenter import Parameters, read_image
from segmenter.core import pipeline
from segmenter.core.regions import consensus, evidence, tree
from segmenter.core.regions.merging import Borders
from segmenter.core.solver.blocks import single_threaded_blas
from segmenter.progress import ignore
from tests.benchmarks import training

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.regions.profiles import Network

    Numbers = NDArray[np.float64]

NEAR = 0.0075
"""How near is right, as a part of the diagonal."""

RIDGE = 1.0
"""What the weights are drawn to zero by."""

FOLDS = 4
"""Networks that are each fitted without one part of the images."""


class Views(NamedTuple):
    """What is seen from some pixel edges of borders, which border each is part of, and how much of it is right."""

    seen: NDArray[np.float32]
    border: NDArray[np.int64]
    right: NDArray[np.float32]


class Sample(NamedTuple):
    """The borders of large regions in one image: their cues, what is seen from them, and how much of them is right."""

    large: consensus.Large
    channels: int
    cues: Numbers
    views: Views
    right: Numbers

    @property
    def lengths(self) -> Numbers:
        """What each border counts."""
        return self.large.borders[0].lengths.astype(float)


def outline(labels: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return the pixels whose right or lower neighbour has another label."""
    found = np.zeros(labels.shape, bool)
    found[:-1] |= labels[:-1] != labels[1:]
    found[:, :-1] |= labels[:, :-1] != labels[:, 1:]
    return found


def sample(path: Path) -> Sample:
    """Measure one image."""
    solved = pipeline.solve(read_image(path), Parameters())
    with single_threaded_blas:
        grown = tree.usual(solved.reduced, solved.graph, solved.eigen, ignore)
        done = max(len(grown.merges) + 1 - consensus.LARGE, 0)
        large = consensus.divided(grown.merges, done, grown.borders, grown.looks, grown.areas)
        found = evidence.cues(grown.seen, large.group, large.borders[0].pairs, large.looks, large.areas)
    regions = large.group[solved.spread(grown.seen.base)]
    drawn = [outline(labels) for labels in np.load(path.with_suffix(".npz")).values()]
    limit = NEAR * np.hypot(*regions.shape)
    near = np.mean([distance_transform_edt(~each) <= limit for each in drawn], axis=0)
    right = right_parts(regions, near, large.borders[0].pairs, len(large.areas))
    views = seen_from(large, grown.seen, near, solved.factor)
    return Sample(large, grown.seen.values.shape[2], found, views, right)


def seen_from(large: consensus.Large, seen: evidence.Seen, near: Numbers, factor: int) -> Views:
    """Return what is seen from pixel edges of an image that was reduced by a factor; `near` is of the full one."""
    edges = evidence.edges_of(large.group[seen.base], large.borders[0].pairs, len(large.areas))
    found, at = evidence.views(seen, edges, np.bincount(edges.border))
    middle = [(one[at] + other[at]) / 2 for one, other in zip(edges.near, edges.far, strict=True)]
    places = [np.rint((along + 0.5) * factor - 0.5).astype(int) for along in middle]
    rows, columns = (np.clip(place, 0, extent - 1) for place, extent in zip(places, near.shape, strict=True))
    return Views(found, edges.border[at], near[rows, columns].astype(np.float32))


def network(samples: Sequence[Sample]) -> Network:
    """Return the network that is fitted to some images."""
    return training.fit(*(np.concatenate([getattr(one.views, name) for one in samples]) for name in ("seen", "right")))


def told_by_others(samples: Sequence[Sample]) -> list[Sample]:
    """Replace what the network says by what those say that did not see the image."""
    found = list(samples)
    for fold in range(FOLDS):
        others = network([one for number, one in enumerate(samples) if number % FOLDS != fold])
        for number in range(fold, len(samples), FOLDS):
            seen, border, _ = samples[number].views
            cues = samples[number].cues.copy()
            cues[:, -1] = np.bincount(border, others(seen)) / np.bincount(border)
            found[number] = samples[number]._replace(cues=cues)
    return found


def right_parts(regions: NDArray[np.int32], near: Numbers, pairs: NDArray[np.int64], size: int) -> Numbers:
    """Return the mean of a map along each border; 0 of those that the full image does not have."""
    known = pairs @ np.array([size, 1])
    total, count = np.zeros(len(pairs)), np.zeros(len(pairs))
    for down, right in ((0, 1), (1, 0)):
        one, other = regions[: len(regions) - down, : regions.shape[1] - right], regions[down:, right:]
        at = np.nonzero(one != other)
        keys = np.sort(np.stack([one[at], other[at]], axis=1), axis=1) @ np.array([size, 1])
        border = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        border, values = border[known[border] == keys], near[at][known[border] == keys]
        total += np.bincount(border, values, len(pairs))
        count += np.bincount(border, minlength=len(pairs))
    return total / np.maximum(count, 1)


def save(found: Network, path: Path) -> None:
    """Write a network."""
    arrays = {"mean": found.mean, "spread": found.spread}
    for number, (weights, offsets) in enumerate(found.layers):
        arrays |= {f"weights{number}": weights, f"offsets{number}": offsets}
    np.savez_compressed(path, **{name: array.astype(np.float16) for name, array in arrays.items()})  # type: ignore[arg-type]


def regression(cues: Numbers, right: Numbers, counts: Numbers, steps: int = 12) -> tuple[Numbers, float]:
    """Return the weights and the offset of a logistic regression to parts of 1."""
    mean, spread = cues.mean(axis=0), cues.std(axis=0)
    scaled = np.column_stack([np.ones(len(cues)), (cues - mean) / spread])
    ridge = np.diag([0.0, *[RIDGE] * cues.shape[1]])
    counts, found = counts / counts.mean(), np.zeros(scaled.shape[1])
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (counts * (right - likely)) - ridge @ found
        found += np.linalg.solve((scaled * (counts * likely * (1 - likely))[:, None]).T @ scaled + ridge, slope)
    weights = found[1:] / spread
    return weights, float(found[0] - weights @ mean)


def heights(member: consensus.Member, one: Sample, judged: Numbers) -> Numbers:
    """Return the logarithms of the heights at which a tree removes each border, as they come."""
    pairs, lengths = one.large.borders[0].pairs, one.large.borders[0].lengths
    large = one.large._replace(borders=[*one.large.borders, Borders(pairs, lengths, lengths * judged)])
    return consensus.logarithms(large, one.channels, (member._replace(power=1.0, factor=1.0),))


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, and print what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("out", type=Path, help="the network")
    parser.add_argument("--step", type=int, default=1, help="every N-th image")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args(arguments)
    paths = sorted(asked.images.glob("*.jpg"))[:: asked.step]
    with ProcessPoolExecutor(asked.jobs, mp_context=get_context("spawn")) as pool:
        samples = list(pool.map(sample, paths))

    with single_threaded_blas:
        save(network(samples), asked.out)
        samples = told_by_others(samples)
    cues = np.concatenate([one.cues for one in samples])
    right, lengths = (np.concatenate(each) for each in zip(*((one.right, one.lengths) for one in samples), strict=True))
    weights, offset = regression(cues, right, lengths)
    usual = np.concatenate([heights(consensus.MEMBERS[0], one, one.lengths) for one in samples])
    judged = cues @ weights + offset
    scale = usual.std() / judged.std()
    weights, offset = weights * scale, (offset - judged.mean()) * scale + usual.mean()
    print("WEIGHTS =", [round(float(weight), 4) for weight in weights], "OFFSET =", round(float(offset), 4))
    for member in consensus.MEMBERS:
        found = np.concatenate([heights(member, one, np.exp(one.cues @ weights + offset)) for one in samples])
        power = usual.std() / found.std()
        print(f"{member}: power {power:.3f}, factor {np.exp(usual.mean() - power * found.mean()):.3f}")


if __name__ == "__main__":
    main()
