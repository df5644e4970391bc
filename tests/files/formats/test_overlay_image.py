"""The overlay is the picture that `overlay.blend` makes."""

import numpy as np
from PIL import Image as Pillow

from segmenter.files.formats import named
from segmenter.render.overlay import blend, display


def test_the_picture_is_kept_exactly(outcome, tmp_path):
    made = outcome(np.repeat([[0, 1, 2]], 5, axis=1))
    named("overlay").write(tmp_path / "a.png", made)
    with Pillow.open(tmp_path / "a.png") as picture:
        assert picture.mode == "RGB"
        np.testing.assert_array_equal(np.asarray(picture), blend(display(made.image), made.labels, made.colours))
