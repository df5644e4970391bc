"""The `.segmenter` file: what is saved is read, and whatever is wrong with one is said in a sentence."""

import contextlib
import io
import json
import os
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segmenter.core.classes import SegmentClass
from segmenter.core.clicked import Clicks
from segmenter.core.image import PixelSize
from segmenter.document import edits, project_file
from segmenter.document.compressed_labels import pack
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import DOCUMENT, load, save
from segmenter.document.state import Segment, State, with_segments
from segmenter.document.unfinished import Unfinished
from segmenter.errors import ExportError, ProjectError, SegmenterError
from segmenter.parameters import DEFAULTS
from segmenter.progress import Cancelled
from segmenter.render.contrast import Channel

SHA = "0123456789abcdef" * 4


def work(labels, **segment):
    labels = np.asarray(labels, np.int32)
    segments = {number: Segment(**segment) for number in np.unique(labels[labels > 0]).tolist()}
    return SavedState.of(with_segments(State(DEFAULTS.replace(k=3), DEFAULTS), segments, LabelMap.of(labels)))


@pytest.fixture
def project(tmp_path):
    return Project(
        (
            Entry(tmp_path / "a.png", 0, SHA, 10, work([[0, 1], [7, 7]], name="sky", colour=(1, 2, 255)), done=True),
            Entry(tmp_path / "in" / "b.tif", 4, SHA[::-1], 20, SavedState.of(State(DEFAULTS.replace(k=9)))),
            Entry(tmp_path.parent / "c.png"),
            Entry(tmp_path / "d.png", 0, SHA, 0, work([[70_000]], locked=True, visible=False, edited=True)),
        ),
        current=2,
    )


@pytest.fixture
def path(tmp_path, project):
    save(project, tmp_path / "p.segmenter")
    return tmp_path / "p.segmenter"


def without_hints(project):
    return replace(project, entries=tuple(replace(entry, hint=None) for entry in project.entries))


def test_there_and_back(path, project):
    again = load(path)
    assert without_hints(again) == project
    assert [entry.hint for entry in again.entries] == [entry.path for entry in project.entries]
    state = again.entries[0].work.state((2, 2))
    assert state.labels.array().tolist() == [[0, 1], [7, 7]]
    assert state.segments[7] == Segment("sky", (1, 2, 255))


def test_each_image_is_a_checkpoint_and_reading_can_be_cancelled_there(path):
    heard = []

    def check(stage, fraction):
        heard.append((stage, fraction))
        if len(heard) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(path, check)
    assert heard == [("reading", 0.0), ("reading", 1 / len(load(path).entries))]


def test_classes_colours_of_other_numbers_and_a_pixel_size(tmp_path, project):
    cell = SegmentClass(3, "cell \U0001f9eb", (255, 128, 0), 2)
    size = PixelSize(0.65, 0.5, "µm")
    first = replace(work([[1, 2]], class_number=3, tint=9), pixel_size=size)
    made = replace(project, entries=(replace(project.entries[0], work=first),), current=0, classes=(cell,))
    save(made, tmp_path / "p.segmenter")
    again = load(tmp_path / "p.segmenter")
    assert without_hints(again) == made
    state = again.entries[0].work.state(classes=again.classes)
    assert state.class_of(2) == cell
    assert state.pixel_size == size
    assert state.tint(2) == 9


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"classes": [1]}, 'class 1: "number" is missing'),
        ({"pixel_size": {"height": 0.0, "width": 1.0, "unit": "µm"}}, "a pixel must have a size"),
        ({"pixel_size": {"height": 1.0, "width": float("inf"), "unit": "µm"}}, "a pixel must have a size"),
        ({"pixel_size": 1}, '"height" is missing'),
        ({"class": 0}, '"class" is out of range'),
        ({"tint": -1}, '"tint" is out of range'),
    ],
)
def test_classes_and_sizes_that_make_no_sense(path, changes, sentence):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(parts[DOCUMENT])
    work = document["entries"][0]["work"]
    for key, value in changes.items():
        {"classes": document, "pixel_size": work}.get(key, work["segments"][0])[key] = value
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (parts | {DOCUMENT: json.dumps(document)}).items():
            archive.writestr(name, content)
    with pytest.raises(ProjectError, match=sentence):
        load(path)


