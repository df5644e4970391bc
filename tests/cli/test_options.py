"""Parameters and formats from the words of the command line; refusals are tested with the commands."""

from argparse import Namespace

import pytest

from segmenter.cli import UsageError
from segmenter.cli.options import chosen_exports, chosen_options, chosen_parameters
from segmenter.core.image import PixelSize
from segmenter.files.formats import DEFAULT
from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.parameters import Parameters, specs


@pytest.fixture
def said():
    nothing = {name: None for _, name, _, _ in specs()}
    return lambda **words: Namespace(**nothing | {"preset": None} | words)


def test_parameters(said, tmp_path):
    assert chosen_parameters(said()) == Parameters()
    assert chosen_parameters(said(k="5", sigma_intensity="2.5")) == Parameters().replace(k=5, sigma_intensity=2.5)
    (tmp_path / "mine.toml").write_text("[labels]\nk = 5\nstrength = 100.0\n")
    found = chosen_parameters(said(preset=str(tmp_path / "mine.toml"), k="auto"))
    assert found == Parameters().replace(k="auto", strength=100.0)


def test_exports():
    assert chosen_exports(None) == DEFAULT
    assert chosen_exports("recipe , labels") == ("labels", "recipe")
    with pytest.raises(UsageError, match="did you mean overlay"):
        chosen_exports("labels,overlays")


def test_what_is_chosen_of_files(said):
    assert chosen_options(said(tiff_bits=0, captions="none", simplify=0.0, pixel_size=None)) == DEFAULT_OPTIONS
    size = PixelSize(0.5, 0.5, "µm")
    chosen = said(tiff_bits=16, captions="names", simplify=1.5, pixel_size="0.5 um")
    assert chosen_options(chosen) == Options(16, "names", 1.5, size)
