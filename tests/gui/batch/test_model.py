"""The rows of a batch: what each cell says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon

from segmenter.batch.plan import Plan
from segmenter.gui.batch.model import STATUS_ROLE, BatchModel, Column
from segmenter.gui.batch.spec import BatchSpec
from segmenter.jobs.job import Report, failure

Role = Qt.ItemDataRole


@pytest.fixture
def plan(photos, tmp_path):
    return BatchSpec(photos, tmp_path / "out").plan(lambda *_: None)


@pytest.fixture
def model(qapp, plan):
    model = BatchModel()
    model.show_plan(plan)
    return model


def done(job, **known):
    return Report(str(job.image), job.page + 1, job.pages, "done", **known)


def texts(model, row):
    return [model.index(row, column).data() for column in Column]


def test_a_plan(model, plan):
    assert model.rowCount() == 4
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in Column] == [
        *("Image", "Results", "Labels", "Seconds", "Status", "Reason")
    ]
    assert texts(model, 1) == ["photo1.png", "photo1", "", "", "Waiting", ""]
    assert model.index(1, Column.IMAGE).data(Role.ToolTipRole) == str(plan.jobs[1].image)
    assert str(plan.out / "photo1_labels.png") in model.index(1, Column.RESULTS).data(Role.ToolTipRole)
    model.show_plan(None)
    assert model.rowCount() == 0


def test_images_inside_folders_and_pages(model, plan):
    job = replace(
        plan.jobs[0], image=plan.folder / "in" / "a.tif", page=2, pages=9, folder=plan.out / "in", stem="a_p3"
    )
    model.show_plan(replace(plan, jobs=(job,)))
    assert [text.replace("\\", "/") for text in texts(model, 0)[:2]] == ["in/a.tif, page 3", "in/a_p3"]


def test_what_became_of_each(model, plan):
    broken, first, second, third = plan.jobs
    reports = [
        failure(broken, "It is broken."),
        done(first, labels=12, seconds={"reading": 0.5, "labels": 1.0}, note="replaced: older", warnings=("Hm.",)),
        replace(done(second, note="finished before"), status="skipped"),
    ]
    model.update(reports, [third])
    assert texts(model, 0)[2:] == ["", "", "Failed", "It is broken."]
    assert texts(model, 1)[2:] == ["12", "1.5", "Done", "replaced: older Hm."]
    assert texts(model, 2)[2:] == ["", "", "Skipped", "finished before"]
    assert texts(model, 3)[2:] == ["", "", "Running", ""]
    assert [model.index(row, 0).data(STATUS_ROLE) for row in range(4)] == ["failed", "done", "skipped", "running"]
    assert model.newest == 3
    model.update([], [])
    assert texts(model, 3)[4] == "Waiting"
    assert model.newest is None


def test_a_failed_row_is_marked(model, plan):
    model.update([failure(plan.jobs[0], "No.")], [])
    grounds = [model.index(row, Column.IMAGE).data(Role.BackgroundRole) for row in (0, 1)]
    assert isinstance(grounds[0], QColor)
    assert grounds[1] is None
    assert model.index(0, Column.IMAGE).data(Role.ToolTipRole) == "No."
    assert isinstance(model.index(0, Column.STATUS).data(Role.DecorationRole), QIcon)


def test_only_what_changed_is_drawn_anew(model, plan):
    rows = []
    model.dataChanged.connect(lambda first, last: rows.append((first.row(), last.row())))
    model.update([done(plan.jobs[0]), done(plan.jobs[1])], [plan.jobs[3]])
    assert rows == [(0, 1), (3, 3)]
    rows.clear()
    model.update([], [plan.jobs[3]])
    assert rows == []


def test_ten_thousand_rows(qapp, plan):
    jobs = [replace(plan.jobs[0], image=plan.folder / f"{number}.png") for number in range(10_000)]
    model, told = BatchModel(), []
    model.show_plan(Plan(plan.folder, plan.out, tuple(jobs), False, ()))
    model.dataChanged.connect(lambda *_: told.append(1))
    model.update([done(job) for job in jobs], [])
    assert model.rowCount() == 10_000
    assert len(told) == 1
    assert model.status(9999) == "done"
