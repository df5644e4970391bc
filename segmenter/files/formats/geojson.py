"""The labels as annotations that QuPath opens: GeoJSON, exact polygons, in pixels."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING, Any

from segmenter.files.formats.documents import OURS, own, write_json
from segmenter.files.formats.format import OutlineFormat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from segmenter.files.formats.format import Result, Rings


class GeoJson(OutlineFormat):
    """One feature a label, holes and pieces included."""

    name = "geojson"
    title = "GeoJSON for QuPath"
    keeps = "The exact outline, number, name, class and colour of every label, in pixels."
    group = "Outlines and annotations"
    ending = ".geojson"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each becomes."""
        return f"{result.counted}, a feature each, GeoJSON"

    def write(self, path: Path, result: Result) -> None:
        """Write the features."""
        document = {"type": "FeatureCollection", "features": list(_features(result)), OURS: own(result)}
        write_json(path, document)


def _features(result: Result) -> Iterator[dict[str, Any]]:
    """Return the features, in the order of the labels."""
    source = result.image.source
    seed = f"{source.sha256} {source.page}" if source else ""
    for label, pieces in result.shapes.items():
        kind = result.class_of(label)
        properties: dict[str, Any] = {"objectType": "annotation", "name": result.title(label)}
        if kind:
            properties["classification"] = {"name": kind.name, "color": list(kind.colour)}
        else:  # in QuPath the colour of an object goes before that of its class
            properties["color"] = result.colours[label].tolist()
        ours = {"number": label, "name": result.names.get(label, ""), "class": kind.number if kind else None}
        properties |= {"isLocked": False, "metadata": {"number": str(label)}, OURS: ours}
        yield {
            "type": "Feature",
            "id": _identifier(seed, label),
            "geometry": _geometry(pieces),
            "properties": properties,
        }


def _identifier(seed: str, label: int) -> str:
    """Return what QuPath tells objects by: the same for the same label of the same image."""
    return str(uuid.UUID(bytes=hashlib.sha256(f"segmenter {seed} {label}".encode()).digest()[:16], version=4))


def _geometry(pieces: list[Rings]) -> dict[str, Any]:
    """Return the pieces as polygons whose rings end where they begin, as the standard has it."""
    polygons = [[[*(corners := ring.tolist()), corners[0]] for ring in rings] for rings in pieces]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


FORMAT = GeoJson()
