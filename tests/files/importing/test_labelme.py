"""labelme files of others."""

import pytest

from segmenter.errors import UnreadableImage
from segmenter.files.importing.labelme import read, recognised

MASK = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABAQAAAADcWUInAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="


def document(*shapes, **more):
    return {"shapes": list(shapes), "imageHeight": 4, "imageWidth": 5, "imagePath": "..\\photos\\a.jpg", **more}


def shape(label, points, kind="polygon", **more):
    return {"label": label, "points": points, "shape_type": kind, **more}


def test_kinds_of_shapes():
    made = read(
        document(
            shape("cell", [[0, 0], [2, 0], [2, 1], [0, 1]], description="the first"),
            shape("cell", [[4, 3], [5, 4]], "rectangle"),
            shape("nucleus", [[1.5, 2.5], [1.5, 3.6]], "circle"),
            shape("edge", [[0, 0], [5, 4]], "line"),
            shape("spot", [[0, 0]], "point"),
        ),
        None,
    )
    assert made.labels.tolist() == [[1, 1, 0, 0, 0], [0, 3, 0, 0, 0], [3, 3, 3, 0, 0], [0, 3, 0, 0, 2]]
    assert [(each.number, each.name) for each in made.classes] == [(1, "cell"), (2, "nucleus")]
    assert made.assigned == {1: 1, 2: 1, 3: 2}
    assert made.names == {1: "the first"}
    assert made.image == "../photos/a.jpg"


def test_shapes_of_a_group_are_one_object():
    pixel = [[0, 0], [1, 0], [1, 1], [0, 1]]
    other = [[x + 2, y] for x, y in pixel]
    third = [[x + 4, y] for x, y in pixel]
    made = read(
        document(shape("a", pixel, group_id=7), shape("a", other, group_id=7), shape("b", third, group_id=7)), None
    )
    assert made.labels[0].tolist() == [1, 0, 1, 0, 3]


@pytest.mark.parametrize(
    "wrong",
    [
        shape("a", [[0, 0], [1, 1]], "mask", mask="no base 64"),
        shape("a", [[0, 0], [1, 1]], "mask", mask="aGVsbG8="),
        shape("a", [[0, 0], [1, 1]], "mask"),
        shape("a", "b"),
        shape("a", [[0, 1], [2]]),
        shape(5, [[0, 0], [2, 0], [2, 1]]),
        7,
    ],
    ids=str,
)
def test_damage(wrong):
    with pytest.raises(UnreadableImage, match="is damaged"):
        read(document(wrong), None)


def test_a_mask_that_is_larger_than_its_image():
    assert read(document(shape("a", [[0, 0]], "mask", mask=MASK)), None).labels.shape == (4, 5)
    with pytest.raises(UnreadableImage, match="larger than its image"):
        read(document(shape("a", [[0, 0]], "mask", mask=MASK), imageWidth=1), None)


def test_recognised():
    assert recognised(document())
    assert not recognised({"shapes": 1})
