"""Errors of rooms that know no window, in its language."""

import importlib.util
import inspect
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from segmenter.document import project_file
from segmenter.errors import SegmenterError
from segmenter.files.reading import read_image
from segmenter.gui.app.application import translate
from segmenter.gui.session.sentences import in_words, sentence_in_words
from segmenter.jobs import resume
from segmenter.parameters import DEFAULTS, from_toml

ROOT = Path(__file__).parents[3]


@pytest.fixture
def german(qapp):
    installed = translate(qapp, QLocale("de"))
    yield
    for translator in installed:
        qapp.removeTranslator(translator)


def caught(act):
    with pytest.raises(SegmenterError) as error:
        act()
    return error.value


def test_what_a_decoder_says_of_a_file(german, tmp_path):
    (tmp_path / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "empty.tif").touch()
    assert in_words(caught(lambda: read_image(tmp_path / "empty.tif"))) == "„empty.tif“ ist leer."
    assert in_words(caught(lambda: read_image(tmp_path / "cut.png"))).startswith("„cut.png“ ist")
    assert in_words(caught(lambda: read_image(tmp_path / "none.png"))) == "„none.png“ gibt es nicht."


def test_what_is_wrong_with_a_project(german, tmp_path):
    path = tmp_path / "a.segmenter"
    path.write_bytes(b"nothing")
    said = in_words(caught(lambda: project_file.load(path)))
    assert said.startswith(f"{path} kann nicht geöffnet werden: ")
    assert "it is" not in said


def test_what_a_parameter_must_be(german):
    said = in_words(caught(lambda: DEFAULTS.replace(radius=99)))
    assert said == "radius = 99: muss eine ganze Zahl von 1 bis 10 (px) sein"
    said = in_words(caught(lambda: DEFAULTS.replace(k=99)))
    assert said == "k = 99: muss 'auto' oder eine ganze Zahl von 1 bis 64 sein"
    assert "(Zeile 2)" in in_words(caught(lambda: from_toml("[labels]\nk = 0\n")))


@pytest.mark.parametrize(
    ("said", "in_german"),
    [
        ("Labels: 3 instead of 9, small regions were absorbed.", "Labels: 3 statt 9, kleine Regionen gingen auf."),
        ("1 chosen colour went with the segment that had it.", "1 gewählte Farbe ging mit dem Segment, das sie hatte."),
        ("1 pixel that is not a finite number was left out.", "1 Pixel, das keine endliche Zahl ist, blieb weg."),
    ],
)
def test_notes_and_warnings(german, said, in_german):
    assert sentence_in_words(said) == in_german


def test_what_is_not_known_stays_as_it_is(german):
    assert in_words(SegmenterError("A sentence of nobody.")) == "A sentence of nobody."
    assert in_words(SegmenterError("x" * 5000)) == "x" * 5000


def test_in_english_nothing_changes(qapp, tmp_path):
    error = caught(lambda: read_image(tmp_path / "none.png"))
    assert in_words(error) == str(error)


def test_hostile_names_are_no_patterns(german, tmp_path):
    error = caught(lambda: read_image(tmp_path / "{0} {1}.png"))
    assert in_words(error) == "„{0} {1}.png“ gibt es nicht."


def test_most_sentences_are_found_where_they_are_raised():
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    found = {text for context, text in script.declared() if context == "Errors"}
    assert {"is cut short", "it is no project.", "{0} is missing, and so is any copy of it."} <= found
    assert len(found) > 120


def test_why_a_batch_keeps_or_replaces_what_is_there(german):
    reasons = re.findall(r'(?:return|wrong =) "(.+)"', inspect.getsource(resume))
    assert len(reasons) >= 8
    for reason in reasons:
        told = sentence_in_words(reason)
        assert told != reason
        assert sentence_in_words(f"replaced: {reason}") == f"ersetzt: {told}"
        assert sentence_in_words(f"kept: edited by hand ({reason})") == f"behalten: von Hand bearbeitet ({told})"
        assert sentence_in_words(f"kept: made with clicks ({reason})") == f"behalten: durch Klicks entstanden ({told})"
    assert sentence_in_words("kept: files without a recipe") == "behalten: Dateien ohne Rezept"
    assert sentence_in_words("finished before") == "früher fertig geworden"
    assert sentence_in_words("finished before, with numpy 1.0, scipy 1.2").endswith(", mit numpy 1.0, scipy 1.2")
