"""The dock widget: what it computes; and the widget itself, where napari and a screen with OpenGL are.

`packaging/programs` does this in a real napari.
"""

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.core.pipeline import segment
from segmenter.napari.widget import labels_of, segment_widget
from segmenter.parameters import Parameters


def test_an_image_becomes_labels(gallery):
    labels = labels_of(gallery["rgb"], 2)
    expected = segment(from_array(gallery["rgb"]), Parameters().replace(k=2)).labels
    np.testing.assert_array_equal(labels, expected)
    assert labels.flags.writeable
    assert labels_of(gallery["grey"], 0).max() >= 1


def test_in_napari(gallery, qtbot, tmp_path):
    napari = pytest.importorskip("napari")
    npe2 = pytest.importorskip("npe2")
    manifest = npe2.PluginManifest.from_file("segmenter/napari/napari.yaml")
    npe2.PluginManager.instance().register(manifest)
    viewer = napari.Viewer(show=False)
    layer = viewer.add_image(gallery["rgb"], name="cup")
    widget = segment_widget()
    viewer.window.add_dock_widget(widget)
    widget(image=layer, k=2)
    qtbot.waitUntil(lambda: "cup segments" in viewer.layers, timeout=30_000)
    made = viewer.layers["cup segments"]
    np.testing.assert_array_equal(made.data, labels_of(gallery["rgb"], 2))
    (path,) = made.save(str(tmp_path / "a.geojson"), plugin="segmenter")
    (again,) = viewer.open(path, plugin="segmenter")
    np.testing.assert_array_equal(again.data, made.data)
    viewer.close()
