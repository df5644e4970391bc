"""GeoJSON of QuPath and of others."""

import pytest

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.importing.geojson import read, recognised

SQUARE = [[[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]]]


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_as_qupath_writes_it():
    tumour = {"name": "Tumor", "color": [200, 0, 0]}
    pieces = [[[[4, 0], [5, 0], [5, 1], [4, 1]]], [[[4, 2], [5, 2], [5, 3]]]]
    features = [
        feature({"type": "Polygon", "coordinates": SQUARE}, classification=tumour, name="left"),
        feature({"type": "MultiPolygon", "coordinates": pieces}),
        feature({"type": "Point", "coordinates": [1, 1]}),
    ]
    for document in (features, {"type": "FeatureCollection", "features": features}):
        assert recognised(document)
        made = read(document, (3, 5))
        assert made.labels.tolist() == [[1, 1, 1, 0, 2], [1, 0, 1, 0, 0], [1, 1, 1, 0, 2]]
        assert [(each.name, each.colour) for each in made.classes] == [("Tumor", (200, 0, 0))]
        assert (made.assigned, made.names) == ({1: 1}, {1: "left"})


def test_one_feature_and_a_collection_of_geometries():
    collection = {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": SQUARE}, 5]}
    assert read(feature(collection), (3, 3)).labels.sum() == 8
    for _ in range(30):
        collection = {"type": "GeometryCollection", "geometries": [collection]}
    assert read(feature(collection), (3, 3)).labels.sum() == 0


def test_the_image_must_be_known():
    with pytest.raises(UnsupportedImage, match="name the image"):
        read(feature({"type": "Polygon", "coordinates": SQUARE}), None)


@pytest.mark.parametrize("coordinates", [None, 5, [5], [[5]], [[["a", "b"]]], [[[1, 2], [3]]]], ids=str)
def test_damage(coordinates):
    with pytest.raises(UnreadableImage, match="is damaged"):
        read(feature({"type": "Polygon", "coordinates": coordinates}), (3, 3))


def test_other_json():
    assert not recognised([])
    assert not recognised([1])
    assert not recognised({"type": "Topology"})
