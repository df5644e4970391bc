"""What the window does, as a command line that does the same."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from segmenter.files.formats.format import DEFAULT_OPTIONS, Options
from segmenter.parameters import specs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from segmenter.core.image import Source
    from segmenter.parameters import Parameters


def run_command(
    source: Source,
    parameters: Parameters,
    folder: Path,
    exports: Sequence[str],
    options: Options = DEFAULT_OPTIONS,
) -> str:
    """Return the command that segments an image and writes the results into a folder.

    Parameters
    ----------
    source : Source
        The image; of a file with several pages, only this one is segmented.
    parameters : Parameters
        Those that are the defaults are not written.
    folder : Path
    exports : sequence of str
        The names of formats.
    options : Options
        What was chosen of the files.
    """
    words = ["segmenter", "run", os.path.abspath(source.path)]  # noqa: PTH100 - links keep their names
    words += ["--page", str(source.page + 1)] if source.pages > 1 else []
    words += _written(folder, exports, options)
    for _, name, _, default in specs():
        value = parameters.get(name)
        words += [f"--{name.replace('_', '-')}", str(value)] if value != default else []
    return _quoted(words)


def export_command(project: Path, folder: Path, exports: Sequence[str], options: Options = DEFAULT_OPTIONS) -> str:
    """Return the command that writes the results of a project, edits included, into a folder."""
    written = _written(folder, exports, options)
    return _quoted(["segmenter", "export", os.path.abspath(project), *written])  # noqa: PTH100


def _written(folder: Path, exports: Sequence[str], options: Options) -> list[str]:
    words = ["--out", str(folder), "--export", ",".join(exports)]
    words += ["--tiff-bits", str(options.bits)] if options.bits else []
    words += ["--captions", options.captions] if options.captions != "none" else []
    return words + (["--simplify", f"{options.simplify:g}"] if options.simplify else [])


def _quoted(words: Sequence[str]) -> str:
    """Return words as they are typed into the shell of the system."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
