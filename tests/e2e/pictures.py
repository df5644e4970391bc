"""Make the pictures of the window: `python -m tests.e2e.pictures [FOLDER]`.

Those of the guide, window_*.jpg, and in FOLDER/screens the window, its menus, its dialogs and what lies over the image
now and then, on screens of four sizes, light and dark, in every language: nothing on them may be cut, which is said and
makes the exit code 1. The real program is driven on a display of its own; Xvfb and xdotool are needed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from segmenter.assets import resource
from tests.e2e.screen import ROOT, Program, Screen, missing, program, screen

WIDTH, HEIGHT = 1280, 800
GUIDE = ROOT / "resources" / "guide" / "pictures"
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
CUP: tuple[Pixel, ...] = (188, 242), (64, 160), (72, 331), (175, 280), (72, 244), (144, 160), (170, 316)
"""Where the segments are that make the cup, with the spoon before it; some may be one."""

ASTRONAUT: dict[str, Pixel] = {
    "Background": (40, 80),
    "Suit": (330, 130),
    "Helmet": (440, 400),
    "Face": (130, 220),
    "Patch": (382, 170),
    "Tank": (60, 415),
}


def choose(running: Program, letter: str, action: str) -> None:
    """Open a menu by its letter, and click an action in it, or in a menu in it."""
    running.keys(f"alt+{letter}")
    running.click(running.until(f"entry({action})"))
    if running.ask(f"entry({action})"):  # the menu in it is open
        running.click(running.ask(f"entry({action})"))


def name(running: Program, names: dict[str, Pixel]) -> None:
    """Give names to the segments at some pixels."""
    for word, (row, column) in names.items():
        running.click(running.ask(f"pixel({row}, {column})"))
        running.until("len(selected()) == 1")
        running.keys("F2")
        running.until("focused() == 'QLineEdit'")
        running.type(word)
        running.keys("Return")
        running.until(f"{word!r} in names() and focused() == 'Canvas'")


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
        pieces = {running.ask(f"int(session.state.labels.array()[{pixel}])"): pixel for pixel in CUP}
        for at, pixel in enumerate(pieces.values()):
            running.click(running.ask(f"pixel{pixel}"), *(["shift"] if at else []))
        running.until(f"len(selected()) == {len(pieces)}")
        running.keys("ctrl+m")
        name(running, COFFEE)
        finish(running, path, COFFEE["Coffee"])


def dark(screen: Screen, home: Path, path: Path) -> None:
    """Show more segments, and the eigenvectors they are made from, in dark colours."""
    with program(screen, home, resource("samples/astronaut.jpg")) as running:
        running.until("result()")
        running.keys("alt+v", "h", "d")
        choose(running, "v", "window._docks['eigenvectors'].toggleViewAction()")
        running.until("window._docks['eigenvectors'].isVisible()")
        running.click("Segments (k)", kind="QAbstractSpinBox")
        running.type("20")
        running.keys("Return")
        running.until("k() == 20 and result()")
        name(running, ASTRONAUT)
        finish(running, path, ASTRONAUT["Helmet"])


CLICKED: dict[str, tuple[int, ...]] = {"hover": (133, 242), "missing": (222, 190), "box": (8, 58, 334, 414)}
"""Where the cup is pointed at, and its handle, and a box that holds the saucer with all that stands on it."""


def clicks(screen: Screen, home: Path, path: Path) -> None:
    """Show, one beside the other: what a click would select; two clicks; what a box selects."""
    parts = []
    with program(screen, home, resource("samples/coffee.jpg")) as running:
        running.until("result()")
        running.keys("o", "Tab")

        def look() -> None:
            running.until("pointed() and idle()")
            corners = [running.ask(f"pixel{corner}") for corner in ((0, 0), (340, 511))]
            (left, top), (right, bottom) = corners
            parts.append(Pillow.fromarray(running.screen.still()[top:bottom, left:right]))

        row, column = CLICKED["hover"]
        running.screen.xdotool("mousemove", *running.ask(f"pixel({row}, {column})"))
        look()
        for place in (CLICKED["hover"], CLICKED["missing"]):
            running.click(running.ask(f"pixel{place}"))
            running.until("idle()")
        look()
        running.keys("Escape")
        top, left, bottom, right = CLICKED["box"]
        running.screen.xdotool("keydown", "shift")
        running.drag(running.ask(f"pixel({top}, {left})"), running.ask(f"pixel({bottom}, {right})"))
        running.screen.xdotool("keyup", "shift")
        look()
    width, height = 420, round(420 * parts[0].height / parts[0].width)
    together = Pillow.new("RGB", (len(parts) * (width + 8) - 8, height), "white")
    for at, part in enumerate(parts):
        together.paste(part.convert("RGB").resize((width, height), Pillow.Resampling.LANCZOS), (at * (width + 8), 0))
    together.save(path, quality=QUALITY, optimize=True)
    print(path, f"{path.stat().st_size / 1000:.0f} kB")  # noqa: T201


SIZES = (1024, 600, 1), (1366, 768, 1), (1366, 768, 1.5), (2560, 1440, 2)
"""Of screens: pixels, and how many of them one of the window takes on each side."""

LANGUAGES = {
    "en": {"LANG": "C.UTF-8", "LANGUAGE": "en"},
    "de": {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"},
    "es": {"LANG": "es_ES.UTF-8", "LANGUAGE": "es"},
}
LEAST_SHARE, LEAST_WIDTH = 0.6, 1024
"""Of the width of a window that the image has at least, where the screen has so many logical pixels."""

DIALOGS = {"keys": "F1", "guide": "shift+F1", "export": "ctrl+shift+e", "batch": "ctrl+b", "contrast": "ctrl+k"}

Look = Callable[[str], None]
"""Takes a picture under a name, and looks for what is cut off."""


def choose_theme(home: Path, theme: str) -> None:
    """Let the program be light or dark, and leave its first minute out."""
    settings = home / "config" / "Segmenter" / "Segmenter.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[General]\ntheme={theme}\nfirst%20minute=1\n")


def menus(running: Program, look: Look) -> None:
    """Open every menu."""
    for number, letter in enumerate(running.ask("menus()")):
        running.keys(f"alt+{letter}")
        look(f"menu{number}")
        running.keys("Escape", "Escape")


def parts(running: Program, look: Look) -> None:
    """Bring up, one after the other, what lies over the image only while something is done."""
    cup, table = (running.ask(f"pixel{pixel}") for pixel in (COFFEE["Cup"], COFFEE["Table"]))
    running.keys("o")
    running.click(cup)
    running.until("bars() == ['ObjectBar'] and session.object_assistant.candidate is not None")
    look("object")
    running.keys("Escape", "v")
    running.click(table)
    running.keys("ctrl+shift+m")
    running.until("bars() == ['SplitBar'] and cut()")
    look("split")
    running.keys("Escape")
    running.until("bars() == []")
    running.keys("ctrl+shift+f")
    running.until("bars() == ['SimilarBar']")
    look("similar")
    running.keys("Escape", "g")
    running.click(cup)
    running.click(table)
    look("polygon")
    running.keys("Escape", "m")
    running.drag(cup, table)
    look("measuring")
    running.keys("Escape", "v", "y")
    look("before_after")
    running.keys("y", *["ctrl+plus"] * 9)
    look("overview")
    running.keys("ctrl+0")


def discs(folder: Path) -> tuple[Path, Path, Path]:
    """Write two images of discs on a ground, and what somebody may have drawn of the first; return the files."""
    rows, columns = np.mgrid[:240, :360]
    drawn = np.zeros(rows.shape, np.uint8)
    for number in range(12):
        row, column = 40 + 80 * (number // 4), 45 + 90 * (number % 4)
        drawn[(rows - row) ** 2 + (columns - column) ** 2 < (14 + 2 * (number % 5)) ** 2] = number + 1
    noise = np.random.default_rng(0).normal(0, 6, rows.shape)
    files = folder / "discs.png", folder / "more discs.png", folder / "drawn.png"
    for file, shift in zip(files, (0, 30), strict=False):
        Pillow.fromarray((60 + 120 * np.roll(drawn > 0, shift, 1) + noise).astype(np.uint8)).save(file)
    Pillow.fromarray(np.roll(drawn, (4, 3), (0, 1))).save(files[-1])
    return files


def several(running: Program, look: Look, drawn: Path) -> None:
    """Show what there is for several images and for objects: both dialogs, circles of the limits, the comparison."""
    file, edit, view = (running.ask("menus()")[at] for at in (0, 1, 3))
    look("images")
    choose(running, edit, "window.actions_['pixel_size']")
    running.until("dialog()")
    look("pixel_size")
    running.keys("Escape")
    running.until("not dialog()")
    choose(running, file, "window.actions_['export_all']")
    running.until("dialog()")
    look("export_all")
    running.keys("Escape")
    running.until("not dialog()")
    running.click(running.ask("middle(window.parameters.folds['objects'].headline)"))
    while not running.ask("slider('smallest_diameter')"):
        running.screen.xdotool("mousemove", *running.ask("middle(window.parameters)"), "click", 5)
    x, y = running.ask("slider('smallest_diameter')")
    running.drag([x, y], [x + 40, y], view_state=lambda: look("circles"))
    running.keys("ctrl+z")
    choose(running, view, "window._docks['comparison'].toggleViewAction()")
    running.click(running.until("middle(window.comparison._choose)"))
    running.until("dialog()")
    running.type(str(drawn))
    running.keys("Return")
    running.until("window.comparison._compared is not None")
    look("comparison")


def tour(display: Screen, home: Path, name: str, **environment: str) -> list[str]:
    """Take pictures of the window and its dialogs; return what is cut off on them."""
    found = []

    def look(what: str) -> None:
        display.shot(f"{name}_{what}")
        found.extend(f"{name}_{what}: {each}" for each in running.ask("lost()"))

    with program(display, home, resource("samples/coffee.jpg"), **environment) as running:
        running.until("result()")
        look("window")
        if (share := running.ask("canvas_share()")) < LEAST_SHARE and running.ask("window.width()") >= LEAST_WIDTH:
            found.append(f"{name}: the image has {share:.0%} of the width")
        for what, keys in DIALOGS.items():
            running.keys(keys)
            running.until("dialog()")
            look(what)
            running.keys("Escape")
            running.until("not dialog()")
        menus(running, look)
        parts(running, look)
    second = home / "second"  # where no journal of the first is
    shutil.copytree(home / "config", second / "config")
    *images, drawn = discs(second)
    with program(display, second, *images, **environment) as running:
        running.until("result() and len(window._controller.entries) == 2")
        several(running, look, drawn)
    return found


def screens(folder: Path) -> list[str]:
    """Take the pictures on screens of all sizes, light and dark, in every language."""
    found = []
    for width, height, scale in SIZES:
        for theme in ("light", "dark"):
            for language, spoken in LANGUAGES.items():
                with tempfile.TemporaryDirectory() as home, screen(width, height, folder) as display:
                    choose_theme(Path(home), theme)
                    name = f"{width}x{height}_{round(100 * scale)}_{theme}_{language}"
                    found += tour(display, Path(home), name, QT_SCALE_FACTOR=str(scale), **spoken)
    return found


def main(folder: Path | None) -> int:
    """Make all; those of the guide alone where no folder is given for the others."""
    if lacking := missing():
        print(f"Needed and not here: {lacking}", file=sys.stderr)  # noqa: T201
        return 1
    (folder or GUIDE).mkdir(parents=True, exist_ok=True)
    for make in (light, dark, clicks):
        with tempfile.TemporaryDirectory() as home, screen(WIDTH, HEIGHT, GUIDE) as display:
            choose_theme(Path(home), "system")
            make(display, Path(home), (folder or GUIDE) / f"window_{make.__name__}.jpg")
    found = screens(folder / "screens") if folder else []
    print(*found, sep="\n")  # noqa: T201
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
