"""The real `segmenter batch`, killed and interrupted: every result whole, none missing, none done twice."""

import contextlib
import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.assets import resource
from segmenter.files.formats.label_image import read_labels

IMAGES = 16
FAST = ["--k", "4", "--eigenvectors", "6", "--radius", "1", "--jobs", "2"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and Ctrl-C are another thing there")


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """Return a folder of cuttings of a photograph."""
    folder = tmp_path_factory.mktemp("photos")
    with Pillow.open(resource("samples/coffee.jpg")) as picture:
        for number in range(IMAGES):
            picture.crop((10 * number, 40, 10 * number + 100, 115)).save(folder / f"photo{number}.png")
    return folder


def start(*words):
    command = [sys.executable, "-m", "segmenter", "batch", *map(str, words)]
    # a group of its own: an interrupt goes to all processes of it, as that of a terminal does
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ, start_new_session=True
    )


def recipes(out):
    """Return when the recipe of each finished image was written."""
    return {path.name: path.stat().st_mtime_ns for path in out.glob("*.segmenter.json")} if out.is_dir() else {}


def statuses(out):
    with (out / "batch_log.csv").open(encoding="utf-8", newline="") as file:
        return [(row["image"], row["status"]) for row in csv.DictReader(file)]


def wait_for(condition, process):
    limit = time.monotonic() + 60
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < limit
        time.sleep(0.01)


def workers_of(process):
    """Return the processes of a session, but for its leader."""
    found = []
    for number in (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()):
        with contextlib.suppress(ProcessLookupError):
            if number != process.pid and os.getsid(number) == process.pid:
                found.append(number)
    return found


def assert_whole(out):
    for number in range(IMAGES):
        assert read_labels(out / f"photo{number}_labels.png").shape == (75, 100)
        with Pillow.open(out / f"photo{number}_overlay.png") as picture:
            assert np.asarray(picture).shape == (75, 100, 3)
    assert len(list(out.iterdir())) == 3 * IMAGES + 1  # no temporary file


def test_killed_and_started_again(photos, tmp_path):
    out = tmp_path / "out"
    finished = {}
    for goal in (1, 5, 10):
        process = start(photos, "--out", out, *FAST)
        wait_for(lambda: len(recipes(out)) >= goal, process)  # noqa: B023 - called at once
        workers = workers_of(process) if sys.platform == "linux" else []
        process.kill()
        process.communicate(timeout=60)
        limit = time.monotonic() + 30
        while any(os.path.exists(f"/proc/{worker}/exe") for worker in workers):  # noqa: PTH110 - readable by none
            assert time.monotonic() < limit, "a worker has outlived its main process"
            time.sleep(0.05)
        finished = recipes(out) | finished
    process = start(photos, "--out", out, *FAST)
    out_text, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    assert f"{len(finished)} skipped, finished before" in out_text
    assert finished.items() <= recipes(out).items()
    assert_whole(out)
    done = [image for image, status in statuses(out) if status == "done"]
    assert len(done) == len(set(done))


def test_ctrl_c_leaves_a_whole_log(photos, tmp_path):
    out = tmp_path / "out"
    process = start(photos, "--out", out, *FAST)
    wait_for(lambda: len(recipes(out)) >= 3, process)
    os.killpg(process.pid, signal.SIGINT)
    out_text, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.startswith("segmenter: interrupted after ")
    assert err.count("\n") == 1
    assert " done, in " in out_text
    assert {status for _, status in statuses(out)} == {"done"}
    assert {f"{image.removesuffix('.png')}.segmenter.json" for image, _ in statuses(out)} == set(recipes(out))
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


def test_ctrl_c_while_processes_start(photos, tmp_path):
    process = start(photos, "--out", tmp_path / "out", *FAST)
    wait_for((tmp_path / "out" / "batch_log.csv").exists, process)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err
