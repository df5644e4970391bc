"""What a screen reader hears of the real program, read back over AT-SPI by another process.

Skipped where there is no bus, no AT-SPI, or no interpreter that can read it: Debian's packages `at-spi2-core`, `dbus`
and `gir1.2-atspi-2.0` with `python3-gi` bring all.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from segmenter.assets import resource
from tests.e2e.screen import PATIENCE, missing, program, screen

READER = Path(__file__).with_name("atspi_reader.py")
PROBE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
TALKING = {"push button", "check box", "slider", "spin button", "combo box", "text", "label", "menu item", "page tab"}
"""Roles of what nobody can use without its name."""


def interpreter():
    """Return a Python that can read AT-SPI; None if there is none."""
    found = filter(None, (sys.executable, shutil.which("python3", path=os.defpath), "/usr/bin/python3"))
    for each in found:
        if subprocess.run([each, "-c", PROBE], check=False, capture_output=True).returncode == 0:
            return each
    return None


@pytest.fixture(scope="module")
def python():
    """Return the interpreter, or skip and say what is not here."""
    lacking = [missing()] if missing() else []
    lacking += [] if shutil.which("dbus-daemon") else ["dbus-daemon"]
    services = [Path(root, "dbus-1/services/org.a11y.Bus.service") for root in ("/usr/share", "/usr/local/share")]
    lacking += [] if any(map(Path.is_file, services)) else ["at-spi2-core"]
    found = interpreter()
    lacking += [] if found else ["a Python with gi and Atspi (python3-gi, gir1.2-atspi-2.0)"]
    if lacking:
        pytest.skip(f"AT-SPI cannot be read: needed and not here: {', '.join(lacking)}")
    return found


@pytest.fixture(scope="module")
def bus(python):
    """Return the address of a bus of our own; what is needed on it is started by the bus itself."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.stdout.close()
    daemon.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def running(bus, tmp_path_factory):
    """Start the program with a photograph, on a display and a bus of its own."""
    home = tmp_path_factory.mktemp("home")
    spoken = {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with (
        screen(1366, 768, home) as display,
        program(display, home, resource("samples/coffee.jpg"), **spoken) as started,
    ):
        started.until("result()")
        started.until("idle()")
        yield started


@pytest.fixture
def ask(bus, python, running):
    """Return a function that asks the reader."""

    def ask(*words):
        environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus, "DISPLAY": running.screen.name, "LANG": "C.UTF-8"}
        command = [python, str(READER), "Segmenter", *map(str, words)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=PATIENCE)
        return json.loads(done.stdout) if not words else None

    return ask


def every(node):
    """Go through a thing of the tree and all inside it."""
    yield node
    for child in node["inside"]:
        yield from every(child)


def showing(tree):
    return [each for each in every(tree) if "SHOWING" in each["states"]]


def one(tree, role, name):
    (found,) = (each for each in showing(tree) if (each["role"], each["name"]) == (role, name))
    return found


def test_everything_that_is_seen_has_a_role_and_a_name(ask):
    tree = ask()
    seen = showing(tree)
    assert len(seen) > 100
    assert [each for each in seen if each["role"] in ("unknown", "invalid")] == []
    silent = [each for each in seen if each["role"] in TALKING and not (each["name"] or each["description"]).strip()]
    assert silent == []
    assert [each["description"] for each in every(tree) if "<" in each["description"]] == []  # tips may have tags


def test_values_are_those_on_the_screen(ask, running):
    tree, count = ask(), len(running.ask("areas()"))
    assert one(tree, "spin button", "Segments (k)")["value"] == count
    assert one(tree, "check box", "Segments (k): automatic")["states"].count("CHECKED") == 1
    assert one(tree, "label", "Final")["description"] == "State of the result"
    assert one(tree, "label", f"{count} segments")
    assert 0 < one(tree, "slider", "Opacity of the overlay")["value"] < 100


def test_the_table_is_read_cell_by_cell(ask, running):
    table = one(ask(), "table", "Segments")
    headers = [each["name"] for each in table["inside"] if each["role"] == "table column header"]
    assert headers == ["Shown", "Colour", "No.", "Name", "Class", "Area", "Pieces", "Mean", "Locked"]
    cells = [each["name"] for each in table["inside"] if each["role"] == "table cell"]
    for area in running.ask("areas()").values():
        assert any(f"{area:,}" in cell for cell in cells)


def test_what_is_selected_is_said(ask, running):
    running.click(running.ask("segment(1)"))
    running.until("selected() == [1]")
    chosen = [each["name"] for each in every(one(ask(), "table", "Segments")) if "SELECTED" in each["states"]]
    assert any(f"{running.ask('areas()')['1']:,}" in cell for cell in chosen)


def test_a_value_can_be_set_without_mouse_and_keys(ask, running):
    ask("spin button", "Segments (k)", 7)
    running.until("k() == 7 and result()")
    assert one(ask(), "label", "7 segments, 1 selected")
