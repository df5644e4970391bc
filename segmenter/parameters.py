"""What a user can set: one frozen group for each stage of the pipeline.

Range, default, unit, label and help of a parameter stand here once; the panel, the command line, the presets
and the documentation read them through `specs`. Every `Parameters` that exists is valid.
"""

from __future__ import annotations

import difflib
import math
import numbers
import re
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, asdict, dataclass, field, fields, replace
from typing import Literal, TypeAlias, TypeVar, cast

from segmenter import toml_lines
from segmenter.errors import ParameterError

Value: TypeAlias = int | float | str
T = TypeVar("T")

EXCLUDED = r"(?:(?:[2-9]|[1-5]\d|6[0-4])(?: (?!$)|$))*"
"""Matches numbers from 2 to 64 with a space between, or nothing."""


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
        raise _refusal(name, value, f"must be {self.allowed}")

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


# One parameter reads better in three lines than in ten.
# fmt: off
@dataclass(frozen=True)
class Features(Group):
    """How pixels are described."""

    smoothing: float = declare(0.0, Spec(
        float, 0, 20, unit="px", label="Smoothing",
        help="Standard deviation of the Gaussian applied to the image before pixels are compared"))
    reduction: int | Literal["auto"] = declare("auto", Spec(
        int, 1, 64, auto=True, slider=(1, 16), label="Reduction",
        help="The graph is built on the image reduced by this factor (1: on every pixel), so it sees farther; labels "
             "return to every pixel along the edges of the full image; 'auto' leaves about 100,000 pixels"))


@dataclass(frozen=True)
class Affinity(Group):
    """How alike two pixels are."""

    sigma_intensity: float | Literal["auto"] = declare("auto", Spec(
        float, 1e-6, 1e6, auto=True, unit="CIELAB units", slider=(0.5, 50), scale="log",
        label="Sigma, intensity",
        help="Difference in colour at which two pixels stop being alike; 'auto' measures it in the image"))
    sigma_position: float = declare(4.0, Spec(
        float, 1e-6, 1e6, unit="px", slider=(0.5, 50), scale="log", label="Sigma, position",
        help="Distance at which two pixels stop being alike"))
    radius: int = declare(5, Spec(
        int, 1, 10, unit="px", label="Radius", help="Pairs of pixels up to this distance are compared"))


@dataclass(frozen=True)
class Eigenvectors(Group):
    """What is solved, and how exactly."""

    eigenvectors: int = declare(24, Spec(
        int, 2, 64, label="Eigenvectors", help="How many are solved once, so that k costs no solve"))
    tolerance: float = declare(0.01, Spec(
        float, 1e-6, 1, slider=(1e-4, 0.1), scale="log", label="Tolerance",
        help="Relative error allowed in the sum of the eigenvalues"))
    seed: int = declare(0, Spec(int, 0, 2**31 - 1, label="Seed", help="Start of every random choice"))


@dataclass(frozen=True)
class Labels(Group):
    """How pixels get their labels."""

    method: Literal["tree", "kmeans", "colour"] = declare("tree", Spec(
        str, choices=("tree", "kmeans", "colour"), label="Method",
        help="What the labels are made of: regions merged along the eigenvectors' weakest boundaries (tree), "
             "clusters of the eigenvectors (kmeans), or of the colours alone (colour)"))
    excluded: str = declare("", Spec(
        str, pattern=EXCLUDED, words="numbers from 2 to 64 with spaces between", label="Excluded eigenvectors",
        help="Eigenvectors that labels are made without, such as '3 5'; the first is number 1 and always used"))
    k: int | Literal["auto"] = declare(8, Spec(
        int, 1, 64, auto=True, label="k",
        help="Number of labels; 'auto' takes as many as there are regions between boundaries of the given strength"))
    strength: float = declare(800.0, Spec(
        float, 1e-6, 1e9, slider=(50, 5000), scale="log", label="Boundary strength",
        help="With k 'auto': boundaries of the region tree that are weaker than this are removed"))


    @property
    def left_out(self) -> frozenset[int]:
        """The excluded eigenvectors, counted from 1."""
        return frozenset(map(int, self.excluded.split()))


