"""`segmenter run`: what it reads, writes and refuses."""

import csv
import errno
import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.cli import run as run_module
from segmenter.files import recipe_file
from segmenter.files.formats import MODULES
from segmenter.files.formats.label_image import read_labels
from segmenter.jobs import processing as job_module
from segmenter.progress import Cancelled

FAST = ["--method", "kmeans", "--k", "3", "--eigenvectors", "6", "--radius", "1"]


@pytest.fixture
def folder(tmp_path, gallery, monkeypatch):
    """Return a folder with images in it, and go there."""
    Pillow.fromarray(gallery["rgb"]).save(tmp_path / "photo.png")
    Pillow.fromarray(gallery["grey"]).save(tmp_path / "grey.png")
    pages = np.stack([np.roll(gallery["grey"], shift, axis=1) for shift in range(3)])
    tifffile.imwrite(tmp_path / "stack.tif", pages, photometric="minisblack")
    (tmp_path / "broken.png").write_bytes(b"nothing")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(path):
    return sorted(item.relative_to(path).as_posix() for item in path.rglob("*") if item.is_file())


def contents(path):
    return {name: (path / name).read_bytes() for name in names(path)}


class TestRunning:
    def test_results(self, folder, areas, capsys):
        assert program.main(["run", "photo.png", "--out", "out/deeper", *FAST]) == 0
        out = folder / "out" / "deeper"
        assert names(out) == ["photo.segmenter.json", "photo_labels.png", "photo_overlay.png"]
        np.testing.assert_array_equal(read_labels(out / "photo_labels.png"), areas)
        assert "photo.png: 3 labels in" in capsys.readouterr().out

    def test_what_was_edited_by_hand_is_replaced_only_on_request(self, folder, capsys):
        assert program.main(["run", "photo.png", "--out", "out", *FAST]) == 0
        assert recipe_file.mark_edited(folder / "out" / "photo.segmenter.json")
        assert program.main(["run", "photo.png", "--out", "out", *FAST]) == 2
        assert "edited by hand" in capsys.readouterr().err
        assert program.main(["run", "photo.png", "--out", "out", *FAST, "--overwrite"]) == 0
        assert not recipe_file.read(folder / "out" / "photo.segmenter.json").edited

    def test_without_a_folder_results_go_where_one_is(self, folder):
        assert program.main(["run", "photo.png", "--export", "labels", *FAST]) == 0
        assert (folder / "photo_labels.png").is_file()

    def test_images_may_stand_anywhere(self, folder):
        assert program.main(["run", "photo.png", "--out", "out", *FAST, "grey.png", "--export=labels"]) == 0
        assert names(folder / "out") == ["grey_labels.png", "photo_labels.png"]

    def test_exports_that_were_asked_for(self, folder):
        assert program.main(["run", "photo.png", "--out", "out", "--export", "recipe, overlay", *FAST]) == 0
        assert names(folder / "out") == ["photo.segmenter.json", "photo_overlay.png"]

    def test_pages_are_images(self, folder, areas, capsys):
        assert program.main(["run", "stack.tif", "--out", "out", "--export", "labels", *FAST]) == 0
        assert names(folder / "out") == [f"stack_p{page}_labels.png" for page in (1, 2, 3)]
        assert "stack.tif page 1: 3 labels" in capsys.readouterr().out
        for page in (1, 2, 3):
            labels = read_labels(folder / "out" / f"stack_p{page}_labels.png")
            np.testing.assert_array_equal(labels[:, 3:], np.roll(areas, page - 1, axis=1)[:, 3:])

    def test_one_page(self, folder):
        assert program.main(["run", "stack.tif", "--page", "2", "--out", "out", "--export", "labels", *FAST]) == 0
        assert names(folder / "out") == ["stack_p2_labels.png"]

    def test_ten_pages_sort_in_their_order(self, folder, gallery):
        tifffile.imwrite("ten.tif", np.stack([gallery["grey"]] * 10), photometric="minisblack")
        assert program.main(["run", "ten.tif", "--page", "2", "--out", "out", "--export", "labels", *FAST]) == 0
        assert names(folder / "out") == ["ten_p02_labels.png"]

    def test_a_page_that_is_not_there(self, folder, capsys):
        assert program.main(["run", "stack.tif", "photo.png", "--page", "4", "--out", "out", *FAST]) == 1
        err = capsys.readouterr().err
        assert "stack.tif has no page 4: its last is 3." in err
        assert "photo.png has no page 4: its last is 1." in err

    def test_presets_and_options_on_top(self, folder):
        (folder / "mine.toml").write_text("[labels]\nk = 5\n[eigenvectors]\neigenvectors = 6\n")
        for preset, k in (("mine.toml", 5), ("detail", 16)):
            assert program.main(["run", "photo.png", "--out", "out", "--preset", preset, "--smoothing", "0.5"]) == 0
            parameters = json.loads((folder / "out" / "photo.segmenter.json").read_text())["parameters"]
            assert parameters["labels"]["k"] == k
            assert parameters["features"]["smoothing"] == 0.5

    def test_cells_with_a_border(self, folder):
        row, column = np.indices((90, 120))
        picture = np.full((90, 120), 40, np.uint8)
        places = [(y, x) for y in (0, 30, 60) for x in (20, 60, 100)]
        for y, x in places:
            picture[(row - y) ** 2 + (column - x) ** 2 < 100] = 160
        Pillow.fromarray(picture).save("cells.png")
        words = ["run", "cells.png", "--preset", "cells", "--export", "labels,table,recipe"]
        assert program.main([*words, "--out", "all"]) == 0
        with Path("all/cells_regions.csv").open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert sorted(row["touches_border"] for row in rows) == ["0"] * 6 + ["1"] * 3
        assert program.main([*words, "--exclude-border", "--out", "inner"]) == 0
        labels = read_labels(Path("inner/cells_labels.png"))
        assert labels.max() == 6
        assert labels[0, 0] == 0
        recipe = json.loads(Path("inner/cells.segmenter.json").read_text())
        assert recipe["parameters"]["objects"]["border"] == "exclude"
        assert recipe["results"]["method"] == "objects"
        assert program.main(["run", "--recipe", "inner/cells.segmenter.json", "--out", "again"]) == 0
        assert Path("again/cells_labels.png").read_bytes() == Path("inner/cells_labels.png").read_bytes()

    def test_json(self, folder, capsys):
        code = program.main(["run", "photo.png", "broken.png", "grey.png", "--json", "--out", "out", *FAST])
        assert code == 1
        reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [report["status"] for report in reports] == ["done", "failed", "done"]
        assert reports[0]["files"][0] == str(Path("out", "photo_labels.png"))
        assert reports[0]["labels"] == 3
        assert reports[1]["error"]
        assert reports[1]["labels"] is None

    def test_one_failure_stops_nothing(self, folder, capsys):
        images = ["broken.png", "missing.png", ".", "photo.png"]
        assert program.main(["run", *images, "--out", "out", "--export", "labels", *FAST]) == 1
        assert names(folder / "out") == ["photo_labels.png"]
        err = capsys.readouterr().err
        assert err.count("\n") == 3
        assert "Traceback" not in err

    def test_the_pixel_limit(self, folder, capsys):
        assert program.main(["run", "photo.png", "--pixel-limit", "0.0008", "--out", "out", *FAST]) == 1
        assert program.main(["run", "photo.png", "--pixel-limit", "0.0009", "--out", "out", *FAST]) == 0

    def test_dry_run_writes_nothing(self, folder, capsys):
        before = names(folder)
        assert program.main(["run", "photo.png", "stack.tif", "--dry-run", "--out", "out", *FAST]) == 0
        assert names(folder) == before
        assert not (folder / "out").exists()
        out = capsys.readouterr().out
        assert out.count("\n") == 4
        assert str(Path("out", "stack_p3.segmenter.json")) in out


