"""How things are shown and which tool is in the hand: nothing that changes a result, so nothing to undo."""

from __future__ import annotations

from typing import Any, Final, Generic, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

Mode = Literal["fill", "contour", "both"]
Tool = Literal["object", "select", "pan", "brush", "eraser", "class brush", "lasso", "polygon", "measure"]
View = Literal["segments", "boundaries", "similarity", "margin", "eigenvector", "false colours"]

MODES: Final[tuple[Mode, ...]] = ("fill", "contour", "both")
BRUSHES: Final[tuple[Tool, ...]] = ("brush", "eraser", "class brush")
"""The tools that have a size."""

LARGEST_BRUSH = 500

T = TypeVar("T")


class Kept(Generic[T]):
    """A property of a `ViewState`, to be changed by `set` alone."""

    def __init__(self, default: T) -> None:
        self.default = default

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, holder: ViewState, _owner: type) -> T:
        value: T = holder.values[self._name]
        return value


class ViewState(QObject):
    """What the canvas, its bar and the docks agree on."""

    changed = Signal(str)
    """The name of what is different: one of the properties below."""

    mode = Kept[Mode]("both")
    """How segments are drawn."""
    opacity = Kept(0.5)
    """Of the fill and of the maps, 0…1."""
    visible = Kept(True)
    """Whether anything lies over the image."""
    by_class = Kept(False)
    """Whether segments have the colour of their class."""
    new_class = Kept(0)
    """The number of the class that segments get which are painted; 0 is none."""
    last_class = Kept(0)
    """The number of the class that a key gave last to a selection; 0 is none."""
    scale_bar = Kept(False)
    """Whether a bar tells how large things are."""
    compare = Kept(False)
    """Whether the image is alone to the left of a line that can be drawn aside."""
    minimap = Kept(True)
    """Whether the whole image is shown in a corner while little of it is seen."""
    names = Kept(False)
    """Whether segments have their names or numbers written on them."""
    safe_colours = Kept(False)
    """Whether segments have colours that people tell apart who see fewer of them."""
    view = Kept[View]("segments")
    """What lies over the image."""
    vectors = Kept[tuple[int, ...]]((1,))
    """The eigenvector that is looked at, or the three shown as red, green and blue; counted from 0."""
    tool = Kept[Tool]("select")
    """What the left mouse button does."""
    brush = Kept(20)
    """Diameter of the brushes and the eraser, pixels of the image."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        kept = {name: each for name, each in vars(ViewState).items() if isinstance(each, Kept)}
        self.values: dict[str, Any] = {name: each.default for name, each in kept.items()}

    @property
    def shows_classes(self) -> bool:
        """Whether classes are to be seen: by the colours of segments, or for a tool in the hand that gives them."""
        return self.by_class or self.tool == "class brush"

    def set(self, **values: object) -> None:
        """Change some properties, and tell of those that differ."""
        for name, value in values.items():
            if self.values[name] != value:
                self.values[name] = value
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
