"""The size of a pixel that is shown."""

from dataclasses import replace

from segmenter.core.image import PixelSize
from segmenter.gui.session.pixel_sizes import pixel_size


def test_what_a_person_set_goes_before_what_the_file_says(labelled, session):
    assert pixel_size(labelled) is None
    of_file, set_by_hand = PixelSize(1, 1, "µm"), PixelSize(2, 2, "mm")
    labelled.document.image = replace(labelled.document.image, pixel_size=of_file)
    assert pixel_size(labelled) == of_file
    labelled.edit("Pixel size", lambda state: replace(state, pixel_size=set_by_hand))
    assert pixel_size(labelled) == set_by_hand
    labelled.show(None)
    assert pixel_size(labelled) is None
