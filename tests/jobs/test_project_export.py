"""The results of a project: planned, written; what the command and the window share. See tests/cli/test_export.py."""

from dataclasses import replace

import pytest

from segmenter.core.pipeline import segment
from segmenter.document.carry_over import carried_over
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.state import State
from segmenter.errors import ExportError
from segmenter.files.reading import read_image
from segmenter.jobs import project_export
from segmenter.jobs.project_export import Order
from segmenter.parameters import Parameters
from segmenter.progress import ignore

PARAMETERS = Parameters().replace(method="colour", k=3)


@pytest.fixture
def project(job, tmp_path):
    """Return a project of two images of one name, the second is done, and one without a result."""
    path = job.image
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    other.write_bytes(path.read_bytes() + b" ")
    image = read_image(path)
    work = SavedState.of(carried_over(State(PARAMETERS), segment(image, PARAMETERS).labels, PARAMETERS))
    first, second = (replace(Entry(each).read_as(read_image(each)), work=work) for each in (path, other))
    return Project((first, replace(second, done=True), Entry(tmp_path / "new.png")))


def test_names_are_the_same_whether_all_or_some_are_exported(project, tmp_path):
    order = Order(tmp_path / "out", ("labels",))
    tasks, lost = project_export.plan(project, [], order)
    assert not lost
    (done,), _ = project_export.plan(project, [], replace(order, done_only=True))
    assert [task.job.stem for task in tasks][1] == done.job.stem
    assert len({task.job.stem for task in tasks}) == 2


def test_what_is_missing_is_told(project, tmp_path):
    project.entries[1].path.unlink()
    project.entries[0].path.unlink()
    tasks, lost = project_export.plan(project, [], Order(tmp_path / "out", ("labels",)))
    assert not tasks
    assert lost == list(project.entries[:2])
    assert project_export.plan(project, [], Order(tmp_path, ("labels",), done_only=True))[1] == [project.entries[1]]


def test_a_damaged_image_is_a_report(project, tmp_path):
    order = Order(tmp_path / "out", ("labels",))
    (task, *_), _ = project_export.plan(project, [], order)
    project_export.make(order.folder)
    assert project_export.export(task, ignore).status == "done"
    task.job.image.write_bytes(b"nothing")
    assert project_export.export(task, ignore).status == "failed"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="could not be made"):
        project_export.make(tmp_path / "file" / "out")
