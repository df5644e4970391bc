"""How a result came to be, and what it was: enough to make it again and to tell whether it is the same.

A recipe is JSON. Nothing in it depends on when, how fast or on how many processors it was made, so that the
same recipe gives the same bytes. Pages count from 1, as on the command line.

What a person edited is no part of it. A recipe of edited labels says so, and repeats what they were made from.
`recipe_file` reads it again.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from segmenter.errors import ExportError
from segmenter.files import atomic, click_file
from segmenter.files.findings import digest
from segmenter.files.formats import class_list, handed_on, image_path
from segmenter.files.formats.format import DEFAULT_OPTIONS, Format
from segmenter.files.recipe_file import FORMAT_NAME, VERSION
from segmenter.parameters import to_mapping

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.core.image import Source
    from segmenter.files.findings import Findings
    from segmenter.files.formats.format import Result


class RecipeFile(Format):
    """A recipe as JSON."""

    name = "recipe"
    title = "Recipe"
    keeps = "All that is needed to make the result again, and to compare; labels and edits are lost."
    group = "To repeat"
    ending = ".segmenter.json"

    def describe(self, result: Result) -> str:
        """Say how many labels were made, or why nobody can know how."""
        try:
            _origin(result)
        except ExportError as error:
            return str(error)
        return f"{result.counted}{', without their edits' if result.edited else ''}, JSON"

    def loses(self, result: Result) -> str | None:
        """Say what of a result the file cannot hold: what a person edited."""
        return "What was edited by hand is not in the recipe." if result.edited else None

    def write(self, path: Path, result: Result) -> None:
        """Write the recipe."""
        source, found = _origin(result)
        document = {
            "format": FORMAT_NAME,
            "version": VERSION,
            "image": _image(source, result.image.shape, path.parent),
            "parameters": to_mapping(found.parameters),
            "exports": list(result.exports),
            "versions": dict(found.versions),
            "results": dict(found.results),
            "edited": result.edited,
        }
        if result.edited:
            document["exported"] = {"labels": len(result.present), "labels_sha256": digest(result.labels)}
        if result.options != DEFAULT_OPTIONS:
            document["options"] = asdict(result.options)
        if result.classes:
            document["classes"] = class_list.to_json(result.classes)
        segments = handed_on.segments_to_json(result.names, result.assigned)
        if segments:
            document["segments"] = segments
        if result.objects:
            document["objects"] = _clicked(result)
        if result.reference is not None:
            document["reference"] = handed_on.to_json(result.reference)
        text = json.dumps(document, indent=2, allow_nan=False) + "\n"
        atomic.write(path, lambda file: file.write(text.encode()))


def _clicked(result: Result) -> list[dict[str, Any]]:
    """Return what was pointed at, and the label that each object has."""
    listed = click_file.objects_to_json(result.objects.values())
    return [{"label": label} | table for label, table in zip(result.objects, listed, strict=True)]


def _origin(result: Result) -> tuple[Source, Findings]:
    """Return what a result was made from, and what came out; ExportError if one of them is not known."""
    if result.image.source is None:
        raise ExportError("An image that is no file has no recipe.")
    if result.found is None:
        raise ExportError("Labels that nobody knows the parameters of have no recipe.")
    return result.image.source, result.found


def _image(source: Source, shape: tuple[int, int], folder: Path) -> dict[str, str | int]:
    """Describe the image file."""
    return {
        "path": image_path.relative(source.path, folder),
        "page": source.page + 1,
        "pages": source.pages,
        "sha256": source.sha256,
        "rows": shape[0],
        "columns": shape[1],
    }


FORMAT = RecipeFile()
