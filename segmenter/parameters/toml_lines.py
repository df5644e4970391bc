"""TOML, and the lines that its keys stand on: what a person who mistyped one wants to know."""

from __future__ import annotations

import re
import tomllib

from segmenter.errors import ParameterError


def load(text: str) -> dict[str, object]:
    """Parse TOML; whatever tomllib raises becomes a ParameterError that shows the line."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
        rows = text.split("\n")
        line = int(place[1] or len(rows)) if place else None
        reason = str(error)[: place.start()] if place else "a value is too long or too deeply nested"
        shown = rows[line - 1] if line else ""
        raise ParameterError("preset", shown, f"is not TOML: {reason}", line) from None


def key_lines(text: str) -> dict[str, int]:
    """Map `section` and `section.key` to the line where each is first set; tomllib does not tell."""
    lines: dict[str, int] = {}
    section: list[str] = []
    for number, row in enumerate(text.split("\n"), start=1):
        head, equals, rest = row.strip().partition("=")
        paths = []
        if row.strip().startswith("["):
            section = _path(row.strip().lstrip("[").partition("]")[0])
            paths = [section]
        elif equals and not head.startswith("#"):
            key = section + _path(head)
            inline = re.findall(r"[{,]\s*([\w\"'.-]+)\s*=", rest)  # labels = {k = 3}
            paths = [key, *(key + _path(inner) for inner in inline)]
        for path in paths:
            lines.setdefault(path[0], number)
            lines.setdefault(".".join(path[:2]), number)
    return lines


def _path(dotted: str) -> list[str]:
    """Split a dotted TOML key, quotes removed."""
    return [part.strip(" \t\"'") for part in dotted.split(".")]
