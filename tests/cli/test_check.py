"""`segmenter check` finds what is broken."""

import pytest

from segmenter.cli import check, program


def test_a_good_installation(capsys):
    assert program.main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    assert all(line.startswith("ok ") for line in lines)
    assert "numpy" in lines[0]


@pytest.mark.parametrize("broken", ["resource", "segment", "tiny", "CODECS"])
def test_a_broken_one(monkeypatch, capsys, tmp_path, broken):
    pixels, labels = check.tiny()
    stand_ins = {
        "resource": lambda name: tmp_path / name,
        "segment": lambda *_: 1 / 0,
        "tiny": lambda: (pixels, labels[::-1]),
        "CODECS": ["NONE", "DEFLATE", "JETRAW"],  # the last is in no wheel
    }
    monkeypatch.setattr(check, broken, stand_ins[broken])
    assert program.main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8, "the other checks go on"
    assert any(line.startswith("failed ") for line in lines)
    assert lines[0].startswith("ok ")
