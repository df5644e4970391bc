"""What several tests of the canvas hear."""

import pytest


@pytest.fixture
def told(canvas):
    """Return what was said to be under the cursor."""
    told = []
    canvas.hovered.connect(lambda number, pixel: told.append((number, pixel.y(), pixel.x())))
    return told
