"""Write segmentations of any kind that is read as any kind that is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from segmenter.cli import DONE, FAILED, UsageError
from segmenter.cli.console import Console
from segmenter.cli.options import chosen_exports, chosen_options
from segmenter.core.image import Image
from segmenter.errors import ExportError, ImageError, SegmenterError
from segmenter.files.formats import MODULES, folder, named
from segmenter.files.formats.writing import write
from segmenter.files.importing.reading import read_segmentation
from segmenter.files.importing.result import as_result
from segmenter.files.reading import read_image
from segmenter.jobs.job import Report

if TYPE_CHECKING:
    from argparse import Namespace

    from segmenter.files.importing.objects import Imported

NEED_PIXELS = ("overlay",)
"""Formats of which nothing would be left without the image."""


def convert(arguments: Namespace) -> int:
    """Do what the command line asks for; return the exit code."""
    console = Console(verbose=False, quiet=arguments.quiet, as_json=arguments.json)
    exports = chosen_exports(arguments.to)
    if "recipe" in exports:
        raise UsageError("--to: what others made has no recipe; choose another format.")
    if arguments.image is not None and len(arguments.files) > 1:
        raise UsageError("--image is the image of one file; several were given.")
    stems = [stem(path) for path in arguments.files]
    if len({name.casefold() for name in stems}) < len(stems):
        raise UsageError("two of these files would be written under the same name; convert them one after the other.")
    try:
        folder.prepare(arguments.out, exports)
    except ExportError as error:
        raise UsageError(str(error)) from error
    failed = 0
    for path, name in zip(arguments.files, stems, strict=True):
        report = _one(path, name, exports, arguments)
        console.report(report)
        failed += report.status == "failed"
    return FAILED if failed else DONE


def stem(path: Path) -> str:
    """Return what the results of a file are called: without what our own formats add to the name of the image."""
    for kind in map(named, MODULES):
        suffix = kind.suffix(None)
        if path.name.endswith(suffix) and len(path.name) > len(suffix):
            return path.name.removesuffix(suffix)
    return re.sub(r"_labels$", "", path.stem)


def _one(path: Path, name: str, exports: tuple[str, ...], arguments: Namespace) -> Report:
    """Convert a file; what is wrong with it is reported, so that the next one can go on."""
    try:
        image = None if arguments.image is None else read_image(arguments.image)
        shape = None if image is None else image.shape
        which = None if arguments.image is None else arguments.image.stem
        found = read_segmentation(path, shape, stem=which, pixel_limit=arguments.pixel_limit)
        image = image or _image(found, path.parent)
        if not image.pixels.size and set(exports) & set(NEED_PIXELS):
            raise UsageError("the overlay needs the image; name it with --image.")
        result = as_result(found, image, exports, chosen_options(arguments))
        wanted = [arguments.out / f"{name}{named(each).suffix(result)}" for each in exports]
        if any(file.exists() and file.samefile(path) for file in wanted):
            raise UsageError(f"{path} itself would be overwritten; choose another folder with --out.")
        files = write(result, arguments.out, name)
        files += folder.finish(arguments.out, exports, found.classes)
        lost = (f"{named(each).title}: {sentence}" for each in exports if (sentence := named(each).loses(result)))
        said = (*found.notes, *lost)
        return Report(
            str(path), 1, 1, "done", tuple(map(str, files)), len(result.present), seconds={"all": 0.0}, warnings=said
        )
    except UsageError:
        raise
    except SegmenterError as error:
        return Report(str(path), 1, 1, "failed", error=str(error))


def _image(found: Imported, place: Path) -> Image:
    """Return the image that a file names, if it is there; else one that has the size alone."""
    shape = found.labels.shape[0], found.labels.shape[1]
    if found.image:
        try:
            image = read_image(place / Path(found.image))
        except ImageError:
            image = None
        if image is not None and image.shape == shape:
            return image
    return Image(np.zeros((*shape, 0), np.uint8), "channels")
