"""The layers, asserted with the standard library alone."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "segmenter"
MODULES = sorted(PACKAGE.rglob("*.py"))

KNOWN_TO_ALL = ("segmenter.errors", "segmenter.progress")

MAY_IMPORT = {
    "parameters": ("segmenter.parameters",),
    "core/solver": ("segmenter.core.solver",),
    "core/regions": (
        "segmenter.assets",
        "segmenter.core.affinity",
        "segmenter.core.features",
        "segmenter.core.image",
        "segmenter.core.regions",
        "segmenter.core.solver",
    ),
    "core": ("segmenter.core", "segmenter.parameters"),
    "core/interaction/clicks": ("segmenter.assets", "segmenter.core", "segmenter.parameters"),
    "render": ("segmenter.core.image", "segmenter.core.solver.blocks", "segmenter.render"),
    "files/decoders": ("segmenter.core.image", "segmenter.files.decoders"),
    "files": (
        "segmenter.__version__",
        "segmenter.core",
        "segmenter.files",
        "segmenter.parameters",
        "segmenter.render",
    ),
    "document": (
        "segmenter.__version__",
        "segmenter.core",
        "segmenter.document",
        "segmenter.files",
        "segmenter.parameters",
        "segmenter.render",
    ),
    "napari": (
        "segmenter.core",
        "segmenter.document",
        "segmenter.files",
        "segmenter.napari",
        "segmenter.parameters",
        "segmenter.render",
        "segmenter.segment",
    ),
    "jobs": (
        "segmenter.core",
        "segmenter.document",
        "segmenter.files",
        "segmenter.jobs",
        "segmenter.parameters",
        "segmenter.render",
    ),
    "batch": (
        "segmenter.batch",
        "segmenter.core",
        "segmenter.files",
        "segmenter.jobs",
        "segmenter.parameters",
    ),
    "cli": (
        "segmenter.__version__",
        "segmenter.assets",
        "segmenter.batch",
        "segmenter.cli",
        "segmenter.core",
        "segmenter.document",
        "segmenter.files",
        "segmenter.jobs",
        "segmenter.parameters",
    ),
}
"""What the modules of a folder import of this package, and those of folders inside it without a line of their own."""

GUI_BELOW = {
    "gui/app": ("session/view_state",),
    "gui/session": (),
    "gui/project": ("app", "session"),
    "gui/canvas": ("app", "session"),
    "gui/docks": ("app", "session"),
    "gui/help": ("app", "session"),
    "gui/export": ("app", "project", "session"),
    "gui/batch": ("app", "docks", "project", "session"),
    "gui/main": ("app", "batch", "canvas", "docks", "export", "help", "project", "session"),
}
"""Which rooms of the window each of them knows besides itself."""


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


def layer(module):
    """Return what a module may import of this package; None where it may import all."""
    folder = module.parent.relative_to(PACKAGE)
    for place in (folder, *folder.parents):
        if place.as_posix() in MAY_IMPORT:
            return (*KNOWN_TO_ALL, *MAY_IMPORT[place.as_posix()])
    return None


def test_layers(module, tree):
    allowed = layer(module)
    if module == PACKAGE / "cli" / "window.py":  # the one door to the window
        allowed = (*allowed, "segmenter.gui.app.application")
    for imported in imports(tree) if allowed else ():
        assert not below(imported, ["segmenter"]) or below(imported, allowed), imported


@pytest.mark.parametrize(
    "folder", sorted({path.parent.relative_to(PACKAGE).parts[0] for path in PACKAGE.glob("*/**/*.py")})
)
def test_every_folder_has_its_layer(folder):
    assert folder in MAY_IMPORT or folder == "gui"


def test_rooms_of_the_window(module, tree):
    room = next((room for room in GUI_BELOW if module.is_relative_to(PACKAGE / room)), None)
    if room is None or module == PACKAGE / "gui" / "app" / "application.py":  # it puts the rooms together
        return
    known = [f"segmenter.gui.{below.replace('/', '.')}" for below in (*GUI_BELOW[room], room.removeprefix("gui/"))]
    for imported in imports(tree):
        assert not below(imported, ["segmenter.gui"]) or below(imported, known), imported
        assert not below(imported, ["segmenter.cli"]), imported


def test_nothing_lies_about():
    assert [path.name for path in (PACKAGE / "gui").glob("*.py")] == ["__init__.py"]
    assert len(list(PACKAGE.glob("*.py"))) <= 6


def test_no_circles():
    """Fail for modules that import each other, at whatever moment and through however many others."""
    paths = {module_name(path): path for path in MODULES}
    graph = {name: known_modules(path, paths) - {name} for name, path in paths.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def module_name(path):
    return path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")


def known_modules(path, paths):
    """Return which modules of the package a file imports; the lazy public surface knows its homes by name only."""
    if path == PACKAGE / "__init__.py":
        return set()
    found = imports(ast.parse(path.read_text(encoding="utf-8")))
    return {name if name in paths else name.rpartition(".")[0] for name in found} & paths.keys()


def test_qt_stays_in_the_window(module, tree):
    if module.relative_to(PACKAGE).parts[0] != "gui":
        assert not [imported for imported in imports(tree) if below(imported, ["PySide6", "shiboken6"])]


def test_the_command_line_imports_its_worlds_when_they_run(module, tree):
    if module.parent == PACKAGE / "cli":
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
