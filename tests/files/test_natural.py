"""Names in the order in which people count."""

from segmenter.files.natural import natural


def test_natural_order():
    names = ["10.png", "2.png", "a2b10", "A2b9", "a10", "a", "1.png", "²"]
    assert sorted(names, key=natural) == ["1.png", "2.png", "10.png", "a", "A2b9", "a2b10", "a10", "²"]
    assert sorted(["cell 10", "cell 9", "7", "Cell 1"], key=natural) == ["7", "Cell 1", "cell 9", "cell 10"]
