"""What formats say of a result, in another language."""

import re
from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import from_array
from segmenter.files.formats import MODULES, named
from segmenter.files.formats.format import Options, Result
from segmenter.gui.session import sentences
from segmenter.render.overlay import palette

SAME = {", ", ". ", ".", "", "CSV", "JSON", "ZIP", "SVG", "PNG", "GeoJSON"}
SAME_ANYWHERE = re.compile(r"u?int\d+ NPY")


def result(labels, **known):
    largest = int(labels.max(initial=0))
    kinds = SegmentClass(1, "cell", (1, 2, 3)), SegmentClass(300, "far", (1, 2, 3))
    image = from_array(np.zeros((*labels.shape, 3), np.uint8))
    return Result(image, labels, palette(largest), {}, tuple(MODULES), classes=kinds, **known)


def results():
    one = np.zeros((20, 20), np.int32)
    one[2:9, 2:9] = 1
    one[4:6, 4:6] = 0
    many = one.copy()
    many[12:14, 2:4] = many[12:14, 8:10] = 2
    many[16:18, 2:9] = 3
    many[17, 4] = 0
    many[18, 2] = 2
    large = many * 100
    for labels in (one, many, large, many * 30_000):
        last = int(labels.max())
        yield result(labels)
        yield result(labels, assigned={last: 1})
        yield result(labels, assigned={int(each): 300 for each in np.unique(labels[labels > 0])})
        yield result(labels, options=Options(simplify=1.5))


@pytest.mark.parametrize("name", MODULES)
def test_everything_that_is_said_is_known(name):
    kind, unknown = named(name), set()
    for each in results():
        for text in (kind.describe(each), kind.loses(each) or ""):
            parts = [part for part in re.split(r"(, |\. |\.$)", text) if part not in SAME]
            known = [pattern for pattern, _ in sentences._patterns("de", sentences.FORMATS)]
            unknown |= {
                part
                for part in parts
                if not SAME_ANYWHERE.fullmatch(part) and not any(pattern.fullmatch(part) for pattern in known)
            }
    assert not unknown


@pytest.mark.parametrize(
    ("said", "german"),
    [
        ("1,234 labels, as 12 polygons and 1 mask, JSON", "1,234 Labels, als 12 Polygone und 1 Maske, JSON"),
        ("1 label, 8-bit grey PNG", "1 Label, graues PNG mit 8 Bit"),
        ("1 segment without a class is left out.", "1 Segment ohne Klasse wird weggelassen."),
        ("Holes of 2 segments are filled. ", "Löcher von 2 Segmenten werden gefüllt. "),
        ("something else", "something else"),
    ],
)
def test_numbers_are_put_into_the_sentence_of_the_language(monkeypatch, said, german):
    monkeypatch.setattr(sentences, "_language", lambda: "de")
    assert sentences.format_in_words(said) == german


def test_recipes_say_what_they_lack():
    each = replace(result(np.ones((4, 4), np.int32)))
    assert sentences.format_in_words(named("recipe").describe(each)).endswith("has no recipe.")
