"""Numbers as a person reads them."""

import pytest
from PySide6.QtCore import QLocale

from segmenter.gui.app.numbers import scientific

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (0.25, "0.25"),
        (0.01, "0.01"),
        (0.000_123, "1.2 × 10⁻⁴"),
        (4.56e-10, "4.6 × 10⁻¹⁰"),
        (12.0, "12"),
        (0.1234, "0.123"),
    ],
)
def test_small_numbers_are_no_zeros(value, text):
    assert scientific(value) == text


def test_the_language_has_its_own_point():
    QLocale.setDefault(QLocale("de"))
    assert scientific(0.000_123) == "1,2 × 10⁻⁴"
