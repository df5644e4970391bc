"""The parameters: one frozen group for each stage of the pipeline. Every `Parameters` that exists is valid."""

from __future__ import annotations

import difflib
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Literal, cast

from segmenter.errors import ParameterError
from segmenter.parameters.declaration import Group, Spec, Value, declare, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

EXCLUDED = r"(?:(?:[2-9]|[1-5]\d|6[0-4])(?: (?!$)|$))*"
"""Matches numbers from 2 to 64 with a space between, or nothing."""


# One parameter reads better in three lines than in ten.
# fmt: off
@dataclass(frozen=True)
class Features(Group):
    """How pixels are described."""

    smoothing: float = declare(0.0, Spec(
        float, 0, 20, unit="px", label="Smoothing",
        help="Standard deviation of the Gaussian applied to the image before pixels are compared"))
    uneven_light: float = declare(0.0, Spec(
        float, 0, 100, unit="%", slider=(0, 30), label="Uneven light",
        help="Slow changes of brightness, over more than this part of the image's diagonal, are evened out before "
             "pixels are compared; 0 leaves them"))
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

    method: Literal["auto", "tree", "kmeans", "colour", "objects"] = declare("auto", Spec(
        str, choices=("auto", "tree", "kmeans", "colour", "objects"), label="Method",
        help="What the labels are made of: regions merged along the eigenvectors' weakest boundaries (tree), "
             "clusters of the eigenvectors (kmeans), or of the colours alone (colour); or many small objects on a "
             "ground, which is background (objects); 'auto' takes objects where it recognises them, else the tree"))
    excluded: str = declare("", Spec(
        str, pattern=EXCLUDED, words="numbers from 2 to 64 with spaces between", label="Excluded eigenvectors",
        help="Eigenvectors that labels are made without, such as '3 5'; the first is number 1 and always used"))
    k: int | Literal["auto"] = declare("auto", Spec(
        int, 1, 64, auto=True, label="k",
        help="Number of labels; 'auto' takes as many as there are regions between boundaries of the given strength"))
    strength: float | Literal["auto"] = declare("auto", Spec(
        float, 1e-6, 1e9, auto=True, slider=(50, 5000), scale="log", label="Boundary strength",
        help="With k 'auto': boundaries of the region tree that are weaker than this are removed; 'auto' looks for a "
             "clear step near 800 that leaves 30 labels at most"))


    @property
    def left_out(self) -> frozenset[int]:
        """The excluded eigenvectors, counted from 1."""
        return frozenset(map(int, self.excluded.split()))


@dataclass(frozen=True)
class Objects(Group):
    """What counts as an object on a ground, with the method objects."""

    polarity: Literal["auto", "bright", "dark"] = declare("auto", Spec(
        str, choices=("auto", "bright", "dark"), label="Polarity",
        help="Whether objects are brighter or darker than the ground; 'auto' finds it out"))
    threshold: float = declare(1.0, Spec(
        float, 0.1, 10, slider=(0.2, 5), scale="log", label="Threshold",
        help="How clearly objects stand out of the ground, relative to what is found by itself; lower finds fainter "
             "ones"))
    outline: float | Literal["auto"] = declare("auto", Spec(
        float, 0.05, 0.95, auto=True, label="Outline",
        help="Where outlines lie between the ground (0) and an object's own height (1); 'auto' follows how far "
             "objects stand out, and their polarity"))
    split: float = declare(0.7, Spec(
        float, 0, 1, label="Split",
        help="Touching objects are parted where the neck between them is narrower or dimmer than this part of the "
             "smaller one; 0 parts nothing"))
    smallest_diameter: float = declare(0.0, Spec(
        float, 0, 10_000, unit="px", slider=(0, 200), label="Smallest diameter",
        help="Smaller objects are left out; 0 follows the size of the others"))
    largest_diameter: float = declare(0.0, Spec(
        float, 0, 100_000, unit="px", slider=(0, 500), label="Largest diameter",
        help="Larger objects are left out; 0 is no limit"))
    border: Literal["keep", "exclude"] = declare("keep", Spec(
        str, choices=("keep", "exclude"), label="At the border",
        help="Whether objects that touch the border of the image are kept or left out"))


@dataclass(frozen=True)
class Regions(Group):
    """What happens to the connected pieces of labels."""

    minimum_region: int = declare(50, Spec(
        int, 0, 1_000_000, unit="px", slider=(0, 2000), label="Minimum region",
        help="Regions of fewer pixels are absorbed by a neighbour"))
# fmt: on


@dataclass(frozen=True)
class Parameters:
    """All parameters; field names are unique across groups, so `get` and `replace` need no group."""

    features: Features = field(default_factory=Features)
    affinity: Affinity = field(default_factory=Affinity)
    eigenvectors: Eigenvectors = field(default_factory=Eigenvectors)
    labels: Labels = field(default_factory=Labels)
    objects: Objects = field(default_factory=Objects)
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
        value: Value = getattr(getattr(self, GROUP_OF[name]), name)
        return value

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
            if name not in GROUP_OF:
                raise unknown(name, value, GROUP_OF)
        groups = {}
        for item in fields(self):
            own = {name: value for name, value in changes.items() if GROUP_OF[name] == item.name}
            groups[item.name] = replace(getattr(self, item.name), **own)
        return Parameters(**groups)


DEFAULTS = Parameters()
_SPECS: tuple[tuple[str, str, Spec, Value], ...] = tuple(
    (group.name, item.name, item.metadata["spec"], cast("Value", item.default))
    for group in fields(DEFAULTS)
    for item in fields(getattr(DEFAULTS, group.name))
)
GROUP_OF = {name: group for group, name, _, _ in _SPECS}
SPEC_OF = {name: declared for _, name, declared, _ in _SPECS}
EARLIER = DEFAULTS.replace(method="tree", k=8, strength=800.0)
"""What recipes and projects mean that do not name these: the defaults when they were written."""


def specs() -> tuple[tuple[str, str, Spec, Value], ...]:
    """Return (group name, field name, Spec, default) of every parameter, in the order of the pipeline."""
    return _SPECS


def spec(name: str) -> Spec:
    """Return the Spec of one field; ParameterError for a name that does not exist."""
    if name not in SPEC_OF:
        raise ParameterError("parameter", name, f"does not exist{_hint(name, SPEC_OF)}")
    return SPEC_OF[name]


def nearest(name: str, among: Iterable[str] = tuple(GROUP_OF)) -> str | None:
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


def unknown(name: object, value: object, known: Iterable[str], line: int | None = None) -> ParameterError:
    """Refuse a name: say where it belongs, or which one may have been meant."""
    text = str(name)
    if text in GROUP_OF:
        return refusal(text, value, f"belongs in the section [{GROUP_OF[text]}]", line)
    return refusal(text, value, f"is not a known name{_hint(text, known)}", line)


def _hint(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that suggests the nearest known name, if there is one."""
    guess = nearest(name, known)
    return f"; did you mean {guess}?" if guess else ""
