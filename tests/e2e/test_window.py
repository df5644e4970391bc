"""The real program on a display of its own, driven by mouse and keys as a person drives it.

Pictures of the screen are kept in the folder that SEGMENTER_SCREENSHOTS names.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.assets import resource
from segmenter.cli import program
from segmenter.document.project_file import load
from tests.e2e.screen import PATIENCE, ROOT, missing, screen, surroundings, wait_until
from tests.e2e.screen import program as start_program

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"missing: {missing()}")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """Return the folder for pictures of the screen."""
    return Path(os.environ.get("SEGMENTER_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots")).absolute()


@pytest.fixture(scope="module")
def display(pictures):
    """Return the screen of a small laptop."""
    with screen(1366, 768, pictures) as display:
        yield display


@pytest.fixture
def home(tmp_path):
    """Return a home in which the program was never started."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def photo(tmp_path):
    """Return a small photograph."""
    path = tmp_path / "photos" / "photo.png"
    path.parent.mkdir()
    with Pillow.open(resource("samples/coffee.jpg")) as picture:
        picture.crop((100, 20, 420, 260)).save(path)
    return path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def by_size(running):
    """Return the numbers of the segments, the largest first."""
    areas = running.ask("areas()")
    return sorted(map(int, areas), key=lambda number: -areas[str(number)])


def title(running):
    return running.screen.xdotool("getwindowname", running.ask("top()"))


def export(running, folder):
    """Export into a folder with the dialog, by keys."""
    folder.mkdir()
    running.keys("ctrl+shift+e")
    running.until("dialog()")
    running.keys("alt+f")
    running.type(str(folder))
    running.screen.shot("export")
    running.keys("Return")
    running.until("not dialog()")


def delete_one(running):
    """Make a segment background: an edit."""
    running.click(running.ask(f"segment({by_size(running)[1]})"))
    running.until("len(selected()) == 1")
    running.keys("Delete")
    running.until("window.isWindowModified()")


# --- the first minute


def test_the_first_minute(display, home, tmp_path):
    with start_program(display, home) as running:
        display.shot("welcome")
        running.click("Open the sample Coffee")
        running.until("result()")
        assert running.ask("k()") == "auto"
        assert title(running) == "coffee.jpg – Segmenter"
        first, shown = running.ask("labels()"), display.picture()
        display.shot("first_result")
        running.keys("Tab")
        wait_until(lambda: not np.array_equal(display.picture(), shown), "the image without its segments")
        running.keys("Tab")

        second = by_size(running)[1]
        display.xdotool("mousemove", *running.ask(f"segment({second})"))
        running.until(f"pointer().startswith('Segment {second} ')")
        drag_k(running)
        display.shot("more_segments")
        merge_and_split(running)

        running.keys("ctrl+z", "ctrl+z", "ctrl+z")
        running.until("k() == 'auto' and result()")
        assert running.ask("labels()") == first
        running.keys("ctrl+shift+z")
        running.until("k() != 'auto' and result()")
        running.keys("ctrl+z")
        running.until("k() == 'auto' and result()")
        assert running.ask("labels()") == first
        export(running, tmp_path / "exported")
        running.until("'were written' in message()")
        running.quit()
    program.main(["run", str(resource("samples/coffee.jpg")), "--out", str(tmp_path / "run"), "--quiet"])
    assert contents(tmp_path / "exported") == contents(tmp_path / "run")


def drag_k(running):
    """Drag the slider of k: previews while it is held, the final result when it is let go."""
    x, y = running.ask("handle('Segments (k)')")
    right = [[x + far, y] for far in (0, 4, 10, 16)]
    running.drag(*right, view_state=lambda: running.until("session.preview is not None"))
    running.until("k() != 'auto' and k() > 26 and result()")
    assert len(running.ask("areas()")) == running.ask("k()")


def merge_and_split(running):
    """Merge two segments that are clicked, and cut what comes out."""
    number = by_size(running)[0]
    neighbour = running.ask(f"neighbour({number})")
    running.click(running.ask(f"segment({number})"))
    running.until(f"selected() == [{number}]")
    running.click(running.ask(f"segment({neighbour})"), "shift")
    running.until("len(selected()) == 2")
    before = running.ask("areas()")
    running.keys("ctrl+m")
    running.until("len(selected()) == 1")
    after = running.ask("areas()")
    assert len(after) == len(before) - 1
    assert sum(after.values()) == sum(before.values())
    assert title(running) == "coffee.jpg* – Segmenter"
    running.keys("ctrl+shift+m")
    running.until("cut()")
    running.screen.shot("cut")
    running.keys("Return")
    running.until("len(selected()) == 2")
    assert len(running.ask("areas()")) == len(before)


