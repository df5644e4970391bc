"""What is remembered from one start to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtWidgets import QMainWindow

from segmenter.gui.app.settings import MAX_RECENT, Settings


@pytest.fixture
def settings(qapp):
    return Settings()


def files(folder, count):
    paths = [folder / f"{number}.png" for number in range(count)]
    for path in paths:
        path.touch()
    return paths


def test_the_newest_comes_first_and_once(settings, tmp_path):
    first, second, third = files(tmp_path, 3)
    for path in (first, second, third, first):
        settings.add_recent(path)
    assert settings.recent == [first, third, second]
    assert Settings().recent == [first, third, second]


def test_only_so_many_are_kept(settings, tmp_path):
    paths = files(tmp_path, MAX_RECENT + 3)
    for path in paths:
        settings.add_recent(path)
    assert settings.recent == paths[:2:-1]


def test_files_are_not_looked_for(settings, tmp_path, monkeypatch):
    """On a dead mount that takes for ever, or raises what nobody expects."""
    monkeypatch.setattr(Path, "stat", lambda *_, **__: pytest.fail("looked for"))
    settings.add_recent(tmp_path / ("x" * 5000))
    assert settings.recent == [tmp_path / ("x" * 5000)]


def test_one_file_is_a_list_of_one(settings, tmp_path):
    (only,) = files(tmp_path, 1)
    settings.add_recent(only)
    QSettings().sync()
    assert Settings().recent == [only]


def test_recent_files_can_be_forgotten(settings, tmp_path):
    settings.add_recent(files(tmp_path, 1)[0])
    settings.clear_recent()
    assert settings.recent == []


def test_theme_and_folder(settings, tmp_path):
    assert settings.theme == "system"
    assert settings.folder == ""
    settings.theme, settings.folder = "dark", tmp_path
    assert (Settings().theme, Settings().folder) == ("dark", str(tmp_path))


def test_values_of_dialogs(settings):
    assert settings.value("exports", "labels") == "labels"
    settings.set_value("exports", "table")
    assert Settings().value("exports") == "table"


def test_looks_come_back(settings, view_state):
    view_state.set(mode="contour", opacity=0.25, brush=44, tool="brush", visible=False)
    settings.keep_look(view_state)
    view_state.set(mode="fill", opacity=1.0, brush=3)
    Settings().restore_look(view_state)
    assert (view_state.mode, view_state.opacity, view_state.brush) == ("contour", 0.25, 44)


@pytest.mark.parametrize(
    ("name", "value"), [("mode", "stripes"), ("opacity", "much"), ("opacity", 7.0), ("brush", 0), ("brush", "x")]
)
def test_a_damaged_look_is_ignored(settings, view_state, name, value):
    settings.set_value(name, value)
    settings.restore_look(view_state)
    assert (view_state.mode, view_state.opacity, view_state.brush) == ("both", 0.5, 20)


def test_a_window_comes_back_where_it_was(qtbot, settings):
    def window():
        made = QMainWindow()
        qtbot.addWidget(made)
        return made

    first, second = window(), window()
    assert not settings.restore_window(first)
    first.resize(432, 321)
    settings.keep_window(first)
    assert Settings().restore_window(second)
    assert (second.width(), second.height()) == (432, 321)


def test_a_damaged_place_is_ignored(qtbot, settings):
    settings.set_value("geometry", "nowhere")
    window = QMainWindow()
    qtbot.addWidget(window)
    assert not settings.restore_window(window)


def test_the_frame_comes_back_to_where_it_was(settings, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.move(40, 60)
    window.resize(500, 300)
    settings.keep_window(window)
    for _ in range(3):
        again = QMainWindow()
        qtbot.addWidget(again)
        assert settings.restore_window(again)
        assert (again.pos().toTuple(), again.size().toTuple()) == ((40, 60), (500, 300))
        settings.keep_window(again)


def test_a_window_is_never_larger_than_the_screen_nor_beside_it(settings, qtbot):
    settings.keep_window(QMainWindow())
    settings._store.setValue("place", QRect(5000, -300, 9000, 8000))
    window = QMainWindow()
    qtbot.addWidget(window)
    settings.restore_window(window)
    room = window.screen().availableGeometry()
    assert room.contains(QRect(window.pos(), window.size()))
