"""README, ARCHITECTURE and CHANGELOG tell the truth: what they name exists, what they show runs."""

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter import __version__, read_image, segment
from segmenter.cli import program
from segmenter.document.carry_over import carried_over
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import save
from segmenter.document.state import State
from segmenter.files.formats import DEFAULT, MODULES, named
from segmenter.parameters import DEFAULTS, specs

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "segmenter"
FOLDER = ROOT / "resources" / "guide"
PAGES = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md")),
    *(PACKAGE / name for name in ("ARCHITECTURE.md", "DECISIONS.md")),
    *sorted(FOLDER.glob("*.md")),
    *sorted(FOLDER.glob("??/*.md")),
]
GUIDE = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
FORMATS = GUIDE["formats"]
README, ARCHITECTURE, CHANGELOG = (
    path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", PACKAGE / "ARCHITECTURE.md", ROOT / "CHANGELOG.md")
)
SHOWN = "\n".join([README, *GUIDE.values()])
"""All that a person reads who uses it."""


def fenced(text, language):
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def inline(text):
    """Return what stands between single backticks."""
    return sorted(set(re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))))


RUN = [f"photo{named(name).suffix(None)}" for name in (*DEFAULT, "array", "outlines", "table")]
"""What the commands of the guide write of the photograph."""

COMMANDS = [
    shlex.split(line, comments=True)
    for block in fenced(SHOWN, "sh")
    for line in block.splitlines()
    if line.strip() and not line.startswith("#")
]
SERIES = "as it is", "mirrored", "upside down"

BENCHMARKS = [code for code in inline(SHOWN + ARCHITECTURE) if re.match(r"python tests/|pytest ", code)]


# --- README


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Return a folder with the samples where the README has them, and photographs of a reader's own."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "resources" / "samples", folder / "resources" / "samples")
    with Pillow.open(ROOT / "resources" / "samples" / "coffee.jpg") as sample:
        small = sample.resize((96, 64))
    small.save(folder / "photo.jpg")
    (folder / "scans").mkdir()
    tifffile.imwrite(folder / "scans" / "scan.tif", np.stack([np.asarray(small.convert("L"))] * 2))
    (folder / "clicks.json").write_text(next(text for text in fenced(SHOWN, "json") if '"objects"' in text))
    save_project(folder / "photo.jpg", folder / "cells.segmenter")
    return folder


def save_project(photo, path):
    """Save a project of one photograph, segmented and not edited."""
    image = read_image(photo)
    state = carried_over(State(), segment(image).labels, DEFAULTS)
    save(Project((replace(Entry(photo).read_as(image), work=SavedState.of(state)),)), path)


def test_every_command_of_the_readme_runs(checkout, monkeypatch, capsys):
    monkeypatch.chdir(checkout)
    said = []
    for first, *words in COMMANDS:
        if first == "segmenter":
            found = [(word, sorted(checkout.glob(word)) if "*" in word else []) for word in words]
            words = [name for word, paths in found for name in (paths or [word])]
            assert program.main(list(map(str, words))) == 0, words
            said.append(capsys.readouterr().out)
    (shown,) = fenced(README, "text")
    assert without_seconds(shown) == without_seconds(said[0])
    written = re.findall(r"`((?:photo|scan_p1)[_.][\w.]+)`", FORMATS)
    assert len(written) == len(MODULES) + 2
    for name in written:
        assert list(checkout.glob(f"*/{name}")) or name not in RUN, name


