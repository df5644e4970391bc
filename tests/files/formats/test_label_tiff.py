"""Label TIFFs: the numbers, as few or as many bits as chosen, and what ImageJ reads of them."""

from dataclasses import replace

import numpy as np
import pytest
import tifffile

from segmenter.core.image import PixelSize
from segmenter.files.formats import named
from segmenter.files.formats.format import Options
from segmenter.files.formats.label_image import read_labels

TIFF = named("tiff")


@pytest.mark.parametrize(
    ("largest", "bits", "kind"),
    [
        (0, 0, "uint8"),
        (255, 0, "uint8"),
        (256, 0, "uint16"),
        (65_536, 0, "uint32"),
        (9, 16, "uint16"),
        (9, 32, "uint32"),
        (256, 8, "uint16"),
        (70_000, 16, "uint32"),
    ],
)
def test_bits(outcome, tmp_path, largest, bits, kind):
    made = replace(outcome([[0, largest]]), options=Options(bits=bits))
    TIFF.write(tmp_path / "a.tif", made)
    read = tifffile.imread(tmp_path / "a.tif")
    assert read.dtype == kind
    assert read.tolist() == [[0, largest]]
    assert TIFF.describe(made).endswith(f"{kind.removeprefix('uint')}-bit grey TIFF")
    np.testing.assert_array_equal(read_labels(tmp_path / "a.tif"), [[0, largest]])


@pytest.mark.parametrize(("unit", "written"), [("µm", "micron"), ("nm", "nm"), ("mm", "mm")])
def test_imagej_knows_how_large_pixels_are(outcome, tmp_path, unit, written):
    made = outcome([[0, 7]])
    made = replace(made, image=replace(made.image, pixel_size=PixelSize(0.25, 4.0, unit)))
    TIFF.write(tmp_path / "a.tif", made)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.is_imagej
        assert file.imagej_metadata["unit"] == written
        assert file.imagej_metadata["max"] == 7.0
        tags = file.pages[0].tags
        assert (tags["XResolution"].value, tags["YResolution"].value) == ((1, 4), (4, 1))
        assert tags["ResolutionUnit"].value == 1
        assert tags["Compression"].value == 8
        assert "DateTime" not in tags
        assert "Software" not in tags


def test_large_counts_of_the_label_image_are_the_same_file(outcome, tmp_path):
    made = outcome([[0, 70_000]])
    TIFF.write(tmp_path / "a.tif", made)
    named("labels").write(tmp_path / "b.tif", made)
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()
