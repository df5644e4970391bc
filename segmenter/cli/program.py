"""The command `segmenter`: which command runs, and how it ends; each imports its world when it runs."""

from __future__ import annotations

import contextlib
import errno
import io
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from segmenter import __version__
from segmenter.cli import FAILED, INTERRUPTED, WRONG_USE, UsageError, output, parser
from segmenter.errors import ParameterError, SegmenterError, mistake, plain
from segmenter.parameters import nearest
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from segmenter.cli.parser import Parser

USAGE = """\
usage: segmenter [IMAGE...]
       segmenter COMMAND ...

  segmenter                          open the window, with images, a folder or a project
  segmenter run IMAGE... --out DIR   segment images: label masks, overlays, recipes
  segmenter batch FOLDER --out DIR   segment a folder of images, on several processors or machines
  segmenter export PROJECT --out DIR write the results of a project, edits included
  segmenter convert FILE --to LIST   write segmentations as another kind of file
  segmenter compare A B              how much two segmentations have in common
  segmenter check                    test this installation
  segmenter help COMMAND             all options of a command
  segmenter --version

exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    for stream in output.streams():
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # file names may be anything
    try:
        with output.checked():
            return _answer(list(sys.argv[1:] if arguments is None else arguments))
    except output.OutputError as error:
        if error.errno != errno.EPIPE:  # whoever read it has stopped reading, as `head` does
            with contextlib.suppress(OSError):
                print(f"segmenter: the output could not be written: {error.strerror}.", file=sys.stderr)
        output.give_up()
        return FAILED


def _answer(words: list[str]) -> int:
    """Run the command line; explain what was wrong with it, in one sentence."""
    try:
        return _dispatch(words)
    except (UsageError, ParameterError) as error:
        command = words[0] if words and words[0] in COMMANDS else None
        end = "" if str(error).endswith((".", "?")) else "."
        print(plain(f"segmenter{f' {command}' if command else ''}: {error}{end}"), file=sys.stderr)
        print(f"See segmenter {f'help {command}' if command else '--help'}.", file=sys.stderr)
        return WRONG_USE
    except SegmenterError as error:
        print(f"{mistake(error) or ''}{plain(f'segmenter: {error}')}", file=sys.stderr)
        return FAILED
    except (KeyboardInterrupt, Cancelled):
        print("segmenter: interrupted.", file=sys.stderr)
        return INTERRUPTED


def _dispatch(words: list[str]) -> int:
    """Find the command and run it."""
    first = words[0] if words else ""
    if first in COMMANDS:
        return _command(first, words[1:])
    if first == "help" and words[1:]:
        return _dispatch([words[1], "--help"])
    if first in ("--help", "-h", "help"):
        print(USAGE, end="")
        return 0
    if first == "--version":
        print(f"segmenter {__version__}")
        return 0
    if not first or Path(first).exists():
        from segmenter.cli.window import open_window

        return open_window([Path(word) for word in words])
    if not first.startswith("-") and Path(first).suffix:
        raise UsageError(f"there is no file {first}.")
    kind = "option" if first.startswith("-") else "command"
    raise UsageError(f"there is no {kind} {first}{_hint(first, [*COMMANDS, 'help', '--version', '--help'])}")


def _hint(word: str, known: Sequence[str]) -> str:
    """Return the end of a sentence that suggests the nearest known word, if there is one."""
    bare = {name.strip("-").replace("-", "_"): name for name in known}
    guess = nearest(word, bare)
    return f"; did you mean {bare[guess]}?" if guess else "."


COMMANDS: dict[str, Callable[[], Parser]] = {
    "run": parser.run_parser,
    "batch": parser.batch_parser,
    "export": parser.export_parser,
    "convert": parser.convert_parser,
    "compare": parser.compare_parser,
    "check": parser.check_parser,
}
"""The parser of each command, which is the function of its name in the module of its name."""


def _command(name: str, words: list[str]) -> int:
    """Run a command, unless only its help was asked for; return the exit code."""
    arguments = _parse(COMMANDS[name](), words)
    if arguments is None:
        return 0
    code: int = getattr(import_module(f"segmenter.cli.{name}"), name)(arguments)
    return code


def _parse(asked: Parser, words: list[str]) -> argparse.Namespace | None:
    """Return the options, or None when help was asked for and has been printed."""
    if "-h" in words or "--help" in words:
        print(asked.format_help(), end="")  # print_help would swallow a failure to write
        return None
    # intermixed: images may stand before and after options
    arguments, unknown = asked.parse_known_intermixed_args(words)
    for word in unknown:
        if word.startswith("-") and word != "-":
            option = word.partition("=")[0]
            known = [name for action in asked._actions for name in action.option_strings]  # noqa: SLF001
            raise UsageError(f"there is no option {option}{_hint(option, known)}")
        raise UsageError(f"{word} is one word too many.")
    return arguments
