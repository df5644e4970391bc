"""The columns of the table of segments: what each shows, and how it is called."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication


class Column(IntEnum):
    """What a column shows."""

    EYE = 0
    COLOUR = 1
    NUMBER = 2
    NAME = 3
    CLASS = 4
    AREA = 5
    PIECES = 6
    MEAN = 7
    LOCK = 8


MEASURED = Column.PIECES, Column.MEAN
NUMBERS = Column.NUMBER, Column.AREA, *MEASURED
TYPED = Column.NAME, Column.CLASS
"""Columns in which a person writes."""


def heading(column: Column, unit: str = "") -> str | None:
    """Return the title of a column; None where an icon stands for it. `unit` is that of a pixel's sides, if known."""
    translate = QCoreApplication.translate
    return {
        Column.NUMBER: translate("SegmentModel", "No."),
        Column.NAME: translate("SegmentModel", "Name"),
        Column.CLASS: translate("SegmentModel", "Class"),
        Column.AREA: f"{unit}²" if unit else translate("SegmentModel", "Area"),
        Column.PIECES: translate("SegmentModel", "Pieces"),
        Column.MEAN: translate("SegmentModel", "Mean"),
    }.get(column)


def spoken(column: Column, unit: str = "") -> str:
    """Return the title of a column as it is read out, where an icon stands for it, too."""
    translate = QCoreApplication.translate
    icons = {
        Column.EYE: translate("SegmentModel", "Shown"),
        Column.COLOUR: translate("SegmentModel", "Colour"),
        Column.LOCK: translate("SegmentModel", "Locked"),
    }
    return icons.get(column) or heading(column, unit) or ""


def explained(column: Column, unit: str = "") -> str:
    """Return what a column is, in a sentence."""
    translate = QCoreApplication.translate
    area = translate("SegmentModel", "The area, in {unit}.").format(unit=f"{unit}²")
    return {
        Column.EYE: translate("SegmentModel", "Shown or hidden; a click on the eye above shows or hides all."),
        Column.COLOUR: translate("SegmentModel", "The colour in the overlay; it stays with its segment."),
        Column.NUMBER: translate("SegmentModel", "The number, which is the label in every file."),
        Column.NAME: translate("SegmentModel", "The name; segments with a name are kept when parameters change."),
        Column.CLASS: translate("SegmentModel", "The class; double-click to write it, a new name makes a new class."),
        Column.AREA: area if unit else translate("SegmentModel", "The number of pixels."),
        Column.PIECES: translate("SegmentModel", "How many connected pieces the segment is in."),
        Column.MEAN: translate("SegmentModel", "The mean intensity, over all channels."),
        Column.LOCK: translate(
            "SegmentModel", "Locked segments are not edited; a click on the lock above locks or unlocks all."
        ),
    }[column]
