"""Projects and segmentations as layers of napari."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from segmenter.document.locating import locate
from segmenter.document.project_file import SUFFIX, load
from segmenter.errors import ProjectError
from segmenter.files.importing.reading import read_segmentation
from segmenter.files.reading import read_image

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from segmenter.core.classes import SegmentClass
    from segmenter.core.image import Image, PixelSize
    from segmenter.document.project import Entry

    Layer = tuple[NDArray[Any], dict[str, Any], str]
    """Data, what napari is told of them, and the kind of layer."""


def reader(path: str | list[str]) -> Callable[[str | list[str]], list[Layer]] | None:
    """Return the function that reads some files; None if one of them is of a kind that is not read."""
    paths = [path] if isinstance(path, str) else path
    known = (SUFFIX, ".png", ".tif", ".tiff", ".npy", ".json", ".geojson")
    return read if all(each.lower().endswith(known) for each in paths) else None


def read(path: str | list[str]) -> list[Layer]:
    """Return the layers of files: labels, and with those of a project their images.

    Raises
    ------
    SegmenterError
        A file is damaged, or an image of a project is missing.
    """
    layers: list[Layer] = []
    for each in map(Path, [path] if isinstance(path, str) else path):
        layers += _project(each) if each.suffix.lower() == SUFFIX else [_segmentation(each)]
    return layers


def _segmentation(path: Path) -> Layer:
    found = read_segmentation(path)
    labels = found.labels.copy()  # napari's brushes write into them
    return _labels(path.stem, labels, found.names, found.classes, found.assigned, found.pixel_size, None)


def _project(path: Path) -> list[Layer]:
    """Return image and labels of every entry that has a result."""
    project, layers = load(path), list["Layer"]()
    for entry in project.entries:
        if entry.work is None or entry.work.labels is None:
            continue
        image = _image(entry, path.parent)
        state = entry.work.state(image.shape, project.classes)
        assert state.labels is not None
        names = {number: segment.name for number, segment in state.segments.items() if segment.name}
        assigned = {number: segment.class_number for number, segment in state.segments.items() if segment.class_number}
        size = state.pixel_size or image.pixel_size
        told = {"name": entry.path.stem, **_scaled(size), "rgb": image.colour == "rgb"}
        layers.append((image.pixels, told, "image"))
        labels, colours = state.labels.array().copy(), state.colours()
        layers.append(_labels(f"{entry.path.stem} segments", labels, names, project.classes, assigned, size, colours))
    return layers


def _image(entry: Entry, folder: Path) -> Image:
    """Read the image of an entry, wherever it is now."""
    where = locate(entry, None, [folder])
    if where is None:
        raise ProjectError(f"{entry.path} is missing, and so is any copy of it.")
    return read_image(where, page=entry.page)


def _labels(
    name: str,
    labels: NDArray[np.int32],
    names: Mapping[int, str],
    classes: tuple[SegmentClass, ...],
    assigned: Mapping[int, int],
    size: PixelSize | None,
    colours: NDArray[np.uint8] | None,
) -> Layer:
    """Return a layer of labels with a table of names and classes, and the classes for the way back."""
    kinds = {each.number: each.name for each in classes}
    present = as_present(labels)
    features = {
        "index": present,
        "name": [names.get(label, "") for label in present],
        "class": [kinds.get(assigned.get(label, 0), "") for label in present],
    }
    told: dict[str, Any] = {"name": name, **_scaled(size), "features": features}
    told["metadata"] = {"segmenter": {"classes": classes, "pixel_size": size}}
    if colours is not None:
        table: dict[int | None, Any] = {label: colours[label] / 255 for label in present}
        told["colormap"] = table | {0: "transparent", None: "transparent"}
    return labels, told, "labels"


def as_present(labels: NDArray[np.int32]) -> list[int]:
    """Return the labels that occur, ascending, background aside."""
    import numpy as np  # noqa: PLC0415 - napari imports this module to look at file names

    return [int(label) for label in np.unique(labels) if label]


def _scaled(size: PixelSize | None) -> dict[str, Any]:
    """Return the scale of a layer, in the unit that is told."""
    return {} if size is None else {"scale": (size.height, size.width), "units": (size.unit, size.unit)}
