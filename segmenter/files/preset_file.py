"""Files of parameters that a person has made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.errors import ContentError
from segmenter.files import bounded
from segmenter.parameters import Parameters, from_toml

if TYPE_CHECKING:
    from pathlib import Path

MAX_PRESET = 1_000_000
"""Bytes of a file that may be a preset."""


def read(path: Path) -> Parameters:
    """Return the parameters that a file holds; ContentError or ParameterError if it cannot be used."""
    try:
        return from_toml(bounded.read(path, MAX_PRESET).decode())
    except UnicodeDecodeError as error:
        raise ContentError(f"{path.name} is not a preset.") from error
    except OSError as error:
        raise ContentError(f"{path.name} could not be read: {error.strerror or error}.") from error
