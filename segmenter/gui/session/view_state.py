"""How things are shown and which tool is in the hand: nothing that changes a result, so nothing to undo."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QObject, Signal

Mode = Literal["fill", "contour", "both"]
Tool = Literal["object", "select", "pan", "brush", "eraser", "class brush", "lasso", "polygon", "measure"]
View = Literal["segments", "boundaries", "similarity", "margin", "eigenvector", "false colours"]

MODES: Final[tuple[Mode, ...]] = ("fill", "contour", "both")
BRUSHES: Final[tuple[Tool, ...]] = ("brush", "eraser", "class brush")
"""The tools that have a size."""

LARGEST_BRUSH = 500


class ViewState(QObject):
    """What the canvas, its bar and the docks agree on."""

    changed = Signal(str)
    """The name of what is different: one of the properties below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, object] = {
            "mode": "both",
            "opacity": 0.5,
            "visible": True,
            "by_class": False,
            "new_class": 0,
            "last_class": 0,
            "scale_bar": False,
            "compare": False,
            "minimap": True,
            "names": False,
            "safe_colours": False,
            "view": "segments",
            "vectors": (1,),
            "tool": "select",
            "brush": 20,
        }

    def set(self, **values: object) -> None:
        """Change some properties, and tell of those that differ."""
        for name, value in values.items():
            if self._values[name] != value:
                self._values[name] = value
                self.changed.emit(name)

    def cycle_mode(self) -> None:
        """Go from fill to contour to both."""
        self.set(mode=MODES[(MODES.index(self.mode) + 1) % len(MODES)], visible=True)

    def resize_brush(self, steps: int) -> None:
        """Make brush and eraser larger, or smaller for negative steps, by about an eighth a step."""
        size = self.brush
        for _ in range(abs(steps)):
            size = max(size + 1, round(size * 1.125)) if steps > 0 else min(size - 1, round(size / 1.125))
        self.set(brush=min(max(size, 1), LARGEST_BRUSH))

    @property
    def mode(self) -> Mode:
        """How segments are drawn."""
        return self._values["mode"]  # type: ignore[return-value]

    @property
    def by_class(self) -> bool:
        """Whether segments have the colour of their class."""
        return self._values["by_class"]  # type: ignore[return-value]

    @property
    def shows_classes(self) -> bool:
        """The same, or a tool is in the hand that gives classes, and is to be seen to."""
        return self.by_class or self.tool == "class brush"

    @property
    def new_class(self) -> int:
        """The number of the class that segments get which are painted; 0 is none."""
        return self._values["new_class"]  # type: ignore[return-value]

    @property
    def last_class(self) -> int:
        """The number of the class that a key gave last to a selection; 0 is none."""
        return self._values["last_class"]  # type: ignore[return-value]

    @property
    def scale_bar(self) -> bool:
        """Whether a bar tells how large things are."""
        return self._values["scale_bar"]  # type: ignore[return-value]

    @property
    def compare(self) -> bool:
        """Whether the image is alone to the left of a line that can be drawn aside."""
        return self._values["compare"]  # type: ignore[return-value]

    @property
    def minimap(self) -> bool:
        """Whether the whole image is shown in a corner while little of it is seen."""
        return self._values["minimap"]  # type: ignore[return-value]

    @property
    def names(self) -> bool:
        """Whether segments have their names or numbers written on them."""
        return self._values["names"]  # type: ignore[return-value]

    @property
    def safe_colours(self) -> bool:
        """Whether segments have colours that people tell apart who see fewer of them."""
        return self._values["safe_colours"]  # type: ignore[return-value]

    @property
    def opacity(self) -> float:
        """Of the fill and of the maps, 0…1."""
        return self._values["opacity"]  # type: ignore[return-value]

    @property
    def visible(self) -> bool:
        """Whether anything lies over the image."""
        return self._values["visible"]  # type: ignore[return-value]

    @property
    def view(self) -> View:
        """What lies over the image."""
        return self._values["view"]  # type: ignore[return-value]

    @property
    def vectors(self) -> tuple[int, ...]:
        """The eigenvector that is looked at, or the three shown as red, green and blue; counted from 0."""
        return self._values["vectors"]  # type: ignore[return-value]

    @property
    def tool(self) -> Tool:
        """What the left mouse button does."""
        return self._values["tool"]  # type: ignore[return-value]

    @property
    def brush(self) -> int:
        """Diameter of the brushes and the eraser, pixels of the image."""
        return self._values["brush"]  # type: ignore[return-value]
