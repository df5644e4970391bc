"""Labels of a project as files beside it, named after their content: what has not changed is not written again."""

from __future__ import annotations

import contextlib
import shutil
import zipfile
from typing import TYPE_CHECKING

import numpy as np

from segmenter.document.compressed_labels import KINDS
from segmenter.errors import ContentError, ExportError
from segmenter.files import atomic, bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from segmenter.document.compressed_labels import CompressedLabels

MARGIN = 1_000_000
"""Bytes that zlib may add to what it cannot compress, and more."""


def folder_of(project: Path) -> Path:
    """Return the folder of the labels that lie beside a project."""
    return project.with_suffix(".labels")


def write(project: Path, labels: Iterable[CompressedLabels]) -> frozenset[str]:
    """Write what is not there yet; return what will not be needed once the project itself is written.

    Raises
    ------
    ExportError
        The disk is full, …
    """
    folder = folder_of(project)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        there = {file.name for file in folder.iterdir()}
    except OSError as error:
        raise ExportError(f"{folder} could not be written: {error.strerror or error}.") from error
    wanted = {_name(each.sha256, each.kind): each.content for each in labels}
    for name, content in wanted.items():
        if name not in there:
            _write(folder / name, content)
    return frozenset(there - wanted.keys())


def forget(project: Path, names: Iterable[str]) -> None:
    """Remove what is not needed any more."""
    for name in names:
        with contextlib.suppress(OSError):
            (folder_of(project) / name).unlink()


def remove(project: Path) -> None:
    """Remove all labels beside a project."""
    shutil.rmtree(folder_of(project), ignore_errors=True)


class Source:
    """Where labels of a project are read: members of its archive, or files beside it."""

    def __init__(self, archive: zipfile.ZipFile, project: Path | None) -> None:
        self._archive, self._project = archive, project
        self._read: dict[str, bytes] = {}

    def content(self, member: str, sha256: str, kind: str, shape: tuple[int, int]) -> bytes:
        """Return packed labels; ContentError where there are none of the kind and size that is read.

        Members are stored as they are, and each entry has one of its own: together they are no larger than the file.
        """
        if member in self._archive.NameToInfo:
            if self._archive.getinfo(member).compress_type != zipfile.ZIP_STORED:
                raise ContentError("its labels are of a kind or size that is not read.")
            with damage():
                return self._archive.read(member)
        name = _name(sha256, kind)
        if self._project is not None and name not in self._read:
            most = shape[0] * shape[1] * np.dtype(KINDS[kind]).itemsize + MARGIN
            with contextlib.suppress(OSError):
                self._read[name] = bounded.read(folder_of(self._project) / name, most)
        if name not in self._read:
            raise ContentError("labels are missing in it.")
        return self._read[name]


@contextlib.contextmanager
def damage() -> Iterator[None]:
    """Take whatever zipfile and json raise for damaged bytes; a mistake of ours, elsewhere, is none of the file's."""
    try:
        yield
    except (ContentError, OSError, MemoryError):
        raise
    except Exception as error:
        raise ContentError("it is damaged, cut short, or no project.") from error


def _name(sha256: str, kind: str) -> str:
    return f"{sha256}.{kind}"


def _write(path: Path, content: bytes) -> None:
    atomic.write(path, lambda file: file.write(content))
