"""Parameters: flat access, names, words of the command line."""

from __future__ import annotations

import contextlib
import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.errors import ParameterError
from segmenter.parameters import (
    Parameters,
    nearest,
    parse,
    spec,
    specs,
)

ROWS = specs()


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
