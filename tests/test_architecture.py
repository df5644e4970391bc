"""The layers, asserted with the standard library alone."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "segmenter"
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "batch": (
        "segmenter.batch",
        "segmenter.core",
        "segmenter.formats",
        "segmenter.images",
        "segmenter.decoders.decoded",
        "segmenter.parameters",
        "segmenter.checkpoint",
        "segmenter.errors",
    ),
    "core": ("segmenter.core", "segmenter.parameters", "segmenter.checkpoint", "segmenter.errors"),
    "decoders": ("segmenter.decoders", "segmenter.core.image", "segmenter.errors"),
    "formats": (
        "segmenter.__version__",
        "segmenter.formats",
        "segmenter.core",
        "segmenter.overlay",
        "segmenter.parameters",
        "segmenter.checkpoint",
        "segmenter.errors",
    ),
}
"""What the modules of a folder import of this package."""


def name(path):
    return path.relative_to(ROOT).as_posix()


def imports(tree):
    """Return what is imported, by full name."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def outside_functions(tree):
    """Return the tree without the bodies of functions and what only type checkers read."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.body = []
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    return tree


def below(imported, allowed):
    return any(imported == name or imported.startswith(f"{name}.") for name in allowed)


@pytest.fixture(params=MODULES, ids=name)
def module(request):
    return request.param


@pytest.fixture
def tree(module):
    return ast.parse(module.read_text(encoding="utf-8"))


def test_layers(module, tree):
    allowed = MAY_IMPORT.get(module.relative_to(PACKAGE).parts[0])
    for imported in imports(tree) if allowed else ():
        assert not below(imported, ["segmenter"]) or below(imported, allowed), imported


def test_qt_stays_in_the_window(module, tree):
    if module.relative_to(PACKAGE).parts[0] != "gui":
        assert not [imported for imported in imports(tree) if below(imported, ["PySide6", "shiboken6"])]


def test_the_command_line_imports_its_worlds_when_they_run(module, tree):
    if module == PACKAGE / "cli.py" or module.parent == PACKAGE / "commands":
        worlds = ["segmenter.gui", "dask", "distributed", "PySide6"]
        assert not [imported for imported in imports(outside_functions(tree)) if below(imported, worlds)]


def test_there_is_a_test(module):
    if module.stem not in ("__init__", "__main__"):
        test = ROOT / "tests" / module.relative_to(PACKAGE).with_name(f"test_{module.name}")
        assert test.is_file(), f"{name(test)} is missing"


def test_files_stay_short(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


def test_nothing_is_called_utils():
    assert not [path for path in MODULES if path.stem.strip("_") in ("utils", "util", "helpers", "common", "misc")]
