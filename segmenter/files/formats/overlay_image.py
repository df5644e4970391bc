"""The image with the labels laid over it, for looking at: PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PIL import Image as Pillow

from segmenter.files import atomic
from segmenter.render.overlay import blend, display

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.files.formats.format import Format, Result


class OverlayImage:
    """An 8-bit RGB picture."""

    name: ClassVar[str] = "overlay"
    title: ClassVar[str] = "Overlay"
    keeps: ClassVar[str] = "A picture for people, image and labels in one; the labels cannot be read back from it."
    group: ClassVar[str] = "Images"

    def suffix(self, result: Result | None) -> str:
        """Return the end of the file's name."""
        return "_overlay.png"

    def describe(self, result: Result) -> str:
        """Say how many labels, and the size of the picture."""
        rows, columns = result.labels.shape
        return f"{result.counted}, {columns} × {rows} pixels of 8-bit RGB, PNG"

    def loses(self, result: Result) -> str | None:
        """Say what of a result the file cannot hold: nothing."""
        return None

    def write(self, path: Path, result: Result) -> None:
        """Write image, colours and outlines."""
        picture = Pillow.fromarray(blend(display(result.image), result.labels, result.colours))
        # of photographs, level 4 is as small as the usual 6 in half the time
        atomic.write(path, lambda file: picture.save(file, "png", compress_level=4))


FORMAT: Format = OverlayImage()
