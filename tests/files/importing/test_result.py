"""What was read, as formats want it."""

import numpy as np

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize, from_array
from segmenter.files.formats.format import Options
from segmenter.files.importing.objects import Imported
from segmenter.files.importing.result import as_result


def test_everything_goes_along():
    cell = SegmentClass(1, "cell", (1, 2, 3))
    labels = np.array([[0, 3]], np.int32)
    image = from_array(np.zeros((1, 2), np.uint8))
    found = Imported(labels, {3: "a"}, (cell,), {3: 1}, PixelSize(1.0, 2.0, "mm"))
    made = as_result(found, image, ("labels",), Options(16))
    assert (made.names, made.class_of(3), made.options.bits) == ({3: "a"}, cell, 16)
    assert made.image.pixel_size == PixelSize(1.0, 2.0, "mm")
    assert made.colours.shape == (4, 3)
    assert as_result(Imported(labels), image, ()).image is image