class TestRefusing:
    """Exit code 2, a sentence, and nothing was run."""

    @pytest.fixture
    def refused(self, folder, capsys):
        def run(*words):
            before = names(folder)
            assert program.main(["run", *words]) == 2
            assert names(folder) == before
            return capsys.readouterr().err.splitlines()[0]

        return run

    def test_names_that_would_collide(self, refused, folder):
        (folder / "photo.tif").touch()
        (folder / "b").mkdir()
        (folder / "b" / "PHOTO.png").touch()
        for other, written in (("photo.tif", "photo"), ("b/PHOTO.png", "PHOTO"), ("./photo.png", "photo")):
            said = refused("photo.png", other)
            assert "photo.png and" in said
            assert f"would both write {written}_labels.png" in said

    def test_pages_that_would_collide_with_an_image(self, refused, folder):
        (folder / "stack_p2.png").touch()
        assert "stack.tif page 2 and stack_p2.png would both write" in refused("stack.tif", "stack_p2.png")

    def test_an_input_is_never_written_over(self, refused, folder):
        (folder / "photo_labels.png").touch()
        assert "itself an input" in refused("photo.png", "photo_labels.png")

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            ([], "no image was given"),
            (["photo.png", "--k", "65"], "k = '65': must be 'auto' or a whole number from 1 to 64."),
            (["photo.png", "--k", "x"], "k = 'x': must be"),
            (["photo.png", "--method", "kmean"], "'kmeans' or 'colour'"),
            (["photo.png", "--method", "kmeans", "--k", "9", "--eigenvectors", "8"], "must be at most 8"),
            (["photo.png", "--kk", "9"], "no option --kk; did you mean --k?"),
            (["photo.png", "--sigma_intensity", "9"], "did you mean --sigma-intensity?"),
            (["photo.png", "--tolerence=1"], "no option --tolerence; did you mean --tolerance?"),
            (["photo.png", "-z"], "no option -z"),
            (["photo.png", "--ou", "x"], "did you mean --out?"),
            (["photo.png", "--out"], "expected one argument"),
            (["photo.png", "--page", "0"], "pages count from 1"),
            (["photo.png", "--page", "x"], "x is no page"),
            (["photo.png", "--pixel-limit", "nan"], "nan is no number of million pixels"),
            (["photo.png", "--pixel-limit", "-1"], "is no number of million pixels"),
            (["photo.png", "--export", "label"], "no format label; did you mean labels?"),
            (["photo.png", "--export", "xyz"], f"there are {', '.join(MODULES)}."),
            (["photo.png", "--export", ","], "name one or more of"),
            (["photo.png", "--preset", "defualt"], "did you mean default?"),
            (["photo.png", "--preset", "xyz"], "these come with the program: cells, default, detail"),
            (["photo.png", "--preset", "photo.png"], "is not text"),
            (["photo.png", "--preset", "."], "could not be read"),
            (["photo.png", "-v", "-q"], "not allowed with argument"),
            (["photo.png", "--out", "photo.png/x"], "could not be made: Not a directory."),
        ],
    )
    def test_wrong_use(self, refused, words, sentence):
        assert sentence in refused(*words)

    def test_a_preset_that_is_wrong(self, refused, folder):
        (folder / "a.toml").write_text("[labels]\nk = 0\n")
        assert "preset a.toml cannot be used: k = 0 (line 2): must be" in refused("photo.png", "--preset", "a.toml")


