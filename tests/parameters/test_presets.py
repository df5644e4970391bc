"""Parameters as tables and as TOML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.errors import ParameterError
from segmenter.parameters import (
    DEFAULTS,
    Parameters,
    from_mapping,
    from_toml,
    parse,
    specs,
    to_mapping,
    to_toml,
)

PRESETS = sorted((Path(__file__).parents[2] / "resources" / "presets").glob("*.toml"))
ROWS = specs()


def values_of(row):
    _, _, declared, _ = row
    if declared.pattern:
        return st.lists(st.integers(2, 64)).map(lambda numbers: " ".join(map(str, numbers)))
    if declared.kind is str:
        return st.sampled_from(declared.choices)
    if declared.kind is int:
        return st.integers(declared.low, declared.high)
    numbers = st.floats(declared.low, declared.high)
    return st.one_of(st.just("auto"), numbers) if declared.auto else numbers


def fits(changes):
    return changes["method"] != "kmeans" or changes["k"] <= changes["eigenvectors"]


valid = (
    st.fixed_dictionaries({row[1]: values_of(row) for row in ROWS})
    .filter(fits)
    .map(lambda changes: Parameters().replace(**changes))
)


@given(valid)
@settings(max_examples=50, deadline=None)
def test_round_trips_are_exact(parameters):
    assert from_toml(to_toml(parameters)) == parameters
    assert from_mapping(json.loads(json.dumps(to_mapping(parameters)))) == parameters
    assert {name: parse(name, str(value)) for name, value in parameters.flat().items()} == parameters.flat()


def test_toml_shows_help_above_each_key():
    rows = to_toml(Parameters()).split("\n")
    for _, name, declared, _ in ROWS:
        at = next(number for number, row in enumerate(rows) if row.startswith(f"{name} = "))
        assert rows[at - 1] == f"# {declared.help}"


def test_missing_keys_take_the_values_of_base():
    base = Parameters().replace(radius=3, k=4)
    assert from_toml("") == DEFAULTS
    assert from_toml("[labels]\nk = 5\n", base) == base.replace(k=5)
    assert from_mapping({"labels": {}}, base) == base


@pytest.mark.parametrize(
    ("text", "key", "line", "words"),
    [
        ("[labels]\nk = 99", "k", 2, "whole number from 1 to 64"),
        ("\r\n[labels]\r\n\r\nk = '5'", "k", 4, "whole number"),
        ("\nlabels = {method = 'colour', k = 0}", "k", 2, "whole number"),
        ("# labels.k = 3\nlabels.k = 0", "k", 2, "whole number"),
        ("\n[labels.k]\na = 1", "k", 2, "whole number"),
        ("[labels]\nk = 0x1" + "0" * 9999, "k", 2, "whole number"),
        ("[labels]\nk" + ".a" * 9999 + " = 1", "k", 2, "whole number"),
        ("[labels]\n# a comment\nkk = 3", "kk", 3, "did you mean k?"),
        ("[labels]\nk = 3\n[affinity]\nk = 3", "k", 4, r"belongs in the section \[labels\]"),
        ("\nk = 3", "k", 2, r"belongs in the section \[labels\]"),
        ("\n[lables]\nk = 3", "lables", 2, "did you mean labels?"),
        ("\n[[labels]]\nk = 3", "labels", 2, "must be a table"),
        ("\nlabels = 3", "labels", 2, "must be a table"),
        ("[labels]\nk = 9\n[eigenvectors]\neigenvectors = 8", "k", 2, "at most 8"),
        ("[labels]\n[eigenvectors]\neigenvectors = 2", "k", 3, "at most 2"),
        ("[labels]\nk = = 3", "preset", 2, "is not TOML: Invalid value"),
        ("[labels]\nk = 3\nk = 4", "preset", 3, "is not TOML"),
        ("[labels]\nk = [1,\n", "preset", 3, "is not TOML"),
        ("k = " + "9" * 5000, "preset", None, "too long"),
        ("k = " + "[" * 5000, "preset", None, "is not TOML"),
    ],
)
def test_refused_toml_names_key_and_line(text, key, line, words):
    base = Parameters().replace(method="kmeans", k=4)
    with pytest.raises(ParameterError, match=words) as caught:
        from_toml(text, base)
    assert (caught.value.key, caught.value.line) == (key, line)


@pytest.mark.parametrize("mapping", [None, [], 3, {"labels": None}, {1: {}}, {"labels": {1: 2}}, {"labels": {"k": []}}])
def test_refused_mappings(mapping):
    with pytest.raises(ParameterError):
        from_mapping(mapping)


PIECES = "[ ] = . \" ' { } , # \n \r\n labels k inf 1e9 0x [labels]\n k=3\n true 1979-05-27 \\ 'auto' [[a]]"
pieces = st.sampled_from(PIECES.split(" "))


@given(st.one_of(st.text(), st.lists(pieces, max_size=12).map("".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_parameters_or_a_parameter_error(text):
    try:
        assert isinstance(from_toml(text), Parameters)
    except ParameterError as error:
        line = error.line or 1
    else:
        line = 1
    assert 1 <= line <= text.count("\n") + 1


def test_default_preset_is_generated():
    default = next(path for path in PRESETS if path.stem == "default")
    assert default.read_text(encoding="utf-8") == to_toml(Parameters())


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_every_preset_loads(path):
    parameters = from_toml(path.read_text(encoding="utf-8"))
    assert (parameters == DEFAULTS) == (path.stem == "default")
