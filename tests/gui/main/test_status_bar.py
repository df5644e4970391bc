"""The line at the bottom."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton

from segmenter.document import edits
from segmenter.gui.main import status_bar
from segmenter.gui.main.status_bar import SHARES, StatusBar

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def bar(qtbot, labelled):
    bar = StatusBar(labelled, SimpleNamespace(entries=()))
    qtbot.addWidget(bar)
    bar.resize(600, 28)
    bar.show()
    return bar


@pytest.fixture
def read(bar):
    """Return a function that reads a part of the bar by its accessible name."""

    def read(name):
        (label,) = (label for label in bar.findChildren(QLabel) if label.accessibleDescription() == name)
        return label.text().strip()

    return read


@pytest.fixture
def busy(bar, monkeypatch):
    """Return a function that says whether a final result is being computed."""

    def say(solving):
        monkeypatch.setattr(type(bar._session.solver), "solving", solving)
        bar._session.busy_changed.emit()

    return say


def test_the_segment_under_the_cursor(bar, read, labelled):
    bar.show_pointer(1, QPoint(3, 4))
    assert read("Under the cursor") == "Segment 1   2,750 px   50.9 %   (3, 4)"
    labelled.describe("Rename", {1}, name="sky")
    bar.show_pointer(1, QPoint(3, 4))
    assert read("Under the cursor").startswith("sky   2,750 px")


def test_numbers_are_written_as_the_language_has_them(bar, read):
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    bar.show_pointer(1, QPoint(3, 4))
    assert "2.750 px   50,9 %" in read("Under the cursor")


def test_background_and_outside(bar, read):
    bar.show_pointer(0, QPoint(3, 4))
    assert read("Under the cursor") == "Background   (3, 4)"
    bar.show_pointer(0, QPoint(-1, -1))
    assert read("Under the cursor") == ""


def test_areas_of_a_preview_are_about(bar, read, labelled):
    small = labelled.state.labels.array()[::2, ::2]
    labelled.preview = replace(labelled.state, labels=type(labelled.state.labels).of(small.copy()))
    bar.show_pointer(1, QPoint(3, 4))
    assert "≈ 2," in read("Under the cursor")
    labelled.preview = None


def test_what_a_map_says(bar, read):
    bar.show_value("0.93 alike")
    assert read("Under the cursor") == "0.93 alike"


@pytest.mark.parametrize(("zoom", "text"), [(1.0, "100 %"), (0.333, "33 %"), (0.0123, "1.2 %"), (32.0, "3,200 %")])
def test_the_magnification(bar, read, zoom, text):
    bar.show_zoom(zoom)
    assert read("Magnification") == text


def test_the_magnification_is_not_cut_off(qtbot, bar):
    bar.show_zoom(32.0)
    (label,) = (label for label in bar.findChildren(QLabel) if label.accessibleDescription() == "Magnification")
    qtbot.waitUntil(lambda: label.width() >= label.sizeHint().width())
    assert label.mapTo(bar, QPoint(label.width(), 0)).x() <= bar.width() - 6


def test_what_the_labels_are(bar, read, labelled, found):
    assert read("State of the result") == "Final"
    labelled.live = False
    labelled.set_parameters(k=5)
    assert read("State of the result") == "Earlier result"
    labelled.preview = labelled.state
    labelled.previewed.emit(labelled.state)
    assert read("State of the result") == "Preview"
    labelled.cancel()
    labelled.undo()
    found.parameters, found.converged, found.warnings = labelled.state.parameters, False, ("Not converged.",)
    labelled.document.segmentation = found
    labelled.solved.emit()
    assert read("State of the result") == "Final, not converged"
    assert bar._badge.toolTip() == "Not converged."
    labelled.show(None)
    assert read("State of the result") == ""


def test_before_the_first_result(bar, read, labelled):
    labelled.document.history.push(replace(labelled.state, labels=None), "")
    labelled.history_changed.emit()
    assert read("State of the result") == "No result yet"


def test_progress_is_there_while_something_is_computed(bar, busy):
    progress, cancel = bar.findChild(QProgressBar), bar.findChild(QToolButton)
    assert not progress.isVisible()
    busy(True)
    assert progress.isVisible()
    assert cancel.isVisible()
    busy(False)
    assert not progress.isVisible()
    assert not cancel.isVisible()


def test_progress_only_grows_from_stage_to_stage(bar, busy, labelled):
    progress, seen = bar.findChild(QProgressBar), []
    busy(True)
    for stage in [stage for stage in SHARES if stage != "reading"]:
        for fraction in (0.0, 0.5, 1.0):
            labelled.progressed.emit(stage, fraction)
            seen.append(progress.value())
    assert seen == sorted(seen)
    assert seen[-1] == 1000
    assert stage_text(bar) == "Measuring"


def stage_text(bar):
    return bar._stage.text().partition(" ·")[0]


def test_the_time_left_is_said_where_it_is_long(bar, busy, labelled, monkeypatch):
    busy(True)
    begun = bar._started
    monkeypatch.setattr(status_bar.time, "monotonic", lambda: begun + 30)
    labelled.progressed.emit("eigenvectors", 0.0)  # 45 % done
    assert bar._stage.text() == "Finding structure · about 37 s left"
    monkeypatch.setattr(status_bar.time, "monotonic", lambda: begun + 0.5)
    labelled.progressed.emit("eigenvectors", 0.0)
    assert bar._stage.text() == "Finding structure"


def test_the_button_stops_the_work(qtbot, bar, busy, labelled, monkeypatch):
    asked = []
    monkeypatch.setattr(labelled.solver, "cancel", lambda: asked.append("cancel"))
    busy(True)
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert asked == ["cancel"]


def test_stages_are_those_of_the_pipeline():
    from segmenter.core.pipeline import STAGES

    assert set(SHARES) == set(STAGES)
    assert sum(SHARES[stage] for stage in STAGES) == pytest.approx(1)


def test_the_reading_of_an_image_is_shown(bar, labelled, monkeypatch):
    monkeypatch.setattr(labelled.io_worker, "busy", lambda *kinds: "open" in kinds)
    labelled.io_worker.busy_changed.emit()
    progress = bar.findChild(QProgressBar)
    assert progress.isVisible()
    assert (bar._stage.text(), progress.maximum()) == ("Reading", 0), "busy: its decoder has not told anything yet"
    labelled.io_worker.progressed.emit("open", "reading", 0.25)
    assert (progress.value(), progress.maximum()) == (250, 1000)


def test_the_pixel_under_the_cursor_in_all_channels(bar, read, labelled):
    bar.show_pointer(1, QPoint(3, 4))
    red, green, blue = labelled.document.image.pixels[4, 3]
    assert read("Values of the pixel") == f"R {red}   G {green}   B {blue}"
    bar.show_pointer(0, QPoint(-1, -1))
    assert read("Values of the pixel") == ""


def test_without_a_result_there_is_the_place_and_the_pixel(bar, read, labelled):
    labelled.document.history.push(replace(labelled.state, labels=None, segments={}), "Nothing")
    bar.show_pointer(0, QPoint(3, 4))
    assert read("Under the cursor") == "(3, 4)"
    assert read("Values of the pixel").startswith("R ")


def test_an_edit_is_told_without_a_move_of_the_mouse(bar, labelled):
    bar.show_pointer(2, QPoint(80, 5))
    before = bar._pointer.text()
    labelled.select({2, 3})
    labelled.edit("Merge", edits.merge, labelled.selection)
    merged = bar._pointer.text()
    assert merged != before
    assert merged.startswith("Segment 2")
    labelled.describe("Rename", {2}, name="Sky")
    assert bar._pointer.text().startswith("Sky ")
