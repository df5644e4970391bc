"""Recipes are read as they were written, and nothing else is; their images are found again."""

import json
from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.errors import RecipeError
from segmenter.files import findings, recipe_file
from segmenter.files.formats import named, recipe
from segmenter.files.formats.format import Options, Reference
from segmenter.parameters import Parameters


@pytest.fixture(scope="module")
def document(outcome, tmp_path_factory):
    path = tmp_path_factory.mktemp("recipe") / "a.segmenter.json"
    named("recipe").write(path, outcome([[0, 1], [2, 2]]))
    return json.loads(path.read_text())


class TestReading:
    def test_round_trip(self, outcome, photo, recipe_path):
        parameters = Parameters().replace(k=5, sigma_intensity=1 / 3, seed=7)
        named("recipe").write(recipe_path, outcome([[0, 1]], photo, ("recipe", "labels"), parameters=parameters))
        read = recipe_file.read(recipe_path)
        assert read.parameters == parameters
        assert read.exports == ("labels", "recipe")
        assert read.page == 0
        assert read.versions == findings.versions()
        assert read.labels_sha256 == recipe.digest(np.array([[0, 1]]))
        assert not read.edited
        assert recipe_file.locate(read, recipe_path.parent).samefile(photo)

    def test_what_label_numbers_follow(self, outcome, photo, recipe_path):
        kind = SegmentClass(2, "cell", (255, 128, 0), 9)
        reference = Reference(((1.0, 2.5), (3.125, 4.0)), (1, 4), ((4, "é"),), (kind,), ((1, 2),))
        named("recipe").write(recipe_path, replace(outcome([[0, 1], [2, 2]], photo), reference=reference))
        assert recipe_file.read(recipe_path).reference == reference

    def test_what_was_chosen_of_the_files(self, outcome, photo, recipe_path):
        options = Options(16, "names", 1.5, PixelSize(0.5, 0.25, "µm"))
        named("recipe").write(recipe_path, replace(outcome([[0, 1], [2, 2]], photo), options=options))
        assert recipe_file.read(recipe_path).options == options

    def test_a_parameter_it_does_not_name_keeps_the_default_of_its_time(self, document):
        read = recipe_file.parse(json.dumps(document | {"parameters": {"features": {"smoothing": 1.0}}}))
        assert read.parameters == Parameters().replace(smoothing=1.0, method="tree", k=8, strength=800.0)

    def test_one_that_was_written_before_there_were_edits(self, document):
        older = {key: value for key, value in document.items() if key != "edited"}
        assert not recipe_file.parse(json.dumps(older)).edited

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"format": "other"}, "it does not say"),
            ({"version": 2}, "its version is not 1"),
            ({"version": "1"}, '"version" must be a whole number'),
            ({"version": True}, '"version" must be a whole number'),
            ({"image": None}, '"image" must be a table'),
            ({"image": {}}, '"page" is missing'),
            ({"image": {"page": 0, "path": "a", "sha256": ""}}, "pages count from 1"),
            ({"image": {"page": 1, "path": "", "sha256": ""}}, "names no file"),
            ({"image": {"page": 1, "path": "a\0", "sha256": ""}}, "names no file"),
            ({"image": {"page": 1, "path": "\ud800", "sha256": ""}}, "names no file"),
            ({"parameters": {"labels": {"k": 99}}}, "k = 99: must be"),
            ({"parameters": {"lables": {}}}, "did you mean labels"),
            ({"exports": ["labels", "mask"]}, 'a format that does not exist, "mask"'),
            ({"exports": [[]]}, "a format that does not exist"),
            ({"exports": []}, "empty"),
            ({"results": {}}, '"labels_sha256" is missing'),
            ({"versions": 3}, '"versions" must be a table'),
            ({"edited": 1}, '"edited" must be true or false'),
            ({"reference": [[1.0], [1.0, 2.0]]}, '"reference" must be a table of numbers'),
            ({"reference": [["a"]]}, '"reference" must be a table of numbers'),
            ({"reference": 1}, '"reference" must be a table'),
            ({"reference": {"rows": [[1.0]], "numbers": [0]}}, '"reference" must have a label for every row'),
            ({"reference": {"rows": [[1.0]], "numbers": []}}, '"reference" must have a label for every row'),
            ({"reference": {"rows": [], "numbers": [], "segments": [1]}}, '"segments" must be tables with labels'),
            ({"segments": [{"label": 1}]}, '"segments" must have names'),
            ({"options": {"bits": 12, "captions": "none", "simplify": 0.0}}, '"options" has a value'),
            ({"options": {"bits": 8, "captions": "none", "simplify": -1.0}}, '"options" has a value'),
            (
                {"options": {"bits": 8, "captions": "none", "simplify": 0.0, "pixel_size": {"height": 0.0}}},
                '"width" is missing',
            ),
            ({"options": 1}, '"options" must be a table'),
            ({"classes": {}}, "classes must be a list"),
            ({"classes": [1]}, 'class 1: "number" is missing'),
            ({"classes": [{"number": 0, "name": "a", "colour": "#000000"}]}, 'class 1: "number" is out of range'),
            ({"classes": [{"number": 1, "name": "a", "colour": "red"}]}, "class 1: a colour must be"),
            ({"classes": [{"number": 1, "name": "a", "colour": "#000000", "key": 10}]}, '"key" is out of range'),
            ({"classes": [{"number": 1, "name": "a", "colour": "#000000"}] * 2}, "numbers and keys of their own"),
        ],
    )
    def test_what_is_wrong_is_said_in_a_sentence(self, document, recipe_path, changes, sentence):
        recipe_path.write_text(json.dumps(document | changes))
        with pytest.raises(RecipeError) as caught:
            recipe_file.read(recipe_path)
        assert sentence in str(caught.value)
        assert str(recipe_path) in str(caught.value)
        assert str(caught.value).endswith(".")
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b"1" * 5000, b"{", b"NaN"])
    def test_what_is_no_recipe(self, recipe_path, content):
        recipe_path.write_bytes(content)
        with pytest.raises(RecipeError, match="is no recipe"):
            recipe_file.read(recipe_path)

    def test_what_is_no_file(self, recipe_path):
        with pytest.raises(RecipeError, match="No such file"):
            recipe_file.read(recipe_path)
        with pytest.raises(RecipeError, match="could not be read"):
            recipe_file.read(recipe_path.parent)


