"""Make the pictures of the window for the README: `python -m tests.e2e.pictures` writes docs/window_*.jpg.

The real program is driven on a display of its own; Xvfb and xdotool are needed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image as Pillow

from segmenter.assets import resource
from tests.e2e.screen import ROOT, Program, Screen, missing, program, screen

WIDTH, HEIGHT = 1280, 800
QUALITY = 78
"""Of the JPEG: letters stay sharp, and a picture is less than 150 kB."""

Pixel = tuple[int, int]

COFFEE: dict[str, Pixel] = {
    "Table": (30, 450),
    "Saucer": (200, 110),
    "Coffee": (133, 242),
    "Cloth": (27, 31),
    "Shadow": (305, 98),
    "Cup": (188, 242),
}
CUP: tuple[Pixel, ...] = (188, 242), (88, 164), (249, 295)
"""Where the segments are that make the cup, with its spoon."""

ASTRONAUT: dict[str, Pixel] = {
    "Background": (40, 80),
    "Suit": (330, 130),
    "Helmet": (440, 400),
    "Face": (130, 220),
    "Patch": (382, 170),
    "Tank": (60, 415),
}


def name(running: Program, names: dict[str, Pixel]) -> None:
    """Give names to the segments at some pixels."""
    for word, (row, column) in names.items():
        running.click(running.ask(f"pixel({row}, {column})"))
        running.until("len(selected()) == 1")
        running.keys("F2")
        running.until("focused() == 'QLineEdit'")
        running.type(word)
        running.keys("Return")
        running.until(f"{word!r} in names() and focused() == 'SegmentView'")


def finish(running: Program, path: Path, pixel: Pixel) -> None:
    """Take the picture with the cursor on a pixel."""
    running.until("result()")
    running.screen.xdotool("mousemove", *running.ask(f"pixel{pixel}"))
    Pillow.fromarray(running.screen.still()).save(path, quality=QUALITY, optimize=True)
    print(path, f"{path.stat().st_size / 1000:.0f} kB")  # noqa: T201


def light(screen: Screen, home: Path, path: Path) -> None:
    """Show a cup whose pieces were merged, with names, in light colours."""
    with program(screen, home, resource("samples/coffee.jpg")) as running:
        running.until("result()")
        for at, pixel in enumerate(CUP):
            running.click(running.ask(f"pixel{pixel}"), *(["shift"] if at else []))
        running.until(f"len(selected()) == {len(CUP)}")
        running.keys("ctrl+m")
        name(running, COFFEE)
        finish(running, path, COFFEE["Coffee"])


def dark(screen: Screen, home: Path, path: Path) -> None:
    """Show more segments, and the eigenvectors they are made from, in dark colours."""
    with program(screen, home, resource("samples/astronaut.jpg")) as running:
        running.until("result()")
        running.keys("alt+v", "h", "d")
        running.keys("alt+v", "p")
        running.click("Eigenvectors")
        running.click("Segments (k)", kind="QAbstractSpinBox")
        running.type("20")
        running.keys("Return")
        running.until("k() == 20 and result()")
        name(running, ASTRONAUT)
        finish(running, path, ASTRONAUT["Helmet"])


def main(folder: Path) -> int:
    """Make both."""
    if lacking := missing():
        print(f"Needed and not here: {lacking}", file=sys.stderr)  # noqa: T201
        return 1
    for make in (light, dark):
        with tempfile.TemporaryDirectory() as home, screen(WIDTH, HEIGHT, folder) as display:
            make(display, Path(home), folder / f"window_{make.__name__}.jpg")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"))
