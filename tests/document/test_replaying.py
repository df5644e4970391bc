"""Results of the window in which objects were pointed at: repeatable where nothing else was done."""

import json

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.core.clicked import Clicks
from segmenter.core.interaction.clicks.pointing import pointed, selector_of
from segmenter.core.pipeline import segment
from segmenter.document import clicked_objects, edits
from segmenter.document.carry_over import carried_over
from segmenter.document.exporting import result_of
from segmenter.document.label_map import Rectangle
from segmenter.document.state import State, described
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.parameters import Parameters
from segmenter.progress import ignore

PARAMETERS = Parameters().replace(method="tree", k=3, eigenvectors=6, radius=1)
FAST = ["--method", "tree", "--k", "3", "--eigenvectors", "6", "--radius", "1"]
EXPORTS = ("labels", "overlay", "table", "recipe")


@pytest.fixture
def image(tmp_path, gallery):
    Pillow.fromarray(gallery["rgb"]).save(tmp_path / "photo.png")
    return read_image(tmp_path / "photo.png")


@pytest.fixture
def found(image):
    return segment(image, PARAMETERS)


@pytest.fixture
def clicked(image, found):
    """Return a state with two objects, as the window makes them."""
    state = carried_over(State(PARAMETERS), found.labels, PARAMETERS)
    selector = selector_of(image, found, ignore)
    for clicks in (Clicks(((8, 8, True),)), Clicks(((20, 30, True), (8, 8, False)))):
        mask = pointed(selector, clicks, clicked_objects.ground(state))
        state = edits.add_object(state, Rectangle(0, 0, *mask.shape), mask, clicks)
    return described(state, {max(state.segments)}, name="right")


def test_the_command_line_gives_the_same_bytes(image, found, clicked, tmp_path):
    outcome = result_of(image, clicked, found, EXPORTS)
    assert not outcome.edited
    (tmp_path / "window").mkdir()
    write(outcome, tmp_path / "window", "photo")
    recipe = tmp_path / "window" / "photo.segmenter.json"
    assert program.main(["run", "--recipe", str(recipe), "--out", str(tmp_path / "again")]) == 0
    for file in (tmp_path / "window").iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes(), file
    objects = json.loads(recipe.read_text("utf-8"))
    (tmp_path / "clicks.json").write_text(json.dumps({"objects": objects["objects"]}))
    words = ["run", str(image.source.path), "--clicks", str(tmp_path / "clicks.json"), "--out", str(tmp_path / "cli")]
    assert program.main([*words, *FAST, "--export", ",".join(EXPORTS)]) == 0
    for name in ("photo_labels.png", "photo_overlay.png", "photo_regions.csv"):
        assert (tmp_path / "window" / name).read_bytes() == (tmp_path / "cli" / name).read_bytes()


@pytest.mark.parametrize(
    "more",
    [
        lambda state: edits.paint(state, edits.BACKGROUND, Rectangle(0, 0, 3, 3), np.ones((3, 3), bool)),
        lambda state: edits.paint(state, 9, Rectangle(6, 6, 9, 9), np.ones((3, 3), bool)),
        lambda state: described(state, {min(state.segments)}, name="ground"),
        lambda state: described(state, {min(state.segments)}, colour=(1, 2, 3)),
    ],
)
def test_whatever_else_was_done_is_said(image, found, clicked, more, tmp_path):
    outcome = result_of(image, more(clicked), found, EXPORTS)
    assert outcome.edited
    (tmp_path / "window").mkdir()
    write(outcome, tmp_path / "window", "photo")
    document = json.loads((tmp_path / "window" / "photo.segmenter.json").read_text("utf-8"))
    assert document["edited"]
    assert len(document["objects"]) == 2


def test_clicks_that_select_nothing_here_are_no_way_to_repeat(image, found, clicked):
    first = min(clicked_objects.clicked_objects(clicked))
    everything = Clicks(((8, 8, True),), grown=999)
    assert result_of(image, described(clicked, {first}, clicks=everything), found, EXPORTS).edited
