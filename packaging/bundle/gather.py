"""What a bundle has beside the program: icons in all sizes, and the licences of everything inside.

python packaging/bundle/gather.py icons resources/icons/segmenter.svg FOLDER
python packaging/bundle/gather.py licences FOLDER
"""

from __future__ import annotations

import sys
from importlib.metadata import distributions
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ID = "io.github.segmenter.Segmenter"
NOT_INSIDE = {"pip", "setuptools", "wheel", "build", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph"}
LICENCES = ("licen", "copying", "notice", "authors")


def icons(drawing: Path, folder: Path) -> None:
    """Draw the icon in all sizes, as the icon theme of the desktop wants them."""
    application = QGuiApplication(["", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(drawing))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        place = folder / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        image.save(str(place / f"{ID}.png"))
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / f"{ID}.svg").write_bytes(drawing.read_bytes())
    del application


def licences(folder: Path) -> None:
    """Copy the licences of all distributions in this environment, and say which there are."""
    lines = []
    for found in sorted(distributions(), key=lambda each: each.name.lower()):
        if found.name.lower() in NOT_INSIDE:
            continue
        said = found.metadata.get("License-Expression") or found.metadata.get("License") or "see its files"
        lines.append(f"{found.name} {found.version}: {said.splitlines()[0]}")
        for file in found.files or ():
            if ".dist-info" in str(file) and any(word in file.name.lower() for word in LICENCES):
                target = folder / found.name / file.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(Path(str(file.locate())).read_bytes())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.txt").write_text("What is inside, and its licence.\n\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    {"icons": icons, "licences": licences}[sys.argv[1]](*map(Path, sys.argv[2:]))
