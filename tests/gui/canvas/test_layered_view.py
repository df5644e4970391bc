"""The open image with all that lies over it."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QPalette
from shiboken6 import isValid

from segmenter.core.image import from_array
from segmenter.document import edits
from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas.contour_lines import reach
from segmenter.gui.canvas.hint import Hint
from segmenter.gui.canvas.layered_view import SELECTION, LayeredView
from segmenter.gui.session.document import document
from segmenter.render import overlay


def colour(canvas, spot):
    """Return the colour on the screen at a place."""
    return canvas.grab().toImage().pixelColor(spot)


def test_an_image_is_shown_as_a_whole_when_it_is_opened(canvas, labelled, settled):
    labelled.show(document(from_array(np.zeros((200, 100), np.uint8))))
    settled(labelled)
    assert canvas.view.shape == (200, 100)
    assert canvas.view.scale == pytest.approx((440 - 16) / 200)


def test_segments_lie_over_the_image(canvas, view_state, labelled, spot):
    view_state.set(mode="fill", opacity=1.0)
    assert colour(canvas, spot(5, 5)) == QColor(*labelled.state.colours()[1].tolist())
    view_state.set(visible=False)
    assert colour(canvas, spot(5, 5)) == QColor(*labelled.document.picture[5, 5].tolist())


def test_around_the_image_is_ground_of_the_palette(canvas):
    light, dark = QPalette(QColor(240, 240, 240)), QPalette(QColor(40, 40, 40))
    for palette in (light, dark):
        canvas.setPalette(palette)
        ground = colour(canvas, QPoint(2, 2))
        assert abs(ground.lightness() - palette.color(QPalette.ColorRole.Window).lightness()) < 50


def test_the_selection_of_others_is_shown(canvas, labelled, view_state):
    view_state.set(mode="fill")
    plain = canvas.grab().toImage()
    labelled.select({3})
    assert canvas.grab().toImage() != plain
    labelled.select(())
    assert canvas.grab().toImage() == plain


def test_a_cut_is_shown_before_it_is_taken(canvas, labelled, spot):
    plain = colour(canvas, spot(5, 10)), colour(canvas, spot(5, 40))
    side = np.zeros((60, 50), bool)
    side[:, :25] = True
    part = Rectangle(0, 0, 60, 50)
    canvas.show_candidate(SimpleNamespace(number=1, part=part, split=SimpleNamespace(side=side), place=1))
    one, other = colour(canvas, spot(5, 10)), colour(canvas, spot(5, 40))
    assert one.red() > one.blue()
    assert other.blue() > other.red()
    canvas.show_candidate(None)
    assert (colour(canvas, spot(5, 10)), colour(canvas, spot(5, 40))) == plain


def test_nothing_is_kept_of_a_canvas_that_is_gone(qtbot, labelled, view_state, settled):
    canvas = LayeredView(labelled, view_state)
    layers = canvas.layers
    canvas.deleteLater()
    qtbot.waitUntil(lambda: not isValid(canvas))
    assert not isValid(layers)
    view_state.set(opacity=0.3)
    labelled.select({1})
    settled(labelled)


class Watcher(QObject):
    """Writes down what is painted again."""

    def __init__(self, widget):
        super().__init__(widget)
        self.parts = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.parts.append(event.rect())
        return False


def test_a_stroke_paints_only_its_part_of_the_screen(qtbot, canvas, view_state, spot, labelled):
    view_state.set(tool="brush", brush=3)
    qtbot.mouseMove(canvas, spot(10, 10))
    canvas.repaint()
    watcher, part = Watcher(canvas), Rectangle(9, 9, 12, 12)
    labelled.strokes.show(edits.paint(labelled.state, 2, part, np.ones((3, 3), bool)), part)
    qtbot.waitUntil(lambda: bool(watcher.parts))
    assert watcher.parts[0].width() <= 3 * 6 + 2 * (reach(1) + 2)
    assert watcher.parts[0].contains(spot(10, 10))


def test_an_error_while_painting_is_an_error_and_no_crash(canvas, monkeypatch):
    def fail(*_):
        raise ValueError("no picture")

    monkeypatch.setattr(canvas.layers, "draw", fail)
    with pytest.raises(ValueError, match="no picture"):
        canvas.repaint()
    monkeypatch.undo()
    canvas.repaint()


def test_lines_are_wider_on_finer_screens(canvas, monkeypatch):
    assert canvas.line_width == 1
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: 2.0)
    assert canvas.line_width == 2


def test_a_hint_says_why_there_is_nothing_to_see(canvas, view_state):
    view_state.set(view="margin")
    hint = canvas.findChild(Hint)
    assert "final result" in hint.text()
    assert hint.isVisible()
    view_state.set(visible=False)
    assert not hint.isVisible()


def oklab(colours):
    """Return sRGB colours in OKLab (Ottosson 2020)."""
    encoded = np.asarray(colours, float) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    to_lms = [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]
    to_lab = [[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
    return np.cbrt(linear @ np.transpose(to_lms)) @ np.transpose(to_lab)


def test_no_segment_has_the_colour_of_what_is_selected():
    """Colours of neighbours in the table are about 0.1 apart."""
    selected = oklab([SELECTION.getRgb()[:3]])
    assert np.linalg.norm(oklab(overlay.palette(2000)[1:]) - selected, axis=1).min() > 0.1


def test_a_slider_that_moves_repaints_only_what_is_said_of_it(canvas, labelled, monkeypatch):
    painted = []
    monkeypatch.setattr(canvas, "update", lambda: painted.append(labelled.trial))
    labelled.set_live(False)
    for sigma in (2.0, 2.1, 2.2):
        labelled.try_parameters(sigma_intensity=sigma)
    assert not painted
    labelled.try_parameters(smallest_diameter=20.0)
    labelled.try_parameters(smallest_diameter=21.0)  # its circle grows
    assert [trial.parameters.objects.smallest_diameter for trial in painted[-2:]] == [20.0, 21.0]
