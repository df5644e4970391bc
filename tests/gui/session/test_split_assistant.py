"""Splitting by hand: what is looked for, shown and taken."""

import numpy as np
import pytest

from segmenter.core.interaction import splitting
from segmenter.core.interaction.splitting import Split


def halves(rows, columns):
    """Return three ways to cut a rectangle."""
    for number, edge in enumerate((columns // 2, columns // 3, columns // 4), start=2):
        side = np.zeros((rows, columns), bool)
        side[:, :edge] = True
        yield Split(side, "eigenvector", number, 0.1 * number)


@pytest.fixture
def ways(monkeypatch):
    """Put three known ways in place of those that are solved for; return what was asked with."""
    asked = []

    def alternatives(image, inside, parameters, **options):
        asked.append((image.pixels.shape, inside, options))
        return halves(*inside.shape)

    monkeypatch.setattr(splitting, "alternatives", alternatives)
    return asked


@pytest.fixture
def said(labelled):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    return said


@pytest.fixture
def begun(qtbot, labelled, ways):
    """Return the splitter of a session that is about to split segment 3."""
    labelled.select({3})
    labelled.split_assistant.begin()
    assert labelled.split_assistant.active
    qtbot.waitUntil(lambda: labelled.split_assistant.candidate is not None)
    return labelled.split_assistant


def place(split_assistant):
    return split_assistant.candidate.place if split_assistant.candidate else None


def test_only_the_segment_is_looked_at(begun, ways, labelled):
    ((shape, inside, _),) = ways
    rectangle = labelled.state.labels.bounds([3])
    assert shape[:2] == inside.shape == (rectangle.bottom - rectangle.top, rectangle.right - rectangle.left)
    assert inside.all()
    assert begun.candidate.number == 3
    assert begun.candidate.part == rectangle


def test_other_ways_follow_and_the_first_comes_again(qtbot, begun, said):
    assert place(begun) == 1
    for expected in (2, 3, 1):
        begun.next()
        qtbot.waitUntil(lambda expected=expected: place(begun) == expected)
    assert said == ["There is no other way to split it; this is the first again."]
    begun.next()
    assert place(begun) == 2  # found before


def test_a_cut_that_is_taken_is_one_step(begun, labelled):
    before, side = labelled.state, begun.candidate.split.side
    begun.take()
    assert not begun.active
    assert labelled.state.segments.keys() == {1, 2, 3, 4}
    assert labelled.state.areas[4] == np.count_nonzero(side)
    assert labelled.selection == {3, 4}
    assert labelled.document.history.undo_name == "Split"
    labelled.undo()
    assert labelled.state is before


def test_giving_up_changes_nothing(begun, labelled):
    before = labelled.state
    labelled.cancel()
    assert not begun.active
    assert begun.candidate is None
    assert labelled.state is before
    begun.take()
    begun.next()
    assert labelled.state is before


def test_another_edit_ends_it(begun, labelled):
    labelled.describe("Rename", {1}, name="sky")
    assert not begun.active


def test_another_image_ends_it(begun, labelled):
    labelled.show(None)
    assert not begun.active


@pytest.mark.parametrize("chosen", [set(), {1, 2}])
def test_one_segment_must_be_selected(labelled, ways, said, chosen):
    labelled.select(chosen)
    labelled.split_assistant.begin()
    assert not labelled.split_assistant.active
    assert said == ["Select one segment to split: click it in the image or in the table."]


def test_a_locked_segment_stays_whole(labelled, ways, said):
    labelled.describe("Lock", {3}, locked=True)
    labelled.select({3})
    labelled.split_assistant.begin()
    assert not labelled.split_assistant.active
    assert said == ["Segment 3 is locked; unlock it first."]


def test_without_labels_there_is_nothing_to_split(session, said_by):
    session.split_assistant.begin()
    assert not session.split_assistant.active
    assert said_by == ["There are no segments yet; they come with the first result."]


@pytest.fixture
def said_by(session):
    said = []
    session.said.connect(lambda message: said.append(message.text))
    return said


def test_a_segment_in_which_nothing_differs(qtbot, labelled, said, monkeypatch):
    monkeypatch.setattr(splitting, "alternatives", lambda *_, **__: iter(()))
    labelled.select({3})
    labelled.split_assistant.begin()
    qtbot.waitUntil(lambda: not labelled.split_assistant.active)
    assert said == ["Nothing in this segment differs enough to split it."]


def test_an_error_ends_the_search(qtbot, labelled, said, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("nobody expected this")
        yield

    failed = []
    labelled.failed.connect(failed.append)
    monkeypatch.setattr(splitting, "alternatives", broken)
    labelled.select({3})
    labelled.split_assistant.begin()
    qtbot.waitUntil(lambda: bool(failed))
    assert not labelled.split_assistant.active


def test_a_real_segment_of_two_colours_is_cut_between_them(qtbot, opened):
    """Segments 1 and 2 are made one, and the cut finds them again."""
    from segmenter.document import edits

    before = opened.state
    opened.edit("Merge", edits.merge, {1, 2})
    (merged,) = opened.state.segments.keys() & {1, 2}
    opened.select({merged})
    opened.split_assistant.begin()
    qtbot.waitUntil(lambda: opened.split_assistant.candidate is not None, timeout=20_000)
    opened.split_assistant.take()
    after = opened.state.labels.array()
    share = [np.mean(after[before.labels.array() == number] == merged) for number in (1, 2)]
    assert sorted(round(part) for part in share) == [0, 1]
    assert min(abs(part - round(part)) for part in share) < 0.05
