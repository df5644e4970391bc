"""Parameters: checks, flat access, presets."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.errors import ParameterError
from segmenter.parameters import (
    DEFAULTS,
    Labels,
    Parameters,
    from_mapping,
    from_toml,
    nearest,
    parse,
    spec,
    specs,
    to_mapping,
    to_toml,
)

PRESETS = sorted((Path(__file__).parents[1] / "resources" / "presets").glob("*.toml"))
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


@pytest.mark.parametrize(("group", "name", "declared", "default"), ROWS, ids=[row[1] for row in ROWS])
def test_declarations_are_complete(group, name, declared, default):
    assert declared.check(name, default) == default
    assert getattr(getattr(Parameters(), group), name) == default
    assert declared.label
    assert declared.help
    assert "\n" not in declared.help
    if declared.kind is not str:
        low, high = declared.slider or (declared.low, declared.high)
        assert declared.low <= low < high <= declared.high
    if declared.scale == "log":
        assert declared.low > 0


def test_names_are_unique():
    assert len({row[1] for row in ROWS}) == len(ROWS)
    assert list(Parameters().flat()) == [row[1] for row in ROWS]


def test_replace_and_get():
    changed = Parameters().replace(k=5, sigma_intensity=3)
    assert changed.get("k") == changed.labels.k == 5
    assert changed.affinity.sigma_intensity == 3.0
    assert type(changed.affinity.sigma_intensity) is float
    assert changed.features == Parameters().features
    assert hash(changed) == hash(Parameters().replace(sigma_intensity=3.0, k=5))
    with pytest.raises(dataclasses.FrozenInstanceError):
        changed.labels.k = 6


def test_numpy_scalars_become_plain_and_negative_zero_goes():
    changed = Parameters().replace(
        k=np.int64(5), sigma_intensity=np.float32(3), smoothing=-0.0, method=np.str_("colour")
    )
    kinds = {type(value) for value in changed.flat().values()}
    assert kinds <= {int, float, str}
    assert repr(changed.features.smoothing) == "0.0"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("k", 0, "must be 'auto' or a whole number from 1 to 64"),
        ("k", 65, "whole number"),
        ("k", 5.0, "whole number"),
        ("k", True, "whole number"),
        ("k", np.True_, "whole number"),
        ("k", "5", "whole number"),
        ("radius", "auto", "whole number"),
        ("k", None, "whole number"),
        ("sigma_intensity", "Auto", r"must be 'auto' or a number from 1e-06 to 1e\+06 \(CIELAB units\)"),
        ("sigma_intensity", 0, "number from"),
        ("sigma_intensity", float("nan"), "number from"),
        ("sigma_position", "auto", r"must be a number from 1e-06 to 1e\+06 \(px\)"),
        ("sigma_position", float("inf"), "number from"),
        ("sigma_position", 10**400, "number from"),
        ("smoothing", False, "number from"),
        ("smoothing", np.zeros(1), "number from"),
        ("method", "median", "must be 'tree' or 'kmeans' or 'colour'"),
        ("method", 1, "must be 'tree' or 'kmeans' or 'colour'"),
    ],
)
def test_refused_values_name_key_and_range(name, value, words):
    with pytest.raises(ParameterError, match=words) as caught:
        Parameters().replace(**{name: value})
    assert caught.value.key == name


def test_an_integer_too_long_to_print_is_refused():
    with pytest.raises(ParameterError, match="k = 'int'"):
        Parameters().replace(k=16**9999)


def test_groups_check_themselves():
    with pytest.raises(ParameterError, match="k = 0"):
        Labels(k=0)


def test_k_needs_as_many_eigenvectors_only_for_kmeans():
    with pytest.raises(ParameterError, match=r"k = 9.*at most 8.*eigenvectors"):
        Parameters().replace(method="kmeans", k=9, eigenvectors=8)
    assert Parameters().replace(method="colour", k=9, eigenvectors=8).labels.k == 9
    assert Parameters().replace(method="kmeans", k=40, eigenvectors=40).labels.k == 40


def test_unknown_names():
    with pytest.raises(ParameterError, match="did you mean sigma_intensity") as caught:
        Parameters().replace(sigma_intensty=3)
    assert caught.value.key == "sigma_intensty"
    for ask in (spec, Parameters().get, lambda name: parse(name, "1")):
        with pytest.raises(ParameterError, match=r"'radus'.*did you mean radius"):
            ask("radus")
    assert nearest("--Sigma-Position") == "sigma_position"
    assert nearest("K") == "k"
    assert nearest("zzzz") is None


def test_parse():
    assert parse("sigma_intensity", " auto ") == "auto"
    assert parse("sigma_intensity", "2.5") == 2.5
    assert type(parse("sigma_position", "3")) is float
    assert parse("k", "5") == 5
    assert parse("method", " colour") == "colour"


@pytest.mark.parametrize(
    ("name", "text"),
    [("k", "five"), ("k", "5.0"), ("k", "99"), ("k", "9" * 5000), ("k", ""), ("method", "x")],
)
def test_parse_refuses(name, text):
    with pytest.raises(ParameterError) as caught:
        parse(name, text)
    assert caught.value.key == name


@given(st.sampled_from([row[1] for row in ROWS]), st.text())
@settings(max_examples=50, deadline=None)
def test_parse_raises_nothing_else(name, text):
    with contextlib.suppress(ParameterError):
        assert spec(name).check(name, parse(name, text)) == parse(name, text)


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
