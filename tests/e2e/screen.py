"""A display of our own, and the real program on it: driven by mouse and keys, watched by what is on the screen."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image as Pillow
from PIL import ImageGrab, features
from PySide6.QtCore import QLibraryInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds until something that should happen has not."""

DESKTOP = ("QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "XDG_CURRENT_DESKTOP", "WAYLAND_DISPLAY")
"""Of the surroundings, what would make the window another one on somebody's own desktop."""


def missing() -> str:
    """Return what is needed to drive a window and is not here; empty if all is."""
    wanted = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if not features.check("xcb"):
        wanted.append("Pillow with XCB")
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(f"{plugins}/platforms/libqxcb.so")
    except OSError as error:
        wanted.append(f"Qt on X ({error})")
    return ", ".join(wanted)


def wait_until(condition: Callable[[], Any], what: str) -> Any:
    """Wait for something to become true, and return it."""
    limit = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < limit, f"waited in vain for {what}"
        time.sleep(0.01)
    return found


class Screen:
    """An X display without a window manager: windows are at its upper left corner, dialogs over them."""

    def __init__(self, number: str, pictures: Path) -> None:
        self.name = f":{number}"
        self._pictures = pictures

    def xdotool(self, *words: object) -> str:
        """Move, click, type."""
        command, environment = ["xdotool", *map(str, words)], os.environ | {"DISPLAY": self.name}
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()

    def focus(self) -> int | None:
        """Return which window has the keyboard; None if none has."""
        command, environment = ["xdotool", "getwindowfocus"], os.environ | {"DISPLAY": self.name}
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        return int(done.stdout) if done.returncode == 0 else None

    def picture(self) -> np.ndarray:
        """Return what is on the screen."""
        return np.asarray(ImageGrab.grab(xdisplay=self.name).convert("RGB"))

    def still(self) -> np.ndarray:
        """Return what is on the screen, once nothing moves there."""
        seen = [self.picture()]

        def stays() -> bool:
            time.sleep(0.04)
            seen.append(self.picture())
            return np.array_equal(seen[-1], seen[-2])

        wait_until(stays, "a picture that stays")
        return seen[-1]

    def shot(self, name: str) -> None:
        """Keep what is on the screen."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        Pillow.fromarray(self.still()).save(self._pictures / f"{name}.png")


@contextmanager
def screen(width: int, height: int, pictures: Path) -> Iterator[Screen]:
    """Start a display that nobody sees, and stop it."""
    reading, writing = os.pipe()
    words = ["-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", *words], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb has not started"
        yield Screen(number, pictures)
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


class Program:
    """A running program with a witness in it.

    Parameters
    ----------
    screen : Screen
    home : Path
        Where it keeps settings and journals.
    files : Path
        To be opened.
    environment : str
        More of it, such as QT_SCALE_FACTOR.
    """

    def __init__(self, screen: Screen, home: Path, *files: Path, **environment: str) -> None:
        self.screen = screen
        self._errors = home / "errors.txt"
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.witness", *map(str, files)],
                cwd=ROOT,
                env=surroundings(screen, home) | environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.until("window.isVisible()")

    def ask(self, question: str) -> Any:
        """Return what the witness says; the words are the methods of `tests.e2e.witness.Witness`."""
        pipes = self.process.stdin, self.process.stdout
        assert pipes[0] is not None
        assert pipes[1] is not None
        print(question, file=pipes[0], flush=True)
        answer = pipes[1].readline()
        assert answer, self.errors()
        told = json.loads(answer)
        assert "failed" not in told, told["failed"]
        return told["answer"]

    def until(self, question: str) -> Any:
        """Wait until the answer is true."""
        return wait_until(lambda: self.ask(question), question)

    def errors(self) -> str:
        """Return what the program has complained about, tracebacks and warnings of Qt alike."""
        return self._errors.read_text()

    # Mouse and keys

    def click(self, target: str | list[int], *held: str, kind: str = "QWidget") -> None:
        """Click a widget, by its name, or a place, with keys held."""
        place = self.until(f"place({target!r}, {kind!r})") if isinstance(target, str) else target
        around = [word for key in held for word in ("keydown", key)], [word for key in held for word in ("keyup", key)]
        self.screen.xdotool("mousemove", *place, *around[0], "click", 1, *around[1])

    def drag(self, *places: list[int], view_state: Callable[[], None] = lambda: None) -> None:
        """Press the button, go from place to place, look around, and let go."""
        self.screen.xdotool("mousemove", *places[0], "mousedown", 1)
        for place in places[1:]:
            self.screen.xdotool("mousemove", *place)
        view_state()
        self.screen.xdotool("mouseup", 1)

    def keys(self, *names: str) -> None:
        """Press keys, one after the other."""
        self._focus()
        self.screen.xdotool("key", *names)

    def type(self, text: str) -> None:
        """Write in place of what stands in a field."""
        self._focus()
        self.screen.xdotool("key", "ctrl+a", "type", "--delay", 1, text)

    def tab_to(self, name: str) -> None:
        """Go to a control by the Tab key."""
        for _ in range(60):
            if self.ask("focus()") == name:
                return
            self.keys("Tab")
        raise AssertionError(f"Tab never comes to {name}")

    def _focus(self) -> None:
        """Do what a window manager does: give the keyboard to the window on top."""
        window = self.ask("top()")
        if self.screen.focus() != window:
            self.screen.xdotool("windowfocus", "--sync", window)

    # The end

    def quit(self, answer: str = "") -> None:
        """End the program, with the answer to a question if there is one; it must not have complained."""
        self.keys("ctrl+q")
        if answer:
            self.until("dialog()")
            self.click(answer)
        assert self.process.wait(timeout=PATIENCE) == 0
        assert self.errors() == ""


@contextmanager
def program(screen: Screen, home: Path, *files: Path, **environment: str) -> Iterator[Program]:
    """Start the program; it does not outlive the block."""
    running = Program(screen, home, *files, **environment)
    try:
        yield running
    finally:
        running.process.kill()
        for pipe in (running.process.stdin, running.process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        running.process.wait(timeout=PATIENCE)


def surroundings(screen: Screen, home: Path) -> dict[str, str]:
    """Return an environment in which nothing of a person's own is seen or changed."""
    kept = {name: value for name, value in os.environ.items() if name not in DESKTOP and not name.startswith("LC_")}
    run = home / "run"
    run.mkdir(parents=True, exist_ok=True, mode=0o700)
    return kept | {
        "DISPLAY": screen.name,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(run),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "LANG": "C.UTF-8",
        "LANGUAGE": "en",
    }
