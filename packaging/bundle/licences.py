"""Gather the licence of everything inside a bundle, and fail where one is missing.

python packaging/bundle/licences.py SOURCES FOLDER

SOURCES is written by segmenter.spec: where every file of the bundle came from, one path a line.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

HERE = Path(__file__).resolve().parent
OURS = {"PySide6_Essentials": "Qt", "shiboken6": "Qt", "pyamg": "pyamg"}
"""Folders of packaging/licences, for distributions that bring no text of their own."""

TEXT = re.compile(r"licen[cs]|copying|notice|authors", re.IGNORECASE)
COMMON = Path("/usr/share/common-licenses")
SHORTEST = 300
"""Characters; what is shorter names a licence and does not tell it."""


class Missing(Exception):
    """Nobody knows the licence of a file."""


def owners() -> dict[Path, Distribution]:
    """Return which distribution of this environment every installed file is of."""
    return {
        Path(str(found.locate_file(file))).resolve(): found for found in distributions() for file in found.files or ()
    }


def from_distribution(found: Distribution, folder: Path) -> str:
    """Copy the texts of a distribution; return what its metadata says."""
    for file in found.files or ():
        inside = ".dist-info" in file.parts[0] or any(TEXT.match(part) for part in file.parts[1:-1])
        if inside and TEXT.search("/".join(file.parts[1:])) and file.suffix not in (".py", ".pyc"):
            copy(Path(str(found.locate_file(file))), folder / found.name / Path(*file.parts[1:]))
    if found.name in OURS:
        shutil.copytree(HERE.parent / "licences" / OURS[found.name], folder / found.name, dirs_exist_ok=True)
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    return said.splitlines()[0] if said and len(said) < 200 else "see its folder"


def of_python(file: Path) -> bool:
    """Tell whether a file came with Python itself, be it the system's or another."""
    base = Path(sys.base_prefix).resolve()
    if base == Path("/usr"):
        return "python3" in str(file)
    return base in file.resolve().parents


def from_python(folder: Path) -> str:
    """Copy the licence of Python itself."""
    base, version = Path(sys.base_prefix), sysconfig.get_python_version()
    for place in (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        base / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
        Path(f"/usr/share/doc/libpython{version}-minimal/copyright"),
    ):
        if place.is_file():
            copy(place, folder / "Python" / "LICENSE.txt")
            return f"Python {sys.version.split()[0]}: PSF-2.0"
    raise Missing("Python")


def from_system(file: Path, folder: Path) -> str:
    """Copy what the system's package manager knows of a library; return the package."""
    for path in (file, file.resolve(), Path(str(file.resolve()).removeprefix("/usr"))):
        asked = subprocess.run(["dpkg", "-S", str(path)], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            package = asked.stdout.split(":")[0]
            copyright_file = Path("/usr/share/doc") / package / "copyright"
            copy(copyright_file, folder / package / "copyright")
            for name in re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", copyright_file.read_text("utf-8")):
                copy(COMMON / name, folder / "common-licenses" / name)
            return package
    raise Missing(str(file))


def copy(file: Path, target: Path) -> None:
    """Copy a text."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def gather(sources: list[Path], folder: Path) -> list[str]:
    """Copy the licences of all that the files came from; return a line for each."""
    owned, own_place = owners(), Path(sys.prefix).resolve()
    found, others = {"pyinstaller": distribution("pyinstaller")}, []
    for file in sources:
        one = owned.get(file.resolve())
        if one is not None:
            found[one.name] = one
        elif own_place in file.resolve().parents:
            raise Missing(str(file))
        elif of_python(file):
            continue  # of Python itself, which has one licence
        else:
            others.append(file)
    lines = [from_python(folder)]
    lines += [f"{name} {one.version}: {from_distribution(one, folder)}" for name, one in sorted(found.items())]
    lines += sorted({f"{from_system(file, folder)}: see its folder" for file in others})
    for line in lines:
        name = re.split(r"[ :]", line)[0]
        if not any(text.stat().st_size >= SHORTEST for text in (folder / name).rglob("*") if text.is_file()):
            raise Missing(name)
    return lines


def main() -> None:
    """Gather, and write the list of contents."""
    sources, folder = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        lines = gather([Path(line) for line in sources.read_text("utf-8").splitlines()], folder)
    except Missing as missing:
        sys.exit(f"No text of a licence is known for {missing}, which is inside the application.")
    start = "What is inside this application, and its licence; the texts are in the folders of the same names.\n\n"
    (folder / "README.txt").write_text(start + "\n".join(lines) + "\n", "utf-8")
    print(len(lines), "components, all with their licences")


if __name__ == "__main__":
    main()
