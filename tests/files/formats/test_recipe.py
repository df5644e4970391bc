"""Recipes: what is written is read, and nothing else is."""

import hashlib
import json
import math
from dataclasses import replace

import numpy as np
import pytest

from segmenter.errors import ExportError
from segmenter.files import recipe_file
from segmenter.files.findings import digest
from segmenter.files.formats import named
from segmenter.parameters import Parameters, to_mapping


class TestWriting:
    def test_it_holds_what_is_needed_to_repeat_and_compare(self, written_recipe):
        document = json.loads(written_recipe.read_text())
        assert document["image"] == {
            "path": "../images/ö photo.png",
            "page": 1,
            "pages": 1,
            "sha256": hashlib.sha256(b"content").hexdigest(),
            "rows": 2,
            "columns": 2,
        }
        assert document["parameters"] == to_mapping(Parameters())
        assert document["exports"] == ["labels", "overlay", "recipe"]
        assert list(document["versions"]) == ["segmenter", "numpy", "scipy", "pyamg", "scikit-image"]
        assert document["results"] == {
            "labels": 2,
            "method": "tree",
            "labels_sha256": hashlib.sha256(np.array([[0, 1], [2, 2]], "<i4").tobytes()).hexdigest(),
            "sigma_intensity": 4.0,
            "reduction": 1,
            "suggested_k": 3,
            "normalized_cut": 0.25,
            "lower_bound": 0.1,
            "eigenvalues": [0.0, 0.1],
            "residuals": [0.0, 1e-5],
            "iterations": [3, 2],
            "converged": True,
        }
        assert document["edited"] is False
        assert "exported" not in document

    def test_edited_labels_are_told_from_those_that_can_be_made_again(self, outcome, photo, recipe_path):
        labels = np.array([[0, 1], [5, 5]], np.int32)
        made = replace(outcome([[0, 1], [2, 2]], photo), labels=labels, colours=np.zeros((6, 3), np.uint8))
        named("recipe").write(recipe_path, made)
        document = json.loads(recipe_path.read_text())
        assert document["edited"] is True
        assert document["results"]["labels_sha256"] == digest(np.array([[0, 1], [2, 2]]))
        assert document["exported"] == {"labels": 2, "labels_sha256": digest(labels)}
        assert recipe_file.read(recipe_path).edited
        assert named("recipe").describe(made) == "2 labels, without their edits, JSON"

    def test_neither_seconds_nor_the_place_of_the_folder_matter(self, outcome, photo, recipe_path, tmp_path):
        texts = []
        for folder, seconds in (("out", 1.0), ("other", 2.0)):
            (tmp_path / folder).mkdir(exist_ok=True)
            made = outcome([[1]], photo, seconds={"features": seconds})
            named("recipe").write(tmp_path / folder / "a", made)
            texts.append((tmp_path / folder / "a").read_bytes())
        assert texts[0] == texts[1]

    def test_numbers_that_json_has_no_word_for(self, outcome, recipe_path):
        named("recipe").write(recipe_path, outcome([[1]], normalized_cut=math.nan, eigenvalues=np.array([math.inf])))
        results = json.loads(recipe_path.read_text())["results"]
        assert results["normalized_cut"] is None
        assert results["eigenvalues"] == [None]

    def test_an_array_has_no_recipe(self, outcome, recipe_path):
        made = outcome([[1]])
        made = replace(made, image=replace(made.image, source=None))
        with pytest.raises(ExportError, match="no file"):
            named("recipe").write(recipe_path, made)
        assert named("recipe").describe(made) == "An image that is no file has no recipe."

    def test_labels_of_unknown_origin_have_no_recipe(self, outcome, recipe_path):
        made = replace(outcome([[1]]), segmentation=None)
        with pytest.raises(ExportError, match="nobody knows the parameters"):
            named("recipe").write(recipe_path, made)
        assert named("recipe").describe(made).endswith("have no recipe.")
