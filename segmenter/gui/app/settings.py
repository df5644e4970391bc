"""What the program remembers from one start to the next: files, places of windows, looks. Nothing that is work."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QRect, QSettings, Qt

from segmenter.gui.session.view_state import LARGEST_BRUSH, MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMainWindow

    from segmenter.gui.session.view_state import ViewState

MAX_RECENT, MAX_IMAGE_FOLDERS = 10, 1000
LAYOUT = 1
"""Raised when docks or tool bars change, so that an old arrangement is not forced on new ones."""


def _truth(text: str) -> bool:
    """Return what a file of settings says of something that is on or off."""
    return text.lower() in ("true", "1")


KEPT_LOOKS: Final[dict[str, tuple[Callable[[str], Any], Callable[[Any], bool]]]] = {
    "mode": (str, lambda mode: mode in MODES),
    "opacity": (float, lambda part: 0 <= part <= 1),
    "scale_bar": (_truth, lambda _: True),
    "minimap": (_truth, lambda _: True),
    "names": (_truth, lambda _: True),
    "safe_colours": (_truth, lambda _: True),
    "brush": (int, lambda size: 1 <= size <= LARGEST_BRUSH),
}
"""Of each property that comes back: how it is read, and what can be believed; a file may hold anything."""


class Settings:
    """The settings of one user."""

    def __init__(self) -> None:
        self._store = QSettings()

    @property
    def recent(self) -> list[Path]:
        """Images, folders and projects opened last, the newest first, whether they are still there or not."""
        kept = self._store.value("recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(name) for name in names if isinstance(name, str)]

    def add_recent(self, path: Path) -> None:
        """Remember a file or folder."""
        others = [other for other in self.recent if other != path]
        self._store.setValue("recent", [str(each) for each in [path, *others][:MAX_RECENT]])

    def clear_recent(self) -> None:
        """Forget what was opened."""
        self._store.remove("recent")

    @property
    def image_folders(self) -> list[Path]:
        """Folders of images in projects that were saved here, without links, the newest first."""
        kept = self._store.value("image folders", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(name) for name in names if isinstance(name, str)]

    def add_image_folders(self, images: Iterable[Path]) -> None:
        """Remember where images are: projects of this person may name others there."""
        new = [Path(os.path.realpath(folder)) for folder in dict.fromkeys(image.parent for image in images)]
        folders = list(dict.fromkeys([*new, *self.image_folders]))[:MAX_IMAGE_FOLDERS]
        self._store.setValue("image folders", [str(each) for each in folders])

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self._store.value("theme", "system"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def folder(self) -> str:
        """The folder that file dialogs begin in."""
        return str(self._store.value("folder", ""))

    @folder.setter
    def folder(self, path: Path | str) -> None:
        self._store.setValue("folder", str(path))

    def value(self, name: str, default: object = None) -> object:
        """Return a value that one dialog keeps for itself."""
        return self._store.value(name, default)

    def set_value(self, name: str, value: object) -> None:
        """Keep a value for one dialog."""
        self._store.setValue(name, value)

    def restore_window(self, window: QMainWindow) -> bool:
        """Put a window and its docks where they were; False if that is not known."""
        place, state = self._store.value("place"), self._store.value("state")
        if not isinstance(place, QRect) or not isinstance(state, QByteArray):
            return False
        room = window.screen().availableGeometry()
        size = place.size().boundedTo(room.size())
        left = min(max(place.left(), room.left()), room.right() + 1 - size.width())
        top = min(max(place.top(), room.top()), room.bottom() + 1 - size.height())
        window.move(left, top)  # of the frame: to set the geometry inside would put it lower at each start
        window.resize(size)
        if self._store.value("maximized", 0) in (1, "1"):
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
        return window.restoreState(state, LAYOUT)

    def keep_window(self, window: QMainWindow) -> None:
        """Remember where a window and its docks are."""
        whole = window.isMaximized() or window.isFullScreen()
        frame = window.geometry().topLeft() - window.pos()  # what the desktop draws around
        inside = window.normalGeometry() if whole else window.geometry()
        self._store.setValue("place", QRect(inside.topLeft() - frame, inside.size()))
        self._store.setValue("maximized", int(whole))
        self._store.setValue("state", window.saveState(LAYOUT))

    def restore_look(self, view_state: ViewState) -> None:
        """Show things as they were shown last."""
        for name, (kind, fits) in KEPT_LOOKS.items():
            with contextlib.suppress(ValueError):
                value = kind(str(self._store.value(name, getattr(view_state, name))))
                if fits(value):
                    view_state.set(**{name: value})

    def keep_look(self, view_state: ViewState) -> None:
        """Remember how things are shown."""
        for name in KEPT_LOOKS:
            self._store.setValue(name, getattr(view_state, name))
