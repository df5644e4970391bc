"""The results of a project: planned, written; what the command and the window share. See tests/cli/test_export.py."""

from dataclasses import replace

import pytest

from segmenter.core.pipeline import segment
from segmenter.document.carry_over import carried_over
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.state import State, described
from segmenter.errors import ExportError
from segmenter.files.findings import findings
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
    found = segment(read_image(path), PARAMETERS)
    work = SavedState.of(carried_over(State(PARAMETERS), found.labels, PARAMETERS))
    images = [read_image(each) for each in (path, other)]
    first, second = (
        replace(Entry(image.source.path).read_as(image), work=work, findings=findings(image.source, found))
        for image in images
    )
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
    project_export.prepare([task], order)
    assert project_export.export(task, ignore).status == "done"
    task.job.image.write_bytes(b"nothing")
    assert project_export.export(task, ignore).status == "failed"


def test_a_folder_that_cannot_be_made_is_said(project, tmp_path):
    (tmp_path / "file").touch()
    order = Order(tmp_path / "file" / "out", ("labels",))
    tasks, _ = project_export.plan(project, [], order)
    with pytest.raises(ExportError, match="could not be made"):
        project_export.prepare(tasks, order)
    project_export.prepare([], order)  # nothing is to be written


def recipes(project, folder):
    """Export the recipe of the first image; return its bytes."""
    order = Order(folder, ("labels", "recipe"))
    (task, *_), _ = project_export.plan(project, [], order)
    project_export.prepare([task], order)
    assert project_export.export(task, ignore).warnings == ()
    return (folder / f"{task.job.stem}.segmenter.json").read_bytes()


def without_findings(project):
    return replace(project, entries=tuple(replace(entry, findings=None) for entry in project.entries))


def refuse(*_, **__):
    raise AssertionError("it was solved again")


def test_a_recipe_is_written_without_solving_again_and_has_the_same_bytes(project, tmp_path, monkeypatch):
    solved = recipes(without_findings(project), tmp_path / "one" / "out")
    monkeypatch.setattr(project_export, "segment", refuse)
    assert recipes(project, tmp_path / "two" / "out") == solved


@pytest.mark.parametrize("change", ["image", "parameters"])
def test_findings_of_something_else_are_not_used(project, tmp_path, monkeypatch, change):
    first, *rest = project.entries
    other = {"image": {"sha256": "f" * 64}, "parameters": {"parameters": PARAMETERS.replace(k=4)}}[change]
    project = replace(project, entries=(replace(first, findings=replace(first.findings, **other)), *rest))
    asked = []
    monkeypatch.setattr(project_export, "segment", lambda *given, **more: asked.append(1) or segment(*given, **more))
    assert recipes(project, tmp_path / "out") == recipes(without_findings(project), tmp_path / "out")
    assert len(asked) == 2


def test_labels_that_were_edited_are_told_from_those_that_were_computed(project, tmp_path, monkeypatch):
    first, *rest = project.entries
    state = described(first.work.state(), {1}, name="sky")
    project = replace(project, entries=(replace(first, work=SavedState.of(state)), *rest))
    solved = recipes(without_findings(project), tmp_path / "one" / "out")
    monkeypatch.setattr(project_export, "segment", refuse)
    assert recipes(project, tmp_path / "two" / "out") == solved
    assert b'"edited": true' in solved


def test_labels_that_nobody_edited_and_that_are_others_are_told(project, tmp_path):
    first, *rest = project.entries
    other = replace(first.findings, results={**first.findings.results, "labels_sha256": "0" * 64})
    project = replace(project, entries=(replace(first, findings=other), *rest))
    order = Order(tmp_path / "out", ("labels", "recipe"))
    (task, *_), _ = project_export.plan(project, [], order)
    project_export.prepare([task], order)
    assert project_export.export(task, ignore).warnings == ("The labels are not those that are computed here.",)
