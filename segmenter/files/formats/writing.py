"""Write all files of a result, or none of them: what the window and every command write goes through here."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from segmenter.errors import ExportError
from segmenter.files import atomic, recipe_file
from segmenter.files.formats import named
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from segmenter.files.formats.format import Result
    from segmenter.progress import ProgressCallback


def write(result: Result, folder: Path, stem: str, progress: ProgressCallback = ignore) -> tuple[Path, ...]:
    """Write all formats of a result, or none; return the files, in the order in which they were written.

    All are written under hidden names before the first older file is replaced. An older recipe goes before, and a new
    one comes last, so that where a recipe is, the files it speaks of are whole, even after a power cut. Edited labels
    that are written without a recipe leave the older one there, and it says from then on that somebody edited them: a
    batch must not take them for its own.

    Raises
    ------
    ExportError
        One of them could not be written.
    """
    hidden = atomic.hidden()
    files: dict[Path, Path] = {}
    try:
        for number, kind in enumerate(map(named, result.exports)):
            progress("writing", number / len(result.exports))
            suffix = kind.suffix(result)
            files[folder / f"{hidden}{suffix}"] = folder / f"{stem}{suffix}"
            kind.write(folder / f"{hidden}{suffix}", result)
        older = folder / f"{stem}{named('recipe').suffix(result)}"
        if result.edited and older not in files.values() and recipe_file.mark_edited(older):
            _rename(files)
        else:
            _replace(files, older)
    except ExportError as error:
        raise ExportError(str(error).replace(hidden, stem)) from error
    except OSError as error:
        path = error.filename2 if hidden in str(error.filename) else error.filename
        raise ExportError(f"{path} could not be written: {error.strerror}.") from error
    finally:
        for written in files:
            with contextlib.suppress(OSError):
                written.unlink(missing_ok=True)
    return tuple(files.values())


def _replace(files: Mapping[Path, Path], older: Path) -> None:
    """Give files their final names; the older recipe comes back if not even the first could be replaced."""
    aside = older.with_name(f"{atomic.hidden()}.tmp")
    with contextlib.suppress(FileNotFoundError):
        older.replace(aside)
    try:
        _rename(files)
    finally:
        replaced = not all(written.exists() for written in files)
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True) if replaced else aside.replace(older)


def _rename(files: Mapping[Path, Path]) -> None:
    """Give files their final names."""
    for written, final in files.items():
        atomic.rename(written, final)
