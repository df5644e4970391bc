"""How a result came to be, and what it was: enough to make it again and to tell whether it is the same.

A recipe is JSON. Nothing in it depends on when, how fast or on how many processors it was made, so that the
same recipe gives the same bytes. Pages count from 1, as on the command line.

What a person edited is no part of it. A recipe of edited labels says so, and repeats what they were made from.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np
import scipy

from segmenter import __version__
from segmenter.core.image import PixelSize
from segmenter.errors import ExportError, ParameterError, RecipeError
from segmenter.files import atomic, bounded, click_file
from segmenter.files.formats import MODULES, class_list, handed_on, image_path, in_order
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.parameters import EARLIER, Parameters, from_mapping, to_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from segmenter.core.classes import SegmentClass
    from segmenter.core.clicked import ClickedObject
    from segmenter.core.image import Source
    from segmenter.core.segmentation import Segmentation
    from segmenter.files.formats.format import Format, Reference, Result

    T = TypeVar("T")

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


class RecipeFile:
    """A recipe as JSON."""

    name: ClassVar[str] = "recipe"
    title: ClassVar[str] = "Recipe"
    keeps: ClassVar[str] = "All that is needed to make the result again, and to compare; labels and edits are lost."
    group: ClassVar[str] = "To repeat"

    def suffix(self, result: Result | None) -> str:
        """Return the end of the file's name."""
        return ".segmenter.json"

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
        source, segmentation = _origin(result)
        document = {
            "format": FORMAT_NAME,
            "version": VERSION,
            "image": _image(source, result.image.shape, path.parent),
            "parameters": to_mapping(segmentation.parameters),
            "exports": list(result.exports),
            "versions": versions(),
            "results": _results(segmentation),
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


def versions() -> dict[str, str]:
    """Return the versions of everything that has a say in the numbers."""
    import pyamg  # noqa: PLC0415 - it takes a while, and who only writes or reads another format does not need it
    import skimage  # noqa: PLC0415

    return {
        "segmenter": __version__,
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "pyamg": pyamg.__version__,
        "scikit-image": skimage.__version__,  # type: ignore[attr-defined]
    }


def digest(labels: NDArray[np.integer]) -> str:
    """Return the SHA-256 of labels as little-endian int32, row by row."""
    return hashlib.sha256(np.ascontiguousarray(labels, "<i4").data).hexdigest()


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
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecipeError(f"it is not JSON ({str(error) or 'too deeply nested'}).") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT_NAME:
        raise RecipeError(f'it does not say "format": "{FORMAT_NAME}".')
    version = _part(document, "version", int)
    if version != VERSION:
        raise RecipeError(f"its version is not {VERSION}, the only one this program knows.")
    image = _part(document, "image", dict)
    page = _part(image, "page", int)
    if page < 1:
        raise RecipeError(f"page {page} does not exist, pages count from 1.")
    names, classes, assigned = handed_on.segments_from_json(document)
    return Recipe(
        image=_path(_part(image, "path", str)),
        page=page - 1,
        sha256=_part(image, "sha256", str),
        parameters=_parameters(document),
        exports=_exports(_part(document, "exports", list)),
        versions={str(name): str(number) for name, number in _part(document, "versions", dict).items()},
        labels_sha256=_part(_part(document, "results", dict), "labels_sha256", str),
        edited="edited" in document and _part(document, "edited", bool),
        reference=handed_on.from_json(document["reference"]) if "reference" in document else None,
        names=names,
        classes=classes,
        assigned=assigned,
        options=_options(_part(document, "options", dict)) if "options" in document else DEFAULT_OPTIONS,
        objects=_objects(_part(document, "objects", list)) if "objects" in document else (),
    )


def _options(table: dict[str, Any]) -> Options:
    """Return what was chosen of the files."""
    bits, captions, simplify = (table.get(key) for key in ("bits", "captions", "simplify"))
    if bits not in (0, 8, 16, 32) or captions not in ("none", "numbers", "names"):
        raise RecipeError('"options" has a value that does not exist.')
    if not isinstance(simplify, float) or not 0 <= simplify < math.inf:
        raise RecipeError('"options" has a value that does not exist.')
    return Options(bits, captions, simplify, _pixel_size(table.get("pixel_size")))


def _pixel_size(table: Any) -> PixelSize | None:
    """Return the pixel size that was chosen, if one was."""
    if table is None:
        return None
    height, width, unit = (table.get(key) if isinstance(table, dict) else None for key in ("height", "width", "unit"))
    sizes = [value for value in (height, width) if isinstance(value, float) and 0 < value < math.inf]
    if len(sizes) < 2 or not isinstance(unit, str):
        raise RecipeError('"options" has a value that does not exist.')
    return PixelSize(sizes[0], sizes[1], class_list.readable(unit))


def _part(mapping: dict[str, Any], key: str, kind: type[T]) -> T:
    """Return a value of the type it must have."""
    if key not in mapping:
        raise RecipeError(f'"{key}" is missing.')
    value = mapping[key]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        names = {int: "a whole number", str: "a text", list: "a list", dict: "a table", bool: "true or false"}
        raise RecipeError(f'"{key}" must be {names[kind]}.')
    return value


def _clicked(result: Result) -> list[dict[str, Any]]:
    """Return what was pointed at, and the label that each object has."""
    listed = click_file.objects_to_json(result.objects.values())
    return [{"label": label} | table for label, table in zip(result.objects, listed, strict=True)]


def _objects(listed: list[Any]) -> tuple[ClickedObject, ...]:
    try:
        return click_file.objects_from_json(listed)
    except ValueError as error:
        raise RecipeError(f"{error}.") from None


def _path(text: str) -> str:
    """Return a path that the system can be asked for."""
    try:
        possible = bool(text) and b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        possible = False
    if not possible:
        raise RecipeError('"path" names no file.')
    return text


def _parameters(document: dict[str, Any]) -> Parameters:
    """Return the parameters; those a recipe does not name keep their defaults."""
    try:
        return from_mapping(_part(document, "parameters", dict), EARLIER)
    except ParameterError as error:
        raise RecipeError(f"{error}.") from None


def _exports(names: list[Any]) -> tuple[str, ...]:
    """Return the names of formats, all of them known."""
    unknown = [name for name in names if not isinstance(name, str) or name not in MODULES]
    if unknown:
        raise RecipeError(f'"exports" names a format that does not exist, {json.dumps(unknown[0])[:40]}.')
    if not names:
        raise RecipeError('"exports" is empty.')
    return in_order(set(names))


def _origin(result: Result) -> tuple[Source, Segmentation]:
    """Return what a result was made from, and how; ExportError if one of them is not known."""
    if result.image.source is None:
        raise ExportError("An image that is no file has no recipe.")
    if result.segmentation is None:
        raise ExportError("Labels that nobody knows the parameters of have no recipe.")
    return result.image.source, result.segmentation


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


def _results(found: Segmentation) -> dict[str, Any]:
    """Describe what came out, before anybody edited it, for comparison."""
    return {
        "labels": found.count,
        "method": found.chosen,
        "labels_sha256": digest(found.labels),
        "sigma_intensity": _finite(found.sigma_intensity),
        "reduction": int(found.reduction),
        "suggested_k": found.suggested_k,
        "normalized_cut": _finite(found.normalized_cut),
        "lower_bound": _finite(found.lower_bound),
        "eigenvalues": [_finite(value) for value in found.eigenvalues],
        "residuals": [_finite(value) for value in found.residuals],
        "iterations": [int(number) for number in found.iterations],
        "converged": bool(found.converged),
    }


def _finite(value: float | None) -> float | None:
    """Return a number that JSON can hold."""
    return float(value) if value is not None and math.isfinite(value) else None


FORMAT: Format = RecipeFile()
