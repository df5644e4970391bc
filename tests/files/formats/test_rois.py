"""ROIs: roifile reads them; filled as ImageJ fills them, even-odd, they are the pixels of their labels."""

import zipfile
from dataclasses import replace

import numpy as np
import pytest
import roifile
from skimage.draw import polygon2mask

from segmenter.core.classes import SegmentClass
from segmenter.files.formats import named

FORMAT = named("rois")


def written(folder, made):
    FORMAT.write(folder / "a.zip", made)
    return roifile.roiread(folder / "a.zip")


def filled(roi, shape):
    """Return the pixels whose middles are inside."""
    rings = roi.coordinates(multi=True) if roi.composite else [roi.coordinates()]
    inside = np.zeros(shape, bool)
    for ring in rings:
        inside ^= polygon2mask(shape, np.asarray(ring)[:, ::-1] - 0.5)
    return inside


def area(ring):
    x, y = np.asarray(ring, float).T
    return (x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


@pytest.mark.parametrize("seed", range(8))
def test_areas_and_pixels(outcome, known, scattered, tmp_path, seed):
    made = known(outcome(scattered(seed)))
    rois = written(tmp_path, made)
    assert len(rois) == len(made.present)
    for roi, label in zip(rois, made.present.tolist(), strict=True):
        inside = made.labels == label
        np.testing.assert_array_equal(filled(roi, inside.shape), inside)
        rings = roi.coordinates(multi=True) if roi.composite else [roi.coordinates()]
        assert abs(sum(map(area, rings))) == inside.sum()
        rows, columns = (np.flatnonzero(inside.any(axis=axis)) for axis in (1, 0))
        assert (roi.top, roi.left, roi.bottom, roi.right) == (rows[0], columns[0], rows[-1] + 1, columns[-1] + 1)
        assert roi.roitype == (roifile.ROI_TYPE.RECT if roi.composite else roifile.ROI_TYPE.TRACED)


def test_names_groups_colours_and_properties(outcome, known, scattered, tmp_path):
    made = known(outcome(scattered(2)))
    for roi, label in zip(written(tmp_path, made), made.present.tolist(), strict=True):
        kind = made.class_of(label)
        assert roi.name == made.title(label)
        assert roi.group == (kind.number if kind else 0)
        assert roi.stroke_color[1:] == bytes(made.colours[label])
        properties = dict(line.split(": ", 1) for line in roi.props.splitlines())
        assert properties["number"] == str(label)
        assert properties["pixel_width"] == "0.5"
        assert properties.get("class") == (str(kind.number) if kind else None)
        assert roi.props.isascii()  # as Java reads properties


def test_file_names_sort_by_number(outcome, tmp_path):
    FORMAT.write(tmp_path / "a.zip", outcome([[1, 2, 10, 12_345]]))
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["00001.roi", "00002.roi", "00010.roi", "12345.roi"]


def test_beyond_what_short_numbers_hold(outcome, tmp_path):
    labels = np.zeros((2, 40_000), np.int32)
    labels[1, 39_990:39_995] = 3
    (roi,) = written(tmp_path, outcome(labels))
    assert roi.composite
    np.testing.assert_array_equal(filled(roi, labels.shape), labels == 3)
    comb = np.ones((2, 32_000), np.int32)
    comb[1, ::2] = 0
    (roi,) = written(tmp_path, outcome(comb))
    assert roi.composite
    assert sum(map(area, roi.coordinates(multi=True))) == comb.sum()


def test_groups_end_at_255(outcome, tmp_path):
    made = replace(outcome([[1]]), classes=(SegmentClass(300, "a", (0, 0, 0)),), assigned={1: 300})
    assert FORMAT.loses(made) == "1 segment of classes above 255 have no group."
    (roi,) = written(tmp_path, made)
    assert roi.group == 0