def test_the_first_minute_without_a_mouse(display, home, tmp_path):
    display.xdotool("mousemove", 1365, 767)
    with start_program(display, home) as running:
        running.tab_to("Open the sample Coffee")
        running.keys("space")
        running.until("result()")
        first = running.ask("labels()")
        count = len(running.ask("areas()"))
        assert running.ask("focus()") == "Image"
        running.keys("F6")
        running.tab_to("Segments (k)")
        running.keys("Right", "Right")
        running.until(f"k() == {count + 2} and result()")
        running.keys("F6", "F6")
        running.until("focus() == 'Image'")
        running.keys("Left", "Return")
        running.until("len(selected()) == 1")
        while len(running.ask("selected()")) == 1:
            running.keys(*["shift+Up"] * 3, "shift+Return")
        display.shot("crosshair")
        running.keys("ctrl+m")
        running.until(f"len(areas()) == {count + 1}")
        running.keys("ctrl+shift+m")
        running.until("cut()")
        running.keys("Return")
        running.until(f"len(areas()) == {count + 2}")
        running.keys("ctrl+z", "ctrl+z", "ctrl+z")
        running.until("k() == 'auto' and result()")
        assert running.ask("labels()") == first
        export(running, tmp_path / "exported")
        running.quit()
    assert len(contents(tmp_path / "exported")) == 3


