"""Label numbers that mean the same from image to image."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import from_array
from segmenter.core.pipeline import segment
from segmenter.files import recipe_file
from segmenter.files.formats.format import Reference, result
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.jobs.matching import DIGITS, PLACE, describe, reference, renumbered
from segmenter.jobs.processing import process
from segmenter.progress import ignore


@pytest.fixture
def scene(gallery, areas):
    return from_array(gallery["rgb"]), areas


def test_a_description_has_colour_and_place(scene):
    image, areas = scene
    found = describe(image, areas)
    assert found.numbers == (1, 2, 3)
    lightness, a, b, row, column = found.rows[2]
    assert lightness == pytest.approx(32, abs=10)
    assert b < 0 < a or b < -20  # blue
    where = np.argwhere(areas == 3).mean(axis=0) + 0.5
    assert (row, column) == pytest.approx(tuple(where / areas.shape * PLACE), abs=10**-DIGITS)


def test_the_reference_keeps_its_own_numbers(scene):
    image, areas = scene
    np.testing.assert_array_equal(renumbered(image, areas, describe(image, areas)), areas)


@pytest.mark.parametrize("seed", range(3))
def test_numbers_follow_what_regions_look_like(scene, seed):
    image, areas = scene
    order = np.concatenate([[0], 1 + np.random.default_rng(seed).permutation(3)]).astype(np.int32)
    found = renumbered(image, order[areas], describe(image, areas))
    np.testing.assert_array_equal(found, areas)
    assert found.dtype == np.int32
    assert not found.flags.writeable


def test_of_two_regions_of_one_colour_place_decides(areas):
    image = from_array(np.where(np.arange(40)[None, :, None] % 20 < 10, 200, 40) * np.ones((20, 1, 3)) / 255)
    stripes = np.broadcast_to(np.arange(40)[None, :] // 10 + 1, (20, 40)).astype(np.int32)
    np.testing.assert_array_equal(renumbered(image, 5 - stripes, describe(image, stripes)), stripes)


def test_background_stays(scene):
    image, areas = scene
    part = np.where(areas == 2, 0, areas).astype(np.int32)
    part[part == 3] = 2
    found = renumbered(image, part, describe(image, areas))
    np.testing.assert_array_equal(found, np.where(areas == 2, 0, areas))


def test_regions_that_the_reference_does_not_have_come_behind(scene):
    image, areas = scene
    split = areas.copy()
    split[:12][areas[:12] == 1] = 4
    found = renumbered(image, split, describe(image, areas))
    assert sorted(np.unique(found)) == [1, 2, 3, 4]
    assert set(np.unique(found[areas == 2])) == {2}
    assert set(np.unique(found[areas == 1])) == {1, 4}


def test_images_of_other_channels_are_left_alone(scene, gallery):
    image, areas = scene
    grey = from_array(gallery["grey"])
    assert renumbered(grey, areas, describe(image, areas)) is areas
    assert renumbered(image, areas, Reference((), ())) is areas
    empty = np.zeros_like(areas)
    assert renumbered(image, empty, describe(image, areas)) is empty


def test_the_reference_is_read_from_files(job):
    assert process(job, ignore).status == "done"
    found = reference(job)
    assert found.numbers == (1, 2, 3)
    assert all(isinstance(value, float) for row in found.rows for value in row)
    assert found.names == found.classes == found.assigned == ()


def test_numbers_with_gaps(scene):
    """As edits leave them."""
    image, areas = scene
    gaps = np.array([0, 7, 2, 9], np.int32)[areas]
    looks = describe(image, gaps)
    assert looks.numbers == (2, 7, 9)
    np.testing.assert_array_equal(renumbered(image, areas, looks), gaps)
    np.testing.assert_array_equal(renumbered(image, gaps, describe(image, areas)), areas)


def test_what_a_person_called_segments_is_handed_on(job):
    """The first image was exported from the window, where names and classes were given."""
    cup = SegmentClass(4, "cup", (1, 2, 3), 1)
    image = read_image(job.image)
    found = segment(image, job.parameters)
    made = result(image, found, job.exports)
    write(replace(made, names={2: "left"}, classes=(cup,), assigned={2: 4, 3: 4}), job.folder, job.stem)
    followed = reference(job)
    assert (followed.names, followed.classes, followed.assigned) == (((2, "left"),), (cup,), ((2, 4), (3, 4)))
    assert process(replace(job, stem="second", reference=followed), ignore).status == "done"
    known = recipe_file.read(job.folder / "second.segmenter.json")
    assert known.reference == followed
    assert (known.names, known.classes, known.assigned) == ({2: "left"}, (cup,), {2: 4, 3: 4})
    assert not known.edited
