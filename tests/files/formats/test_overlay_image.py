"""The overlay is the picture that `overlay.blend` makes."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.files.formats import named
from segmenter.files.formats.format import Options
from segmenter.files.formats.overlay_image import _middle
from segmenter.render.contrast import display
from segmenter.render.overlay import blend

OVERLAY = named("overlay")


def test_the_picture_is_kept_exactly(outcome, tmp_path):
    made = outcome(np.repeat([[0, 1, 2]], 5, axis=1))
    named("overlay").write(tmp_path / "a.png", made)
    with Pillow.open(tmp_path / "a.png") as picture:
        assert picture.mode == "RGB"
        np.testing.assert_array_equal(np.asarray(picture), blend(display(made.image), made.labels, made.colours))


@pytest.mark.parametrize("captions", ["numbers", "names"])
def test_captions_are_written_on_their_labels(outcome, tmp_path, captions):
    labels = np.zeros((60, 120), np.int32)
    labels[5:55, 5:55], labels[5:55, 65:115] = 3, 8
    made = replace(outcome(labels), names={8: "left"})
    OVERLAY.write(tmp_path / "plain.png", made)
    OVERLAY.write(tmp_path / "a.png", replace(made, options=Options(captions=captions)))
    pictures = []
    for name in ("plain.png", "a.png"):
        with Pillow.open(tmp_path / name) as picture:
            pictures.append(np.asarray(picture))
    changed = (pictures[0] != pictures[1]).any(axis=2)
    assert changed[:, 60:].any()
    assert changed[:, :60].any() == (captions == "numbers")
    assert not changed[labels == 0].any()


def test_a_caption_is_where_its_label_is_widest():
    inside = np.zeros((9, 9), bool)
    inside[:, 0] = inside[6, :7] = inside[2, :7] = True
    assert _middle(inside) in [(6.5, 3.5), (2.5, 3.5)]
    assert _middle(np.ones((1, 1), bool)) == (0.5, 0.5)
