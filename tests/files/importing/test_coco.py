"""COCO files of others."""

import pytest

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.importing.coco import read, recognised


def document(*annotations, images=({"id": 5, "file_name": "in/a.png", "height": 3, "width": 4},), categories=()):
    return {"images": list(images), "annotations": list(annotations), "categories": list(categories)}


def test_polygons_and_categories():
    made = read(
        document(
            {"image_id": 5, "category_id": 18, "segmentation": [[0, 0, 2, 0, 2, 2, 0, 2], [3, 2, 4, 2, 4, 3, 3, 3]]},
            {"image_id": 6, "category_id": 18, "segmentation": [[0, 0, 4, 0, 4, 4]]},
            {"image_id": 5, "category_id": 99, "segmentation": [[2, 0, 3, 0, 3, 1, 2, 1]]},
            categories=[{"id": 18, "name": "dog"}],
        ),
        None,
        None,
    )
    assert made.labels.tolist() == [[1, 1, 2, 0], [1, 1, 0, 0], [0, 0, 0, 1]]
    assert [(each.number, each.name) for each in made.classes] == [(1, "dog")]
    assert made.assigned == {1: 1}
    assert made.image == "in/a.png"


def test_runs_that_are_not_packed():
    crowd = {"image_id": 5, "category_id": 1, "segmentation": {"size": [3, 4], "counts": [4, 2, 6]}, "iscrowd": 1}
    assert read(document(crowd), None, None).labels.tolist() == [[0, 0, 0, 0], [0, 1, 0, 0], [0, 1, 0, 0]]


@pytest.mark.parametrize(
    "segmentation",
    [
        {"size": [3, 4], "counts": "o"},
        {"size": [3, 4], "counts": [13]},
        {"size": [3, 4], "counts": [-1, 13]},
        {"size": [3, 4], "counts": [2**70]},
        {"size": [3, 4], "counts": [[12]]},
        {"size": [3, 4], "counts": None},
        {"size": [4, 3], "counts": [12]},
        [["a", 1, 2]],
        [[1e999, 1, 2, 3]],
    ],
    ids=str,
)
def test_damage(segmentation):
    with pytest.raises(UnreadableImage, match="is damaged"):
        read(document({"image_id": 5, "category_id": 1, "segmentation": segmentation}), None, None)


def test_which_of_several_images():
    images = [{"id": number, "file_name": f"{number}.jpg", "height": 1, "width": number} for number in (1, 2)]
    assert read(document(images=images), None, "2").labels.shape == (1, 2)
    with pytest.raises(UnsupportedImage, match="speaks of 2 images; name the one"):
        read(document(images=images), None, None)
    with pytest.raises(UnsupportedImage, match="none of them is called 3"):
        read(document(images=images), None, "3")
    with pytest.raises(UnreadableImage, match="speaks of no image"):
        read(document(images=[]), None, None)


def test_recognised():
    assert recognised(document())
    assert not recognised([])
    assert not recognised({"annotations": []})
