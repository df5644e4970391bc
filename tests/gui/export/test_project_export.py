"""All images of the project, exported from the window: the bytes of the command, and nothing is asked twice."""

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.errors import ExportError
from segmenter.files.formats import MODULES, in_order
from segmenter.jobs.project_export import Order

FORMATS = in_order({"labels", "overlay", "table", "coco", "yolo", "rois", "recipe"})


@pytest.fixture
def project(window, picture, settled, tmp_path):
    """Return the window with three images in it, two of which have a result, the second of those is done."""
    session, controller = window._session, window._controller
    paths = []
    for number in range(3):
        path = tmp_path / "photos" / f"photo{number}.png"
        path.parent.mkdir(exist_ok=True)
        Pillow.fromarray(np.roll(picture, 3 * number, axis=1)).save(path)
        paths.append(path)
    controller.open(paths)
    settled(session)
    session.set_parameters(k=3, minimum_region=20)
    settled(session)
    session.describe("Rename", {1}, name="sky")
    controller.next()
    settled(session)
    controller.mark_done(True)
    return window


def ended(qtbot, exports, order):
    with qtbot.waitSignal(exports.ended, timeout=30_000) as heard:
        exports.start(order)
    return heard.args[0]


def test_the_same_bytes_as_the_command(qtbot, project, settled, tmp_path):
    exports = project.project_export
    assert exports.counts() == (2, 1)
    reports = []
    exports.reported.connect(reports.append)
    assert ended(qtbot, exports, Order(tmp_path / "window", FORMATS)) is None
    assert [report.status for report in reports] == ["done", "done"]
    project._controller.save_as(tmp_path / "work.segmenter")
    settled(project._session)
    words = ["export", str(tmp_path / "work.segmenter"), "--out", str(tmp_path / "command"), "-q"]
    assert program.main([*words, "--export", ",".join(FORMATS)]) == 0
    files = sorted(path.name for path in (tmp_path / "command").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "window").iterdir())
    assert len(files) > 2 * len(FORMATS) - 2
    for name in files:
        assert (tmp_path / "window" / name).read_bytes() == (tmp_path / "command" / name).read_bytes()


def test_only_those_that_are_done(qtbot, project, tmp_path):
    order = Order(tmp_path / "out", ("labels",), done_only=True)
    assert ended(qtbot, project.project_export, order) is None
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["photo1_labels.png"]


def test_an_image_that_is_gone_keeps_no_other_from_being_written(qtbot, project, tmp_path):
    (tmp_path / "photos" / "photo0.png").unlink()
    planned = []
    project.project_export.planned.connect(lambda count, lost: planned.append((count, lost)))
    assert ended(qtbot, project.project_export, Order(tmp_path / "out", ("labels",))) is None
    ((count, lost),) = planned
    assert (count, [entry.path.name for entry in lost]) == (1, ["photo0.png"])


def test_no_image_is_overwritten(qtbot, project, tmp_path):
    folder = tmp_path / "photos"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    (folder / "photo0.png").rename(folder / "x_labels.png")
    (folder / "photo1.png").rename(folder / "x.png")
    order = Order(folder, ("labels",))
    error = ended(qtbot, project.project_export, order)
    assert isinstance(error, ExportError)
    assert "would be overwritten" in str(error)
    assert sorted(path.read_bytes() for path in folder.iterdir()) == sorted(before.values())


def test_what_nobody_expected_ends_it_and_is_told(qtbot, project, tmp_path, monkeypatch):
    monkeypatch.setattr("segmenter.jobs.project_export.plan", lambda *_: 1 / 0)
    assert isinstance(ended(qtbot, project.project_export, Order(tmp_path / "out", ("labels",))), ZeroDivisionError)
    assert not project.project_export.running


def test_stopped_between_two_images(qtbot, project, tmp_path):
    exports = project.project_export
    done = []
    export = __import__("segmenter.jobs.project_export", fromlist=["export"])
    original = export.export

    def stopping(task, progress):
        done.append(original(task, progress))
        exports.cancel()
        return done[-1]

    export.export = stopping
    try:
        assert ended(qtbot, exports, Order(tmp_path / "out", ("labels", "coco"))) is None
    finally:
        export.export = original
    assert exports.cancelled
    assert len(done) == 1
    assert (tmp_path / "out" / "annotations.json").is_file()


def test_who_waits_for_the_end_is_told(qtbot, project, tmp_path):
    told = []
    exports = project.project_export
    exports.start(Order(tmp_path / "out", ("labels",)))
    assert exports.busy
    exports.when_done(lambda: told.append(True))
    with qtbot.waitSignal(exports.ended, timeout=30_000):
        pass
    assert told == [True]
    assert not exports.busy


def test_all_formats(qtbot, project, tmp_path):
    reports = []
    project.project_export.reported.connect(reports.append)
    assert ended(qtbot, project.project_export, Order(tmp_path / "out", tuple(MODULES))) is None
    assert [report.error for report in reports] == [None, None]
