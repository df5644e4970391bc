"""Say how much two segmentations of one image have in common."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image as Pillow

from segmenter.cli import DONE, UsageError
from segmenter.core.regions.comparison import compared
from segmenter.files import atomic
from segmenter.files.importing.reading import read_segmentation
from segmenter.files.reading import read_image

if TYPE_CHECKING:
    from argparse import Namespace

    from numpy.typing import NDArray

    from segmenter.core.regions.comparison import Comparison
    from segmenter.files.importing.objects import Imported

ONE, OTHER = (230, 60, 60), (60, 120, 230)
"""Colours of pixels that only the first, and only the second has in a segment like the other's."""


def compare(arguments: Namespace) -> int:
    """Do what the command line asks for; return the exit code."""
    shape = read_image(arguments.image).shape if arguments.image else None
    stem = arguments.image.stem if arguments.image else None
    limit = arguments.pixel_limit
    first = read_segmentation(arguments.first, shape, stem=stem, pixel_limit=limit)
    second = read_segmentation(arguments.second, shape or _shape(first), stem=stem, pixel_limit=limit)
    found = compared(first.labels, second.labels)
    if arguments.json:
        sys.stdout.write(json.dumps(_document(found, first, second), allow_nan=False) + "\n")
    else:
        _write_text(found, first, quiet=arguments.quiet)
    if arguments.draw is not None:
        if arguments.draw.suffix.lower() != ".png":
            raise UsageError("--draw writes a PNG; give its name the suffix .png.")
        picture = Pillow.fromarray(drawn(found, first.labels, second.labels))
        atomic.write(arguments.draw, lambda file: picture.save(file, "png"))
    return DONE


def _shape(imported: Imported) -> tuple[int, int]:
    return imported.labels.shape[0], imported.labels.shape[1]


def _scores(found: Comparison) -> dict[str, float]:
    """Return the numbers of the whole image."""
    split, joined = found.variation_of_information()
    return {
        "covering of A by B": found.covering(),
        "covering of B by A": found.turned().covering(),
        "variation of information": split + joined,
        "of which B splits A": split,
        "of which B joins A": joined,
        "F1 of segments at IoU 0.5": found.f1(),
    }


def _document(found: Comparison, first: Imported, second: Imported) -> dict[str, Any]:
    """Return everything as JSON holds it."""
    split, joined = found.variation_of_information()
    label, partner, iou = found.best()
    return {
        "segments": [len(label), int(np.count_nonzero(found.areas[1][1:]))],
        "covering": [found.covering(), found.turned().covering()],
        "variation_of_information": split + joined,
        "split": split,
        "joined": joined,
        "f1": found.f1(),
        "iou": [
            {"label": one, "name": first.names.get(one, ""), "partner": other, "iou": value}
            for one, other, value in zip(label.tolist(), partner.tolist(), iou.tolist(), strict=True)
        ],
        "notes": [*first.notes, *second.notes],
    }


def _write_text(found: Comparison, first: Imported, *, quiet: bool) -> None:
    """Write the numbers of the whole image, and a table of the segments of A."""
    for name, value in _scores(found).items():
        unit = " bits" if "information" in name or "of which" in name else ""
        sys.stdout.write(f"{name}: {value:.4f}{unit}\n")
    if quiet:
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["label", "name", "area", "label in B", "IoU"])
    for label, partner, iou in zip(*(column.tolist() for column in found.best()), strict=True):
        writer.writerow([label, first.names.get(label, ""), found.areas[0][label], partner or "", f"{iou:.4f}"])


def drawn(found: Comparison, first: NDArray[Any], second: NDArray[Any]) -> NDArray[np.uint8]:
    """Draw the differences: grey where both agree, a colour where a pixel is not of the partner of its segment."""
    picture = np.full((*first.shape, 3), 235, np.uint8)
    picture[(first == 0) & (second == 0)] = 255
    picture[found.turned().differing(second, first)] = OTHER
    picture[found.differing(first, second)] = ONE
    return picture
