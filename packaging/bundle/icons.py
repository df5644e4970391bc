"""Draw the icons that desktops want, all from one drawing; and what Windows says of the program's file.

python packaging/bundle/icons.py theme DRAWING FOLDER      PNG in all sizes, for Linux
python packaging/bundle/icons.py programs DRAWING FOLDER   segmenter.ico, segmenter.icns, version.txt
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from segmenter import __version__

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ID = "io.github.segmenter.Segmenter"

VERSION = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0,
                    date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "Segmenter"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductName", "Segmenter"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("LegalCopyright", "BSD-3-Clause; see the folder licences"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x409, 1200])]),
  ],
)
"""


def drawn(drawing: Path, size: int) -> bytes:
    """Return the drawing as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def theme(drawing: Path, folder: Path) -> None:
    """Write the icon in all sizes, as the icon theme of the desktop wants them."""
    for size in SIZES:
        place = folder / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{ID}.png").write_bytes(drawn(drawing, size))
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / f"{ID}.svg").write_bytes(drawing.read_bytes())


def programs(drawing: Path, folder: Path) -> None:
    """Write the icons of the programs for Windows and macOS, each size drawn by itself, and the version for Windows."""
    images = {size: Image.open(io.BytesIO(drawn(drawing, size))) for size in (*SIZES, 1024)}
    large = images[1024]
    small = [images[size] for size in SIZES if size <= 256]
    images[256].save(folder / "segmenter.ico", sizes=[image.size for image in small], append_images=small)
    large.save(folder / "segmenter.icns", append_images=[images[size] for size in (32, 64, 128, 256, 512)])
    said = __version__
    numbers = tuple([*(int(part) for part in said.split(".")[:3] if part.isdecimal()), 0, 0, 0][:4])
    (folder / "version.txt").write_text(VERSION.format(numbers=numbers, version=said), "utf-8")


if __name__ == "__main__":
    application = QGuiApplication(["", "-platform", "offscreen"])
    {"theme": theme, "programs": programs}[sys.argv[1]](*map(Path, sys.argv[2:]))