@dataclass(frozen=True)
class Regions(Group):
    """What happens to the connected pieces of labels."""

    minimum_region: int = declare(50, Spec(
        int, 0, 1_000_000, unit="px", slider=(0, 2000), label="Minimum region",
        help="Regions of fewer pixels are absorbed by their most similar neighbour"))
# fmt: on


@dataclass(frozen=True)
class Parameters:
    """All parameters; field names are unique across groups, so `get` and `replace` need no group."""

    features: Features = field(default_factory=Features)
    affinity: Affinity = field(default_factory=Affinity)
    eigenvectors: Eigenvectors = field(default_factory=Eigenvectors)
    labels: Labels = field(default_factory=Labels)
    regions: Regions = field(default_factory=Regions)

    def __post_init__(self) -> None:
        k, most = self.labels.k, self.eigenvectors.eigenvectors
        if self.labels.method == "kmeans" and k != "auto" and k > most:
            sentence = f"must be at most {most}, the number of eigenvectors; lower k or solve more of them"
            raise ParameterError("k", k, sentence)

    def flat(self) -> dict[str, Value]:
        """Return every value by field name, in the order of the pipeline."""
        return {name: value for group in to_mapping(self).values() for name, value in group.items()}

    def get(self, name: str) -> Value:
        """Return the value of one field; ParameterError for a name that does not exist."""
        spec(name)
        return self.flat()[name]

    def replace(self, /, **changes: object) -> Parameters:
        """Return a copy with some fields changed.

        Parameters
        ----------
        **changes
            New values by field name, such as ``k=5, sigma_intensity=3``; they are checked together.

        Raises
        ------
        ParameterError
            A name does not exist, or a value is not allowed.
        """
        for name, value in changes.items():
            if name not in _GROUP_OF:
                raise _unknown(name, value, _GROUP_OF)
        groups = {}
        for item in fields(self):
            own = {name: value for name, value in changes.items() if _GROUP_OF[name] == item.name}
            groups[item.name] = replace(getattr(self, item.name), **own)
        return Parameters(**groups)


DEFAULTS = Parameters()
_SPECS: tuple[tuple[str, str, Spec, Value], ...] = tuple(
    (group.name, item.name, item.metadata["spec"], cast(Value, item.default))
    for group in fields(DEFAULTS)
    for item in fields(getattr(DEFAULTS, group.name))
)
_GROUP_OF = {name: group for group, name, _, _ in _SPECS}
_SPEC_OF = {name: declared for _, name, declared, _ in _SPECS}


def specs() -> tuple[tuple[str, str, Spec, Value], ...]:
    """Return (group name, field name, Spec, default) of every parameter, in the order of the pipeline."""
    return _SPECS


def spec(name: str) -> Spec:
    """Return the Spec of one field; ParameterError for a name that does not exist."""
    if name not in _SPEC_OF:
        raise ParameterError("parameter", name, f"does not exist{_hint(name, _SPEC_OF)}")
    return _SPEC_OF[name]


def nearest(name: str, among: Iterable[str] = tuple(_GROUP_OF)) -> str | None:
    """Return the known name most like `name` (upper case and hyphens forgiven), None if none is."""
    word = name.strip("-").replace("-", "_").lower()
    return next(iter(difflib.get_close_matches(word, among, n=1, cutoff=0.5)), None)


def parse(name: str, text: str) -> Value:
    """Turn a string of the command line into a value.

    Parameters
    ----------
    name
        Field name, such as ``"sigma_intensity"``.
    text
        What was typed, such as ``"auto"`` or ``"2.5"``.

    Raises
    ------
    ParameterError
        The name does not exist, or the text is not an allowed value.
    """
    declared, value = spec(name), text.strip()
    try:
        return declared.check(name, declared.kind(value))
    except ValueError:  # a word such as auto, nonsense, or a number that check refuses again
        return declared.check(name, value)


