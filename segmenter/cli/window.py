"""Open the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from segmenter.cli import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def open_window(paths: Sequence[Path]) -> int:
    """Open the window, with images, a folder or a project if any is named; return the exit code."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in displays):
        raise UsageError("there is no display to open a window on; `segmenter run` needs none.")
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no file {path}.")
    try:
        from segmenter.gui.app.application import run  # noqa: PLC0415 - Qt takes a moment, and may not load
    except ImportError as error:  # PySide6 is there, libraries of the system that it stands on may not be
        raise UsageError(f"the window cannot be opened: {error}; `segmenter run` needs no window.") from error
    return run(paths)
