"""Collecting garbage in the thread of the event loop alone.

Python collects in whatever thread happens to allocate. Qt objects that are part of a cycle would be destroyed in
the thread of the solver, while the event loop still runs their timers: the program would crash.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between two looks at how much there is."""


class Collector(QObject):
    """Collects as often as Python would, but in the thread that made it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._modules = 0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self.collect()

    def collect(self) -> None:
        """Collect the generations of which there is too much."""
        if len(sys.modules) != self._modules:  # they stay, and to go through them takes 50 ms
            self._modules = len(sys.modules)
            gc.collect()  # or what is garbage now would be kept for ever
            gc.freeze()
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count <= most:
                break
            gc.collect(generation)

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
