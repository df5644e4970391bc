"""The labels as numbers in an OME-TIFF: with pixel size, names and classes, as microscopists exchange images."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tifffile

from segmenter.files import atomic
from segmenter.files.formats.format import Format
from segmenter.files.formats.outlines import attribute, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from segmenter.files.formats.format import Result

SCHEMA = "http://www.openmicroscopy.org/Schemas/OME/2016-06"
NAMESPACE = "segmenter"
"""Of the annotations that hold names and classes."""


class OmeTiff(Format):
    """Label numbers, pixel by pixel, and OME-XML."""

    name = "ome"
    title = "OME-TIFF"
    keeps = "Every label exactly, 0 is background; pixel size, names and classes; colours are lost."
    group = "Images"
    ending = "_labels.ome.tif"

    def describe(self, result: Result) -> str:
        """Say how many labels, and of how many bits."""
        return f"{result.counted}, {8 * result.number_type.itemsize}-bit OME-TIFF"

    def write(self, path: Path, result: Result) -> None:
        """Write the labels."""
        atomic.write(path, lambda file: _save(file, result))


def _save(file: BinaryIO, result: Result) -> None:
    """Write without date, program name or random identifier: the same labels are the same bytes."""
    tifffile.imwrite(
        file,
        result.labels.astype(result.number_type),
        photometric="minisblack",
        compression="zlib",
        description="".join(_xml(result)).encode(),
        metadata=None,
        software=False,
        byteorder="<",
    )


def _xml(result: Result) -> Iterator[str]:
    """Return the parts of the description."""
    rows, columns = result.labels.shape
    size = result.image.pixel_size
    pixel = ""
    if size is not None:
        unit = attribute(size.unit)
        pixel = (
            f' PhysicalSizeX="{size.width!r}" PhysicalSizeXUnit={unit}'
            f' PhysicalSizeY="{size.height!r}" PhysicalSizeYUnit={unit}'
        )
    yield f'<?xml version="1.0" encoding="UTF-8"?><OME xmlns="{SCHEMA}"'
    yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    yield f' xsi:schemaLocation="{SCHEMA} {SCHEMA}/ome.xsd" Creator="Segmenter">'
    yield '<Image ID="Image:0" Name="labels">'
    yield f'<Pixels ID="Pixels:0" DimensionOrder="XYCZT" Type="{result.number_type.name}" BigEndian="false"'
    yield f' SizeX="{columns}" SizeY="{rows}" SizeC="1" SizeZ="1" SizeT="1"{pixel}>'
    yield '<Channel ID="Channel:0:0" SamplesPerPixel="1"/><TiffData IFD="0" PlaneCount="1"/></Pixels>'
    known = _annotations(result)
    yield "".join(f'<AnnotationRef ID="Annotation:{at}"/>' for at in range(len(known)))
    yield "</Image>"
    if known:
        yield "<StructuredAnnotations>"
        for at, (name, values) in enumerate(known.items()):
            yield f'<MapAnnotation ID="Annotation:{at}" Namespace="{NAMESPACE}/{name}"><Value>'
            yield "".join(f'<M K="{key}">{text(value)}</M>' for key, value in values.items())
            yield "</Value></MapAnnotation>"
        yield "</StructuredAnnotations>"
    yield "</OME>"


def _annotations(result: Result) -> dict[str, dict[int, str]]:
    """Return what is known of labels besides their pixels: names, numbers of classes; and the classes themselves."""
    present = result.present.tolist()
    known = {
        "names": {label: result.names[label] for label in present if result.names.get(label)},
        "assigned": {label: str(result.assigned[label]) for label in present if label in result.assigned},
        "classes": {each.number: each.name for each in result.classes},
        "colours": {each.number: each.hex_colour for each in result.classes},
        "keys": {each.number: str(each.key) for each in result.classes if each.key},
    }
    return {name: values for name, values in known.items() if values}


FORMAT = OmeTiff()
