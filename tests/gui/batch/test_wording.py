"""How a batch stands, in words; what the dialog does with them is in test_dialog."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from segmenter.batch.progress import Progress
from segmenter.gui.batch import wording

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def known():
    return SimpleNamespace(jobs=1200, finished=0, refused=0, looked=1200, seconds=600.0, memory=1.5e9,
                           together=lambda workers: 4)  # fmt: skip


@pytest.fixture
def order():
    return SimpleNamespace(scheduler="", local=lambda: 2)


def test_images_are_counted():
    assert (wording.counted(1), wording.counted(1200)) == ("One image", "1,200 images")


def test_before(known, order):
    assert wording.surveyed(known, order) == "1,200 images, about 2 min with 4 at once, up to 1.5 GB of memory each"
    known.finished, known.refused = 1, 2
    assert ", one is finished and will be skipped, 2 are larger than is read, about" in wording.surveyed(known, order)
    order.scheduler = "tcp://host:8786"
    assert wording.surveyed(known, order).endswith("about 10 min on one processor, up to 1.5 GB of memory for an image")


def test_as_long_as_not_all_was_looked_at_nothing_is_estimated(known, order):
    known.looked = 300
    assert wording.surveyed(known, order) == "1,200 images, 25 % looked through"


def test_where_nothing_is_left_nothing_is_estimated(known, order):
    known.finished = 1200
    assert "about" not in wording.surveyed(known, order)


@pytest.fixture
def progress():
    return Progress(total=20, done=5, failed=1, seconds=60.0)


def test_on_the_way(progress):
    runner = SimpleNamespace(progress=progress, stopping=False, paused=False, under_way=())
    assert wording.under_way(runner).startswith("6 of 20 · ")
    assert wording.under_way(runner).endswith(" left · 1 failed")
    assert wording.under_way(SimpleNamespace(**vars(runner) | {"paused": True})) == "Paused · 6 of 20 · 1 failed"
    stopping = SimpleNamespace(**vars(runner) | {"stopping": True})
    assert wording.under_way(stopping) == "Stopping · 6 of 20 · 1 failed"


def test_at_the_end(progress):
    assert wording.ended(progress) == "5 done, 1 failed, 14 not done, in 60 s."
    whole = replace(progress, total=9, failed=0, replaced=2, skipped=4, kept=3)
    words = "5 done (2 replaced older results), 4 skipped, finished before (3 of them somebody’s work), in 60 s."
    assert wording.ended(whole) == words