def test_the_program_itself(display, home, photo):
    """As it is started by a person: no witness is in it."""
    environment, errors = surroundings(display, home), home / "errors.txt"
    with errors.open("w") as file:
        command = [sys.executable, "-m", "segmenter", str(photo)]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=file)
    try:
        found = display.xdotool("search", "--sync", "--onlyvisible", "--pid", process.pid, "--class", "segmenter")
        window = found.split()[-1]
        wait_until(lambda: display.xdotool("getwindowname", window) == "photo.png – Segmenter", "the title")
        display.xdotool("windowfocus", "--sync", window, "key", "ctrl+q")
        assert process.wait(timeout=PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
    assert errors.read_text() == ""


# --- what goes wrong


def test_a_file_that_is_no_image(display, home, tmp_path, photo):
    poem = tmp_path / "poem.png"
    poem.write_text("Roses are red, violets are blue.\n")
    with start_program(display, home, poem) as running:
        sentence = running.until("message()")
        assert "poem.png" in sentence
        assert "Traceback" not in sentence
        display.shot("no_image")
        running.keys("ctrl+o")
        running.until("dialog() == 'Open'")
        running.type(str(photo))
        running.keys("Return")
        running.until("result()")
        assert title(running) == "photo.png – Segmenter"
        running.quit()


def test_a_stroke_is_taken_back_and_leaving_asks(display, home, photo):
    with start_program(display, home, photo) as running:
        running.until("result()")
        before = running.ask("labels()")
        number, other = by_size(running)[:2]
        running.click(running.ask(f"segment({number})"))
        running.keys("b")
        x, y = running.ask(f"segment({other})")
        running.drag([x - 30, y], [x, y + 6], [x + 30, y], view_state=lambda: display.shot("stroke"))
        running.until("window.isWindowModified()")
        assert running.ask("areas()")[str(number)] > 0
        assert running.ask("labels()") != before
        running.keys("ctrl+z")
        running.until(f"labels() == {before!r}")
        running.keys("ctrl+shift+z")
        running.until(f"labels() != {before!r}")
        running.keys("ctrl+q")
        running.until("dialog()")
        display.shot("unsaved")
        running.keys("Escape")
        running.until("not dialog()")
        assert running.process.poll() is None
        running.quit("Discard")


def names_in(journals):
    works = [entry.work for path in journals.glob("*.segmenter") for entry in load(path).entries]
    return {segment.name for work in works if work is not None for segment in work.segments.values()}


def test_killed_and_recovered(display, home, photo):
    with start_program(display, home, photo) as running:
        running.until("result()")
        delete_one(running)
        running.click(running.ask(f"segment({by_size(running)[0]})"))
        running.keys("F2")
        running.until("focused() == 'QLineEdit'")
        running.type("Table")
        running.keys("Return")
        running.until("'Table' in names() and focused() == 'Canvas'")
        edited = running.ask("labels()")
        journals = home / "data" / "Segmenter" / "Segmenter" / "journals"
        wait_until(lambda: "Table" in names_in(journals), "the journal")  # it is written a second after each change
        running.until("not session.io_worker.busy()")
        os.kill(running.process.pid, signal.SIGKILL)
        running.process.wait(timeout=PATIENCE)
    with start_program(display, home) as running:
        assert "photo.png" in running.until("message()")
        display.shot("recovery")
        running.click("Recover")
        running.until("result()")
        assert running.ask("labels()") == edited
        assert running.ask("window.isWindowModified()")
        running.quit("Discard")
    with start_program(display, home) as running:
        running.until("idle()")
        assert running.ask("message()") == ""
        running.quit()


# --- projects


def test_saved_opened_again_and_found_after_a_move(display, home, photo, tmp_path):
    project = photo.with_name("cups.segmenter")
    with start_program(display, home, photo) as running:
        running.until("result()")
        delete_one(running)
        running.keys("ctrl+s")
        running.until("dialog()")
        display.shot("save")
        running.type(str(project))
        running.keys("Return")
        running.until("not window.isWindowModified()")
        assert title(running) == "photo.png – cups.segmenter – Segmenter"
        edited = running.ask("labels()")
        export(running, tmp_path / "exported")
        running.quit()
    program.main(["export", str(project), "--out", str(tmp_path / "export"), "--quiet"])
    assert contents(tmp_path / "exported") == contents(tmp_path / "export")

    elsewhere = photo.with_name("2026") / "cup.png"
    elsewhere.parent.mkdir()
    photo.rename(elsewhere)
    with start_program(display, home, project) as running:
        running.until("result()")
        assert title(running) == "cup.png – cups.segmenter – Segmenter"
        assert running.ask("labels()") == edited
        running.quit()


# --- without a mouse


def test_the_keyboard_alone_does_everything(display, home, photo, tmp_path):
    """Open, segment, select, merge, class, save, export."""
    project = photo.with_name("cups.segmenter")
    display.xdotool("mousemove", 0, 0)
    with start_program(display, home) as running:
        running.keys("ctrl+o")
        running.until("dialog()")
        running.type(str(photo))
        running.keys("Return")
        running.until("result()")
        for _ in range(8):
            if running.ask("focus()") == "Image":
                break
            running.keys("F6")
        assert running.ask("focus()") == "Image"
        before = running.ask("areas()")
        running.keys("Left", "Return")
        running.until("len(selected()) == 1")
        first = running.ask("selected()")
        for _ in range(30):
            running.keys("shift+Left", "shift+Left")
            running.keys("shift+Return")
            if len(running.ask("selected()")) == 2:
                break
            if not running.ask("selected()"):  # the same one again: it was taken away
                running.keys("shift+Return")
        assert len(running.ask("selected()")) == 2, first
        running.keys("ctrl+m")
        running.until("len(selected()) == 1")
        assert len(running.ask("areas()")) == len(before) - 1
        running.keys("alt+e", "c", "n")
        running.until("dialog()")
        running.type("Cup")
        running.keys("Return")
        running.until("classes() == ['Cup']")
        running.until("not dialog()")
        running.keys("ctrl+s")
        running.until("dialog()")
        running.type(str(project))
        running.keys("Return")
        running.until("not window.isWindowModified()")
        export(running, tmp_path / "exported")
        running.until("'were written' in message()")
        running.quit()
    assert project.is_file()
    assert len(contents(tmp_path / "exported")) >= 3


# --- how it looks


def test_dark(display, home, photo):
    with start_program(display, home, photo) as running:
        running.until("result()")
        assert display.picture()[:40, :300].mean() > 128
        running.keys("alt+v", "h", "d")
        wait_until(lambda: display.picture()[:40, :300].mean() < 128, "the dark")
        running.keys("ctrl+shift+e")
        running.until("dialog()")
        display.shot("dark_export")
        running.keys("Escape")
        running.until("not dialog()")
        running.quit()
    with start_program(display, home) as running:
        wait_until(lambda: display.picture()[:40, :300].mean() < 128, "the dark again")
        display.shot("dark_welcome")
        running.quit()


@pytest.mark.parametrize(("width", "height", "scale"), [(911, 512, 1), (1366, 768, 1.5)])
def test_everything_fits_a_small_screen(pictures, home, photo, width, height, scale):
    other = photo.with_name("other.png")
    with Pillow.open(photo) as picture:
        picture.transpose(Pillow.Transpose.FLIP_LEFT_RIGHT).save(other)
    with (
        screen(width, height, pictures) as display,
        start_program(display, home, photo, other, QT_SCALE_FACTOR=str(scale)) as running,
    ):
        running.until("result()")
        display.shot(f"small_{scale}")
        assert running.ask("lost()") == []
        running.keys("alt+v")
        display.shot(f"small_{scale}_menu")
        assert running.ask("lost()") == []
        running.keys("p")
        running.click("Eigenvectors")
        running.until("window.eigenvectors.isVisible()")
        assert running.ask("lost()") == []
        for key, name in (("ctrl+shift+e", "export"), ("F1", "keys"), ("ctrl+b", "batch")):
            running.keys(key)
            running.until("dialog()")
            display.shot(f"small_{scale}_{name}")
            assert running.ask("lost()") == []
            running.keys("Escape")
            running.until("not dialog()")
        running.quit()
