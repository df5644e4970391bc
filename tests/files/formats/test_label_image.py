"""Labels come back as they went out."""

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image as Pillow

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.formats import named
from segmenter.files.formats.label_image import read_labels

LABELS = named("labels")


def written(folder, made):
    path = folder / f"a{LABELS.suffix(made)}"
    LABELS.write(path, made)
    return path


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_round_trip(data, outcome, tmp_path_factory):
    most = data.draw(st.sampled_from([1, 15, 255, 256, 65_535, 65_536]))
    shapes = array_shapes(min_dims=2, max_dims=2, max_side=9)
    labels = data.draw(arrays(np.int32, shapes, elements=st.integers(0, most)))
    labels[0, 0] = most
    read = read_labels(written(tmp_path_factory.mktemp("round"), outcome(labels)))
    assert read.dtype == np.int32
    np.testing.assert_array_equal(read, labels)


def test_few_labels_are_an_indexed_image_with_a_transparent_background(outcome, tmp_path):
    made = outcome([[0, 1], [2, 255]])
    path = written(tmp_path, made)
    assert path.name == "a_labels.png"
    with Pillow.open(path) as picture:
        assert picture.mode == "P"
        assert picture.info["transparency"] == 0
        assert np.asarray(picture).tolist() == [[0, 1], [2, 255]]
        shown = np.asarray(picture.convert("RGBA"))
    assert shown[0, 0, 3] == 0
    assert shown[1, 1].tolist() == [*made.colours[255].tolist(), 255]


@pytest.mark.parametrize(
    ("largest", "said"),
    [
        (0, "0 labels, 8-bit indexed PNG"),
        (255, "1 label, 8-bit indexed PNG"),
        (256, "1 label, 16-bit grey PNG"),
        (65_535, "1 label, 16-bit grey PNG"),
        (65_536, "1 label, 32-bit grey TIFF"),
    ],
)
def test_it_says_which_image_it_will_be(outcome, largest, said):
    assert LABELS.describe(outcome([[0, largest]])) == said


def test_an_index_is_a_whole_byte(outcome, tmp_path):
    assert written(tmp_path, outcome([[0, 1]])).read_bytes()[24] == 8  # bit depth, in the header


def test_many_labels_are_a_16_bit_image(outcome, tmp_path):
    path = written(tmp_path, outcome([[0, 256], [65_535, 1]]))
    assert path.name == "a_labels.png"
    with Pillow.open(path) as picture:
        assert picture.mode == "I;16"


def test_very_many_labels_are_a_32_bit_tiff(outcome, tmp_path):
    path = written(tmp_path, outcome([[0, 65_536]]))
    assert path.name == "a_labels.tif"
    with tifffile.TiffFile(path) as tiff:
        page = tiff.pages[0]
        assert page.dtype == np.uint32
        assert page.compression == tifffile.COMPRESSION.ADOBE_DEFLATE
        assert not {"DateTime", "Software"} & {tag.name for tag in page.tags}


def test_other_label_images_are_read(tmp_path):
    Pillow.new("1", (2, 1), 1).save(tmp_path / "bits.png")
    assert read_labels(tmp_path / "bits.png").tolist() == [[1, 1]]
    tifffile.imwrite(tmp_path / "a.tif", np.array([[3, 4]], np.uint8))
    assert read_labels(tmp_path / "a.tif").tolist() == [[3, 4]]


def test_images_of_something_else_are_refused(tmp_path):
    Pillow.new("RGB", (2, 2)).save(tmp_path / "rgb.png")
    tifffile.imwrite(tmp_path / "float.tif", np.ones((2, 2), np.float32))
    tifffile.imwrite(tmp_path / "negative.tif", np.full((2, 2), -1, np.int16))
    tifffile.imwrite(tmp_path / "large.tif", np.full((2, 2), 2**31, np.uint32))
    for name in ("rgb.png", "float.tif", "negative.tif", "large.tif"):
        with pytest.raises(UnsupportedImage, match=name):
            read_labels(tmp_path / name)


def test_damaged_files_are_refused(outcome, tmp_path):
    path = written(tmp_path, outcome(np.arange(200).reshape(10, 20)))
    content = path.read_bytes()
    for length in range(0, len(content) - 12, 29):
        path.write_bytes(content[:length])
        with pytest.raises(UnreadableImage, match=path.name):
            read_labels(path)
    with pytest.raises(UnreadableImage, match="No such file"):
        read_labels(tmp_path / "missing.png")
    with pytest.raises(UnreadableImage):
        read_labels(tmp_path)
