"""The method objects from an image to labels."""

import numpy as np
import pytest

from segmenter import Cache, Cancelled, Parameters, segment
from segmenter.core.objects import stages

PLACES = [(y, x) for y in (20, 60, 100) for x in (20, 60, 100, 140)]
OBJECTS = Parameters().replace(method="objects")


@pytest.mark.parametrize("radius", [4, 9, 15])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tilt", [0.0, 40.0])
def test_objects_are_found_and_the_ground_is_background(scene, matched, radius, dark, tilt):
    image, truth = scene(PLACES, radius, dark=dark, tilt=tilt, noise=3.0)
    result = segment(image, OBJECTS)
    assert result.chosen == "objects"
    assert result.count == matched(truth, result.labels) == len(PLACES)
    areas = np.bincount(result.labels.ravel())[1:]
    assert (np.diff(areas) <= 0).all()
    assert not result.labels.flags.writeable
    assert result.labels.dtype == np.int32


@pytest.mark.parametrize("kind", ["grey16", "float", "rgb", "rgb16", "channels"])
def test_any_kind_of_image(scene, matched, kind):
    grey, truth = scene(PLACES, 9)
    image = {
        "grey16": grey.astype(np.uint16) * 16,
        "float": grey / 255,
        "rgb": np.dstack([grey] * 3),
        "rgb16": np.dstack([grey.astype(np.uint16) * 257] * 3),
        "channels": np.dstack([grey, grey[::-1]])[:, :, :2],
    }[kind]
    found = segment(image, OBJECTS)
    assert matched(truth, found.labels) == len(PLACES)


def test_touching_objects_are_parted_and_split_0_leaves_them(scene):
    image, _ = scene([(30, 30), (30, 50), (90, 100)], 11)
    assert segment(image, OBJECTS).count == 3
    assert segment(image, OBJECTS.replace(split=0.0)).count == 2


def test_objects_at_the_border_can_be_left_out(scene):
    image, _ = scene([(0, 40), (60, 60), (60, 159), (100, 100)], 10)
    assert segment(image, OBJECTS).count == 4
    result = segment(image, OBJECTS.replace(border="exclude"))
    assert result.count == 2
    assert not stages.at_border(result.labels)[1:].any()


def test_diameters_are_limits(scene):
    image, _ = scene([(60, 40), (60, 120)], 8)
    image[20:24, 76:80] = 130
    with_small = segment(image, OBJECTS.replace(smallest_diameter=2.0))
    assert with_small.count == 3
    assert segment(image, OBJECTS.replace(smallest_diameter=10.0)).count == 2
    assert segment(image, OBJECTS.replace(smallest_diameter=2.0, largest_diameter=10.0)).count == 1


def test_only_the_region_of_interest_is_searched(scene):
    image, _ = scene(PLACES, 9)
    mask = np.zeros(image.shape, bool)
    mask[:80] = True
    result = segment(image, OBJECTS, mask=mask)
    assert result.count == 8
    assert not result.labels[80:].any()


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (3, 2), (64, 64)])
@pytest.mark.parametrize("value", [0, 200])
def test_where_there_is_nothing_nothing_is_found(shape, value):
    result = segment(np.full(shape, value, np.uint8), OBJECTS)
    assert result.count == 0
    assert result.warnings == ("No objects were found.",)
    everywhere = segment(np.full((*shape, 3), value, np.uint8), OBJECTS, mask=np.zeros(shape, bool))
    assert everywhere.count == 0


def test_noise_is_no_object():
    noise = np.random.default_rng(0).normal(100, 10, (200, 200))
    assert segment(noise.astype(np.uint8), OBJECTS).count == 0


def test_large_objects_are_found_in_a_reduced_image(scene, matched):
    places = [(y, x) for y in (200, 600, 1000) for x in (200, 600, 1000, 1400)]
    image, truth = scene(places, 90, shape=(1200, 1600), blur=2.0)
    result = segment(image, OBJECTS)
    assert result.reduction == 2
    assert result.count == matched(truth, result.labels) == 12


def test_split_repeats_neither_the_tree_nor_the_outlines(scene):
    image, _ = scene(PLACES, 9)
    cache = Cache()
    segment(image, OBJECTS, cache=cache)
    assert set(segment(image, OBJECTS.replace(split=0.5), cache=cache).seconds) == {"regions"}
    assert segment(image, OBJECTS, cache=cache).seconds == {}
    again = segment(image, OBJECTS.replace(threshold=0.5), cache=cache)
    assert np.array_equal(again.labels, segment(image, OBJECTS.replace(threshold=0.5)).labels)


def test_it_can_be_stopped(scene):
    def stop(stage, fraction):
        if stage == "labels":
            raise Cancelled

    with pytest.raises(Cancelled):
        segment(scene(PLACES, 9)[0], OBJECTS, progress=stop)


def test_nothing_is_solved():
    result = segment(np.zeros((20, 20), np.uint8), OBJECTS)
    assert (result.sigma_intensity, result.normalized_cut, result.lower_bound, result.tree) == (None,) * 4
    assert not len(result.eigenvalues)


def test_the_middle_of_a_large_image_tells_whether_there_are_objects(scene, monkeypatch):
    image, _ = scene(PLACES, 9, noise=3.0)
    whole = segment(image)
    monkeypatch.setattr(stages, "GLANCE", image.size // 2)
    cache = Cache()
    assert segment(image, cache=cache).chosen == whole.chosen == "objects"
    np.testing.assert_array_equal(segment(image, cache=cache).labels, whole.labels)  # found in all of it
    rows, columns = image.shape
    image[rows // 8 : -rows // 8, columns // 8 : -columns // 8] = 40
    assert segment(image).chosen == "tree"
