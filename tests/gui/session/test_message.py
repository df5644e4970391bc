"""What is said, and where it goes."""

import pytest

from segmenter.errors import EditError, ProjectError
from segmenter.gui.session.message import Reporter


@pytest.fixture
def heard(qapp):
    reporter = Reporter()
    said, failed = [], []
    reporter.said.connect(said.append)
    reporter.failed.connect(failed.append)
    return reporter, said, failed


def test_sentences_go_to_the_bar(heard):
    reporter, said, failed = heard
    reporter.say("Two files were written.")
    reporter.report(ProjectError("The project is damaged."))
    reporter.report(MemoryError())
    reporter.refuse(EditError("{name} is locked; unlock it first.", name="Segment 3"))
    assert [message.kind for message in said] == ["information", "error", "error", "information"]
    assert said[3].text == "Segment 3 is locked; unlock it first."
    assert failed == []


def test_a_mistake_behind_a_sentence_goes_to_the_terminal_as_well(heard, capsys, monkeypatch):
    reporter, said, _ = heard
    monkeypatch.setattr("segmenter.gui.session.message.mistake", lambda error: f"Traceback of {error}")
    reporter.report(ProjectError("The project is damaged."))
    assert said[0].text == "The project is damaged."
    assert capsys.readouterr().err == "Traceback of The project is damaged."


def test_errors_are_said_where_there_is_no_terminal(heard, monkeypatch):
    """Windows gives a program that was clicked neither stdout nor stderr."""
    reporter, said, failed = heard
    monkeypatch.setattr("segmenter.gui.session.message.mistake", lambda error: f"Traceback of {error}")
    monkeypatch.setattr("sys.stderr", None)
    reporter.report(ProjectError("The project is damaged."))
    assert [message.text for message in said] == ["The project is damaged."]
    assert failed == []


def test_what_nobody_expected_goes_to_the_dialog(heard):
    reporter, said, failed = heard
    mistake = KeyError(3)
    reporter.report(mistake)
    assert failed == [mistake]
    assert said == []
