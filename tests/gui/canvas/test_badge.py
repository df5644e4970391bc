"""The word that is there while parameters and picture disagree."""

from dataclasses import replace

from PySide6.QtCore import QRect

from segmenter.gui.canvas import badge
from segmenter.parameters import DEFAULTS


def corner(canvas):
    return canvas.grab(QRect(0, 390, 120, 50)).toImage()


def has_badge(image):
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(each == badge.GROUND for each in colours) > 200


def test_what_is_final_has_none(canvas, labelled):
    assert badge.text(labelled) == ""
    assert not has_badge(corner(canvas))


def test_a_preview_and_an_earlier_result_say_so_themselves(canvas, labelled, monkeypatch):
    monkeypatch.setattr(labelled.solver, "solve", lambda *_: None)
    labelled.set_live(False)
    labelled.use_parameters(DEFAULTS.replace(k=7), "k")
    assert badge.text(labelled) == "Earlier result"
    assert has_badge(corner(canvas))
    labelled.undo()
    assert not has_badge(corner(canvas))
    labelled.preview = replace(labelled.state)
    labelled.previewed.emit(labelled.preview)
    assert badge.text(labelled) == "Preview"
    assert has_badge(corner(canvas))
