"""`segmenter run` on what is broken, odd, or taken away while it runs: a sentence each, and the next image goes on."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from segmenter.cli import program
from segmenter.files.formats.label_image import read_labels

FAST = ["--method", "kmeans", "--k", "3", "--eigenvectors", "6", "--radius", "1"]
FAST += ["--minimum-region", "0", "--export", "labels,recipe"]
NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="this is done otherwise there")


@pytest.fixture
def folder(tmp_path, gallery, monkeypatch):
    """Return a folder with two good images in it, and go there."""
    for name in ("first.png", "last.png"):
        Image.fromarray(gallery["rgb"]).save(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*images, out="out"):
    return program.main(["run", *map(str, images), "--out", str(out), *FAST])


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def results(*stems):
    return sorted(f"{stem}{end}" for stem in stems for end in (".segmenter.json", "_labels.png"))


def refusals(capsys):
    """Return what was said on stderr, a sentence a line."""
    lines = capsys.readouterr().err.splitlines()
    for line in lines:
        assert line.startswith("segmenter: ")
        assert line.endswith(".")
        assert "Traceback" not in line
    return lines


class TestBrokenFiles:
    def broken(self, wholes, bombs):
        """Return files by name that must be refused."""
        for kind in ("png", "jpeg", "tiff", "tiff lzw", "bmp", "gif", "webp", "pnm", "jp2", "jxl"):
            for tenth in range(10):
                yield f"{kind} {tenth}", wholes[kind][: len(wholes[kind]) * tenth // 10]
        for name, bomb in bombs.items():
            yield f"bomb {name}", bomb
        yield "text.png", b"This is a text, and no image.\n"
        yield "text in a table.tif", b"II*\0 and nothing else"
        yield "zeros.jpg", bytes(10_000)
        yield "page.gif", b"<!DOCTYPE html><html></html>"

    def test_each_is_a_line_and_the_others_are_done(self, folder, wholes, bombs, capsys):
        broken = dict(self.broken(wholes, bombs))
        for name, data in broken.items():
            (folder / name).write_bytes(data)
        assert run("first.png", *broken, "last.png") == 1
        lines = refusals(capsys)
        assert len(lines) == len(broken)
        for name, line in zip(broken, lines, strict=True):
            assert f"“{name}”" in line
        assert names(folder / "out") == results("first", "last")


class TestOddFiles:
    """Files that look wrong and are not."""

    def right(self, folder, name, save, shape):
        save(folder / name)
        assert run(name) == 0
        labels = read_labels(folder / "out" / f"{Path(name).stem}_labels.png")
        assert labels.shape == shape
        return labels

    @pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (2, 2), (3, 1)])
    def test_few_pixels_in_a_row(self, folder, shape):
        pixels = (np.arange(shape[0] * shape[1]) % 256).reshape(shape).astype(np.uint8)
        assert self.right(folder, "thin.png", Image.fromarray(pixels).save, shape).min() >= 1

    @pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16, np.uint32, np.float32, np.float64])
    @pytest.mark.parametrize("byteorder", ["<", ">"])
    def test_depths_and_byte_orders(self, folder, gallery, areas, dtype, byteorder):
        grey = gallery["grey"].astype(dtype)
        labels = self.right(folder, "a.tif", lambda path: tifffile.imwrite(path, grey, byteorder=byteorder), grey.shape)
        np.testing.assert_array_equal(labels, areas)

    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
    def test_pixels_without_a_value_have_no_label(self, folder, gallery, value):
        grey = gallery["grey"].astype(np.float32)
        grey[3:6, 4:9] = value
        labels = self.right(folder, "nan.tif", lambda path: tifffile.imwrite(path, grey), grey.shape)
        np.testing.assert_array_equal(labels == 0, ~np.isfinite(grey))

    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
    def test_nothing_but_pixels_without_a_value(self, folder, value):
        none = np.full((9, 7), value, np.float32)
        assert not self.right(folder, "none.tif", lambda path: tifffile.imwrite(path, none), none.shape).any()

    def test_palette_alpha_and_cmyk(self, folder, gallery, areas):
        rgb = Image.fromarray(gallery["rgb"])
        for name, picture in (("palette.gif", rgb.quantize(8)), ("cmyk.tif", rgb.convert("CMYK"))):
            np.testing.assert_array_equal(self.right(folder, name, picture.save, areas.shape), areas)
        alpha = Image.fromarray(gallery["rgba"])
        labels = self.right(folder, "alpha.png", alpha.save, areas.shape)
        np.testing.assert_array_equal(labels == 0, areas == 2)

    def test_a_wrong_suffix(self, folder, gallery, areas):
        for name, kind in (("a.jpg", "PNG"), ("b.png", "TIFF"), ("c.tif", "BMP"), ("d.txt", "GIF"), ("e", "PPM")):
            picture = Image.fromarray(gallery["rgb"])
            labels = self.right(
                folder, name, lambda path, kind=kind, picture=picture: picture.save(path, kind), areas.shape
            )
            np.testing.assert_array_equal(labels, areas)

    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_labels_are_upright_as_the_image_is(self, folder, gallery, areas, orientation):
        stored = {
            1: lambda a: a,
            2: np.fliplr,
            3: lambda a: np.rot90(a, 2),
            4: np.flipud,
            5: lambda a: a.swapaxes(0, 1),
            6: np.rot90,
            7: lambda a: np.rot90(a, 2).swapaxes(0, 1),
            8: lambda a: np.rot90(a, -1),
        }[orientation](gallery["rgb"])
        exif = Image.Exif()
        exif[0x0112] = orientation
        picture = Image.fromarray(np.ascontiguousarray(stored))
        labels = self.right(folder, "turned.png", lambda path: picture.save(path, exif=exif), areas.shape)
        np.testing.assert_array_equal(labels, areas)

    def test_pages_of_which_one_is_broken(self, folder, gallery, capsys):
        file = io.BytesIO()
        with tifffile.TiffWriter(file) as pages:
            for _ in range(3):
                pages.write(gallery["grey"], compression="zlib")
        data = bytearray(file.getvalue())
        with tifffile.TiffFile(io.BytesIO(data)) as pages:
            at = pages.pages[1].dataoffsets[0]
        data[at : at + 20] = bytes(20)
        (folder / "stack.tif").write_bytes(data)
        assert run("stack.tif") == 1
        assert len(refusals(capsys)) == 1
        assert names(folder / "out") == results("stack_p1", "stack_p3")


class TestNames:
    @pytest.mark.parametrize(
        "name",
        ["a photo", " ", 'it\'s "quoted"', "🦠👩‍🔬 Zelle ñ 中", "n" * 200, "-k", "$HOME; `x` %s {}", "..a..", "*?[a]"],
    )
    def test_any_name_will_do(self, folder, name, capsys):
        if sys.platform == "win32" and set(name) & set('"*?'):
            pytest.skip("no such names there")
        (folder / name).mkdir()
        image = folder / name / f"{name}.png"
        shutil.copy("last.png", image)
        assert run(image, folder / name / "missing.png", out=folder / name / "out") == 1
        assert names(folder / name / "out") == results(name)
        assert len(refusals(capsys)) == 1
        assert (
            program.main(["run", "--recipe", str(folder / name / "out" / f"{name}.segmenter.json"), "--out", "again"])
            == 0
        )
        assert names(folder / "again") == results(name)

    @NOT_ON_WINDOWS
    def test_links_that_go_round_in_circles(self, folder, capsys):
        for one, other in (("a.png", "b.png"), ("b.png", "a.png"), ("deep", "deep")):
            (folder / one).symlink_to(other)
        assert run("a.png", "deep/c.png", "last.png") == 1
        assert len(refusals(capsys)) == 2
        assert names(folder / "out") == results("last")
        assert run("last.png", out="deep/out") == 2
        assert "the folder deep/out could not be made" in capsys.readouterr().err


class TestVanishing:
    """What was there when the command began, and is not when it is needed."""

    def once(self, monkeypatch, name, event):
        """Have an event happen as soon as a file of that name was written."""
        replace = os.replace

        def replaced(source, target):
            replace(source, target)
            if Path(target).name == name:
                event()

        monkeypatch.setattr(os, "replace", replaced)

    def test_the_folder_of_an_image(self, folder, monkeypatch, capsys):
        (folder / "deep").mkdir()
        shutil.copy("first.png", "deep/photo.png")
        self.once(monkeypatch, "first.segmenter.json", lambda: shutil.rmtree("deep"))
        assert run("first.png", "deep/photo.png", "last.png") == 1
        assert refusals(capsys) == ["segmenter: “photo.png” does not exist."]
        assert names(folder / "out") == results("first", "last")

    def test_the_folder_for_the_results(self, folder, monkeypatch, capsys):
        self.once(monkeypatch, "first.segmenter.json", lambda: shutil.rmtree("out"))
        assert run("first.png", "last.png") == 1
        (line,) = refusals(capsys)
        assert "last_labels.png could not be written: No such file or directory." in line

    def test_an_image_replaced_by_something_else(self, folder, monkeypatch, capsys):
        def replace():
            (folder / "last.png").unlink()
            (folder / "last.png").mkdir()

        self.once(monkeypatch, "first.segmenter.json", replace)
        assert run("first.png", "last.png") == 1
        assert refusals(capsys) == ["segmenter: “last.png” is a folder, not a file."]


def command(*images, out):
    """Return the words of a command whose label images are as large as the image is noisy, and its environment."""
    words = [sys.executable, "-m", "segmenter", "run", *map(str, images), "--out", str(out)]
    return [*words, *FAST, "--method", "colour"], {**os.environ, "PYTHONPATH": str(Path(program.__file__).parents[2])}


class TestDisks:
    """In processes of their own: they must do without room, not without a function."""

    @pytest.fixture
    def large(self, folder):
        """Return the folder with an image in it whose label image takes far more room than those of the others."""
        noise = np.random.default_rng(0).integers(0, 2, (800, 800), np.uint8) * np.uint8(255)
        Image.fromarray(noise).save(folder / "large.png")
        return folder

    @NOT_ON_WINDOWS
    def test_no_file_may_become_large(self, large):
        import resource

        words, environment = command("first.png", "large.png", "last.png", out="out")
        limit = 8_000  # bytes
        done = subprocess.run(
            words,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
        assert done.returncode == 1
        assert done.stderr.splitlines() == [
            f"segmenter: {Path('out', 'large_labels.png')} could not be written: File too large."
        ]
        assert names(large / "out") == results("first", "last")

    def on_a_disk_of_its_own(self, folder, before):
        """Run in a name space with a small disk at `out`; return the process, and leave what is on it in `kept`."""
        (folder / "out").mkdir()
        words, environment = command("first.png", "large.png", "last.png", out="out")
        script = f"""
            mount -t tmpfs -o size=64k none out || exit 77
            {before}
            {shlex.join(words)}
            code=$?
            cp -r out kept
            exit $code
        """
        try:
            done = subprocess.run(
                ["unshare", "--map-root-user", "--mount", "sh", "-c", script],
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
        except FileNotFoundError:
            pytest.skip("no unshare here")
        if done.returncode == 77 or "unshare" in done.stderr:
            pytest.skip("no disk may be mounted here")
        return done

    def test_a_full_disk(self, large):
        done = self.on_a_disk_of_its_own(large, "")
        assert done.returncode == 1
        (line,) = done.stderr.splitlines()
        assert "large_labels.png could not be written: No space left on device." in line
        assert names(large / "kept") == results("first", "last")
        assert read_labels(large / "kept" / "first_labels.png").max() == 3

    def test_a_disk_that_is_full_from_the_start(self, large):
        done = self.on_a_disk_of_its_own(large, "head -c 100000 /dev/zero > out/other 2> out/other.log")
        assert done.returncode == 1
        assert [line.rpartition(": ")[2] for line in done.stderr.splitlines()] == ["No space left on device."] * 3
        assert names(large / "kept") == ["other", "other.log"]

    def test_a_disk_that_cannot_be_written(self, large):
        done = self.on_a_disk_of_its_own(large, "mount -o remount,ro none out")
        assert done.returncode == 1
        assert [line.rpartition(": ")[2] for line in done.stderr.splitlines()] == ["Read-only file system."] * 3
        assert names(large / "kept") == []
