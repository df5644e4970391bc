"""What a batch is asked for, both ways."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QSpinBox, QToolButton

from segmenter.document.state import State
from segmenter.files.formats import DEFAULT
from segmenter.gui.app.settings import Settings
from segmenter.gui.batch.form import CLUSTER, BatchForm
from segmenter.gui.batch.spec import BatchSpec
from segmenter.jobs.naming import TEMPLATE
from segmenter.parameters import DEFAULTS

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def make(qtbot, stand_in):
    def make():
        form = BatchForm(stand_in, Settings())
        qtbot.addWidget(form)
        return form

    return make


@pytest.fixture
def form(make):
    return make()


@pytest.fixture
def opened(stand_in, picture, photos):
    """Open an image of the folder, with parameters of its own."""
    stand_in.open(State(parameters=DEFAULTS.replace(k=5, excluded="3")), picture)
    source = SimpleNamespace(path=photos / "photo1.png")
    stand_in.document = SimpleNamespace(image=SimpleNamespace(source=source))
    return stand_in


def named(form, name, kind=QLineEdit):
    (found,) = [each for each in form.findChildren(kind) if name in (each.accessibleName(), each.text())]
    return found


def box(form, name):
    (found,) = [each for each in form.findChildren(QComboBox) if each.accessibleName() == name]
    return found


def test_nothing_is_chosen_at_first(form):
    assert form.trouble == "Choose the folder of the images."
    order = form.order()
    assert (order.exports, order.template, order.jobs, order.scheduler) == (DEFAULT, TEMPLATE, None, "")
    assert order.pattern is None
    assert box(form, "Parameters").currentText() == "Default"


def test_a_folder_suggests_where_results_go(qtbot, form, tmp_path):
    qtbot.keyClicks(named(form, "Folder"), str(tmp_path))
    assert not form.trouble
    assert form.order() == BatchSpec(
        tmp_path, tmp_path / "segmented", next(path for path in form.order().preset.parents[0].glob("default.toml"))
    )
    qtbot.keyClicks(named(form, "Results"), str(tmp_path / "there"))
    assert form.order().out == tmp_path / "there"


def test_a_tilde_is_home(qtbot, form, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    qtbot.keyClicks(named(form, "Folder"), "~/a")
    assert form.order().folder == tmp_path / "a"


def test_results_need_a_whole_path(qtbot, form, tmp_path):
    qtbot.keyClicks(named(form, "Folder"), str(tmp_path))
    qtbot.keyClicks(named(form, "Results"), "there")
    assert form.trouble == "Choose a folder for the results."


def test_every_choice_reaches_the_order(qtbot, form, tmp_path):
    def tick(text):
        (found,) = [each for each in form.findChildren(QCheckBox) if each.text() == text]
        found.click()

    with qtbot.waitSignals([form.changed] * 9):
        qtbot.keyClicks(named(form, "Images"), "*.tif")
        named(form, "Names").selectAll()
        qtbot.keyClicks(named(form, "Names"), "x")
        for text in ("Folders &inside as well", "Same numbers in &all images", "Do finished ones a&gain"):
            tick(text)
        tick("Overlay")
        tick("Region table")
        qtbot.keyClick(form.findChild(QSpinBox), Qt.Key.Key_Up)
    order = form.order()
    assert (order.pattern, order.template, order.jobs) == ("*.tif", "x", 1)
    assert order.recursive
    assert order.match
    assert order.overwrite
    assert order.exports == ("labels", "table", "recipe")


def test_the_recipe_is_always_written(form):
    recipe = named(form, "Recipe", QCheckBox)
    assert recipe.isChecked()
    assert not recipe.isEnabled()


class TestParameters:
    def test_those_of_the_open_image_but_not_its_eigenvectors(self, opened, make, photos):
        form = make()
        assert box(form, "Parameters").currentText() == "Of the open image"
        assert form.order().folder == photos
        assert form.order().preset == DEFAULTS.replace(k=5)

    def test_they_are_followed(self, qtbot, opened, make):
        form = make()
        with qtbot.waitSignal(form.changed):
            opened.set_parameters(k=9)
        assert form.order().preset.labels.k == 9
        with qtbot.assertNotEmitted(form.changed):
            opened.move(opened.state)

    def test_a_preset_is_not(self, qtbot, opened, make):
        form = make()
        presets = box(form, "Parameters")
        with qtbot.waitSignal(form.changed):
            qtbot.keyClick(presets, Qt.Key.Key_Down)
        assert form.order().preset.name == "default.toml"
        with qtbot.assertNotEmitted(form.changed):
            opened.set_parameters(k=9)

    def test_without_an_image_there_are_none_to_take(self, qtbot, form, stand_in, picture):
        presets = box(form, "Parameters")
        qtbot.keyClick(presets, Qt.Key.Key_Home)
        assert presets.currentText() == "Default"
        stand_in.open(State(), picture)
        qtbot.keyClick(presets, Qt.Key.Key_Up)
        assert presets.currentText() == "Of the open image"

    def test_from_a_file(self, qtbot, form, tmp_path):
        presets = box(form, "Parameters")
        qtbot.mouseClick(named(form, "Open a preset", QToolButton), Left)
        dialog = form.findChild(QFileDialog)
        with qtbot.waitSignal(form.changed):
            dialog.fileSelected.emit(str(tmp_path / "mine.toml"))
        dialog.close()
        assert presets.currentText() == "mine"
        assert form.order().preset == tmp_path / "mine.toml"


def test_a_cluster(qtbot, form, tmp_path):
    qtbot.keyClicks(named(form, "Folder"), str(tmp_path))
    box(form, "Work on").setCurrentIndex(CLUSTER)
    assert form.trouble == "Say where the scheduler of the cluster answers."
    qtbot.keyClicks(named(form, "Address of the scheduler"), "tcp://a:1")
    assert not form.trouble
    assert form.order().scheduler == "tcp://a:1"
    box(form, "Work on").setCurrentIndex(0)
    assert form.order().scheduler == ""


def test_browsing(qtbot, form, tmp_path):
    qtbot.mouseClick(named(form, "Choose the folder of the images", QToolButton), Left)
    dialog = form.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert form.order().folder == tmp_path


def test_choices_come_back(qtbot, make, tmp_path):
    form = make()
    qtbot.keyClicks(named(form, "Folder"), str(tmp_path))
    named(form, "Outlines", QCheckBox).click()
    form.findChild(QSpinBox).setValue(2)
    form.keep()
    again = make().order()
    assert (again.folder, again.jobs) == (tmp_path, 2)
    assert again.exports == ("labels", "overlay", "outlines", "recipe")


def test_settings_may_hold_anything(make):
    for name in ("batch folder", "batch exports", "batch jobs"):
        Settings().set_value(name, "nonsense")
    order = make().order()
    assert order.folder == Path("nonsense")
    assert (order.exports, order.jobs) == (("recipe",), None)


def test_everything_has_a_name_and_a_tip(form):
    controls = [
        each for kind in (QLineEdit, QComboBox, QCheckBox, QToolButton, QSpinBox) for each in form.findChildren(kind)
    ]
    own = [each for each in controls if not each.objectName().startswith("qt_")]
    assert len(own) > 12
    for control in own:
        assert control.accessibleName() or control.text()
        assert control.toolTip()
