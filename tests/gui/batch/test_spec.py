"""An order: the same plan as the command's, and who carries it out."""

from contextlib import nullcontext

import pytest

from segmenter.batch.plan import plan
from segmenter.gui.batch import spec as batch_spec
from segmenter.gui.batch.spec import BatchSpec
from segmenter.parameters import DEFAULTS, to_toml
from segmenter.progress import Cancelled, ignore

CHOICES = {"pattern": "photo*", "template": "{k}/{stem}", "match": True, "overwrite": True}


def test_the_plan_is_the_commands(photos, tmp_path):
    order = BatchSpec(photos, tmp_path / "out", DEFAULTS.replace(k=5), ("labels", "table"), **CHOICES)
    assert order.plan(ignore) == plan(photos, tmp_path / "out", DEFAULTS.replace(k=5), ("labels", "table"), **CHOICES)


def test_planning_can_be_cancelled(photos, tmp_path):
    def stop(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        BatchSpec(photos, tmp_path / "out").plan(stop)


def test_parameters_of_a_file(photos, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(to_toml(DEFAULTS.replace(k=7)))
    assert BatchSpec(photos, tmp_path / "out", file).plan(ignore).jobs[0].parameters.labels.k == 7


def test_who_does_the_work(photos, tmp_path, monkeypatch):
    monkeypatch.setattr(batch_spec, "processes", lambda count: ("processes", count))
    monkeypatch.setattr(batch_spec, "connect", lambda address: nullcontext(("cluster", address)))
    for choices, expected in (
        ({}, ("processes", None)),
        ({"jobs": 3}, ("processes", 3)),
        ({"scheduler": "tcp://a:1"}, ("cluster", "tcp://a:1")),
    ):
        with BatchSpec(photos, tmp_path / "out", **choices).workers() as workers:
            assert workers == expected
