"""How a person wants to see an image, as projects hold it. Nothing that is computed or exported knows of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from segmenter.errors import ContentError
from segmenter.files import checked
from segmenter.render.contrast import Channel

if TYPE_CHECKING:
    from segmenter.render.contrast import Contrast

MOST = 1000
"""Channels that are read of one image."""

GAMMAS = 0.01, 100.0
"""Between which a gamma must be."""


def to_json(contrast: Contrast) -> list[dict[str, Any]]:
    """Return the contrast of each channel as JSON holds it."""
    return [
        {
            "low": float(each.low),
            "high": float(each.high),
            "gamma": float(each.gamma),
            "colour": f"#{bytes(each.colour).hex()}",
            "visible": each.visible,
        }
        for each in contrast
    ]


def from_json(listed: Any) -> Contrast:
    """Return the contrast of each channel; ContentError if it is none."""
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST:
        raise ContentError('"contrast" must be a list of channels.')
    return tuple(map(_channel, listed))


def _channel(table: Any) -> Channel:
    low, high, gamma = (checked.part(table, key, float) for key in ("low", "high", "gamma"))
    if not (math.isfinite(low) and math.isfinite(high) and GAMMAS[0] <= gamma <= GAMMAS[1]):
        raise ContentError('"contrast" has a value that no image can be shown with.')
    visible = checked.part(table, "visible", bool)
    return Channel(low, high, gamma, checked.colour(table.get("colour")), visible)
