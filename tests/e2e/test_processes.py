"""The real program, as a process: the same bytes wherever it runs, nothing half-done when it is stopped."""

import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.assets import resource
from segmenter.files.formats.label_image import read_labels

FAST = ["--k", "4", "--eigenvectors", "6", "--radius", "1"]


def start(*words, **environment):
    return subprocess.Popen(
        [sys.executable, "-m", "segmenter", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )


def finish(process):
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    return out


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    """Return a small photograph: real enough for ties and rounding to matter."""
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    with Pillow.open(resource("samples/coffee.jpg")) as picture:
        picture.crop((120, 40, 320, 190)).save(path)
    return path


def test_the_same_bytes_in_two_processes_and_with_any_number_of_threads(photo, tmp_path):
    folders = [tmp_path / name for name in ("a", "b", "c")]
    together = [start("run", photo, "--out", folder, *FAST, OPENBLAS_NUM_THREADS="2") for folder in folders[:2]]
    for process in together:
        finish(process)
    finish(start("run", photo, "--out", folders[2], *FAST, OPENBLAS_NUM_THREADS="1"))
    first, *others = map(contents, folders)
    assert len(first) == 3
    for other in others:
        assert other == first


def test_a_recipe_repeats_in_two_processes_at_once(photo, tmp_path):
    finish(start("run", photo, "--out", tmp_path / "a", *FAST))
    recipe = tmp_path / "a" / "photo.segmenter.json"
    folders = [tmp_path / name for name in ("b", "c")]
    together = [
        start("run", "--recipe", recipe, "--out", folder, OPENBLAS_NUM_THREADS=str(threads))
        for threads, folder in enumerate(folders, start=1)
    ]
    for process in together:
        finish(process)
    for folder in folders:
        assert contents(folder) == contents(tmp_path / "a")


def test_two_processes_into_one_folder(photo, tmp_path):
    for process in [start("run", photo, "--out", tmp_path, *FAST) for _ in range(2)]:
        finish(process)
    assert sorted(contents(tmp_path)) == ["photo.segmenter.json", "photo_labels.png", "photo_overlay.png"]


@pytest.fixture(scope="module")
def many(photo, tmp_path_factory):
    """Return more images than are done in a moment."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(200):
        (folder / f"photo{number}.png").write_bytes(photo.read_bytes())
    return sorted(folder.iterdir())


def wait_for(condition, process):
    limit = time.monotonic() + 60
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < limit
        time.sleep(0.005)


@pytest.mark.parametrize("results", [0, 1, 2, 5, 8])
def test_a_kill_leaves_only_whole_files(many, tmp_path, results):
    process = start("run", *many, "--out", tmp_path / "out", *FAST)
    # the file with number `results` has just appeared: the next one is being computed or written
    wait_for(lambda: len(visible(tmp_path / "out")) >= results and (tmp_path / "out").is_dir(), process)
    process.kill()
    process.communicate(timeout=60)
    for path in visible(tmp_path / "out"):
        if path.suffix == ".json":
            json.loads(path.read_text())
        elif path.name.endswith("_labels.png"):
            assert read_labels(path).shape == (150, 200)
        else:
            with Pillow.open(path) as picture:
                assert np.asarray(picture).shape == (150, 200, 3)


def visible(folder):
    return [path for path in folder.iterdir() if not path.name.startswith(".")] if folder.is_dir() else []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_ctrl_c_ends_in_a_line_and_leaves_what_is_done(many, tmp_path):
    process = start("run", *many, "--out", tmp_path / "out", "-q", *FAST)
    wait_for(lambda: len(visible(tmp_path / "out")) >= 4, process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.startswith("segmenter: interrupted; ")
    assert err.count("\n") == 1
    assert out == ""
    assert len(list((tmp_path / "out").iterdir())) == len(visible(tmp_path / "out")) >= 4


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_terminal_gets_a_progress_bar(photo, tmp_path):
    import pty

    terminal, end = pty.openpty()
    words = [sys.executable, "-m", "segmenter", "run", str(photo), "--out", str(tmp_path), *FAST]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=end, env=os.environ | {"COLUMNS": "70"})
    os.close(end)
    shown = b""
    while True:
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # how Linux says that the other end was closed
            break
    os.close(terminal)
    assert process.wait(timeout=60) == 0
    assert b"photo.png  reading" in shown
    assert shown.endswith(b"\r")
    assert max(map(len, shown.split(b"\r"))) < 70
