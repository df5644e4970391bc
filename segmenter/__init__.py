"""Image segmentation by spectral clustering.

from segmenter import Parameters, read_image, segment

result = segment(read_image("photo.jpg"), Parameters().replace(k=6))
result.labels  # int32, 1 … n, 0 is background
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.core.cache import Cache
    from segmenter.core.image import Image
    from segmenter.core.interaction.clicks.select import select
    from segmenter.core.pipeline import segment
    from segmenter.core.segmentation import Segmentation
    from segmenter.errors import SegmenterError
    from segmenter.files.importing.reading import read_segmentation
    from segmenter.files.reading import read_image
    from segmenter.parameters import Parameters
    from segmenter.progress import Cancelled

__version__ = "0.1.0"

__all__ = [
    "Cache",
    "Cancelled",
    "Image",
    "Parameters",
    "Segmentation",
    "SegmenterError",
    "__version__",
    "read_image",
    "read_segmentation",
    "segment",
    "select",
]

_HOMES = {
    "Cache": "segmenter.core.cache",
    "Cancelled": "segmenter.progress",
    "Image": "segmenter.core.image",
    "Parameters": "segmenter.parameters",
    "Segmentation": "segmenter.core.segmentation",
    "SegmenterError": "segmenter.errors",
    "read_image": "segmenter.files.reading",
    "read_segmentation": "segmenter.files.importing.reading",
    "segment": "segmenter.core.pipeline",
    "select": "segmenter.core.interaction.clicks.select",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: `segmenter --help` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'segmenter' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
