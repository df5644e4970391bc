"""What a job will cost: from the size of its image, which the beginning of the file tells, and its parameters."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from segmenter.core.features import automatic_reduction
from segmenter.core.image import MAXIMUM_CHANNELS
from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files import sizes
from segmenter.files.decoders.decoded import check_size
from segmenter.files.sizes import Size

if TYPE_CHECKING:
    from segmenter.jobs.job import Job
    from segmenter.parameters import Parameters

# Measured at 0.15 to 12 megapixels, radius 1 to 10, 24 and 48 eigenvectors; `tests/benchmarks/batch.py estimate`
# compares: memory must not be less than what is taken, seconds are for a feeling.
PROCESS = 170_000_000
"""Bytes of a worker that has imported everything, and has not been given an image."""
PIXEL, CHANNEL = 25, 12
"""Bytes for a pixel of the full image, and for one channel of it: samples, features, labels."""
NODE, LINK, VECTOR = 150, 20, 16
"""Bytes for a node of the graph, one of its links, its entry in one eigenvector."""

PIXEL_SECONDS = 0.4e-6
NODE_SECONDS, LINK_SECONDS, VECTOR_SECONDS = 0.2e-6, 0.18e-6, 0.12e-6
"""The same in seconds, on one thread."""

UNKNOWN = 10
"""Pixels that a byte of a file stands for, where nothing else is known."""


class Cost(NamedTuple):
    """Of one job: pixels of its image, seconds on one thread, bytes of memory."""

    pixels: int
    seconds: float
    memory: int


REFUSED = Cost(0, 0.0, PROCESS)
"""Of an image that is larger than is read."""


def cost(job: Job) -> Cost:
    """Estimate what a job costs; one that will be refused costs nothing but a look."""
    size = sizes.size(job.image)
    if size is not None and _is_refused(size, job.pixel_limit):
        return REFUSED
    if size is None:  # damaged, most likely; else as large as a file of that many bytes may well be
        side = math.isqrt(min(UNKNOWN * _bytes(job), job.pixel_limit))
        size = Size(side, side)
    return estimate(size, job.parameters)


def _is_refused(size: Size, limit: int) -> bool:
    """Tell whether no decoder will read an image of this size, however few bytes a sample has."""
    try:
        check_size(size.columns, size.rows, size.channels, limit)
    except UnsupportedImage:
        return True
    except UnreadableImage:  # no pixels cost nothing
        return False
    return size.channels > 2 * MAXIMUM_CHANNELS  # some may be alphas


def _bytes(job: Job) -> int:
    try:
        return job.image.stat().st_size
    except OSError:
        return 0


def estimate(size: Size, parameters: Parameters) -> Cost:
    """Estimate what an image of this size costs."""
    pixels, nodes, links = size.rows * size.columns, _nodes(size, parameters), _links(parameters)
    vectors = parameters.eigenvectors.eigenvectors
    return Cost(
        pixels,
        pixels * PIXEL_SECONDS + nodes * (NODE_SECONDS + links * LINK_SECONDS + vectors * VECTOR_SECONDS),
        PROCESS + pixels * (PIXEL + CHANNEL * size.channels) + nodes * (NODE + links * LINK + vectors * VECTOR),
    )


def _nodes(size: Size, parameters: Parameters) -> int:
    """Count the nodes that the graph will have at most."""
    factor = parameters.features.reduction
    if factor == "auto":
        factor = automatic_reduction((size.rows, size.columns))
    return -(-size.rows // factor) * -(-size.columns // factor)


def _links(parameters: Parameters) -> int:
    """Count the pixels within the radius around one: a link to each."""
    radius = parameters.affinity.radius
    reach = range(-radius, radius + 1)
    return sum(x * x + y * y <= radius * radius for x in reach for y in reach) - 1
