"""Every format keeps the promises of the protocol."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.errors import ExportError
from segmenter.files import formats
from segmenter.files.formats.format import GROUPS, Options, result


@pytest.fixture(params=sorted(formats.MODULES))
def kind(request):
    return formats.named(request.param)


def test_it_says_what_it_is(kind, outcome):
    assert formats.MODULES[kind.name].startswith("segmenter.files.formats.")
    assert kind.title
    assert kind.keeps.endswith(".")
    assert kind.group in GROUPS
    assert kind.suffix(None) == kind.suffix(outcome([[0, 1], [2, 2]]))


def test_it_says_how_many_labels_there_are(kind, outcome):
    assert kind.describe(outcome([[0, 1], [2, 5]])).startswith("3 labels, ")
    assert kind.describe(outcome([[0, 1]])).startswith("1 label, ")
    assert kind.describe(outcome(np.arange(70_001).reshape(1, -1))).startswith("70,000 labels, ")


@pytest.mark.parametrize(
    "labels",
    [[[0, 0], [0, 0]], [[1, 1], [1, 1]], [[0]], [[1]], [[1, 2] * 2500], [[9], [0]], [[1, 0], [0, 1]]],
    ids=["none", "one everywhere", "a pixel of background", "a pixel", "a line", "a gap", "touching"],
)
def test_it_writes_odd_labels(kind, outcome, tmp_path, labels):
    made = outcome(labels)
    kind.write(tmp_path / "a", made)
    assert (tmp_path / "a").stat().st_size or (kind.name == "yolo" and not made.present.size)  # an empty list
    assert kind.describe(made).startswith(f"{len(set(np.ravel(labels)) - {0})} label")


@pytest.mark.parametrize("name", sorted(formats.MODULES.keys() - {"recipe"}))
def test_only_the_recipe_asks_where_labels_come_from(name, outcome, tmp_path):
    kind, made = formats.named(name), outcome([[0, 1], [2, 2]])
    kind.write(tmp_path / "known", made)
    kind.write(tmp_path / "unknown", replace(made, segmentation=None))
    assert (tmp_path / "known").read_bytes() == (tmp_path / "unknown").read_bytes()


def test_what_is_lost_is_a_sentence(kind, outcome):
    holed = outcome([[1, 1, 1, 0], [1, 0, 1, 2], [1, 1, 1, 0], [0, 0, 0, 1]])
    cell = SegmentClass(300, "cell", (1, 2, 3))
    for made in (holed, replace(holed, classes=(cell,), assigned={1: 300}, options=Options(simplify=2.0))):
        said = kind.loses(made)
        assert said is None or (said.endswith(".") and "\n" not in said)


def test_it_writes_the_same_bytes_twice(kind, outcome, tmp_path):
    paths = [tmp_path / f"{number}{kind.suffix(None)}" for number in (1, 2)]
    for path in paths:
        kind.write(path, outcome([[0, 1], [2, 2]]))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


def test_it_refuses_in_a_sentence(kind, outcome, tmp_path):
    with pytest.raises(ExportError, match="could not be written: No such file or directory"):
        kind.write(tmp_path / "missing" / "a", outcome([[1]]))


def test_recipes_are_written_last():
    assert formats.in_order({"recipe", "overlay", "labels"})[-1] == "recipe"
    assert formats.in_order({"overlay"}) == ("overlay",)
    assert formats.in_order(set(formats.DEFAULT)) == formats.DEFAULT


def test_a_result_has_a_colour_for_every_label(outcome):
    made = outcome([[0, 1], [3, 2]])
    again = result(made.image, made.segmentation, ("labels",))
    assert again.colours.shape == (4, 3)
    assert again.largest == 3
    assert again.colour(0) == "#000000"


def test_a_result_knows_whether_it_was_edited(outcome):
    made = outcome([[0, 1], [3, 2]])
    other = made.colours.copy()
    other[3] = 1, 2, 3
    assert not made.edited
    assert not replace(made, labels=made.labels.copy(), colours=np.concatenate([made.colours, other])).edited
    assert replace(made, labels=np.array([[0, 1], [2, 2]], np.int32)).edited
    assert replace(made, names={3: "nucleus"}).edited
    assert replace(made, colours=other).edited
    assert replace(made, segmentation=None).edited
