"""The words of the parameters that are chosen from a few, and short names for the panel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def choices(name: str) -> dict[str, tuple[str, str]]:
    """Return the word and the sentence of each choice of a parameter, by its value."""
    translate = QCoreApplication.translate
    if name == "polarity":
        return {
            "auto": (translate("Choices", "Auto"), translate("Choices", "Found out: the rarer side.")),
            "bright": (
                translate("Choices", "Bright"),
                translate("Choices", "Objects are brighter than the ground."),
            ),
            "dark": (translate("Choices", "Dark"), translate("Choices", "Objects are darker than the ground.")),
        }
    if name == "border":
        return {
            "keep": (
                translate("Choices", "Keep"),
                translate("Choices", "Objects at the border of the image are kept."),
            ),
            "exclude": (
                translate("Choices", "Drop"),
                translate("Choices", "Objects at the border of the image become ground."),
            ),
        }
    return {
        "auto": (
            translate("Choices", "Auto"),
            translate("Choices", "Objects where many small ones lie on a ground, else the tree."),
        ),
        "tree": (
            translate("Choices", "Tree"),
            translate("Choices", "Regions merged along the eigenvectors' weakest boundaries."),
        ),
        "kmeans": (
            translate("Choices", "k-means"),
            translate("Choices", "Clusters of the eigenvectors, the classic."),
        ),
        "colour": (
            translate("Choices", "Colour"),
            translate("Choices", "Clusters of the colours alone, to compare with."),
        ),
        "objects": (
            translate("Choices", "Objects"),
            translate("Choices", "Many small objects on a ground, such as cells."),
        ),
    }


def short_name(name: str) -> str:
    """Return what the panel calls a parameter whose full name is longer than it need be there; empty for others."""
    translate = QCoreApplication.translate
    return {
        "k": translate("Choices", "Segments (k)"),
        "strength": translate("Choices", "Merge threshold"),
        "sigma_intensity": translate("Choices", "Sigma"),
    }.get(name, "")
