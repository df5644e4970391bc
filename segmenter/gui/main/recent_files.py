"""Which of the files opened last are still there: found out away from the event loop."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class RecentFiles(QObject):
    """Looks for files, each in a thread that nobody waits for: one on a dead mount may never answer."""

    found = Signal(list)
    """Those that are there, in their order; emitted again as more of them answer."""
    _answered = Signal(int, object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        self._paths: tuple[Path, ...] = ()
        self._there: set[Path] = set()
        self._answered.connect(self._take)

    def look_for(self, paths: Sequence[Path]) -> None:
        """Find out which of these are there; what was asked for before is of no interest any more."""
        self._round += 1
        self._paths, self._there = tuple(paths), set()
        self.found.emit([])
        for path in self._paths:
            arguments = self._round, path
            threading.Thread(target=self._ask, args=arguments, name="recent file", daemon=True).start()

    def _ask(self, number: int, path: Path) -> None:
        """Look for a file, in a thread; any error means that it is not there."""
        there = os.path.exists(path)  # noqa: PTH110 - Path.exists raises where a mount is dead or a name too long
        try:
            self._answered.emit(number, path, there)
        except RuntimeError:  # the window has gone meanwhile
            return

    def _take(self, number: int, path: Path, there: bool) -> None:
        if number == self._round and there:
            self._there.add(path)
            self.found.emit([path for path in self._paths if path in self._there])
