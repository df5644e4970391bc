"""One mask an object, in an archive."""

import csv
import io
import zipfile

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.files.formats import named

MASKS = named("masks")


@pytest.mark.parametrize("seed", range(6))
def test_each_mask_is_its_label(outcome, known, scattered, tmp_path, seed):
    made = known(outcome(scattered(seed, shape=(23, 31 + seed))))
    MASKS.write(tmp_path / "a.zip", made)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        index, *names = archive.namelist()
        assert names == [f"{label:04d}.png" for label in made.present]
        for name, label in zip(names, made.present, strict=True):
            with Pillow.open(io.BytesIO(archive.read(name))) as picture:
                picture.load()
                assert picture.mode == "1"
                np.testing.assert_array_equal(np.asarray(picture), made.labels == label)
        rows = list(csv.DictReader(io.StringIO(archive.read(index).decode(), newline="")))
    assert [row["file"] for row in rows] == names
    assert {int(row["label"]): row["name"] for row in rows if row["name"]} == made.names
    kinds = {each.number: each.name for each in made.classes}
    assert {int(row["label"]): row["class"] for row in rows if row["class"]} == {
        label: kinds[number] for label, number in made.assigned.items()
    }
