"""The columns of the table."""

import pytest

from segmenter.gui.docks.segments.columns import Column, explained, heading


@pytest.mark.parametrize("column", Column)
def test_every_column_says_what_it_is(column):
    assert explained(column)
    assert (heading(column) is None) == (column in (Column.EYE, Column.COLOUR, Column.LOCK))


def test_areas_have_the_unit_of_the_pixel_size():
    assert heading(Column.AREA, "µm") == "µm²"
    assert "µm²" in explained(Column.AREA, "µm")
