"""An object under way, as projects hold it."""

import json

import pytest

from segmenter.core.clicked import Clicks
from segmenter.document.unfinished import Unfinished, from_json, to_json
from segmenter.errors import ContentError

PLACES = ((5, 6, False), (7, 8, True))


def there_and_back(unfinished):
    return from_json(json.loads(json.dumps(to_json(unfinished))))


def test_it_comes_back_step_by_step():
    box, places, grown = Clicks(box=(1, 2, 9, 9)), Clicks(PLACES, (1, 2, 9, 9)), Clicks(PLACES, (1, 2, 9, 9), -2)
    kept = Unfinished((box, Clicks(PLACES[:1], box.box), places, grown))
    assert there_and_back(kept) == kept


def test_a_segment_that_was_taken_up_is_known():
    steps = Clicks(PLACES), Clicks((*PLACES, (3, 3, True)))
    assert there_and_back(Unfinished(steps, 7)) == Unfinished(steps[1:], 7)


@pytest.mark.parametrize(
    ("steps", "kept"),
    [([], False), ([Clicks(PLACES[:1])], False), ([Clicks(PLACES)], True), ([Clicks(box=(0, 0, 2, 2))], True)],
)
def test_what_no_object_can_come_of_is_not_kept(steps, kept):
    assert (Unfinished.of(steps, None) is not None) == kept


def test_whether_it_is_inside_an_image():
    kept = Unfinished((Clicks(PLACES),))
    assert kept.fits((8, 9))
    assert not kept.fits((8, 8))


@pytest.mark.parametrize(
    "table",
    [None, 3, [], {}, {"clicks": []}, {"clicks": [[1, 2, False]]}, {"clicks": [[1, -2, True]]}]
    + [{"clicks": [[1, 2, True]], "segment": number} for number in (0, -1, "1", None, 2**40, True)],
)
def test_what_makes_no_sense_is_refused(table):
    with pytest.raises(ContentError):
        from_json(table)
