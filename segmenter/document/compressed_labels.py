"""Labels as few bytes: as they are written into a project, and kept of images that are not open.

A row after the other, little-endian, each label one number of the smallest type that holds the largest, the whole
compressed with zlib. At 12 million pixels that takes some 0.1 s, and as much to unpack.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from segmenter.document.label_map import LabelMap
from segmenter.errors import ProjectError
from segmenter.files.findings import digest

KINDS = {"uint8": "<u1", "uint16": "<u2", "int32": "<i4"}
"""The types by name, the smallest first."""

MAX_PIXELS = 1_000_000_000
LARGEST = 1_000_000
"""What is unpacked at most. More segments than that nobody can look at, and each costs memory in every tile."""


@dataclass(frozen=True)
class CompressedLabels:
    """Labels, packed.

    Attributes
    ----------
    shape : tuple of int
        Rows and columns.
    kind : str
        A key of `KINDS`.
    sha256 : str
        Of the labels as little-endian int32, row by row, as in a recipe.
    content : bytes
        Compressed with zlib.
    """

    shape: tuple[int, int]
    kind: str
    sha256: str
    content: bytes


_KNOWN: WeakKeyDictionary[LabelMap, CompressedLabels] = WeakKeyDictionary()
"""What was packed before: a label map never changes, and the same one is saved again and again."""


def pack(labels: LabelMap) -> CompressedLabels:
    """Pack labels; the same ones only once.

    Raises
    ------
    ProjectError
        A label is larger than `LARGEST`.
    """
    if labels not in _KNOWN:
        largest = labels.largest()
        if largest > LARGEST:
            raise ProjectError(f"More than {LARGEST:,} segments cannot be saved; merge or absorb small ones first.")
        kind = next(kind for kind, code in KINDS.items() if largest <= np.iinfo(code).max)
        array = labels.array()
        rows = np.ascontiguousarray(array, KINDS[kind])
        _KNOWN[labels] = CompressedLabels(labels.shape, kind, digest(array), zlib.compress(rows.data, 1))
    return _KNOWN[labels]


def unpack(packed: CompressedLabels) -> LabelMap:
    """Unpack labels.

    Raises
    ------
    ProjectError
        They are damaged, or too large.
    """
    pixels = packed.shape[0] * packed.shape[1]
    if pixels > MAX_PIXELS:
        raise ProjectError(f"The project holds labels of more than {MAX_PIXELS:,} pixels.")
    code = np.dtype(KINDS[packed.kind])
    rows = _decompressed(packed.content, pixels * code.itemsize)
    array = np.frombuffer(rows, code).astype(np.int32).reshape(packed.shape)
    if not 0 <= int(array.min()) <= int(array.max()) <= LARGEST or digest(array) != packed.sha256:
        raise ProjectError("The labels in the project are damaged.")
    labels = LabelMap.of(array)
    _KNOWN[labels] = packed
    return labels


def _decompressed(content: bytes, size: int) -> bytes:
    """Return what was compressed; never more than what it must be."""
    stream = zlib.decompressobj()
    try:
        rows = stream.decompress(content, size + 1)
    except zlib.error:
        rows = b""
    if len(rows) != size or not stream.eof or stream.unused_data:
        raise ProjectError("The labels in the project are damaged.")
    return rows