def test_an_empty_project(tmp_path):
    save(Project(), tmp_path / "p.segmenter")
    assert load(tmp_path / "p.segmenter") == Project()


def test_the_same_project_is_the_same_bytes(path, project, tmp_path):
    for made in (project, load(path)):
        save(made, tmp_path / "again.segmenter")
        assert (tmp_path / "again.segmenter").read_bytes() == path.read_bytes()


def test_what_the_documentation_says(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [DOCUMENT, "labels/1.zlib", "labels/4.zlib"]
        document = json.loads(archive.read(DOCUMENT))
        content = archive.read("labels/1.zlib")
    assert (document["format"], document["version"], document["current"]) == ("segmenter project", 1, 3)
    assert [entry["image"]["path"] for entry in document["entries"]] == ["a.png", "in/b.tif", "../c.png", "d.png"]
    labels = document["entries"][0]["work"]["labels"]
    assert np.frombuffer(zlib.decompress(content), "<u1").reshape(labels["rows"], labels["columns"]).tolist() == [
        [0, 1],
        [7, 7],
    ]


def test_a_moved_folder(tmp_path, project):
    (tmp_path / "one").mkdir()
    inside = Project((Entry(tmp_path / "one" / "in" / "a.png", 0, SHA, 3),))
    save(inside, tmp_path / "one" / "p.segmenter")
    (tmp_path / "one").rename(tmp_path / "two")
    (entry,) = load(tmp_path / "two" / "p.segmenter").entries
    assert entry.path == tmp_path / "two" / "in" / "a.png"
    assert entry.hint == tmp_path / "one" / "in" / "a.png"


def test_saved_somewhere_else(tmp_path, path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    save(load(path), tmp_path / "deep" / "er" / "p.segmenter")
    again = load(tmp_path / "deep" / "er" / "p.segmenter")
    assert [entry.path for entry in again.entries] == [entry.path for entry in load(path).entries]


def test_a_journal_knows_its_project(tmp_path, project):
    save(replace(project, saved=tmp_path / "mine.segmenter"), tmp_path / "journal")
    assert load(tmp_path / "journal").saved == tmp_path / "mine.segmenter"


def test_a_journal_knows_what_its_project_does_not_have(tmp_path, project):
    """A project has no need of it: all of its work is in it."""
    unsaved = replace(project, unsaved=frozenset({0, 3}))
    project_file.save_apart(unsaved, tmp_path / "journal.segmenter")
    save(unsaved, tmp_path / "mine.segmenter")
    assert load(tmp_path / "journal.segmenter").unsaved == {0, 3}
    assert load(tmp_path / "mine.segmenter").unsaved is None


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_no_text(tmp_path):
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    save(Project((Entry(strange),)), tmp_path / "p")
    assert load(tmp_path / "p").entries[0].path == strange


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.none() | st.tuples(*[st.integers(0, 255)] * 3), st.integers(1, 1_000_000))
def test_any_name_colour_and_number(tmp_path, name, colour, number):
    project = Project((Entry(tmp_path / "a.png", work=work([[number]], name=name, colour=colour)),))
    save(project, tmp_path / "p")
    (entry,) = load(tmp_path / "p").entries
    assert entry.work.state().segments == {number: Segment(name, colour)}


def test_half_a_character_is_no_reason_to_lose_a_project(tmp_path):
    save(Project((Entry(tmp_path / "a.png", work=work([[1]], name="a\ud83d")),)), tmp_path / "p")
    assert load(tmp_path / "p").entries[0].work.segments[1].name == "a?"


def test_a_project_that_cannot_be_saved_leaves_the_older_one(path, project, monkeypatch):
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"p\.segmenter could not be written: No space left on device"):
        save(replace(project, current=0), path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


# --- damage


def packed(document, **members):
    """Return an archive of a document and labels."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(DOCUMENT, document if isinstance(document, (str, bytes)) else json.dumps(document))
        for name, member in members.items():
            archive.writestr(f"labels/{name[1:]}.zlib", member)
    return content.getvalue()


def valid():
    """Return a document of one entry, and its labels."""
    labels = pack(LabelMap.of(np.array([[0, 1], [2, 2]], np.int32)))
    segment = {"name": "", "colour": None, "visible": True, "locked": False, "edited": False}
    entry = {
        "image": {"path": "a.png", "absolute": "/x/a.png", "page": 1, "sha256": SHA, "size": 10},
        "done": False,
        "work": {
            "parameters": {},
            "solved": {},
            "erased": False,
            "labels": {"file": "labels/1.zlib", "type": "uint8", "rows": 2, "columns": 2, "sha256": labels.sha256},
            "segments": [{"number": number} | segment for number in (1, 2)],
        },
    }
    document = {"format": "segmenter project", "version": 1, "program": "9.9", "current": 1, "entries": [entry]}
    return document, labels.content


def opened(path, content):
    """Read an archive whole, labels included."""
    path.write_bytes(content)
    return [entry.work and entry.work.state() for entry in load(path).entries]


def test_the_document_of_these_tests_is_valid(tmp_path):
    document, labels = valid()
    (state,) = opened(tmp_path / "p", packed(document, _1=labels))
    assert state.labels.array().tolist() == [[0, 1], [2, 2]]
    document["unknown"] = document["entries"][0]["unknown"] = 1
    opened(tmp_path / "p", packed(document, _1=labels))


WORK = "entries", 0, "work"
CHANGES = [
    (("format",), "something", "no project"),
    (("version",), 2, r"newer Segmenter, 9\.9"),
    (("version",), "1", "version"),
    (("version",), True, "version"),
    (("current",), 2, "current"),
    (("current",), 0, "current"),
    (("entries",), {}, "entries"),
    (("entries", 0), [], "image"),
    (("entries", 0, "done"), 1, "done"),
    (("entries", 0, "work"), [], "work"),
    (("entries", 0, "image", "path"), "", "path"),
    (("entries", 0, "image", "path"), "a\0b", "path"),
    (("entries", 0, "image", "path"), "\ud800", "path"),
    (("entries", 0, "image", "absolute"), 3, "absolute"),
    (("entries", 0, "image", "page"), 0, "page"),
    (("entries", 0, "image", "page"), 1.0, "page"),
    (("entries", 0, "image", "page"), 10**30, "page"),
    (("entries", 0, "image", "sha256"), "abc", "sha256"),
    (("entries", 0, "image", "sha256"), "", "sha256"),
    (("entries", 0, "image", "size"), -1, "size"),
    (("saved",), 4, "saved"),
    (("unsaved",), 4, "unsaved"),
    (("unsaved",), [2], "unsaved"),
    (("unsaved",), [True], "unsaved"),
    ((*WORK, "erased"), None, "erased"),
    ((*WORK, "parameters"), None, "parameters"),
    ((*WORK, "parameters"), {"labels": {"k": 1000}}, "k = 1000"),
    ((*WORK, "parameters"), {"labels": {"newer": 1}}, "newer"),
    ((*WORK, "labels"), None, "segments without labels"),
    ((*WORK, "labels", "file"), "labels/2.zlib", "labels are missing"),
    ((*WORK, "labels", "file"), "../../../etc/passwd", "labels are missing"),
    ((*WORK, "labels", "type"), "float64", "kind or size"),
    ((*WORK, "labels", "type"), "uint16", "damaged"),
    ((*WORK, "labels", "rows"), 0, "rows"),
    ((*WORK, "labels", "rows"), 3, "damaged"),
    ((*WORK, "labels", "rows"), 10**9, "kind or size"),
    ((*WORK, "labels", "rows"), 10**12, "rows"),
    ((*WORK, "labels", "rows"), 250_000_000, "damaged"),
    ((*WORK, "labels", "sha256"), SHA, "damaged"),
    ((*WORK, "segments"), [], "not those of its segments"),
    ((*WORK, "segments", 0, "number"), 2, "two segments"),
    ((*WORK, "segments", 0, "number"), 3, "not those of its segments"),
    ((*WORK, "segments", 0, "number"), 0, "number"),
    ((*WORK, "segments", 0, "number"), 10**9, "number"),
    ((*WORK, "segments", 0, "name"), None, "name"),
    ((*WORK, "segments", 0, "colour"), "red", "colour"),
    ((*WORK, "segments", 0, "colour"), "#12345", "colour"),
    ((*WORK, "segments", 0, "locked"), "yes", "locked"),
    (("entries", 0, "findings"), {"key": "", "versions": {}}, "results"),
    (("entries", 0, "unfinished"), {"clicks": [[1, 1, False]]}, "a click on the object"),
    (("entries", 0, "contrast"), 7, "contrast"),
    (("entries", 0, "contrast"), [{}], "low"),
    (("entries", 0, "pixel_size"), {"height": 0.0, "width": 1.0, "unit": "m"}, "pixel"),
]


@pytest.mark.parametrize(("where", "value", "said"), CHANGES, ids=lambda value: str(value)[:40])
def test_a_document_with_a_wrong_value(tmp_path, where, value, said):
    document, labels = valid()
    inside = document
    for key in where[:-1]:
        inside = inside[key]
    inside[where[-1]] = value
    with pytest.raises(ProjectError, match=said) as caught:
        opened(tmp_path / "p", packed(document, _1=labels))
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"null", b"[]", b"3", b'"x"', b"{}", b"\xff\xfe{", b"[" * 100_000, b'{"a": ' * 100_000, b"1" * 10_000],
    ids=lambda text: str(text[:8]),
)
def test_a_document_that_is_none(tmp_path, text):
    with pytest.raises(ProjectError, match="cannot be opened: it is"):
        opened(tmp_path / "p", packed(text))


def test_members_that_are_missing(tmp_path):
    document, labels = valid()
    with pytest.raises(ProjectError, match="labels are missing"):
        opened(tmp_path / "p", packed(document))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("labels/1.zlib", labels)
    with pytest.raises(ProjectError, match="it is no project"):
        opened(tmp_path / "p", content.getvalue())


def test_bombs(tmp_path, monkeypatch):
    monkeypatch.setattr("segmenter.document.project_file.MAX_TEXT", 10_000)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, b" " * 20_000_000)
    with pytest.raises(ProjectError, match="larger than a project can be"):
        opened(tmp_path / "p", content.getvalue())
    document, _ = valid()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, json.dumps(document))
        archive.writestr("labels/1.zlib", bytes(20_000_000))
    with pytest.raises(ProjectError, match="kind or size"):
        opened(tmp_path / "p", content.getvalue())


def test_a_document_of_too_many_values_is_not_parsed(tmp_path, monkeypatch):
    monkeypatch.setattr("segmenter.document.project_file.MAX_VALUES", 1000)
    with pytest.raises(ProjectError, match="larger than a project can be"):
        opened(tmp_path / "p", packed(b"[" + b"[]," * 500 + b"[]]"))


def test_places_where_there_is_no_project(tmp_path):
    with pytest.raises(ProjectError, match="missing could not be read: No such file"):
        load(tmp_path / "missing")
    with pytest.raises(ProjectError, match="could not be read: Is a directory"):
        load(tmp_path)


def test_every_cut(path):
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        with pytest.raises(ProjectError, match="damaged, cut short"):
            opened(path, whole[:length])


MUTATION = st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4), st.booleans())
MUTATIONS = st.lists(MUTATION, min_size=1, max_size=4)


def mutated(content, mutations):
    """Overwrite or insert bytes."""
    for where, inserted, over in mutations:
        at = int(where * len(content))
        content = content[:at] + inserted + content[at + len(inserted) * over :]
    return content


def refused_or_read(path, content):
    """Open an archive: nothing but an expected error may come of it."""
    with contextlib.suppress(SegmenterError):
        opened(path, content)


FUZZ = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(MUTATIONS)
def test_mutated_archives(path, mutations):
    refused_or_read(path.with_name("mutated"), mutated(path.read_bytes(), mutations))


@FUZZ
@given(MUTATIONS)
def test_mutated_documents(tmp_path, mutations):
    document, labels = valid()
    refused_or_read(tmp_path / "p", packed(mutated(json.dumps(document).encode(), mutations), _1=labels))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=6,
)


@FUZZ
@given(st.data(), JSON)
def test_documents_with_something_else_in_them(tmp_path, data, value):
    document, labels = valid()
    inside, places = document, []
    while isinstance(inside, (dict, list)) and inside:
        places.append((inside, data.draw(st.sampled_from(sorted(inside) if isinstance(inside, dict) else [0]))))
        inside = inside[places[-1][1]]
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = value
    refused_or_read(tmp_path / "p", packed(document, _1=labels))


@pytest.mark.slow
@settings(FUZZ, max_examples=20_000, derandomize=False)
@given(MUTATIONS)
def test_many_mutated_archives(path, mutations):
    refused_or_read(path.with_name("mutated"), mutated(path.read_bytes(), mutations))


def test_segments_that_wait_for_the_next_result(tmp_path, project):
    """Which were let go: the labels are not those of any parameters until it arrives, and may be saved before."""
    state = edits.release(project.entries[0].work.state(), [1, 7])
    entry = replace(project.entries[0], work=SavedState.of(state), hint=tmp_path / "a.png")
    assert entry.work.solved is None
    save(Project((entry,)), tmp_path / "w.segmenter")
    assert load(tmp_path / "w.segmenter").entries == (entry,)


def test_clicks_are_kept_with_the_segment(tmp_path):
    clicks = Clicks(((0, 1, True), (1, 0, False)), (0, 0, 2, 2), -1)
    entry = Entry(tmp_path / "a.png", 0, SHA, 10, work([[0, 1], [7, 7]], clicks=clicks, edited=True))
    save(Project((entry,)), tmp_path / "c.segmenter")
    assert load(tmp_path / "c.segmenter").entries[0].work == entry.work


@pytest.mark.parametrize(
    ("clicks", "why"),
    [(Clicks(((2, 1, True),)), "outside an image"), (Clicks(((1, 1, False),)), "a click on the object")],
)
def test_clicks_that_make_no_sense_are_refused(tmp_path, clicks, why):
    entry = Entry(tmp_path / "a.png", 0, SHA, 10, work([[0, 1], [7, 7]], clicks=clicks))
    save(Project((entry,)), tmp_path / "c.segmenter")
    with pytest.raises(ProjectError, match=why):
        load(tmp_path / "c.segmenter")


def test_a_mistake_of_the_program_is_not_blamed_on_the_file(tmp_path, monkeypatch):
    path = tmp_path / "p.segmenter"
    save(Project((Entry(tmp_path / "a.png"),)), path)

    def broken(*_):
        raise KeyError("entries")

    monkeypatch.setattr(project_file, "_project", broken)
    with pytest.raises(KeyError):
        load(path)


def test_how_images_are_shown_and_their_pixel_size_before_any_work(tmp_path, project):
    contrast = (Channel(0.0, 99.0, 2.0, (1, 2, 3)), Channel(5.5, 7.0, visible=False))
    under_way = Unfinished((Clicks(((0, 1, True),)), Clicks(((0, 1, True), (1, 0, False)))))
    entry = Entry(tmp_path / "b.png", contrast=contrast, pixel_size=PixelSize(0.5, 2.0, "µm"), unfinished=under_way)
    project_file.save(Project((*project.entries, entry)), tmp_path / "b.segmenter")
    read = project_file.load(tmp_path / "b.segmenter").entries
    assert read[-1].contrast == contrast
    assert read[-1].unfinished == under_way
    assert read[-1].pixel_size == PixelSize(0.5, 2.0, "µm")
    assert {each.contrast for each in read[:-1]} == {None} == {each.pixel_size for each in read[:-1]}
