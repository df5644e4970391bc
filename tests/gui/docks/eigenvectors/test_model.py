"""The list of eigenvectors as a model."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from segmenter.gui.docks.eigenvectors.model import THUMBNAIL, EigenvectorModel, thumbnails
from segmenter.progress import Cancelled, ignore
from segmenter.render.colormaps import diverging

Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp):
    model = EigenvectorModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_numbers([0.0, 0.00123, 0.02], [0.0, 2e-5, 0.001])
    return model


@pytest.mark.parametrize("shape", [(20, 30), (96, 96), (97, 10), (301, 500), (1, 1), (1, 400)])
def test_thumbnails_are_small_and_keep_their_shape(shape):
    vectors = np.random.default_rng(0).random((*shape, 3)).astype(np.float32) + 0.1
    pictures = thumbnails(vectors, ignore)
    assert len(pictures) == 3
    rows, columns, _ = pictures[0].shape
    assert max(rows, columns) <= THUMBNAIL
    assert rows == max(1, shape[0] // -(-max(shape) // THUMBNAIL))
    assert pictures[0].dtype == np.uint8


def test_a_thumbnail_shows_the_eigenvector_without_the_degrees():
    first = np.random.default_rng(0).random((40, 60)).astype(np.float32) + 0.5
    step = np.where(np.arange(60) < 30, -1, 1).astype(np.float32)
    picture = thumbnails(np.dstack([first, first * step]), ignore)[1]
    np.testing.assert_array_equal(picture, diverging(np.broadcast_to(step, (40, 60))))


def test_thumbnails_can_be_stopped():
    def stop(stage, fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        thumbnails(np.ones((4, 4, 2), np.float32), stop)


def test_all_but_the_first_can_be_left_out(model, qtbot):
    assert model.index(0).data(Role.CheckStateRole) is None
    assert model.index(1).data(Role.CheckStateRole) == Qt.CheckState.Checked
    assert not model.setData(model.index(0), Qt.CheckState.Unchecked, Role.CheckStateRole)
    with qtbot.waitSignal(model.used_changed) as heard:
        model.setData(model.index(2), Qt.CheckState.Unchecked, Role.CheckStateRole)
    assert heard.args == [3, False]
    assert model.used(3)  # until the parameters say so
    model.show_left_out(frozenset({3}))
    assert not model.used(3)
    assert model.index(2).data(Role.CheckStateRole) == Qt.CheckState.Unchecked


def test_numbers_are_told(model):
    assert model.lines(2) == ("2:  0.0012", "± 2e-05")
    assert "0.00123" in model.index(1).data(Role.ToolTipRole)
    assert "uses" in model.index(1).data(Role.ToolTipRole)
    model.show_left_out(frozenset({2}))
    assert "left out" in model.index(1).data(Role.ToolTipRole)
    assert model.index(1).data(Role.AccessibleTextRole) == "Eigenvector 2"


def test_pictures_stay_until_others_come(model):
    assert model.picture(1) is None
    model.show_pictures([np.zeros((5, 8, 3), np.uint8)] * 3)
    assert model.picture(3).width() == 8
    model.show_numbers([0.0, 0.1, 0.2], [0.0, 0.0, 0.0])
    assert model.picture(3) is not None
    model.show_numbers([0.0, 0.1], [0.0, 0.0])
    assert model.picture(1) is None
    assert model.rowCount() == 2
