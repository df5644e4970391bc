"""The window in which the contrast is chosen, with real keys and mouse."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QColorDialog, QComboBox, QDoubleSpinBox, QPushButton, QSlider

from segmenter.core.image import from_array
from segmenter.gui.app.theme import use_theme
from segmenter.gui.main.contrast_dialog import ContrastDialog, Histogram, show_contrast
from segmenter.gui.session.document import document
from segmenter.render.contrast import automatic

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot, labelled):
    dialog = ContrastDialog(labelled, None)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    yield dialog
    dialog.close()


def field(dialog, kind, name):
    return next(each for each in dialog.findChildren(kind) if each.accessibleName() == name)


def button(dialog, kind, text):
    return next(each for each in dialog.findChildren(kind) if each.text().replace("&", "") == text)


def test_sliders_and_boxes_change_what_is_seen(qtbot, dialog, labelled):
    box = field(dialog, QDoubleSpinBox, "Maximum")
    box.selectAll()
    qtbot.keyClicks(box, "100")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert {each.high for each in labelled.contrast.contrast} == {100}
    slider = field(dialog, QSlider, "Gamma")
    before = slider.value()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() != before or labelled.contrast.contrast[0].gamma > 1
    assert labelled.contrast.contrast[0].gamma > 1
    qtbot.mouseClick(button(dialog, QPushButton, "Reset"), Left)
    assert labelled.contrast.contrast == automatic(labelled.document.image)
    assert box.value() == 255


def test_a_channel_alone(qtbot, dialog, labelled):
    button(dialog, QCheckBox, "All channels together").click()
    field(dialog, QComboBox, "Channel").setCurrentIndex(1)
    button(dialog, QCheckBox, "Show this channel").click()
    field(dialog, QDoubleSpinBox, "Minimum").setValue(60)
    red, green, blue = labelled.contrast.contrast
    assert (red.visible, green.visible, blue.visible) == (True, False, True)
    assert (red.low, green.low) == (0, 60)


def test_a_colour_is_chosen(qtbot, dialog, labelled):
    qtbot.mouseClick(button(dialog, QPushButton, "Colour…"), Left)
    chooser = dialog.findChild(QColorDialog)
    chooser.colorSelected.emit(QColor(10, 20, 30))
    chooser.close()
    assert labelled.contrast.contrast[0].colour == (10, 20, 30)
    assert labelled.contrast.contrast[1].colour == (0, 255, 0)


def test_auto_stretches(qtbot, dialog, labelled):
    labelled.show(document(from_array(np.linspace(0.1, 0.3, 900, dtype=np.float32).reshape(30, 30))))
    qtbot.mouseClick(button(dialog, QPushButton, "Auto"), Left)
    (channel,) = labelled.contrast.contrast
    assert (channel.low, channel.high) == pytest.approx((0.1, 0.3), abs=0.01)
    assert field(dialog, QDoubleSpinBox, "Minimum").value() == pytest.approx(channel.low, abs=0.001)


def test_it_follows_the_image(dialog, labelled):
    names = field(dialog, QComboBox, "Channel")
    assert [names.itemText(at) for at in range(names.count())] == ["Red", "Green", "Blue"]
    labelled.show(document(from_array(np.zeros((5, 5, 2), np.uint8))))
    assert [names.itemText(at) for at in range(names.count())] == ["Channel 1", "Channel 2"]
    labelled.show(None)
    assert not dialog.isEnabled()


def test_there_is_one(qtbot, shown):
    shown.actions_["contrast"].trigger()
    show_contrast(shown._session, shown)
    dialogs = shown.findChildren(ContrastDialog)
    assert len(dialogs) == 1
    qtbot.waitUntil(dialogs[0].isActiveWindow)
    qtbot.keyClick(dialogs[0], Qt.Key.Key_Escape)
    assert not dialogs[0].isVisible()
    show_contrast(shown._session, shown)
    assert len([each for each in shown.findChildren(ContrastDialog) if each.isVisible()]) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_counts_are_seen_on_any_ground(dialog, theme):
    use_theme(theme)
    histogram = dialog.findChild(Histogram)
    histogram.setPalette(QApplication.palette())
    histogram.show_values(np.full(10, 0.5), 0.0, 1.0)
    seen = histogram.grab().toImage()
    peak, ground = seen.pixelColor(seen.width() // 2, seen.height() - 4), seen.pixelColor(4, 4)
    use_theme("system")
    assert abs(peak.lightness() - ground.lightness()) > 40
