"""Where resources/ is: in a checkout, an editable install and a wheel."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file or folder below resources/, such as `presets/default.toml`."""
    inside = Path(__file__).parent / "resources"  # installed; looked for first: the sibling may be somebody else's
    return (inside if inside.is_dir() else Path(__file__).parents[1] / "resources") / name
