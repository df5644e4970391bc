"""Every format keeps the promises of the protocol."""

import pytest

from segmenter import formats
from segmenter.errors import ExportError
from segmenter.formats.format import result


@pytest.fixture(params=sorted(formats.MODULES))
def kind(request):
    return formats.named(request.param)


def test_it_says_what_it_is(kind, outcome):
    assert formats.MODULES[kind.name].startswith("segmenter.formats.")
    assert kind.title
    assert kind.keeps.endswith(".")
    assert kind.suffix(None) == kind.suffix(outcome([[0, 1], [2, 2]]))


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


def test_a_result_has_a_colour_for_every_label(outcome):
    made = outcome([[0, 1], [3, 2]])
    again = result(made.image, made.segmentation, ("labels",))
    assert again.colours.shape == (4, 3)
    assert again.largest == 3
