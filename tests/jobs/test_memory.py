"""How much memory there is, and was."""

import numpy as np
import pytest

from segmenter.jobs import memory


def test_available():
    found = memory.available()
    if found is None:
        pytest.skip("this system does not tell")
    assert 10**7 < found < 10**14


def test_a_container_has_less_than_its_machine(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "GROUPS", ((str(tmp_path), "max", "current", ("inactive_file", "active_file")),))
    outside = memory.available()
    (tmp_path / "max").write_text("max\n")
    (tmp_path / "current").write_text("1000\n")
    assert outside is None or abs(memory.available() - outside) < outside / 2  # no limit: as outside
    (tmp_path / "max").write_text("5000\n")
    assert memory.available() == 4000
    (tmp_path / "memory.stat").write_text("anon 300\nactive_file 100\ninactive_file 600\n")
    assert memory.available() == 4700
    (tmp_path / "max").write_text("200\n")
    assert memory.available() == 0


def test_a_system_that_says_nothing(monkeypatch):
    monkeypatch.setattr(memory, "_read", lambda path: "")
    monkeypatch.delattr("os.sysconf", raising=False)
    assert memory.available() is None


def test_the_peak_is_that_of_one_job():
    memory.forget_peak()
    before = memory.peak()
    if before is None:
        pytest.skip("this system does not tell")
    block = np.ones(100_000_000, np.uint8)  # too large to come from what earlier tests have left free
    with_block = memory.peak()
    del block
    assert with_block - before > 50_000_000
    if memory.RESET.exists():
        memory.forget_peak()
        assert memory.peak() < with_block


def test_where_there_is_no_proc_the_peak_is_that_of_the_process(monkeypatch, tmp_path):
    pytest.importorskip("resource")
    monkeypatch.setattr(memory, "STATUS", tmp_path / "none")
    monkeypatch.setattr(memory, "RESET", tmp_path / "neither" / "none")
    memory.forget_peak()
    assert memory.peak() > 10**7
