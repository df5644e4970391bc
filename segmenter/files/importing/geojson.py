"""GeoJSON in pixels, such as QuPath writes it: polygons with holes, of one or several pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segmenter.core.classes import SegmentClass
from segmenter.errors import UnreadableImage
from segmenter.files.formats.documents import OURS
from segmenter.files.importing.limits import PIXELS, checked, corners, known_size, optional
from segmenter.files.importing.objects import Found, Imported, assembled
from segmenter.files.importing.ours import classes_of, pixel_size_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.files.importing.objects import Shape

DEPTH = 20
"""Collections within collections that are looked into."""


def recognised(document: Any) -> bool:
    """Tell whether JSON is GeoJSON; QuPath also writes a plain list of features."""
    if isinstance(document, list):
        return bool(document) and isinstance(document[0], dict) and document[0].get("type") == "Feature"
    return isinstance(document, dict) and document.get("type") in ("FeatureCollection", "Feature")


def read(document: Any, wanted: Shape | None, limit: int = PIXELS) -> Imported:
    """Return the features of a file; points and lines have no pixels."""
    features = document if isinstance(document, list) else [document]
    if isinstance(document, dict) and document["type"] == "FeatureCollection":
        features = optional(document, "features", list, [])
    found, colours = [], dict[str, Any]()
    for feature in features:
        rings = _rings(optional(feature, "geometry", dict, {}), DEPTH)
        if rings:
            properties = optional(feature, "properties", dict, {})
            kind = optional(properties, "classification", dict, {})
            ours = optional(properties, OURS, dict, {})
            name = optional(ours, "name", str, None)
            if name is None:
                name = optional(properties, "name", str, "")
            title = optional(kind, "name", str, "")
            colours.setdefault(title, kind.get("color"))
            number, member = (optional(ours, key, int, None) for key in ("number", "class"))
            found.append(Found(rings, None, number, name, title, member))
    shape = wanted or _extent(document, limit)
    made = assembled(found, shape, classes_of(document), pixel_size_of(document))
    if classes_of(document):
        return made
    classes = tuple(_coloured(each, colours.get(each.name)) for each in made.classes)
    return Imported(made.labels, made.names, classes, made.assigned, made.pixel_size, made.image, made.notes)


def _extent(document: Any, limit: int) -> Shape:
    """Return the size of the image, which only our own files say."""
    size = optional(optional(document, OURS, dict, {}), "size", list, None)
    return checked(size[0], size[1], None, limit) if size is not None and len(size) == 2 else known_size(None)


def _rings(geometry: dict[str, Any], depth: int) -> list[NDArray[Any]]:
    """Return all rings of a geometry; even-odd filling makes holes of those inside others."""
    kind, values = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection" and depth:
        parts = optional(geometry, "geometries", list, [])
        return [ring for each in parts if isinstance(each, dict) for ring in _rings(each, depth - 1)]
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    if not isinstance(values, list):
        raise UnreadableImage("is damaged: a polygon has no coordinates")
    polygons = [values] if kind == "Polygon" else values
    if not all(isinstance(polygon, list) for polygon in polygons):
        raise UnreadableImage("is damaged: a polygon has no coordinates")
    return [corners(ring) for polygon in polygons for ring in polygon]


def _coloured(each: SegmentClass, colour: Any) -> SegmentClass:
    """Return a class in the colour that the file gives it, if that is one."""
    if isinstance(colour, list) and len(colour) == 3 and all(type(c) is int and 0 <= c <= 255 for c in colour):
        return SegmentClass(each.number, each.name, (colour[0], colour[1], colour[2]), each.key)
    return each
