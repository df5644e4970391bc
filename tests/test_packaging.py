"""What packs the program: licences of everything inside or none at all, and files that other systems will read."""

import ast
import os
import plistlib
import re
import runpy
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from PIL import Image as Pillow

from segmenter import __version__

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8"))

icons = runpy.run_path(str(PACKAGING / "bundle" / "icons.py"))
licences = runpy.run_path(str(PACKAGING / "bundle" / "licences.py"))
ABSENT = PACKAGING / "bundle" / "absent.py"


class Distribution:
    """A distribution with files in a folder."""

    def __init__(self, folder, name, texts, said=None):
        self.name, self.version, self._folder = name, "1.0", folder
        self.metadata = {"License-Expression": said} if said else {}
        self.files = [Path(f"{name}.dist-info/METADATA"), *map(Path, texts)]
        for file, text in texts.items():
            place = folder / file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)

    def locate_file(self, file):
        return self._folder / file


def test_texts_of_the_same_name_do_not_replace_each_other(tmp_path):
    texts = {
        "a.dist-info/licenses/LICENSE.txt": "its own",
        "a.dist-info/licenses/blas/LICENSE.txt": "of what it brings",
    }
    found = Distribution(tmp_path / "site", "a", texts, "MIT")
    assert licences["from_distribution"](found, tmp_path / "out") == "MIT"
    assert len(list((tmp_path / "out" / "a").rglob("LICENSE.txt"))) == 2


def test_folders_of_licences_inside_a_package_are_taken(tmp_path):
    found = Distribution(tmp_path / "site", "b", {"b/licenses/LICENSE-zstd": "BSD", "b/licence.py": "code"})
    licences["from_distribution"](found, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()] == ["LICENSE-zstd"]


def test_a_file_whose_licence_nobody_knows_stops_the_build(tmp_path):
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(licences["Missing"], match="libstray"):
        licences["from_system"](stray, tmp_path / "out")


@pytest.mark.skipif(not shutil.which("dpkg"), reason="this system has other packages")
def test_a_library_of_the_system_has_the_text_of_its_package(tmp_path):
    package = licences["from_system"](Path(shutil.which("dpkg")), tmp_path)
    assert package == "dpkg"
    assert (tmp_path / "dpkg" / "copyright").stat().st_size > licences["SHORTEST"]
    assert list((tmp_path / "common-licenses").iterdir())


def test_the_licence_of_qt_is_there():
    folder = PACKAGING / "licences" / "Qt"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (folder / "GPL-3.0.txt").read_text("utf-8")
    assert all((PACKAGING / "licences" / name).is_dir() for name in licences["OURS"].values())


def left_out():
    """Return the modules that the application does without."""
    tree = ast.parse((PACKAGING / "bundle" / "segmenter.spec").read_text("utf-8"))
    lists = {node.targets[0].id: node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and named(node)}
    qt = [f"PySide6.{name}" for name in ast.literal_eval(lists["QT"])]
    rooms = eval(compile(ast.Expression(lists["ROOMS"]), "ROOMS", "eval"))  # some are made in a loop
    return {*qt, *rooms, *ast.literal_eval(lists["PYTHON"]), *runpy.run_path(str(ABSENT))["ROOMS"]}


def named(node):
    return isinstance(node.targets[0], ast.Name) and node.targets[0].id in ("QT", "ROOMS", "PYTHON")


def test_nothing_of_ours_asks_for_what_is_left_out():
    without = left_out()
    assert {"PySide6.QtNetwork", "networkx", "ssl", "skimage.transform", "scipy.linalg"} <= without
    for path in (ROOT / "segmenter").rglob("*.py"):
        if "napari" in path.parts:
            continue  # not in the application
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            assert not without.intersection(names), path


def without_rooms(*lines):
    """Run lines of Python in a process without the rooms that are absent; return what it did."""
    first = f"import runpy; runpy.run_path({str(ABSENT)!r})['install']()"
    code = "\n".join((first, *lines))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.skipif(
    version("scikit-image") < "0.26", reason="older ones look for UMFPACK; the application has the newest"
)
def test_all_works_without_the_rooms_that_are_absent():
    """Among them is one of the two BLAS."""
    done = without_rooms("from segmenter.cli.program import main", "main(['check'])")
    assert (done.returncode, done.stderr) == (0, "")
    assert "failed" not in done.stdout
    assert "labels of a tiny image" in done.stdout


def test_who_enters_an_absent_room_is_told_so():
    done = without_rooms("from scipy.sparse.linalg import eigsh", "eigsh(1, k=2)")
    assert "scipy.sparse.linalg.eigsh is no part of this application." in done.stderr


def test_the_workflow_calls_scripts_that_are_here():
    commands = [step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step]
    assert len(commands) == len(WORKFLOW["jobs"])
    for command in commands:
        assert os.access(ROOT / command.split()[0], os.X_OK), command


def test_the_workflow_has_every_python_that_is_allowed():
    matrix = WORKFLOW["jobs"]["bounds"]["strategy"]["matrix"]
    (lowest,) = re.findall(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert matrix["python"][0] == lowest
    assert f"{sys.version_info[0]}.{sys.version_info[1]}" in matrix["python"]
    assert {"versions": "lowest", "python": lowest, "system": matrix["system"][0]} in matrix["include"]


def test_macos_is_told_of_projects():
    info = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    (kind,) = info["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["segmenter"]
    assert [kind["UTTypeIdentifier"]] == info["CFBundleDocumentTypes"][0]["LSItemContentTypes"]


def test_the_same_kind_of_file_on_linux():
    mime = (PACKAGING / "linux" / "io.github.segmenter.Segmenter.mime.xml").read_text("utf-8")
    desktop = (PACKAGING / "linux" / "io.github.segmenter.Segmenter.desktop").read_text("utf-8")
    (kind,) = re.findall(r'mime-type type="([^"]+)"', mime)
    assert kind in desktop
    assert 'pattern="*.segmenter"' in mime


def test_desktops_are_told_in_every_language_of_the_window():
    languages = {path.stem.partition("_")[2] for path in (ROOT / "resources" / "translations").glob("segmenter_*.ts")}
    assert {"de", "es"} <= languages
    info = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    assert set(info["CFBundleLocalizations"]) == {"en", *languages}
    for kind, said in {"desktop": "Comment[{}]=", "mime.xml": '<comment xml:lang="{}">'}.items():
        text = (PACKAGING / "linux" / f"io.github.segmenter.Segmenter.{kind}").read_text("utf-8")
        assert all(said.format(language) in text for language in languages)


def test_programs_have_icons_in_all_sizes_and_a_version(qapp, tmp_path):
    icons["programs"](ROOT / "resources" / "icons" / "segmenter.svg", tmp_path)
    with Pillow.open(tmp_path / "segmenter.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    with Pillow.open(tmp_path / "segmenter.icns") as icon:
        assert (512, 512, 2) in icon.info["sizes"]
    said = (tmp_path / "version.txt").read_text("utf-8")
    # PyInstaller evaluates it with classes of these names, on Windows alone
    names = "VSVersionInfo FixedFileInfo StringFileInfo StringTable StringStruct VarFileInfo VarStruct".split()  # noqa: SIM905
    stated = eval(said, {name: lambda *words, **more: (words, more) for name in names})
    assert repr(__version__) in repr(stated)
