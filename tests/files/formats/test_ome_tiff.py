"""OME-TIFF: what tifffile and the standard's own elements say."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest
import tifffile

from segmenter.files.formats import named

OME = named("ome")
NS = {"o": "http://www.openmicroscopy.org/Schemas/OME/2016-06"}


@pytest.mark.parametrize("largest", [9, 300, 70_000])
def test_pixels_and_sizes(outcome, known, tmp_path, largest):
    made = known(outcome([[0, 1, 2], [largest, 0, 1]]))
    OME.write(tmp_path / "a.ome.tif", made)
    with tifffile.TiffFile(tmp_path / "a.ome.tif") as file:
        assert file.is_ome
        np.testing.assert_array_equal(file.asarray(), made.labels)
        assert file.series[0].kind.lower() == "ome"
        (pixels,) = ET.fromstring(file.ome_metadata).iterfind("o:Image/o:Pixels", NS)
    assert pixels.get("PhysicalSizeX") == "0.5"
    assert pixels.get("PhysicalSizeY") == "0.65"
    assert pixels.get("PhysicalSizeXUnit") == "µm"
    assert (pixels.get("SizeX"), pixels.get("SizeY"), pixels.get("Type")) == ("3", "2", file.pages[0].dtype.name)


def test_names_and_classes_are_annotations(outcome, known, scattered, tmp_path):
    made = known(outcome(scattered(1)))
    OME.write(tmp_path / "a.ome.tif", made)
    with tifffile.TiffFile(tmp_path / "a.ome.tif") as file:
        root = ET.fromstring(file.ome_metadata)
    notes = {
        note.get("Namespace").removeprefix("segmenter/"): {
            int(pair.get("K")): pair.text for pair in note.iterfind("o:Value/o:M", NS)
        }
        for note in root.iterfind("o:StructuredAnnotations/o:MapAnnotation", NS)
    }
    assert notes["names"] == made.names
    assert notes["assigned"] == {label: str(number) for label, number in made.assigned.items()}
    assert notes["classes"] == {each.number: each.name for each in made.classes}
    references = [each.get("ID") for each in root.iterfind("o:Image/o:AnnotationRef", NS)]
    assert references == [each.get("ID") for each in root.iterfind("o:StructuredAnnotations/o:MapAnnotation", NS)]
