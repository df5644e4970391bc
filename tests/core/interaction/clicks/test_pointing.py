"""Objects found one after the other."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.clicked import ClickedObject, Clicks
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks.pointing import pointed, with_objects
from segmenter.errors import ClickError
from segmenter.progress import ignore

SQUARE = Clicks(((45, 55, True),))


@pytest.fixture
def found(picture):
    return segment(picture, Parameters().replace(method="tree", reduction=2))


def asked(*clicks):
    return [ClickedObject(each) for each in clicks]


def test_what_is_ground_is_not_taken(selector):
    whole = pointed(selector, SQUARE)
    ground = np.zeros_like(whole)
    ground[:, :50] = True
    part = pointed(selector, SQUARE, ground)
    assert whole[40, 45]
    assert not (part & ground).any()
    assert part[45, 55]
    np.testing.assert_array_equal(pointed(selector, SQUARE), whole)  # the ground is forgotten again


def test_a_box_bounds_the_object(selector):
    whole = pointed(selector, SQUARE)
    mask = pointed(selector, Clicks(box=(28, 38, 62, 72)))
    assert (mask & whole).sum() / (mask | whole).sum() > 0.9
    half = pointed(selector, Clicks(SQUARE.places, box=(28, 38, 62, 60)))
    assert half[45, 55]
    assert not half[:, 60:].any()


def test_grown(selector):
    assert pointed(selector, Clicks(SQUARE.places, grown=2)).sum() > pointed(selector, SQUARE).sum()


def test_objects_never_overlap(picture, found):
    first, second = asked(SQUARE, Clicks(((45, 56, True), (5, 5, True))))
    alone, (number,) = with_objects(picture, found, [first], ignore)
    assert number not in np.unique(found.labels)
    labels, numbers = with_objects(picture, found, [first, second], ignore)
    np.testing.assert_array_equal(labels == numbers[0], alone == number)
    assert labels[5, 5] == numbers[1]
    with pytest.raises(ClickError, match="Object 2: its clicks select nothing"):
        with_objects(picture, found, [first, first], ignore)


def test_the_number_of_a_label_that_is_covered_is_free_again(picture, found):
    everything = Clicks(((45, 55, True), (5, 5, True)), grown=999)
    labels, numbers = with_objects(picture, found, asked(everything), ignore)
    assert (labels == numbers[0]).all()


@pytest.mark.parametrize("clicks", [Clicks(((80, 0, True),)), Clicks(box=(0, 0, 9, 101))])
def test_outside(picture, found, clicks):
    with pytest.raises(ClickError, match=r"Object 1: .* lies outside the image of 80 × 100 pixels"):
        with_objects(picture, found, asked(clicks), ignore)


def test_another_method(picture, found):
    other = segment(picture, Parameters().replace(method="kmeans", k=2, reduction=2))
    labels, numbers = with_objects(picture, other, asked(SQUARE), ignore)
    same, others = with_objects(picture, found, asked(SQUARE), ignore)
    np.testing.assert_array_equal(labels == numbers[0], same == others[0])


def test_nothing_to_tell_apart():
    image = from_array(np.zeros((1, 1), np.uint8))
    found = segment(image, Parameters().replace(method="tree"))
    labels, numbers = with_objects(image, found, asked(Clicks(((0, 0, True),))), ignore)
    assert labels.tolist() == [numbers]
