"""Where keys stand in a text of TOML."""

import pytest

from segmenter.errors import ParameterError
from segmenter.parameters.toml_lines import key_lines, load

TEXT = """\
# a comment = nothing
[labels]
k = 3

features = { smoothing = 1, "reduction" = 2 }
regions.minimum_region = 5
[ "affinity" ]
'radius' = 2
"""


def test_lines():
    assert key_lines(TEXT) == {
        "labels": 2,
        "labels.k": 3,
        "labels.features": 5,
        "labels.regions": 6,
        "affinity": 7,
        "affinity.radius": 8,
    }
    assert key_lines("features = { smoothing = 1 }\nregions.minimum_region = 5") == {
        "features": 1,
        "features.smoothing": 1,
        "regions": 2,
        "regions.minimum_region": 2,
    }


@pytest.mark.parametrize(("text", "line"), [("k = ", 1), ("a = 1\nb = [", 2), ("a = 1\na = 2", 2)])
def test_what_is_no_toml_is_refused_with_its_line(text, line):
    with pytest.raises(ParameterError) as refused:
        load(text)
    assert refused.value.line == line
