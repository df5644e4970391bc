"""Numbers as a person reads them, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

PLAIN = 0.01
"""Numbers from here to a thousand need no power of ten."""


def scientific(value: float) -> str:
    """Return a number in two or three digits, with a power of ten where it would be zeros otherwise."""
    if value == 0 or PLAIN <= abs(value) < 1000:
        return QLocale().toString(value, "g", 3)
    digits, _, power = f"{value:.1e}".partition("e")
    return f"{QLocale().toString(float(digits), 'f', 1)} × 10{str(int(power)).translate(RAISED)}"
