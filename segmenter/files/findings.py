"""What a recipe reports of a result, in a few hundred bytes: eigenvalues, residuals, the digest of the labels.

A project keeps it with the labels, so that a recipe can be written without solving again. It belongs to one image and
one set of parameters, and is of no use beside any other.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter import __version__
from segmenter.errors import ContentError
from segmenter.files import checked
from segmenter.parameters import to_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from segmenter.core.image import Source
    from segmenter.core.segmentation import Segmentation
    from segmenter.parameters import Parameters

LONGEST = 10_000
"""Eigenvalues that are read of one result."""

LONGEST_TEXT = 100

PROGRAMS = 20


@dataclass(frozen=True)
class Findings:
    """What is reported of a result.

    Attributes
    ----------
    sha256 : str
        Of the image file, hexadecimal.
    page : int
        Of the image in its file, from 0.
    parameters : Parameters
    versions : mapping of str to str
        Of the programs that took part.
    results : mapping of str to anything
        As a recipe says it.
    """

    sha256: str
    page: int
    parameters: Parameters
    versions: Mapping[str, str]
    results: Mapping[str, Any]

    def of(self, source: Source | None, parameters: Parameters | None) -> bool:
        """Tell whether this is of an image and of parameters."""
        known = source is not None and (source.sha256, source.page) == (self.sha256, self.page)
        return known and parameters == self.parameters

    def gives(self, labels: NDArray[np.integer]) -> bool:
        """Tell whether these labels are those that came out."""
        return bool(digest(labels) == self.results["labels_sha256"])


def findings(source: Source, found: Segmentation) -> Findings:
    """Return what is to be reported of a result: some 50 ms for 12 million pixels."""
    results = {
        "labels": found.count,
        "method": found.chosen,
        "labels_sha256": digest(found.labels),
        "sigma_intensity": _finite(found.sigma_intensity),
        "reduction": int(found.reduction),
        "suggested_k": found.suggested_k,
        "normalized_cut": _finite(found.normalized_cut),
        "lower_bound": _finite(found.lower_bound),
        "eigenvalues": [_finite(value) for value in found.eigenvalues],
        "residuals": [_finite(value) for value in found.residuals],
        "iterations": [int(number) for number in found.iterations],
        "converged": bool(found.converged),
    }
    return Findings(source.sha256, source.page, found.parameters, versions(), results)


def versions() -> dict[str, str]:
    """Return the versions of everything that has a say in the numbers."""
    import pyamg  # noqa: PLC0415 - it takes a while, and who only writes or reads another format does not need it
    import scipy  # noqa: PLC0415
    import skimage  # noqa: PLC0415

    return {
        "segmenter": __version__,
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "pyamg": pyamg.__version__,
        "scikit-image": skimage.__version__,  # type: ignore[attr-defined]
    }


def digest(labels: NDArray[np.integer]) -> str:
    """Return the SHA-256 of labels as little-endian int32, row by row."""
    return hashlib.sha256(np.ascontiguousarray(labels, "<i4").data).hexdigest()


def to_json(found: Findings) -> dict[str, Any]:
    """Return findings as a project holds them: the image and the parameters are beside them there."""
    key = _key(found.sha256, found.page, found.parameters)
    return {"key": key, "versions": dict(found.versions), "results": dict(found.results)}


def from_json(table: Any, sha256: str | None, page: int, parameters: Parameters | None) -> Findings | None:
    """Return the findings of an image and of parameters; None where those in the file are of others.

    Raises
    ------
    ContentError
        They make no sense.
    """
    programs, results = checked.part(table, "versions", dict), checked.part(table, "results", dict)
    if len(programs) > PROGRAMS or any(not isinstance(each, str) for each in programs.values()):
        raise ContentError('"versions" must be texts.')
    versions = {_short(name): _short(version) for name, version in programs.items()}
    read = {
        "labels": checked.number(results, "labels", 0),
        "method": _short(checked.part(results, "method", str)),
        "labels_sha256": checked.digest(results, "labels_sha256"),
        "sigma_intensity": _number(results, "sigma_intensity"),
        "reduction": checked.number(results, "reduction", 1),
        "suggested_k": None if results.get("suggested_k") is None else checked.number(results, "suggested_k", 0),
        "normalized_cut": _number(results, "normalized_cut"),
        "lower_bound": _number(results, "lower_bound"),
        "eigenvalues": _numbers(results, "eigenvalues"),
        "residuals": _numbers(results, "residuals"),
        "iterations": _iterations(results),
        "converged": checked.part(results, "converged", bool),
    }
    if sha256 is None or parameters is None or checked.part(table, "key", str) != _key(sha256, page, parameters):
        return None
    return Findings(sha256, page, parameters, versions, read)


def _key(sha256: str, page: int, parameters: Parameters) -> str:
    """Return what an image and parameters have in common with no others."""
    text = json.dumps([sha256, page, to_mapping(parameters)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _short(text: str) -> str:
    return checked.readable(text[:LONGEST_TEXT])


def _number(table: dict[str, Any], key: str) -> float | None:
    return _checked(table.get(key), key)


def _numbers(table: dict[str, Any], key: str) -> list[float | None]:
    return [_checked(value, key) for value in _list(table, key)]


def _iterations(table: dict[str, Any]) -> list[int]:
    return [checked.number({"iterations": each}, "iterations", 0) for each in _list(table, "iterations")]


def _list(table: dict[str, Any], key: str) -> list[Any]:
    listed = checked.part(table, key, list)
    if len(listed) > LONGEST:
        raise ContentError(f'"{key}" is out of range.')
    return listed


def _checked(value: Any, key: str) -> float | None:
    if value is not None and not (isinstance(value, float) and math.isfinite(value)):
        raise ContentError(f'"{key}" is out of range.')
    return value


def _finite(value: float | None) -> float | None:
    """Return a number that JSON can hold."""
    return float(value) if value is not None and math.isfinite(value) else None
