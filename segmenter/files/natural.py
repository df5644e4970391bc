"""The order of names in which people count: `a2` before `a10`."""

from __future__ import annotations

import re


def natural(name: str) -> tuple[tuple[str | int, ...], str]:
    """Return what sorts names so."""
    parts: list[str | int] = list(re.split(r"([0-9]+)", name.casefold()))
    parts[1::2] = map(int, parts[1::2])
    return tuple(parts), name
