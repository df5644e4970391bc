"""Write contact sheets to look at: labels at the default cut, beside what people drew.

    python tests/benchmarks/contact.py out/contact --images BSDS500/val
    python tests/benchmarks/contact.py out/contact --micrographs

The first takes photographs evenly from a folder; `<image>.npz` beside each holds the label map of every annotator.
The second takes micrographs and textures that scikit-image brings along. A line in the right picture is the darker
the more people drew it.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import skimage
from PIL import Image, ImageDraw

from segmenter import Parameters, read_image, segment
from segmenter.parameters import parse
from segmenter.render.contrast import display
from segmenter.render.overlay import blend, outlines, palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segmenter.render.overlay import RGB

MICROGRAPHS = ("cell.png", "coins.png", "brick.png", "grass.png", "gravel.png", "retina.jpg", "ihc.png", "moon.png")
COUNT = 24
PAGE = 6
WIDTH = 480
"""Pixels of one picture."""


def human(image: RGB, truth: Path) -> RGB:
    """Draw the borders of all annotators on a paled image; without annotators, return the image itself."""
    if not truth.exists():
        return image
    drawn = [outlines(labels) for labels in np.load(truth).values()]
    agreed = np.mean(drawn, axis=0)[:, :, None] ** 0.5
    paled = 128 + image / 2
    mixed: RGB = (paled * (1 - agreed) + np.array([160, 0, 40]) * agreed).astype(np.uint8)
    return mixed


def pair(path: Path, parameters: Parameters) -> Image.Image:
    """Segment one image and put the result beside the human borders, with its name and number of labels."""
    image = read_image(path)
    result = segment(image, parameters)
    rgb = display(image)
    ours = blend(rgb, result.labels, palette(result.count), 0.35)
    tall = round(WIDTH * rgb.shape[0] / rgb.shape[1])
    picture = Image.new("RGB", (2 * WIDTH + 4, tall + 16), "white")
    for number, side in enumerate((ours, human(rgb, path.with_suffix(".npz")))):
        picture.paste(Image.fromarray(side).resize((WIDTH, tall), Image.Resampling.LANCZOS), (number * (WIDTH + 4), 14))
    ImageDraw.Draw(picture).text((2, 1), f"{path.stem}: {result.count} labels", fill="black")
    return picture


def write_sheets(pictures: list[Image.Image], out: Path, name: str) -> None:
    """Put the pictures on pages, two columns each."""
    for page, start in enumerate(range(0, len(pictures), PAGE), start=1):
        columns = [pictures[start : start + PAGE][side::2] for side in (0, 1)]
        tall = max(sum(picture.height for picture in column) for column in columns)
        sheet = Image.new("RGB", (2 * (2 * WIDTH + 16), tall), "white")
        for left, column in zip((0, 2 * WIDTH + 16), columns, strict=True):
            top = 0
            for picture in column:
                sheet.paste(picture, (left, top))
                top += picture.height
        sheet.save(out / f"{name}_{page}.png")
        print(out / f"{name}_{page}.png")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--images", type=Path, help="a folder of photographs")
    parser.add_argument("--micrographs", action="store_true", help="those of scikit-image")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="parameters to change")
    asked = parser.parse_args(arguments)

    changes = dict(change.split("=") for change in asked.set)
    parameters = Parameters().replace(**{"k": "auto", **{name: parse(name, text) for name, text in changes.items()}})
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.images:
        paths = sorted(asked.images.glob("*.jpg"))
        chosen = [paths[at] for at in np.linspace(0, len(paths) - 1, min(COUNT, len(paths))).round().astype(int)]
        write_sheets([pair(path, parameters) for path in chosen], asked.out, asked.images.name)
    if asked.micrographs:
        folder = Path(skimage.__file__).parent / "data"
        found = [folder / name for name in MICROGRAPHS if (folder / name).exists()]
        write_sheets([pair(path, parameters) for path in found], asked.out, "micrographs")


if __name__ == "__main__":
    main()