def to_mapping(parameters: Parameters) -> dict[str, dict[str, Value]]:
    """Return the values as plain nested dictionaries, group by group, ready for JSON."""
    return asdict(parameters)


def from_mapping(mapping: object, base: Parameters = DEFAULTS) -> Parameters:
    """Build parameters from nested dictionaries, as `to_mapping` returns them.

    Parameters
    ----------
    mapping
        Values by group and field name.
    base
        Where the values of missing keys are taken from.

    Raises
    ------
    ParameterError
        A group or key does not exist, or a value is not allowed.
    """
    return base.replace(**_flatten(mapping, {}))


def to_toml(parameters: Parameters) -> str:
    """Write a preset: a section for each group, the help above each key, floats exact."""
    parts: list[str] = []
    for group, values in to_mapping(parameters).items():
        parts.append(f"[{group}]")
        for name, value in values.items():
            declared = _SPEC_OF[name]
            shown = f'"{value}"' if isinstance(value, str) else repr(value)
            parts += [f"# {declared.help}", f"{name} = {shown}  # {declared.allowed}"]
        parts.append("")
    return "\n".join(parts)


def from_toml(text: str, base: Parameters = DEFAULTS) -> Parameters:
    """Read a preset.

    Parameters
    ----------
    text
        TOML, as `to_toml` writes it; keys and sections may be left out.
    base
        Where the values of missing keys are taken from.

    Raises
    ------
    ParameterError
        Not TOML, an unknown section or key, or a value that is not allowed; with the line where it is known.
    """
    text = text.replace("\r\n", "\n")
    lines = toml_lines.key_lines(text)
    changes = _flatten(toml_lines.load(text), lines)
    try:
        return base.replace(**changes)
    except ParameterError as error:
        # k may be refused because of another key, when the text itself sets no k
        paths = (f"{_GROUP_OF[error.key]}.{error.key}", "eigenvectors.eigenvectors", "labels.method")
        line = next((lines[path] for path in paths if path in lines), None)
        raise _refusal(error.key, error.value, error.expected, line) from None


def _flatten(mapping: object, lines: Mapping[str, int]) -> dict[str, object]:
    """Values by field name; every group and key is known, the values are not yet checked."""
    if not isinstance(mapping, Mapping):
        raise _refusal("parameters", mapping, "must be a table of groups")
    known = set(_GROUP_OF.values())
    flat: dict[str, object] = {}
    for group, values in mapping.items():
        if group not in known:
            raise _unknown(group, values, known, lines.get(str(group)))
        if not isinstance(values, Mapping):
            raise _refusal(group, values, "must be a table of parameters", lines.get(group))
        for name, value in values.items():
            if _GROUP_OF.get(name) != group:
                raise _unknown(name, value, _GROUP_OF, lines.get(f"{group}.{name}", lines.get(group)))
            flat[name] = value
    return flat


def _unknown(name: object, value: object, known: Iterable[str], line: int | None = None) -> ParameterError:
    """Refuse a name: say where it belongs, or which one may have been meant."""
    text = str(name)
    if text in _GROUP_OF:
        return _refusal(text, value, f"belongs in the section [{_GROUP_OF[text]}]", line)
    return _refusal(text, value, f"is not a known name{_hint(text, known)}", line)


def _hint(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that suggests the nearest known name, if there is one."""
    guess = nearest(name, known)
    return f"; did you mean {guess}?" if guess else ""


def _refusal(key: str, value: object, expected: str, line: int | None = None) -> ParameterError:
    """Return the error to raise, even for values that repr refuses: huge integers, very deep tables."""
    try:
        return ParameterError(key, value, expected, line)
    except (ValueError, RecursionError):
        return ParameterError(key, type(value).__name__, expected, line)
