"""Fit a small network (`segmenter.core.regions.profiles.Network`) to parts of 1: Adam, in NumPy alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.regions.profiles import FARTHEST, Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

INSIDE = (48, 16)
"""Outputs of the inner layers."""

EPOCHS, BATCH, RATE = 4, 1024, 2e-3
LEFT_OUT = 0.05
"""Of the inputs in each step: fewer depend on a few of them."""

DECAY = 1e-3
"""What the weights are drawn to zero by."""

SLOW = 0.9, 0.999
"""How much of the mean slope, and of the mean squared one, stays in a step."""


def fit(inputs: Array, wanted: Array, seed: int = 0) -> Network:
    """Return the network that tells best what part of 1 is wanted, by its cross entropy.

    Parameters
    ----------
    inputs : ndarray of float32, shape (examples, numbers)
    wanted : ndarray of float32, shape (examples,)
    seed : int, optional
        Of the first weights, the order of the examples, and what is left out.
    """
    random = np.random.default_rng(seed)
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + np.float32(1e-3)
    sizes = inputs.shape[1], *INSIDE, 1
    scales = [*np.sqrt(2 / np.array(sizes[:-2])), 0.1 * np.sqrt(2 / sizes[-2])]
    layers = [
        ((random.standard_normal((one, other)) * scale).astype(np.float32), np.zeros(other, np.float32))
        for one, other, scale in zip(sizes, sizes[1:], scales, strict=False)
    ]
    every = [array for layer in layers for array in layer]
    slopes, squares = ([np.zeros_like(array) for array in every] for _ in range(2))
    steps = EPOCHS * -(-len(inputs) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = random.permutation(len(inputs))
        for begin in range(0, len(order), BATCH):
            step += 1
            chosen = order[begin : begin + BATCH]
            seen = np.clip((inputs[chosen] - mean) / spread, -FARTHEST, FARTHEST)
            seen *= (random.random(seen.shape, np.float32) > LEFT_OUT) / np.float32(1 - LEFT_OUT)
            rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
            for array, slope, mean_slope, square in zip(
                every, _slopes(layers, seen, wanted[chosen]), slopes, squares, strict=True
            ):
                mean_slope += (1 - SLOW[0]) * (slope - mean_slope)
                square += (1 - SLOW[1]) * (slope**2 - square)
                spread_of_slope = np.sqrt(square / (1 - SLOW[1] ** step)) + 1e-8
                array -= (rate / (1 - SLOW[0] ** step) * mean_slope / spread_of_slope).astype(np.float32)
    return Network(mean, spread, layers)


def _slopes(layers: list[tuple[Array, Array]], inputs: Array, wanted: Array) -> list[Array]:
    """Return how the cross entropy changes with each weight and offset."""
    values = [inputs]
    for weights, offsets in layers[:-1]:
        values.append(np.maximum(values[-1] @ weights + offsets, 0))
    said = (values[-1] @ layers[-1][0] + layers[-1][1])[:, 0]
    back = ((1 / (1 + np.exp(-said)) - wanted) / np.float32(len(wanted))).astype(np.float32)[:, None]
    found: list[Array] = []
    for (weights, _), before in zip(reversed(layers), reversed(values), strict=True):
        found = [before.T @ back + np.float32(DECAY) * weights, back.sum(axis=0), *found]
        back = (back @ weights.T) * (before > 0)
    return found
