"""What is written of the work on an image."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.core.pipeline import segment
from segmenter.document import edits
from segmenter.document.carry_over import carried_over
from segmenter.document.exporting import result_of
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.errors import ExportError
from segmenter.files.formats import MODULES
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.parameters import Parameters
from segmenter.render.overlay import palette

PARAMETERS = Parameters().replace(method="kmeans", k=3, eigenvectors=6, radius=1)
WORDS = ["--method", "kmeans", "--k", "3", "--eigenvectors", "6", "--radius", "1"]
ALL = tuple(MODULES)


@pytest.fixture(scope="module")
def photo(gallery, tmp_path_factory):
    path = tmp_path_factory.mktemp("exporting") / "photo.png"
    Pillow.fromarray(gallery["rgb"]).save(path)
    return path


@pytest.fixture(scope="module")
def image(photo):
    return read_image(photo)


@pytest.fixture(scope="module")
def found(image):
    return segment(image, PARAMETERS)


@pytest.fixture
def state(found):
    return carried_over(State(PARAMETERS), found.labels, PARAMETERS)


@pytest.fixture
def tinted(state):
    """Return the same labels in other colours, as when segments kept theirs from an earlier result."""
    return with_segments(state, {1: Segment(tint=9), 2: Segment(tint=4), 3: Segment(tint=6)})


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_unedited_work_is_what_the_command_line_writes(photo, image, found, tinted, tmp_path):
    assert program.main(["run", str(photo), "--out", str(photo.parent), "--export", ",".join(ALL), *WORDS, "-q"]) == 0
    expected = contents(photo.parent)
    for name in ("photo.png", "annotations.json", "data.yaml"):
        del expected[name]
    # into the same folder, because a recipe says where its image is
    write(result_of(image, tinted, found, ALL), photo.parent, "photo")
    written = contents(photo.parent)
    assert {name: written[name] for name in expected} == expected
    assert len(expected) == len(ALL)


def test_colours_follow_the_numbers_that_are_written(image, found, tinted):
    result = result_of(image, tinted, found, ALL)
    np.testing.assert_array_equal(result.colours, palette(3))
    assert not result.edited


def test_edited_segments_keep_the_colours_that_were_seen(image, found, tinted):
    seen = tinted.colours()
    state = described(tinted, [3], name="cup", colour=(1, 2, 3))
    result = result_of(image, state, found, ALL)
    np.testing.assert_array_equal(result.labels, found.labels)
    assert result.colours.tolist() == [[0, 0, 0], seen[1].tolist(), seen[2].tolist(), [1, 2, 3]]
    assert result.names == {3: "cup"}
    assert result.edited


def test_labels_are_the_numbers_of_the_segments(image, found, state):
    merged = edits.merge(state, [1, 3])
    result = result_of(image, merged, found, ALL)
    np.testing.assert_array_equal(result.labels, np.where(found.labels == 2, 2, 1))
    assert result.labels.dtype == np.int32
    assert result.edited
    deleted = edits.delete(state, [1])
    np.testing.assert_array_equal(
        result_of(image, deleted, found, ALL).labels, np.where(found.labels == 1, 0, found.labels)
    )
    np.testing.assert_array_equal(
        result_of(image, edits.renumbered(deleted), found, ALL).labels, np.array([0, 0, 1, 2])[found.labels]
    )


def test_a_new_segment_has_its_number_and_colour_in_the_files(image, found, state):
    whole = Rectangle(0, 0, *image.shape)
    painted = edits.settled(edits.paint(state, 4, whole, np.ones(image.shape, bool)))
    result = result_of(image, painted, found, ALL)
    assert result.present.tolist() == [4]
    assert result.colours[4].tolist() == palette(4)[4].tolist()


def test_classes_and_pixel_size_go_along(image, found, state):
    cell = SegmentClass(2, "cell", (1, 2, 3))
    state = replace(described(state, [1], class_number=2), classes=(cell,), pixel_size=PixelSize(0.5, 0.5, "µm"))
    result = result_of(image, described(state, [3], class_number=7), found, ALL)
    assert result.assigned == {1: 2}
    assert result.class_of(1) is cell
    assert result.class_of(3) is None
    assert result.image.pixel_size == PixelSize(0.5, 0.5, "µm")
    assert result.edited


def test_all_background(image, found, state):
    result = result_of(image, edits.delete(state, [1, 2, 3]), found, ALL)
    assert result.largest == 0
    assert result.names == {}


def test_hidden_segments_are_written_as_well(image, found, state):
    result = result_of(image, described(state, [2], visible=False), found, ALL)
    np.testing.assert_array_equal(result.labels, found.labels)
    assert not result.edited


def test_nothing_yet(image, found):
    with pytest.raises(ExportError, match="nothing to export yet"):
        result_of(image, State(), found, ALL)


def test_how_other_labels_came_to_be_is_not_told(image, found, state):
    assert result_of(image, replace(state, parameters=PARAMETERS.replace(k=2)), found, ALL).segmentation is found
    assert result_of(image, replace(state, solved=PARAMETERS.replace(k=2)), found, ALL).segmentation is None


def test_large_numbers(image, found):
    labels = np.zeros(image.shape, np.int32)
    labels[0, 0], labels[1, :5] = 900_000, 70_000
    segments = {900_000: Segment("a"), 70_000: Segment()}
    state = with_segments(State(PARAMETERS, PARAMETERS), segments, LabelMap.of(labels))
    result = result_of(image, state, None, ("labels",))
    assert (result.largest, result.names) == (900_000, {900_000: "a"})
    assert result.colours.shape == (900_001, 3)


def test_the_same_bytes_again(image, found, state, tmp_path):
    written = []
    for _ in range(2):
        write(result_of(image, edits.merge(state, [1, 2]), found, ALL), tmp_path, "a")
        written.append(contents(tmp_path))
    assert written[0] == written[1]
    assert len(written[0]) == len(ALL)


def test_classes_that_nobody_has_do_not_change_a_byte(image, found, state):
    state = replace(state, classes=(SegmentClass(1, "cell", (1, 2, 3)),))
    assert result_of(image, state, found, ALL).classes == ()
    assert result_of(image, described(state, [1], name="a"), found, ALL).classes == state.classes


def test_a_pixel_size_set_by_hand_is_an_edit(state):
    assert not state.edited
    assert replace(state, pixel_size=PixelSize(1.0, 1.0, "mm")).edited
