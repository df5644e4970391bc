"""Where a value lies on a slider, and which value lies where: linear or logarithmic, whole numbers or not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.parameters import Spec

FINE = 1000
"""Positions of a slider whose values are not counted one by one."""

MAX_COUNTED = 2000
"""Whole numbers up to which each one is a position."""

LONGEST = 1_000_000
"""The span of a linear scale beyond which a slider is of no use: a pixel of it would be thousands."""


@dataclass(frozen=True)
class Scale:
    """The span of a slider."""

    low: float
    high: float
    whole: bool = False
    logarithmic: bool = False

    @property
    def positions(self) -> int:
        """The position of the highest value; that of the lowest is 0."""
        counted = self.whole and not self.logarithmic and self.high - self.low <= MAX_COUNTED
        return int(self.high - self.low) if counted else FINE

    @property
    def useful(self) -> bool:
        """Whether a hand can choose anything on it."""
        return self.logarithmic or self.high - self.low <= LONGEST

    def position(self, value: float) -> int:
        """Return where a value lies; at the nearer end if it is outside."""
        inside = min(max(value, self.low), self.high)
        if self.logarithmic:
            part = math.log(inside / self.low) / math.log(self.high / self.low)
        else:
            part = (inside - self.low) / (self.high - self.low)
        return round(part * self.positions)

    def value(self, position: int) -> float:
        """Return what lies at a position, as a number that is easily read."""
        part = position / self.positions
        if self.logarithmic:
            value = self.low * (self.high / self.low) ** part
        else:
            value = self.low + part * (self.high - self.low)
        digits = 3 if self.logarithmic else 4  # or some positions of a linear scale have one value
        return round(value) if self.whole else float(f"{value:.{digits}g}")

    def stepped(self, value: float, steps: int, *, fine: bool = False) -> float:
        """Return the value that some small steps lead to, or some of a tenth of them; it may leave the span."""
        if self.logarithmic:
            return float(f"{value * (1.01 if fine else 1.1) ** steps:.{4 if fine else 3}g}")
        size = (self.high - self.low) / (1000 if fine else 100)
        if self.whole:
            return round(value) + steps * max(1, round(size))
        return float(f"{value + steps * float(f'{size:.1g}'):.9g}")


def scale(spec: Spec) -> Scale:
    """Return the scale of a parameter."""
    low, high = spec.slider or (spec.low, spec.high)
    return Scale(low, high, spec.kind is int, spec.scale == "log")


def written(value: float) -> str:
    """Return a number as it is read: short, and never with an exponent where digits do."""
    if value == round(value) and abs(value) < 1e7:
        return str(round(value))
    return f"{value:.0f}" if 1e4 <= abs(value) < 1e7 else f"{value:.4g}"
