"""What is known of a parameter: kind, range, unit, label, help; and a group of such parameters."""

from __future__ import annotations

import math
import numbers
import re
from dataclasses import KW_ONLY, dataclass, field, fields
from typing import Literal, TypeAlias, TypeVar

from segmenter.errors import ParameterError

Value: TypeAlias = int | float | str
T = TypeVar("T")


@dataclass(frozen=True)
class Spec:
    """What is known of one parameter besides its name and default."""

    kind: type[int] | type[float] | type[str]
    low: float = -math.inf
    high: float = math.inf
    _: KW_ONLY
    label: str
    help: str
    unit: str = ""
    slider: tuple[float, float] | None = None  # what a slider spans, where low to high is too much
    choices: tuple[str, ...] = ()
    pattern: str = ""  # of a text that is not one of a few words; `words` says what it matches
    words: str = ""
    auto: bool = False  # the word "auto" is allowed beside numbers
    scale: Literal["linear", "log"] = "linear"

    @property
    def allowed(self) -> str:
        """The allowed values in words, such as `a whole number from 1 to 64`."""
        if self.kind is str:
            return self.words or " or ".join(map(repr, self.choices))
        whole, shape = ("whole ", ",") if self.kind is int else ("", "g")
        auto = "'auto' or " if self.auto else ""
        unit = f" ({self.unit})" if self.unit else ""
        return f"{auto}a {whole}number from {self.low:{shape}} to {self.high:{shape}}{unit}"

    def check(self, name: str, value: object) -> Value:
        """Return `value` as a plain int, float or str, or raise ParameterError."""
        if isinstance(value, str):
            words = (*self.choices, "auto") if self.auto else self.choices
            if value in words:
                return words[words.index(value)]
            if self.pattern and re.fullmatch(self.pattern, value):
                return str(value)
        elif self.kind is not str and isinstance(value, numbers.Real) and not isinstance(value, bool):
            number = self._number(value)
            if number is not None and self.low <= number <= self.high:
                return number
        raise refusal(name, value, f"must be {self.allowed}")

    def _number(self, value: numbers.Real) -> int | float | None:
        """Convert to the kind of this parameter, None where that would lose something."""
        if self.kind is int:
            return int(value) if isinstance(value, numbers.Integral) else None
        try:
            return float(value) + 0.0  # -0.0 becomes 0.0: equal parameters are written alike
        except OverflowError:
            return None


def declare(default: T, spec: Spec) -> T:
    """Return a dataclass field that carries its Spec."""
    return field(default=default, metadata={"spec": spec})


@dataclass(frozen=True)
class Group:
    """The parameters of one stage, checked and converted to plain Python values."""

    def __post_init__(self) -> None:
        for item in fields(self):
            spec: Spec = item.metadata["spec"]
            object.__setattr__(self, item.name, spec.check(item.name, getattr(self, item.name)))


def refusal(key: str, value: object, expected: str, line: int | None = None) -> ParameterError:
    """Return the error to raise, even for values that repr refuses: huge integers, very deep tables."""
    try:
        return ParameterError(key, value, expected, line)
    except (ValueError, RecursionError):
        return ParameterError(key, type(value).__name__, expected, line)
