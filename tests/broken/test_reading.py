"""Whatever is wrong with a file becomes one sentence, without taking all memory first."""

from __future__ import annotations

import errno
import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from segmenter.errors import ImageError, UnreadableImage, UnsupportedImage
from segmenter.files.reading import count_pages, read_image


def assert_refused(path, kind=ImageError, match=None, **options):
    """The error is one sentence that names the file."""
    with pytest.raises(kind, match=match) as caught:
        read_image(path, **options)
    sentence = str(caught.value)
    assert Path(path).name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200


@pytest.mark.parametrize("data", [b"", b"\0", b"Hello, I am text.\n", b"\x89PNG", b"P", b"BM", b"\0" * 5000, b"<svg/>"])
def test_what_is_no_image_is_unreadable(data, write):
    assert_refused(write(data, "text.png"), UnreadableImage)


SIGNATURES = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\0",
    b"MM\0+",
    b"BM",
    b"GIF89a",
    b"RIFF1234WEBP",
    b"P6\n",
    b"P7\n",
    b"Pf\n",
    b"\xff\x4f\xff\x51",
    b"\0\0\0\x0cjP  \r\n\x87\n",
    b"\xff\x0a",
    b"\0\0\0\x0cJXL \r\n\x87\n",
]


@pytest.mark.parametrize("start", SIGNATURES)
@pytest.mark.parametrize("rest", [b"", b"\0" * 100, b"\xff" * 100, b"1 1 1 1", bytes(range(256))])
def test_a_signature_alone_is_unreadable(start, rest, write):
    assert_refused(write(start + rest), ImageError)


def test_what_is_no_file_is_unreadable(tmp_path):
    assert_refused(tmp_path / "missing.png", UnreadableImage, "does not exist")
    assert_refused(tmp_path, UnreadableImage, "folder")
    assert_refused(tmp_path / "missing folder" / "a.png", UnreadableImage, "does not exist")
    with pytest.raises(UnreadableImage):
        read_image("zero\0byte.png")
    with pytest.raises(UnreadableImage):
        read_image("")
    with pytest.raises(UnreadableImage):
        read_image(tmp_path / ("long" * 200))


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert_refused(tmp_path / "pipe.png", UnreadableImage, "not a file")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_unreadable(write, wholes):
    path = write(wholes["png"])
    path.chmod(0)
    assert_refused(path, UnreadableImage, "permission")


@pytest.mark.parametrize("call", ["open", "stat"])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "permission is denied"),
        (errno.EIO, "Input/output error"),
        (errno.ESTALE, "Stale file handle"),
        (errno.ENOENT, "does not exist"),
        (errno.EMFILE, "Too many open files"),
    ],
)
def test_the_system_may_refuse_at_any_call(call, number, sentence, write, wholes, monkeypatch):
    path = write(wholes["png"])

    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, call, fail)
    with pytest.raises(UnreadableImage, match=sentence):
        read_image(path)


def test_a_disk_that_fails_while_it_is_read(write, wholes, monkeypatch):
    class Failing(io.BytesIO):
        def read(self, size=-1):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    path = write(wholes["png"])
    monkeypatch.setattr(Path, "open", lambda *_: Failing())
    for read in (read_image, count_pages):
        with pytest.raises(UnreadableImage) as caught:
            read(path)
        assert "“image”" in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_that_go_round_in_circles(tmp_path):
    (tmp_path / "a.png").symlink_to("b.png")
    (tmp_path / "b.png").symlink_to("a.png")
    (tmp_path / "folder").symlink_to("folder")
    assert_refused(tmp_path / "a.png", UnreadableImage, "cannot be opened")
    assert_refused(tmp_path / "folder" / "c.png", UnreadableImage, "cannot be opened")


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("name", ["two\nlines.png", "\x1b[2J.png", "\u2028.png", "\udcff.png"])
def test_a_name_that_is_no_line_of_text(name, write):
    with pytest.raises(UnreadableImage) as caught:
        read_image(write(b"x", name))
    assert len(str(caught.value).splitlines()) == 1
    assert "\x1b" not in str(caught.value)


COMPLETE_EARLY = {"tiff pages", "webp animated"}


def test_a_file_that_is_cut_short_is_refused(kind, wholes, write):
    data = wholes[kind]
    whole = read_image(write(data)).pixels
    for tenth in range(10):
        path = write(data[: len(data) * tenth // 10], f"tenth {tenth}")
        if kind in COMPLETE_EARLY:  # the first image may stand before the cut, and all its pixels with it
            with suppress(UnreadableImage):
                np.testing.assert_array_equal(read_image(path).pixels, whole)
        else:
            assert_refused(path, UnreadableImage)


def test_bombs_are_refused_by_their_headers(bombs, write, memory):
    with memory(100):
        for name, bomb in bombs.items():
            assert_refused(write(bomb, name), UnsupportedImage, "more than the")


def test_the_limit_of_pixels(kind, wholes, write):
    path = write(wholes[kind])
    assert read_image(path, pixel_limit=2000).shape == (40, 50)
    assert_refused(path, UnsupportedImage, "40", pixel_limit=1999)


def test_many_bytes_in_few_pixels_are_refused_too(hollow_png, write):
    assert_refused(write(hollow_png(19_000, 10_000, 16, 6)), UnreadableImage)  # 1.5 GB would do, had it any pixels
    header = b"P7\nWIDTH 19000\nHEIGHT 10000\nDEPTH 8\nMAXVAL 65535\nENDHDR\n"
    assert_refused(write(header), UnsupportedImage, "GB of memory")


def test_many_threads_read_at_once(wholes, write):
    paths = [write(data, kind) for kind, data in wholes.items()] * 4
    with ThreadPoolExecutor(8) as threads:
        digests = list(threads.map(lambda path: read_image(path).digest, paths))
    assert digests == [read_image(path).digest for path in paths[: len(wholes)]] * 4


def test_nothing_is_printed(wholes, bombs, write, capfd):
    for data in [*wholes.values(), *bombs.values()]:
        for cut in (len(data), len(data) // 2, len(data) * 9 // 10):
            with suppress(ImageError):
                read_image(write(data[:cut]))
    assert capfd.readouterr() == ("", "")
