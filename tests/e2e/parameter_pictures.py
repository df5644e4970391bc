"""Make the pictures of the guide that explain parameters: `python -m tests.e2e.parameter_pictures`.

Each is a strip: the same photograph with one parameter at three values, under each what it is and how many labels
came of it.
"""

from __future__ import annotations

from itertools import starmap
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from segmenter import Cache, Image, Parameters, read_image, segment
from segmenter.assets import resource
from segmenter.render.contrast import display
from segmenter.render.overlay import blend, palette

FOLDER = Path(__file__).parents[2] / "resources" / "guide" / "pictures"
WIDTH = 320
GAP, LINE = 8, 26

STRIPS: dict[str, tuple[str, str, list[object]]] = {
    "parameter_k": ("coffee.jpg", "k", [4, 12, 40]),
    "parameter_strength": ("astronaut.jpg", "strength", [300.0, 1000.0, 3000.0]),
    "parameter_sigma_intensity": ("astronaut.jpg", "sigma_intensity", [1.0, 4.0, 30.0]),
    "parameter_minimum_region": ("coffee.jpg", "minimum_region", [10, 200, 3000]),
    "parameter_method": ("coffee.jpg", "method", ["tree", "kmeans", "colour"]),
}
"""File, parameter and values of each strip."""

COMMON: dict[str, dict[str, object]] = {"sigma_intensity": {"k": 12}, "method": {"k": 12}}


def tile(image: Image, cache: Cache, name: str, value: object) -> Pillow.Image:
    """Return the photograph in colours, with a line below."""
    labels = segment(image, Parameters().replace(**COMMON.get(name, {}), **{name: value}), cache=cache).labels
    picture = Pillow.fromarray(blend(display(image), labels, palette(int(labels.max()))))
    picture = picture.resize((WIDTH, picture.height * WIDTH // picture.width), Pillow.Resampling.LANCZOS)
    whole = Pillow.new("RGB", (WIDTH, picture.height + LINE), "white")
    whole.paste(picture)
    said = f"--{name.replace('_', '-')} {value}: {len(np.unique(labels[labels > 0]))} labels"
    ImageDraw.Draw(whole).text((2, picture.height + 6), said, "black", ImageFont.load_default(15))
    return whole


def strip(path: Path, file: str, name: str, values: list[object]) -> None:
    """Write a strip."""
    image, cache = read_image(resource(f"samples/{file}")), Cache()
    tiles = [tile(image, cache, name, value) for value in values]
    whole = Pillow.new("RGB", (len(tiles) * (WIDTH + GAP) - GAP, tiles[0].height), "white")
    for number, one in enumerate(tiles):
        whole.paste(one, (number * (WIDTH + GAP), 0))
    whole.save(path, quality=76, optimize=True)


def main() -> None:
    """Write all strips."""
    list(starmap(strip, ((FOLDER / f"{stem}.jpg", *asked) for stem, asked in STRIPS.items())))


if __name__ == "__main__":
    main()
