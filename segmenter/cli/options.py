"""What commands that segment images have in common: parameters and formats, from the words of the command line."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from segmenter.assets import resource
from segmenter.cli import UsageError
from segmenter.core.image import PixelSize
from segmenter.errors import ParameterError
from segmenter.files import bounded
from segmenter.files.formats import DEFAULT, MODULES, in_order
from segmenter.files.formats.format import Options
from segmenter.parameters import Parameters, from_toml, nearest, parse, specs

if TYPE_CHECKING:
    from argparse import Namespace

MAX_PRESET = 1_000_000  # bytes


def chosen_parameters(arguments: Namespace) -> Parameters:
    """Return the preset, with what was given as options on top."""
    preset = _preset(arguments.preset) if arguments.preset else Parameters()
    given = {name: getattr(arguments, name) for _, name, _, _ in specs()}
    changes = {name: parse(name, text) for name, text in given.items() if text is not None}
    return preset.replace(**changes)


def _preset(wanted: str) -> Parameters:
    """Read a preset that comes with the program, or a file."""
    path = resource("presets") / f"{wanted}.toml"
    if not path.is_file():
        path = Path(wanted)
    try:
        return from_toml(bounded.read(path, MAX_PRESET).decode())
    except FileNotFoundError:
        guess = nearest(wanted, _preset_names())
        hint = f"did you mean {guess}?" if guess else f"these come with the program: {', '.join(_preset_names())}."
        raise UsageError(f"there is no preset or file {wanted}; {hint}") from None
    except OSError as error:
        raise UsageError(f"the preset {wanted} could not be read: {error.strerror or error}.") from error
    except UnicodeDecodeError:
        raise UsageError(f"the preset {wanted} is not text.") from None
    except ParameterError as error:
        raise UsageError(f"the preset {wanted} cannot be used: {error}.") from error


def _preset_names() -> list[str]:
    """Return the names of the presets that come with the program."""
    return sorted(path.stem for path in resource("presets").glob("*.toml"))


def chosen_options(arguments: Namespace) -> Options:
    """Return what was chosen of the files that are written."""
    size = None if arguments.pixel_size is None else _pixel_size(arguments.pixel_size)
    return Options(arguments.tiff_bits, arguments.captions, arguments.simplify, size)


def _pixel_size(text: str) -> PixelSize:
    """Return a size of a pixel: a number and a unit."""
    found = re.fullmatch(r"([0-9.]+(?:[eE]-?[0-9]+)?)\s*([^\W\d_]{1,10})", text)
    try:
        size = float(found[1]) if found else 0.0
    except ValueError:
        size = 0.0
    if found is None or not 0 < size < math.inf:
        raise UsageError(f"--pixel-size: {text} is no size with a unit, such as 0.65um.")
    unit = {"um": "µm", "\u03bcm": "µm"}.get(found[2], found[2])
    return PixelSize(size, size, unit)


def chosen_exports(text: str | None) -> tuple[str, ...]:
    """Return the formats that were asked for, in the order in which they are written."""
    if text is None:
        return DEFAULT
    names = {name.strip() for name in text.split(",") if name.strip()}
    for name in sorted(names - MODULES.keys()):
        guess = nearest(name, MODULES)
        hint = f"did you mean {guess}?" if guess else f"there are {', '.join(MODULES)}."
        raise UsageError(f"--export: there is no format {name}; {hint}")
    if not names:
        raise UsageError(f"--export: name one or more of {', '.join(MODULES)}.")
    return in_order(names)