def without_seconds(text):
    return re.sub(r" in [\d.]+ s ", " in … s ", text)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_other_commands_of_the_readme_exist(words):
    if words[0] == "python":
        assert (ROOT / words[1]).is_file()
    else:
        assert words[0] in ("segmenter", "source") or os.access(ROOT / words[0], os.X_OK)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (README, ["6 labels; normalized cut 0.1"]),
        (
            GUIDE["python"],
            [
                *("6 labels; normalized cut 0.1", "(171, 256, 24)", *"23456", "", "objects 24"),
                *("8 rows of label area centroid-0", *(f"{name} [18  6]" for name in SERIES)),
            ],
        ),
    ],
    ids=["README", "python"],
)
def test_the_python_of_the_documents_runs(checkout, monkeypatch, capsys, page, said):
    monkeypatch.chdir(checkout)
    names = {}
    for block in fenced(page, "python"):
        exec(block, names)
    out = capsys.readouterr().out.splitlines()
    assert len(out) == len(said)
    assert all(line.startswith(start) for line, start in zip(out, said, strict=True)), out


def test_every_format_has_its_row():
    rows = [f"| `{name}` | `photo{named(name).suffix(None)}` | {named(name).keeps} |" for name in MODULES]
    shown = [line for line in FORMATS.splitlines() if line.startswith("| `")]
    assert shown[:-1] == rows[:-1]


def test_the_table_of_parameters_is_that_of_the_program():
    lines = [
        f"| `--{name.replace('_', '-')}` | {default} | {spec.allowed} | {spec.help} |"
        for _, name, spec, default in specs()
    ]
    shown = [line for line in GUIDE["parameters"].splitlines() if line.startswith("| `--")]
    assert shown == lines


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).is_file(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_links_into_pages_find_their_heading(page):
    for target, heading in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        other = (page.parent / target) if target else page
        headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
        assert heading in [re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings], heading


def test_every_kind_of_use_has_its_place_in_the_guide():
    pages = {"window", "parameters", "micrographs", "batch", "formats", "python", "benchmarks", "comparison", "method"}
    assert pages <= GUIDE.keys()
    assert GUIDE["parameters"].count("![") >= 5
    assert "## Clusters" in GUIDE["batch"]
    assert "clicks" in GUIDE["window"]


def test_every_program_of_the_comparison_is_said_to_do_something_better():
    rows = [line.split("|")[1:-1] for line in GUIDE["comparison"].splitlines() if line.startswith("| [")]
    assert len(rows) >= 7
    for other, better, *_ in rows:
        assert len(better.split()) > 3, other


def test_pictures_are_used_and_small():
    for picture in (ROOT / "resources" / "guide" / "pictures").iterdir():
        assert picture.name in SHOWN
        assert picture.stat().st_size < 150_000


def test_every_page_of_the_guide_is_in_its_index():
    assert all(f"({name}.md)" in GUIDE["index"] for name in GUIDE if name != "index")


def test_the_picture_is_of_the_sample():
    sizes = set()
    for path in ("resources/guide/pictures/coffee_overlay.jpg", "resources/samples/coffee.jpg"):
        with Pillow.open(ROOT / path) as picture:
            sizes.add(picture.size)
    assert len(sizes) == 1


def test_what_is_read_first_is_short():
    assert README.count("\n") <= 200
    assert ARCHITECTURE.count("\n") <= 250


# --- benchmarks


@pytest.mark.parametrize("command", BENCHMARKS)
def test_commands_that_reproduce_numbers_exist(command):
    program, *words = shlex.split(command)
    if program == "pytest":
        done = python("-m", "pytest", "--collect-only", "-q", *words)
        assert done.returncode == 0, done.stdout
        return
    script, *words = words
    assert (ROOT / script).is_file()
    if "argparse" in imported(ROOT / script):
        done = python(script, "--help")
        assert done.returncode == 0, done.stderr
        for word in words:
            assert not re.fullmatch(r"(--)?[a-z]+", word) or word in done.stdout, word


def imported(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def python(*words):
    """Run Python as in a checkout, whether or not the package is installed."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    command = [sys.executable, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT, env=environment)


# --- CHANGELOG


def test_the_newest_version_is_this_one():
    newest = re.findall(r"^## \[([^\]]+)\]( - \d{4}-\d{2}-\d{2})?$", CHANGELOG, re.MULTILINE)[0]
    assert newest[0] == "Unreleased" or (newest[0] == __version__ and newest[1])
    assert __version__ in CHANGELOG
