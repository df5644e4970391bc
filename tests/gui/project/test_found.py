"""What was found for an image is kept for recipes."""

import json

import pytest

from segmenter.cli import program
from segmenter.document import project_file
from segmenter.files.findings import digest
from segmenter.gui.project import found as module
from segmenter.jobs import project_export


@pytest.fixture
def saved(shown, tmp_path, settled):
    """Return a project that was saved from the window."""
    path = tmp_path / "p.segmenter"
    shown._controller.save_as(path)
    settled(shown._session)
    return path


def test_a_project_has_what_was_found_for_its_labels(shown, saved):
    (entry,) = project_file.load(saved).entries
    found = shown._session.document.segmentation
    assert entry.findings.parameters == found.parameters == entry.work.solved
    assert entry.findings.results["eigenvalues"] == found.eigenvalues.tolist()
    assert entry.findings.gives(found.labels)


def test_it_is_that_of_the_newest_parameters_even_if_saving_comes_at_once(shown, tmp_path, settled, qtbot):
    session = shown._session
    session.set_parameters(k=2)
    with qtbot.waitSignal(session.solved, timeout=20_000):
        pass
    shown._controller.save_as(tmp_path / "q.segmenter")
    settled(session)
    (entry,) = project_file.load(tmp_path / "q.segmenter").entries
    assert entry.findings.parameters == session.state.parameters
    assert entry.findings.results["labels_sha256"] == digest(session.document.segmentation.labels)


def test_the_command_writes_the_recipe_of_the_window_without_solving(shown, saved, tmp_path, settled, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("it was solved again")

    monkeypatch.setattr(project_export, "segment", refuse)
    exporter = shown.exporter
    spec = exporter.spec()
    exporter.export(type(spec)(tmp_path / "window" / "out", spec.stem, ("labels", "recipe")))
    settled(shown._session)
    words = ["export", str(saved), "--out", str(tmp_path / "command" / "out"), "--export", "labels,recipe", "--quiet"]
    assert program.main(words) == 0
    written, asked = (sorted((tmp_path / who / "out").iterdir()) for who in ("window", "command"))
    assert [path.name for path in written] == [path.name for path in asked]
    assert [path.read_bytes() for path in written] == [path.read_bytes() for path in asked]
    (recipe,) = (path for path in written if path.suffix == ".json")
    assert json.loads(recipe.read_text())["results"]["eigenvalues"]


def test_what_is_known_already_is_not_found_again(shown, saved, settled, monkeypatch):
    def refuse(*_):
        raise AssertionError("it was known")

    monkeypatch.setattr(module, "findings", refuse)
    failed = []
    shown._session.failed.connect(failed.append)
    shown._session.solved.emit()
    settled(shown._session)
    assert failed == []


def test_an_image_of_a_project_is_exported_before_it_is_solved_again(
    shown, saved, tmp_path, settled, monkeypatch, qtbot
):
    session, exporter = shown._session, shown.exporter
    shown._controller.close_all()
    settled(session)
    monkeypatch.setattr(session.solver, "solve", lambda *_: None)
    shown._controller.open([saved])
    settled(session)
    qtbot.waitUntil(lambda: session.document is not None)
    assert session.document.segmentation is None
    assert exporter.final
    spec = exporter.spec()
    exporter.export(type(spec)(tmp_path / "out", spec.stem, ("recipe",)))
    settled(session)
    (recipe,) = (tmp_path / "out").iterdir()
    assert json.loads(recipe.read_text())["edited"] is False
