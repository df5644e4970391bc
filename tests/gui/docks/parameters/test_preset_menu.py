"""The menu of presets."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from segmenter.assets import presets
from segmenter.document.state import State
from segmenter.errors import SegmenterError
from segmenter.gui.docks.parameters.preset_menu import PresetMenu
from segmenter.parameters import DEFAULTS, from_toml


@pytest.fixture
def menu(stand_in, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    yield PresetMenu(stand_in, parent)  # noqa: PT022 - the frame keeps the parent alive


def entry(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


def test_shipped_presets_are_offered_and_taken(menu, stand_in):
    for path, title in presets().items():
        entry(menu, title).trigger()
        parameters, step = stand_in.asked("use_parameters")[-1]
        assert parameters == from_toml(path.read_text("utf-8"))
        assert path.stem in step


def test_a_preset_comes_back_as_it_was_saved(menu, stand_in, tmp_path):
    stand_in.state = State(parameters=DEFAULTS.replace(k="auto", sigma_position=3.25))
    menu.save(tmp_path / "mine")
    menu.use(tmp_path / "mine.toml")
    assert stand_in.asked("use_parameters")[0][0] == stand_in.state.parameters


@pytest.mark.parametrize(
    ("content", "words"), [(b"[labels]\nk = 'many'", "k"), (b"\xff\xfe\x00", "preset"), (b"nonsense", "TOML")]
)
def test_what_is_no_preset_is_said_in_a_sentence(menu, stand_in, tmp_path, content, words):
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    menu.use(path)
    ((error,),) = stand_in.asked("report")
    assert words in str(error)
    assert stand_in.asked("use_parameters") == []


def test_a_preset_that_is_gone_is_said_in_a_sentence(menu, stand_in, tmp_path):
    menu.use(tmp_path / "gone.toml")
    assert "gone.toml could not be read" in str(stand_in.asked("report")[0][0])


def test_a_preset_that_cannot_be_written_is_reported(menu, stand_in, tmp_path):
    menu.save(tmp_path / "missing" / "mine.toml")
    assert isinstance(stand_in.asked("report")[0][0], SegmenterError)


@pytest.mark.parametrize("text", ["Open…", "Save As…"])
def test_the_dialog_does_not_stop_the_program(menu, stand_in, tmp_path, text):
    stand_in.state = replace(stand_in.state, parameters=DEFAULTS.replace(k=5))
    menu.save(tmp_path / "mine.toml")
    entry(menu, text).trigger()
    dialog = menu.parentWidget().findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mine.toml"))
    dialog.close()
    if text == "Open…":
        assert stand_in.asked("use_parameters")[0][0].labels.k == 5
