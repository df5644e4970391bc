"""Circles as large as the limits of objects."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSlider

from segmenter.gui.canvas.diameters import wanted


def test_only_while_one_of_them_is_tried(labelled):
    assert wanted(labelled) == {}
    labelled.try_parameters(sigma_intensity=3.0)
    assert wanted(labelled) == {}
    labelled.try_parameters(largest_diameter=30.0)
    assert wanted(labelled) == {"largest_diameter": 30}
    labelled.settle()
    assert wanted(labelled) == {}
    labelled.try_parameters(smallest_diameter=5.0)
    assert wanted(labelled) == {"smallest_diameter": 5, "largest_diameter": 30}
    labelled.cancel()
    assert wanted(labelled) == {}


def test_they_are_as_large_as_what_they_mean(canvas, labelled, view_state, monkeypatch):
    monkeypatch.setattr(labelled.solver, "preview", lambda *_: None)
    view_state.set(visible=False)
    plain = canvas.grab().toImage()
    labelled.try_parameters(largest_diameter=30.0)
    shown = canvas.grab().toImage()
    radius = round(15 * canvas.view.scale)
    for turn in (QPoint(radius, 0), QPoint(-radius, 0)):
        place = QPoint(300, 220) + turn
        assert shown.pixelColor(place) != plain.pixelColor(place)
    outside = QPoint(300 + radius + 6, 220 + 12)
    assert shown.pixelColor(outside) == plain.pixelColor(outside)
    labelled.cancel()
    assert canvas.grab().toImage() == plain


def test_the_slider_shows_them(qtbot, shown, settled):
    shown._session.set_parameters(method="objects")
    settled(shown._session)
    sliders = shown.parameters.findChildren(QSlider)
    slider = next(each for each in sliders if each.accessibleName() == "Largest diameter")
    slider.setSliderDown(True)
    slider.setSliderPosition(slider.maximum() // 2)
    assert wanted(shown._session)["largest_diameter"] > 0
    slider.setSliderDown(False)
    settled(shown._session)
    assert wanted(shown._session) == {}


@pytest.mark.parametrize("changes", [{"smallest_diameter": 3.0}, {"threshold": 2.0}, {"split": 0.3}])
def test_a_drag_answers_on_the_preview(qtbot, shown, settled, changes):
    session = shown._session
    session.set_parameters(method="objects")
    settled(session)
    previews = []
    session.previewed.connect(lambda state: previews.append(state) if state else None)
    session.try_parameters(**changes)
    qtbot.waitUntil(lambda: bool(previews), timeout=20_000)
    session.cancel()
    settled(session)
