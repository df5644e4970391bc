"""Take from a bundle for Linux what weighs and is of no use; tell, and limit, what C library of the system it asks for.

python packaging/bundle/slim.py FOLDER

- Debugging symbols: Pillow and imagecodecs have 16 MB of them, and some builds of Python have more.
- The data of ICU, 31 MB of sorting and calendars of all languages: Qt takes it for QCollator and the like, which this
  program does not use. A library without data takes its place; Qt then does without, as it does where it has no ICU.
- Libraries that are there twice become links.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

GLIBC = (2, 35)
"""The newest C library that may be asked for: that of Ubuntu 22.04."""

SMALL = 100_000
"""Bytes below which nothing is gained."""

# the header that ICU asks for (its file udata.h), of a table of contents that has no entries
NO_DATA = (32, 0, 0xDA, 0x27, 20, 0, 0, 0, 0, 0, 2, 0, *b"ToCP", 1, *(0,) * 15, *(0,) * 16)


def strip(inside: Path) -> None:
    """Take the debugging symbols from whatever has some; all else stays as its makers made it."""
    for file in inside.rglob("*.so*"):
        if file.is_symlink():
            continue
        shown = subprocess.run(["objdump", "-h", str(file)], capture_output=True, text=True, check=True).stdout
        if ".debug_info" in shown:
            subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)


def empty_icu(inside: Path) -> None:
    """Put a library without data in the place of ICU's."""
    for file in inside.glob("PySide6/Qt/lib/libicudata.so.*"):
        version = file.suffix[1:]
        table = ", ".join(map(str, NO_DATA))
        code = f"__attribute__((aligned(16))) const unsigned char icudt{version}_dat[] = {{{table}}};"
        with tempfile.TemporaryDirectory() as place:
            source = Path(place) / "empty.c"
            source.write_text(code)
            command = ["cc", "-shared", "-nostdlib", f"-Wl,-soname,{file.name}", "-o", str(file), str(source)]
            subprocess.run(command, check=True)


def link(inside: Path) -> None:
    """Make links of files that are there twice under the same name."""
    seen: dict[tuple[str, str], Path] = {}
    for file in sorted(inside.rglob("*.so*")):
        if file.is_symlink() or file.stat().st_size < SMALL:
            continue
        first = seen.setdefault((file.name, hashlib.sha256(file.read_bytes()).hexdigest()), file)
        if first is not file:
            file.unlink()
            file.symlink_to(os.path.relpath(first, file.parent))


def asked_for(folder: Path) -> tuple[tuple[int, ...], str]:
    """Return the newest version of the C library that a file of the folder asks for, and the file."""
    newest: tuple[tuple[int, ...], str] = ((0,), "")
    for file in folder.rglob("*"):
        if file.is_symlink() or not (".so" in file.name or os.access(file, os.X_OK)) or not file.is_file():
            continue
        shown = subprocess.run(["objdump", "-T", str(file)], capture_output=True, text=True, check=False).stdout
        for version in re.findall(r"GLIBC_([\d.]+)", shown):
            newest = max(newest, (tuple(map(int, version.split("."))), file.name))
    return newest


def main() -> None:
    """Slim the folder; fail if it asks for too new a system."""
    folder = Path(sys.argv[1])
    inside = folder / "_internal"
    strip(inside)
    empty_icu(inside)
    link(inside)
    version, file = asked_for(folder)
    print("asks for glibc", ".".join(map(str, version)), f"({file})")
    if version > GLIBC:
        sys.exit(f"Only systems newer than glibc {'.'.join(map(str, GLIBC))} could run it.")


if __name__ == "__main__":
    main()
