"""GeoJSON: shapely finds every geometry valid and of the area of its label; QuPath's own words for the rest."""

import json
import uuid

import pytest
import shapely
from shapely.geometry import shape

from segmenter.files.formats import named

FORMAT = named("geojson")


@pytest.mark.parametrize("seed", range(8))
def test_geometries_are_valid_and_areas_equal(outcome, known, scattered, tmp_path, seed):
    made = known(outcome(scattered(seed)))
    FORMAT.write(tmp_path / "a.geojson", made)
    document = json.loads((tmp_path / "a.geojson").read_text("utf-8"))
    assert document["type"] == "FeatureCollection"
    assert len(document["features"]) == len(made.present)
    for feature, label in zip(document["features"], made.present.tolist(), strict=True):
        geometry = shape(feature["geometry"])
        assert geometry.is_valid, shapely.is_valid_reason(geometry)
        assert geometry.area == (made.labels == label).sum()
        polygons = geometry.geoms if feature["geometry"]["type"] == "MultiPolygon" else [geometry]
        for polygon in polygons:  # as RFC 7946 has it
            assert polygon.exterior.is_ccw
            assert not any(ring.is_ccw for ring in polygon.interiors)


def test_what_qupath_reads(outcome, known, scattered, tmp_path):
    made = known(outcome(scattered(3)))
    FORMAT.write(tmp_path / "a.geojson", made)
    features = json.loads((tmp_path / "a.geojson").read_text("utf-8"))["features"]
    assert len({uuid.UUID(feature["id"]) for feature in features}) == len(features)
    for feature, label in zip(features, made.present.tolist(), strict=True):
        properties, kind = feature["properties"], made.class_of(label)
        assert properties["objectType"] == "annotation"
        assert properties["name"] == made.title(label)
        assert properties["isLocked"] is False
        assert properties["metadata"] == {"number": str(label)}
        if kind:
            assert properties["classification"] == {"name": kind.name, "color": list(kind.colour)}
            assert "color" not in properties
        else:
            assert properties["color"] == made.colours[label].tolist()
            assert "classification" not in properties
