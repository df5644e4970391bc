"""Where resources/ is: in a checkout, an editable install and a wheel."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file or folder below resources/, such as `presets/default.toml`."""
    inside = Path(__file__).parent / "resources"  # installed; looked for first: the sibling may be somebody else's
    return (inside if inside.is_dir() else Path(__file__).parents[1] / "resources") / name


def presets() -> dict[Path, str]:
    """Return the presets that come with the program and their titles, the default first.

    A title is what the file's first comment says before a colon, or else the file's name.
    """
    paths = sorted(resource("presets").glob("*.toml"), key=lambda path: (path.stem != "default", path.stem))
    return {path: _title(path) for path in paths}


def _title(path: Path) -> str:
    first = path.read_text("utf-8").partition("\n")[0]
    said, colon, _ = first.removeprefix("# ").partition(": ")
    return said if first.startswith("# ") and colon else path.stem.replace("_", " ").capitalize()
