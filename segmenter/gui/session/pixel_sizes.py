"""How large a pixel of the open image is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.core.image import PixelSize
    from segmenter.gui.session.session import Session


def pixel_size(session: Session) -> PixelSize | None:
    """Return the size of a pixel: as a person set it, or else as the file says."""
    if session.document is None:
        return None
    return session.state.pixel_size or session.document.image.pixel_size