class TestLocating:
    def test_where_the_recipe_says(self, written_recipe, photo):
        assert recipe_file.locate(recipe_file.read(written_recipe), written_recipe.parent).samefile(photo)

    def test_beside_the_recipe(self, written_recipe, photo):
        moved = photo.rename(written_recipe.parent / photo.name)
        assert recipe_file.locate(recipe_file.read(written_recipe), written_recipe.parent) == moved

    def test_both_moved_together(self, written_recipe, tmp_path):
        (tmp_path / "new").mkdir()
        for name in ("out", "images"):
            (tmp_path / name).rename(tmp_path / "new" / name)
        out = tmp_path / "new" / "out"
        assert recipe_file.locate(recipe_file.read(out / written_recipe.name), out).is_file()

    def test_where_somebody_says(self, written_recipe, photo, tmp_path):
        moved = photo.rename(tmp_path / "another name.png")
        assert recipe_file.locate(recipe_file.read(written_recipe), written_recipe.parent, moved) == moved

    def test_another_file_of_the_name_is_passed_by(self, written_recipe, photo):
        photo.rename(written_recipe.parent / photo.name)
        photo.write_bytes(b"another")
        assert (
            recipe_file.locate(recipe_file.read(written_recipe), written_recipe.parent).parent == written_recipe.parent
        )

    def test_a_changed_image(self, written_recipe, photo):
        photo.write_bytes(b"changed")
        with pytest.raises(RecipeError, match="has changed since"):
            recipe_file.locate(recipe_file.read(written_recipe), written_recipe.parent)

    def test_a_missing_image(self, written_recipe, photo):
        photo.unlink()
        with pytest.raises(RecipeError, match="is missing"):
            recipe_file.locate(recipe_file.read(written_recipe), written_recipe.parent)

    def test_a_link_keeps_its_own_name(self, outcome, photo, recipe_path):
        link = recipe_path.parent / "link.png"
        link.symlink_to(photo)
        named("recipe").write(recipe_path, outcome([[1]], link))
        assert recipe_file.read(recipe_path).image == "link.png"
