"""The public surface is what `__all__` says, and comes when it is asked for."""

import subprocess
import sys

import pytest

import segmenter


def test_every_name_is_there():
    for name in segmenter.__all__:
        assert getattr(segmenter, name) is not None
    assert dir(segmenter) == sorted(segmenter.__all__)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        segmenter.nonsense  # noqa: B018


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, segmenter; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
