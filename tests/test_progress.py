"""Checkpoints: what is heard, and how the work is stopped."""

import pytest

from segmenter.progress import Cancelled, ignore, part


def test_ignoring_is_going_on():
    assert ignore("labels", 0.5) is None


def test_part_of_a_stage():
    heard = []
    inside = part(lambda *said: heard.append(said), "eigenvectors", 0.2, 0.6)
    for fraction in (0.0, 0.5, 1.0):
        inside("the level", fraction)
    assert heard == [("eigenvectors", pytest.approx(fraction)) for fraction in (0.2, 0.4, 0.6)]


def test_parts_of_parts():
    heard = []
    outer = part(lambda *said: heard.append(said), "eigenvectors", 0.5, 1.0)
    part(outer, "unheard", 0.0, 0.5)("unheard", 1.0)
    assert heard == [("eigenvectors", pytest.approx(0.75))]


def test_nothing_on_the_way_swallows_a_cancellation():
    def check(stage, fraction):
        raise Cancelled

    def work():
        try:
            part(check, "labels", 0.0, 1.0)("labels", 0.0)
        except Exception:  # noqa: BLE001 - this is the point
            return "swallowed"

    with pytest.raises(Cancelled):
        work()
