"""What was chosen to be opened as images: files with their pages, a folder, a project."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from segmenter.batch.folder import find
from segmenter.document.locating import within_reach
from segmenter.document.project import Entry
from segmenter.document.project_file import SUFFIX, load
from segmenter.errors import ImageError, ProjectError, UnreadableImage
from segmenter.files.natural import natural
from segmenter.files.reading import count_pages
from segmenter.gui.project.relinking import relinked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from segmenter.core.classes import SegmentClass
    from segmenter.document.recovery import Leftover
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True)
class Listing:
    """Images that come into the list.

    Attributes
    ----------
    entries : tuple of Entry
    current : int
        Which of them is shown, from 0.
    replaces : bool
        They take the place of those that are there.
    path : Path or None
        The project file they are of.
    leftover : Leftover or None
        The journal they were recovered from.
    chosen : tuple of Path
        What a person chose to be opened.
    classes : tuple of SegmentClass
        Those of the project.
    unsaved : frozenset of int, or None
        Which of them have work that is in no project file; None if nobody knows.
    relinked : dict of Path to Path
        Where files of the list are now that were missing: they are among those that were chosen.
    """

    entries: tuple[Entry, ...]
    current: int = 0
    replaces: bool = False
    path: Path | None = None
    leftover: Leftover | None = None
    chosen: tuple[Path, ...] = ()
    classes: tuple[SegmentClass, ...] = ()
    unsaved: frozenset[int] | None = None
    relinked: Mapping[Path, Path] = field(default_factory=dict)


def replaces(paths: Sequence[Path]) -> bool:
    """Tell whether what is chosen is a whole of its own: one folder or one project."""
    return len(paths) == 1 and (_is_project(paths[0]) or os.path.isdir(paths[0]))  # noqa: PTH112 - Path.is_dir raises


def listed(
    paths: Sequence[Path], known: Sequence[Entry], folders: Collection[Path], progress: ProgressCallback
) -> Listing:
    """Return the images of files and folders, in natural order, or of a project; every page is one.

    A file with the content of a known entry whose own file is missing is that entry's. What a project names outside its
    own folder and those given is not looked at.

    Raises
    ------
    SegmenterError
        A project is damaged, or one of several files; a folder cannot be looked into, or has no images.
    """
    projects = [path for path in paths if _is_project(path)]
    if projects and len(paths) > 1:
        raise ProjectError("A project is opened by itself, not together with other files.")
    if projects:
        project = load(projects[0], progress)
        home = Path(os.path.realpath(projects[0].parent))
        return Listing(
            tuple(within_reach(entry, home, folders) for entry in project.entries),
            project.current,
            replaces=True,
            path=projects[0],
            chosen=tuple(paths),
            classes=project.classes,
        )
    images = list(_images(paths))
    if not images:
        raise UnreadableImage(f"There are no images in “{paths[0].name}”.")
    entries = []
    for number, image in enumerate(images):
        progress("reading", number / len(images))
        entries += [Entry(image, page) for page in range(_pages(image))]
    whole = replaces(paths)
    moved = {} if whole else {old: image for image in images if (old := relinked(known, image)) is not None}
    return Listing(tuple(entries), replaces=whole, chosen=tuple(paths), relinked=moved)


def _is_project(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX and not os.path.isdir(path)  # noqa: PTH112


def _images(paths: Sequence[Path]) -> Iterator[Path]:
    for path in sorted(paths, key=lambda path: (str(path.parent), natural(path.name))):
        if os.path.isdir(path):  # noqa: PTH112
            yield from find(path)[0]
        else:
            yield path


def _pages(image: Path) -> int:
    try:
        return count_pages(image)
    except ImageError:
        return 1  # reading it will fail for the same reason, and say so