class TestInterrupting:
    @pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
    def test_what_is_done_stays(self, folder, monkeypatch, capsys, stop):
        process = job_module.process

        def interrupted(job, check):
            if job.stem == "grey":
                raise stop
            return process(job, check)

        monkeypatch.setattr(run_module, "process", interrupted)
        assert program.main(["run", "photo.png", "grey.png", "--out", "out", *FAST]) == 130
        assert len(names(folder / "out")) == 3
        assert capsys.readouterr().err == "segmenter: interrupted; 1 of 2 images are done.\n"

    def test_in_the_middle_of_a_file(self, folder, monkeypatch):
        def interrupted(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "replace", interrupted)
        assert program.main(["run", "photo.png", "--out", "out", *FAST]) == 130
        assert names(folder / "out") == []


class TestFailingDisk:
    def test_a_full_disk(self, folder, monkeypatch, capsys):
        assert program.main(["run", "photo.png", "--out", "out", *FAST]) == 0
        before = contents(folder / "out")

        def full(*_):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        assert program.main(["run", "grey.png", "photo.png", "--out", "out", *FAST]) == 1
        assert contents(folder / "out") == before
        assert "could not be written: No space left on device." in capsys.readouterr().err

    def test_what_a_kill_left_is_cleared_away(self, folder):
        (folder / "out").mkdir()
        left = folder / "out" / ".0123456789abcdef_labels.png"
        left.touch()
        os.utime(left, (1, 1))
        assert program.main(["run", "photo.png", "--out", "out", *FAST]) == 0
        assert not left.exists()

    def test_the_recipe_comes_last(self, folder, monkeypatch):
        write = os.replace

        def fail_for_overlays(source, target):
            if Path(target).name == "photo_overlay.png":
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            write(source, target)

        monkeypatch.setattr(os, "replace", fail_for_overlays)
        assert program.main(["run", "photo.png", "--out", "out", *FAST]) == 1
        assert names(folder / "out") == ["photo_labels.png"]


