"""How results are called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.errors import BatchError
from segmenter.jobs.naming import TEMPLATE, check, distinct, fill, of_page

FIELDS = {"stem": "photo", "ext": "png", "dir": "day/one", "page": "07", "k": "8", "date": "2026-01-31"}


@pytest.mark.parametrize(
    ("template", "name"),
    [
        (TEMPLATE, "day/one/photo"),
        ("{stem}_{ext}_{page}", "photo_png_07"),
        ("{date}/k{k}/{dir}/{stem}", "2026-01-31/k8/day/one/photo"),
        ("fixed", "fixed"),
    ],
)
def test_filling_in(template, name):
    check(template)
    assert fill(template, FIELDS) == name


def test_the_folder_itself_is_no_folder_inside():
    assert fill(TEMPLATE, FIELDS | {"dir": ""}) == "photo"


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{name}", r"\{name\} that does not exist; there are \{stem\}"),
        ("{stem", "brace too"),
        ("{stem}}", "a brace that"),
        ("{{stem}}", "a brace that"),
        ("/etc/{stem}", "stay inside"),
        ("../{stem}", "stay inside"),
        ("a/../../{stem}", "stay inside"),
        ("C:{stem}", "stay inside"),
        ("a\\{stem}", "stay inside"),
        ("{stem}/", "end in a name"),
        ("{stem}/{dir}", "end in a name"),
        (" ", "end in a name"),
    ],
)
def test_templates_that_make_no_sense(template, sentence):
    with pytest.raises(BatchError, match=sentence.replace("brace too", "a brace that")):
        check(template)


def test_names_that_several_images_have():
    names = ["a", "b", "a", "A", "a", "a_png"]
    suffixes = ["png", "png", "tif", "png", "", "bmp"]
    assert distinct(names, suffixes) == ["a_png_2", "b", "a_tif", "A_png_3", "a", "a_png"]


@given(st.lists(st.tuples(st.sampled_from(["a", "A", "a_png", "a_png_2", "b"]), st.sampled_from(["png", "tif", ""]))))
def test_no_two_names_are_the_same(images):
    names = [name for name, _ in images]
    final = distinct(names, [suffix for _, suffix in images])
    assert len({name.casefold() for name in final}) == len(images)
    for before, after in zip(names, final, strict=True):
        assert after == before or names.count(before) + names.count(before.swapcase()) > 1 or after.startswith(before)


def test_names_of_pages_sort_in_their_order():
    assert of_page(Path("/p/a.b.tif"), 0, 1) == "a.b"
    assert [of_page(Path("a.tif"), page, 10) for page in (0, 9)] == ["a_p01", "a_p10"]
