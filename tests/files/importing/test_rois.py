"""Regions of interest of others, written with roifile; archives that lie."""

import io
import zipfile

import numpy as np
import pytest
import roifile

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.importing import rois
from segmenter.files.importing.rois import read, recognised

SHAPE = (12, 14)


def archive(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("subpixel", [False, True])
def test_a_polygon(subpixel):
    corners = np.array([[2, 3], [7, 3], [7, 9], [2, 9]], np.float32 if subpixel else np.int32)
    roi = roifile.ImagejRoi.frompoints(corners + (0.25 if subpixel else 0), name="cell 1")
    roi.roitype = roifile.ROI_TYPE.POLYGON
    made = read(roi.tobytes(), SHAPE)
    expected = np.zeros(SHAPE, int)
    expected[3:9, 2:7] = 1
    np.testing.assert_array_equal(made.labels, expected)
    assert made.names == {1: "cell 1"}


@pytest.mark.parametrize(("kind", "area"), [("RECT", 30), ("OVAL", 24)])
def test_rectangles_and_ovals(kind, area):
    roi = roifile.ImagejRoi(roitype=roifile.ROI_TYPE[kind], top=3, left=2, bottom=9, right=7)
    assert read(roi.tobytes(), SHAPE).labels.sum() == pytest.approx(area, abs=2)


def test_lines_and_points_have_no_pixels():
    roi = roifile.ImagejRoi.frompoints([[1, 1], [5, 5]])
    roi.roitype = roifile.ROI_TYPE.POINT
    assert read(roi.tobytes(), SHAPE).labels.sum() == 0


def test_file_names_are_names_and_never_paths():
    roi = roifile.ImagejRoi(roitype=roifile.ROI_TYPE.RECT, top=0, left=0, bottom=2, right=2).tobytes()
    made = read(archive(("../../etc/0001.roi", roi), ("readme.txt", b"1"), ("C:\\x\\b.roi", roi)), SHAPE)
    assert set(made.names.values()) <= {"0001", "b"}


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"Iout",
        archive(("a.roi", b"1")),
        archive(("a.txt", b"1")),
        archive(("a.roi", b"Iout\x00\xe4\x00\x00" + b"\xff" * 90)),
    ],
)
def test_damage(content):
    with pytest.raises(UnreadableImage, match=r"is damaged|holds no regions"):
        read(content, SHAPE)


def test_a_path_that_is_none():
    roi = roifile.ImagejRoi(roitype=roifile.ROI_TYPE.RECT, top=0, left=0, bottom=2, right=2).tobytes()
    for numbers in ([9.0], [0.0, 1.0], [float("nan")], [0.0, float("inf"), 0.0, 4.0]):
        path = np.array(numbers, ">f4").tobytes()
        changed = roi[:36] + (len(numbers)).to_bytes(4, "big") + roi[40:64] + path + roi[64:]
        with pytest.raises(UnreadableImage, match="is damaged"):
            read(changed, SHAPE)


def test_an_archive_that_grows(monkeypatch):
    content = archive(("a.roi", bytes(40_000_000)))
    assert len(content) < 100_000
    with pytest.raises(UnsupportedImage, match="more than the 32 MB"):
        read(content, SHAPE)
    monkeypatch.setattr(rois, "OBJECTS", 1)
    with pytest.raises(UnsupportedImage, match="more than the 1 regions"):
        read(archive(("a.roi", b""), ("b.roi", b"")), SHAPE)


def test_the_image_must_be_known():
    assert recognised(archive())
    with pytest.raises(UnsupportedImage, match="name the image"):
        read(archive(), None)
