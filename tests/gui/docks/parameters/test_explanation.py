"""The explanation that a button opens: pictures of the open image, made by the clerk."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

import segmenter
from segmenter.core import features
from segmenter.core.affinity import build
from segmenter.gui.app.qimages import from_rgb
from segmenter.gui.docks.parameters.explanation import WIDTH, Explanation
from segmenter.gui.docks.parameters.panel import ParameterPanel
from segmenter.gui.docks.parameters.rows import EXPLAINED
from segmenter.gui.session.explaining import DIMMED
from segmenter.progress import ignore
from segmenter.render.contrast import display
from segmenter.render.overlay import blend, palette


@pytest.fixture
def panel(opened, qtbot):
    panel = ParameterPanel(opened)
    panel.resize(290, 330)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    for fold in panel.folds.values():
        fold.open()
    yield panel
    panel.close()


def pixmaps(popup):
    return [each for each in popup.findChildren(QLabel) if not each.pixmap().isNull()]


@pytest.mark.parametrize("name", EXPLAINED)
def test_a_button_shows_pictures_of_half_this_and_double(panel, opened, qtbot, name):
    qtbot.mouseClick(panel.rows[name].why, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Explanation)
    qtbot.waitUntil(lambda: len(pixmaps(popup)) >= 2, timeout=10_000)
    assert len(pixmaps(popup)) == {"sigma_intensity": 6}.get(name, 3)
    for shown in pixmaps(popup):
        assert shown.accessibleName()
        assert max(shown.pixmap().deviceIndependentSize().toTuple()) <= WIDTH
    assert panel.rows[name].help in popup.findChildren(QLabel)[0].text()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_nothing_is_made_for_one_that_was_closed(panel, opened, qtbot, settled):
    qtbot.mouseClick(panel.rows["radius"].why, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    popup.close()
    settled(opened)
    assert not opened.io_worker.busy("explain")


def test_the_links_are_those_of_the_selected_segment(panel, opened, qtbot):
    opened.select({2})
    popup = Explanation(opened, panel.rows["radius"], panel)
    row, column = popup._here()
    part = opened.state.labels.bounds([2])
    rows, columns = opened.state.labels.shape
    assert part.top / rows < row < part.bottom / rows
    assert part.left / columns < column < part.right / columns
    popup.close()


# What the captions say


@pytest.fixture
def explained(panel, opened, qtbot):
    """Return a function that opens an explanation: the number under each picture, and its pixels, kind after kind."""

    def open_(name):
        popup = Explanation(opened, panel.rows[name], panel)
        qtbot.waitUntil(lambda: len(pixmaps(popup)) >= 2, timeout=10_000)
        grid, found = popup._grid, []
        for row in range(1, grid.rowCount(), 3):
            cells = [(grid.itemAtPosition(row, at), grid.itemAtPosition(row + 1, at)) for at in range(3)]
            cells = [(shown.widget(), caption.widget().text()) for shown, caption in cells if shown is not None]
            numbers = [popup.locale().toDouble(caption) for _, caption in cells]
            assert all(right for _, right in numbers)
            found.append([(number, seen(shown)) for (number, _), (shown, _) in zip(numbers, cells, strict=True)])
        note = popup.note.text()
        popup.close()
        return found, note

    return open_


def seen(label):
    image = label.pixmap().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(float)


def scaled(pixels):
    """Return pixels at the size at which they are shown."""
    how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    label = QLabel()
    label.setPixmap(QPixmap.fromImage(from_rgb(pixels).scaled(WIDTH, WIDTH, *how)))
    return seen(label)


def described(session):
    """Return the image as the graph takes it: every pixel a node, as it is small."""
    return features.reduce(features.compute(session.document.image, None, 0.0, ignore), 1)


@pytest.mark.parametrize("name", ["sigma_intensity", "sigma_position", "radius"])
def test_a_picture_of_links_is_that_of_the_number_below_it(explained, opened, name):
    opened.set_parameters(radius=4)
    usual = {
        "sigma_intensity": opened.document.segmentation.sigma_intensity,
        "sigma_position": opened.state.parameters.affinity.sigma_position,
        "radius": 4,
    }
    shown = explained(name)[0][0]
    assert [number for number, _ in shown] == pytest.approx([usual[name] * by for by in (0.5, 1, 2)], rel=1e-3)
    rows, columns = opened.document.image.shape
    row, column, reach = rows // 2, columns // 2, 9 if name == "radius" else 5
    window = np.s_[row - reach : row + reach + 1, column - reach : column + reach + 1]
    middles = ((np.arange(2 * reach + 1) + 0.5) * WIDTH / (2 * reach + 1)).astype(int)
    others = np.ones((2 * reach + 1,) * 2, bool)
    others[reach, reach] = False  # framed
    for number, pixels in shown:
        used = usual | {name: int(number) if name == "radius" else number}
        graph = build(described(opened), *used.values(), ignore)
        weights = graph.W[[row * columns + column]].toarray().reshape(rows, columns)[window]
        expected = opened.document.picture[window] * (DIMMED + (1 - DIMMED) * weights[:, :, None])
        assert np.abs(pixels[np.ix_(middles, middles)] - expected)[others].max() <= 2, number


def test_a_picture_of_borders_is_that_of_the_number_below_it(explained, opened):
    values = described(opened).values
    shown = explained("sigma_intensity")[0][1]
    for number, pixels in shown:
        right, below = (np.exp(-(np.diff(values, axis=axis) ** 2).sum(2) / (2 * number**2)) for axis in (1, 0))
        strength = np.ones(values.shape[:2])
        strength[:, :-1] = right
        strength[:-1] = np.minimum(strength[:-1], below)
        grey = (255 * strength).astype(np.uint8)
        assert np.abs(pixels - scaled(np.repeat(grey[:, :, None], 3, axis=2))).max() <= 3, number


@pytest.mark.parametrize("name", ["k", "strength"])
def test_a_picture_of_segments_is_that_of_the_number_below_it(explained, opened, settled, name):
    opened.set_parameters(k=4, method="tree")
    settled(opened)
    if name == "strength":
        opened.set_parameters(k="auto", strength=60.0)
        settled(opened)
    document, parameters = opened.document, opened.state.parameters
    assert document.factor == 1
    shown = explained(name)[0][0]
    numbers = [number for number, _ in shown]
    assert numbers == ([2, 4, 8] if name == "k" else [30, 60, 120])
    for number, pixels in shown:
        wanted = parameters.replace(**{name: int(number) if name == "k" else number})
        labels = segmenter.segment(document.image, wanted).labels
        overlay = blend(display(document.small), labels, palette(int(labels.max())), 0.6)
        assert np.abs(pixels - scaled(overlay)).max() <= 3, number


def test_where_half_of_it_is_not_possible_nothing_else_is_said(explained, opened, settled):
    assert explained("sigma_position")[1] == "Half, the present value, and double:"
    opened.set_parameters(radius=1)
    settled(opened)
    (links,), note = explained("radius")
    assert [number for number, _ in links] == [1, 2]
    assert note == "As far down and up as it goes:"


def test_numbers_are_written_as_in_their_fields(opened, panel):
    popup = Explanation(opened, panel.rows["sigma_position"], panel)
    popup.setLocale(QLocale("de_DE"))
    assert popup._caption(2.5) == "2,5"
    popup.close()
