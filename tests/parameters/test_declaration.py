"""What a declared parameter takes and refuses."""

from __future__ import annotations

import numpy as np
import pytest

from segmenter.errors import ParameterError
from segmenter.parameters import (
    Labels,
    Parameters,
)


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
        ("method", "median", "must be 'auto' or 'tree' or 'kmeans' or 'colour' or 'objects'"),
        ("method", 1, "must be 'auto' or 'tree' or 'kmeans' or 'colour' or 'objects'"),
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