class TestRepeating:
    @pytest.fixture
    def first(self, folder):
        words = ["run", "photo.png", "stack.tif", "--out", "out", "--seed", "5", *FAST]
        assert program.main(words) == 0
        return folder / "out"

    @pytest.mark.parametrize("stem", ["photo", "stack_p2"])
    def test_byte_for_byte(self, first, folder, stem, capsys):
        recipe = f"out/{stem}.segmenter.json"
        before = contents(first)
        assert program.main(["run", "--recipe", recipe, "--out", "again"]) == 0
        again = contents(folder / "again")
        assert again == {name: content for name, content in before.items() if name.startswith(stem)}
        assert len(again) == 3
        assert program.main(["run", "--recipe", recipe, "--out", "out"]) == 0
        assert contents(first) == before
        assert capsys.readouterr().err == ""

    def test_from_another_place(self, first, folder, monkeypatch):
        monkeypatch.chdir("/")
        words = ["run", "--recipe", str(first / "photo.segmenter.json"), "--out", str(folder / "deep" / "er")]
        assert program.main(words) == 0
        again = contents(folder / "deep" / "er")
        recipe = json.loads(again.pop("photo.segmenter.json"))
        assert recipe["image"].pop("path") == "../../photo.png"
        assert again == {name: (first / name).read_bytes() for name in again}
        before = json.loads((first / "photo.segmenter.json").read_text())
        assert before["image"].pop("path") == "../photo.png"
        assert recipe == before

    def test_with_the_image_moved(self, first, folder):
        shutil.move("photo.png", "moved.png")
        words = ["run", "--recipe", "out/photo.segmenter.json"]
        assert program.main([*words, "--out", "again"]) == 1
        assert program.main([*words, "moved.png", "--out", "again"]) == 0
        assert (folder / "again" / "moved_labels.png").read_bytes() == (first / "photo_labels.png").read_bytes()

    def test_a_changed_image(self, first, folder, capsys):
        shutil.copy("grey.png", "photo.png")
        assert program.main(["run", "--recipe", "out/photo.segmenter.json"]) == 1
        err = capsys.readouterr().err
        assert "has changed since this recipe was made" in err
        assert err.count("\n") == 1

    def test_other_versions_are_a_warning(self, first, capsys):
        path = first / "photo.segmenter.json"
        document = json.loads(path.read_text())
        document["versions"]["numpy"] = "1.0"
        document["results"]["labels_sha256"] = "0" * 64
        path.write_text(json.dumps(document))
        assert program.main(["run", "--recipe", str(path), "--out", "again"]) == 0
        err = capsys.readouterr().err
        assert "the recipe was made with numpy 1.0" in err
        assert "The labels differ from those of the recipe." in err

    def test_edits_are_not_repeated(self, first, folder, capsys):
        path = first / "photo.segmenter.json"
        document = json.loads(path.read_text())
        path.write_text(json.dumps(document | {"edited": True, "exported": {"labels": 1, "labels_sha256": "0" * 64}}))
        assert program.main(["run", "--recipe", str(path), "--out", "again"]) == 0
        assert "was edited by hand; the edits are not repeated" in capsys.readouterr().err
        assert json.loads((folder / "again" / path.name).read_text())["edited"] is False

    def test_one_that_names_no_method_means_the_tree(self, first, folder):
        path = first / "photo.segmenter.json"
        document = json.loads(path.read_text())
        del document["parameters"]["labels"]["method"]
        path.write_text(json.dumps(document))
        assert program.main(["run", "--recipe", str(path), "--out", "again"]) == 0
        again = json.loads((folder / "again" / path.name).read_text())
        assert again["parameters"]["labels"]["method"] == again["results"]["method"] == "tree"

    @pytest.mark.parametrize("option", ["--k=3", "--preset=detail", "--export=labels", "--page=1"])
    def test_a_recipe_says_everything_itself(self, first, capsys, option):
        assert program.main(["run", "--recipe", "out/photo.segmenter.json", option]) == 2
        assert "does not go with --recipe" in capsys.readouterr().err

    def test_what_is_no_recipe(self, first, capsys):
        assert program.main(["run", "--recipe", "photo.png"]) == 1
        assert "is no recipe" in capsys.readouterr().err
        assert program.main(["run", "--recipe", "out/photo.segmenter.json", "a.png", "b.png"]) == 2
