"""What the file of a recipe says: reading it, finding its image again. It is written by `formats.recipe`."""

from __future__ import annotations

import hashlib
import json
import math
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segmenter.errors import ContentError, ParameterError, RecipeError
from segmenter.files import atomic, bounded, checked, click_file
from segmenter.files.formats import MODULES, handed_on, in_order
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.parameters import EARLIER, Parameters, from_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segmenter.core.classes import SegmentClass
    from segmenter.core.clicked import ClickedObject
    from segmenter.files.formats.format import Reference

FORMAT_NAME = "segmenter recipe"
VERSION = 1


@dataclass(frozen=True)
class Recipe:
    """What a recipe file says.

    Attributes
    ----------
    image : str
        Path of the image file, relative to the folder of the recipe where that is possible.
    page : int
        Counts from 0, as in `segmenter.read_image`.
    sha256 : str
        Of the image file, hexadecimal.
    parameters : Parameters
    exports : tuple of str
        The formats that were written.
    versions : mapping of str to str
        Of the programs that took part.
    labels_sha256 : str
        Of the labels that came out, objects from clicks included, before anybody edited them.
    edited : bool
        Labels, names or colours were edited before they were written: repeating the recipe does not give those.
    reference : Reference or None
        What the numbers of the labels follow, where it is not their size.
    names : mapping of int to str
        What the labels that were written are called.
    classes : tuple of SegmentClass
    assigned : mapping of int to int
        The number of the class of each label that was written and has one.
    options : Options
        What was chosen of the files.
    objects : tuple of ClickedObject
        What was pointed at; where the result was edited, not all that was done.
    """

    image: str
    page: int
    sha256: str
    parameters: Parameters
    exports: tuple[str, ...]
    versions: Mapping[str, str]
    labels_sha256: str
    edited: bool
    reference: Reference | None = None
    names: Mapping[int, str] = field(default_factory=dict)
    classes: tuple[SegmentClass, ...] = ()
    assigned: Mapping[int, int] = field(default_factory=dict)
    options: Options = DEFAULT_OPTIONS
    objects: tuple[ClickedObject, ...] = ()


def locate(recipe: Recipe, folder: Path, instead: Path | None = None) -> Path:
    """Find the image of a recipe that was read from `folder`.

    It is looked for where the recipe says, then beside the recipe: results and images may have been moved.
    Somebody who knows where it is now says so with `instead`.

    Raises
    ------
    RecipeError
        There is no such file, or it is not the one the recipe was made from.
    """
    places = [instead] if instead else [folder / recipe.image, folder / Path(recipe.image).name]
    # not Path.is_file, which raises where a name is too long or a folder may not be looked into
    found = [place for place in places if os.path.isfile(place)]  # noqa: PTH113
    if not found:
        raise RecipeError(f"The image of this recipe, {places[0]}, is missing.")
    for place in found:
        if file_digest(place) == recipe.sha256:
            return place
    raise RecipeError(f"{found[0]} has changed since this recipe was made (its SHA-256 differs).")


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file; RecipeError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise RecipeError(f"{path} could not be read: {error.strerror or error}.") from error


def read(path: Path) -> Recipe:
    """Read a recipe; RecipeError, in one sentence, where that is impossible."""
    try:
        text = bounded.read(path).decode()
    except OSError as error:
        raise RecipeError(f"{path} could not be read: {error.strerror or error}.") from error
    except UnicodeDecodeError:
        raise RecipeError(f"{path} is no recipe: it is not text.") from None
    try:
        return parse(text)
    except RecipeError as error:
        raise RecipeError(f"{path} is no recipe that can be repeated: {error}") from None


def mark_edited(path: Path) -> bool:
    """Let a recipe say from now on that the labels beside it were edited; False where there is none."""
    document = _document(path)
    if document is None:
        return False
    text = json.dumps(document | {"edited": True}, indent=2, allow_nan=False) + "\n"
    atomic.write(path, lambda file: file.write(text.encode()))
    return True


def says_edited(path: Path) -> bool:
    """Tell whether a recipe says that the labels beside it were edited, whatever else in it cannot be read."""
    document = _document(path)
    return document is not None and document.get("edited") is True


def _document(path: Path) -> dict[str, Any] | None:
    """Return what is in a recipe of any version; None where it is none."""
    try:
        document = json.loads(bounded.read(path))
    except (OSError, ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and document.get("format") == FORMAT_NAME else None


def parse(text: str) -> Recipe:
    """Read the text of a recipe; keys that it does not know are left alone.

    Raises
    ------
    RecipeError
        Not JSON, a part is missing or of the wrong type, a newer version, a parameter out of range.
    """
    try:
        return _recipe(json.loads(text))
    except ContentError as error:
        raise RecipeError(str(error)) from None
    except ParameterError as error:
        raise RecipeError(f"{error}.") from None
    except (ValueError, RecursionError) as error:
        raise RecipeError(f"it is not JSON ({str(error) or 'too deeply nested'}).") from None


def _recipe(document: Any) -> Recipe:
    """Return what a document says; ContentError, ParameterError where it makes no sense."""
    if not isinstance(document, dict) or document.get("format") != FORMAT_NAME:
        raise ContentError(f'it does not say "format": "{FORMAT_NAME}".')
    if checked.part(document, "version", int) != VERSION:
        raise ContentError(f"its version is not {VERSION}, the only one this program knows.")
    image = checked.part(document, "image", dict)
    page = checked.part(image, "page", int)
    if page < 1:
        raise ContentError(f"page {page} does not exist, pages count from 1.")
    names, classes, assigned = handed_on.segments_from_json(document)
    return Recipe(
        image=checked.path(image, "path"),
        page=page - 1,
        sha256=checked.part(image, "sha256", str),
        parameters=from_mapping(checked.part(document, "parameters", dict), EARLIER),
        exports=_exports(checked.part(document, "exports", list)),
        versions={str(name): str(number) for name, number in checked.part(document, "versions", dict).items()},
        labels_sha256=checked.part(checked.part(document, "results", dict), "labels_sha256", str),
        edited="edited" in document and checked.part(document, "edited", bool),
        reference=handed_on.from_json(document["reference"]) if "reference" in document else None,
        names=names,
        classes=classes,
        assigned=assigned,
        options=_options(checked.part(document, "options", dict)) if "options" in document else DEFAULT_OPTIONS,
        objects=click_file.objects_from_json(document["objects"]) if "objects" in document else (),
    )


def _options(table: dict[str, Any]) -> Options:
    """Return what was chosen of the files."""
    bits, captions, simplify = (table.get(key) for key in ("bits", "captions", "simplify"))
    if bits not in (0, 8, 16, 32) or captions not in ("none", "numbers", "names"):
        raise ContentError('"options" has a value that does not exist.')
    if not isinstance(simplify, float) or not 0 <= simplify < math.inf:
        raise ContentError('"options" has a value that does not exist.')
    size = table.get("pixel_size")
    return Options(bits, captions, simplify, None if size is None else checked.pixel_size(size))


def _exports(names: list[Any]) -> tuple[str, ...]:
    """Return the names of formats, all of them known."""
    unknown = [name for name in names if not isinstance(name, str) or name not in MODULES]
    if unknown:
        raise ContentError(f'"exports" names a format that does not exist, {json.dumps(unknown[0])[:40]}.')
    if not names:
        raise ContentError('"exports" is empty.')
    return in_order(set(names))
