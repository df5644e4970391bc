"""The command `segmenter`: what can be asked for; each command imports its world when it runs."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TextIO

from segmenter import __version__
from segmenter.assets import resource
from segmenter.checkpoint import Cancelled
from segmenter.commands import FAILED, INTERRUPTED, WRONG_USE, UsageError
from segmenter.errors import ParameterError, SegmenterError
from segmenter.formats import DEFAULT, MODULES
from segmenter.parameters import DEFAULTS, Spec, Value, nearest, specs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

USAGE = """\
usage: segmenter [IMAGE...]
       segmenter COMMAND ...

  segmenter                          open the window, with images, a folder or a project
  segmenter run IMAGE... --out DIR   segment images: label masks, overlays, recipes
  segmenter batch FOLDER --out DIR   segment a folder of images, on several processors or machines
  segmenter export PROJECT --out DIR write the results of a project, edits included
  segmenter check                    test this installation
  segmenter help COMMAND             all options of a command
  segmenter --version

exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted
"""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(f"{message}.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    for stream in _outputs():
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # file names may be anything
    try:
        code = _answer(list(sys.argv[1:] if arguments is None else arguments))
        # here, where a failure still has an exit code; Python itself would flush after the last moment
        for stream in _outputs():
            stream.flush()
    except OSError as error:
        if error.filename is not None:  # of a file, so not of our output
            raise
        if not isinstance(error, BrokenPipeError):  # whoever read it has stopped reading, as `head` does
            with contextlib.suppress(OSError):
                print(f"segmenter: the output could not be written: {error.strerror}.", file=sys.stderr)
        _give_up_output()
        return FAILED
    return code


def _answer(words: list[str]) -> int:
    """Run the command line; explain what was wrong with it, in one sentence."""
    try:
        return _dispatch(words)
    except (UsageError, ParameterError) as error:
        command = words[0] if words and words[0] in COMMANDS else None
        end = "" if str(error).endswith((".", "?")) else "."
        print(f"segmenter{f' {command}' if command else ''}: {error}{end}", file=sys.stderr)
        print(f"See segmenter {f'help {command}' if command else '--help'}.", file=sys.stderr)
        return WRONG_USE
    except SegmenterError as error:
        print(f"segmenter: {error}", file=sys.stderr)
        return FAILED
    except (KeyboardInterrupt, Cancelled):
        print("segmenter: interrupted.", file=sys.stderr)
        return INTERRUPTED


def _outputs() -> list[TextIO]:
    """Return stdout and stderr, as far as they are open."""
    return [stream for stream in (sys.stdout, sys.stderr) if stream is not None]


def _give_up_output() -> None:
    """Let what cannot be written go nowhere, or Python would try again when it ends, and complain."""
    for stream in _outputs():
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())
                stream.flush()


def _dispatch(words: list[str]) -> int:
    """Find the command and run it."""
    first = words[0] if words else ""
    if first in COMMANDS:
        return COMMANDS[first](words[1:])
    if first == "help" and words[1:]:
        return _dispatch([words[1], "--help"])
    if first in ("--help", "-h", "help"):
        print(USAGE, end="")
        return 0
    if first == "--version":
        print(f"segmenter {__version__}")
        return 0
    if not first or Path(first).exists():
        from segmenter.commands.window import open_window

        return open_window([Path(word) for word in words])
    if not first.startswith("-") and Path(first).suffix:
        raise UsageError(f"there is no file {first}.")
    kind = "option" if first.startswith("-") else "command"
    raise UsageError(f"there is no {kind} {first}{_hint(first, [*COMMANDS, 'help', '--version', '--help'])}")


def _hint(word: str, known: Sequence[str]) -> str:
    """Return the end of a sentence that suggests the nearest known word, if there is one."""
    plain = {name.strip("-").replace("-", "_"): name for name in known}
    guess = nearest(word, plain)
    return f"; did you mean {plain[guess]}?" if guess else "."


def _run(words: list[str]) -> int:
    arguments = _parse(run_parser(), words)
    if arguments is None:
        return 0
    from segmenter.commands.run import run

    return run(arguments)


def _batch(words: list[str]) -> int:
    arguments = _parse(batch_parser(), words)
    if arguments is None:
        return 0
    from segmenter.commands.batch import batch

    return batch(arguments)


def _export(words: list[str]) -> int:
    arguments = _parse(export_parser(), words)
    if arguments is None:
        return 0
    from segmenter.commands.export import export

    return export(arguments)


def _check(words: list[str]) -> int:
    parser = Parser(prog="segmenter check", description="Test this installation in a few seconds.", allow_abbrev=False)
    arguments = _parse(parser, words)
    if arguments is None:
        return 0
    from segmenter.commands.check import check

    return check(arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {"run": _run, "batch": _batch, "export": _export, "check": _check}


def _parse(parser: Parser, words: list[str]) -> argparse.Namespace | None:
    """Return the options, or None when help was asked for and has been printed."""
    if "-h" in words or "--help" in words:
        print(parser.format_help(), end="")  # print_help would swallow a failure to write
        return None
    # intermixed: images may stand before and after options
    arguments, unknown = parser.parse_known_intermixed_args(words)
    for word in unknown:
        if word.startswith("-") and word != "-":
            option = word.partition("=")[0]
            known = [name for action in parser._actions for name in action.option_strings]  # noqa: SLF001
            raise UsageError(f"there is no option {option}{_hint(option, known)}")
        raise UsageError(f"{word} is one word too many.")
    return arguments


def run_parser() -> Parser:
    """Return the parser of `segmenter run`, one option for each parameter included."""
    parser = Parser(
        prog="segmenter run",
        usage="segmenter run IMAGE... [options]\n       segmenter run --recipe FILE [IMAGE] [--out DIR]",
        description="Segment images. Each page of a multi-page TIFF is an image of its own.",
        epilog="exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted",
        allow_abbrev=False,
    )
    parser.add_argument("images", metavar="IMAGE", nargs="*", type=Path, help="image files")
    add = parser.add_argument_group("what is written, and where").add_argument
    add(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path(),
        help="folder for the results (default: the current one)",
    )
    _add_export(add)
    add("--dry-run", action="store_true", help="only say what would be written")
    add = parser.add_argument_group("what is read").add_argument
    add("--page", metavar="N", type=_page, help="only this page of each image, counted from 1")
    _add_pixel_limit(add)
    add(
        "--recipe",
        metavar="FILE",
        type=Path,
        help="repeat what this recipe says; IMAGE, where its image is now",
    )
    _add_parameters(parser, add)
    _add_said(parser)
    return parser


def batch_parser() -> Parser:
    """Return the parser of `segmenter batch`, one option for each parameter included."""
    parser = Parser(
        prog="segmenter batch",
        usage="segmenter batch FOLDER --out DIR [options]",
        description="Segment all images of a folder. What is finished is skipped: the same command again does the rest."
        " Each page of a multi-page TIFF is an image of its own. What became of each is written to batch_log.csv.",
        epilog="exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted",
        allow_abbrev=False,
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the images are")
    add = parser.add_argument_group("what is written, and where").add_argument
    add("--out", metavar="DIR", type=Path, required=True, help="folder for the results, other than FOLDER")
    _add_export(add, "the recipe always is, ")
    names = "how results are called; {stem} {ext} {dir} {page} {k} {date} are filled in (default: {dir}/{stem})"
    add("--template", metavar="NAME", default="{dir}/{stem}", help=names)
    add("--match", action="store_true", help="label numbers follow those of the first image: for time series")
    add("--overwrite", action="store_true", help="do what is finished again")
    add("--dry-run", action="store_true", help="only say what would be written, and estimate time and memory")
    add = parser.add_argument_group("what is read").add_argument
    add("--pattern", metavar="LIST", help="which files, such as '*.tif,*.png' (default: all images)")
    add("--recursive", action="store_true", help="look into the folders inside as well")
    _add_pixel_limit(add)
    _add_parameters(parser, add)
    add = parser.add_argument_group("who does it").add_argument
    jobs = "processes (default: auto, as processors and memory allow); inline: none, one image after the other"
    add("--jobs", metavar="N|auto|inline", type=_jobs, help=jobs)
    add("--scheduler", metavar="URL", help="a Dask cluster, such as tcp://host:8786; its workers must see both folders")
    _add_said(parser)
    return parser


def export_parser() -> Parser:
    """Return the parser of `segmenter export`."""
    parser = Parser(
        prog="segmenter export",
        usage="segmenter export PROJECT --out DIR [options]",
        description="Write the results of all images of a project that have some, edits included: what the window's "
        "export writes. Images that were moved are found by their content, in the project's folder and those inside.",
        epilog="exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted",
        allow_abbrev=False,
    )
    parser.add_argument("project", metavar="PROJECT", type=Path, help="a file ending in .segmenter")
    add = parser.add_argument_group("what is written, and where").add_argument
    add("--out", metavar="DIR", type=Path, required=True, help="folder for the results")
    _add_export(add)
    add("--dry-run", action="store_true", help="only say what would be written")
    add = parser.add_argument_group("what is read").add_argument
    where = "another folder to look for the images in; may be given several times"
    add("--images", metavar="DIR", type=Path, action="append", default=[], help=where)
    _add_pixel_limit(add)
    add = parser.add_argument_group("what is said").add_argument
    add("-q", "--quiet", action="store_true", help="only errors")
    add("--json", action="store_true", help="one JSON document a line for each image")
    return parser


def _add_export(add: Callable[..., object], more: str = "") -> None:
    """Add the option that names what is written."""
    said = f"what is written, of {', '.join(MODULES)}; commas between ({more}default: {','.join(DEFAULT)})"
    add("--export", metavar="LIST", help=said)


def _add_pixel_limit(add: Callable[..., object]) -> None:
    """Add the option that refuses large images."""
    limit = "refuse images of more million pixels (default: 200)"
    add("--pixel-limit", metavar="MP", type=_megapixels, default=200_000_000, help=limit)


def _add_said(parser: Parser) -> None:
    """Add the options that say how much is said."""
    said = parser.add_argument_group("what is said")
    add = said.add_mutually_exclusive_group().add_argument
    add("-v", "--verbose", action="store_true", help="seconds of each stage, iterations, residual")
    add("-q", "--quiet", action="store_true", help="only errors")
    said.add_argument("--json", action="store_true", help="one JSON document a line for each image")


def _add_parameters(parser: Parser, add: Callable[..., object]) -> None:
    """Add the preset, and an option for each parameter, the groups in the order of the pipeline."""
    presets = ", ".join(sorted(path.stem for path in resource("presets").glob("*.toml")))
    add("--preset", metavar="NAME", help=f"parameters: {presets} or a TOML file; options below go before it")
    groups: dict[str, argparse._ArgumentGroup] = {}
    for group, name, spec, default in specs():
        if group not in groups:
            title = type(getattr(DEFAULTS, group)).__doc__ or group
            groups[group] = parser.add_argument_group(title.rstrip(".").lower())
        groups[group].add_argument(f"--{name.replace('_', '-')}", metavar=_metavar(spec), help=_help(spec, default))


def _metavar(spec: Spec) -> str:
    """Return what stands for the value in the help."""
    if spec.choices:
        return "|".join(spec.choices)
    if spec.pattern:
        return "'N N'"
    return ("N" if spec.kind is int else "X") + ("|auto" if spec.auto else "")


def _help(spec: Spec, default: Value) -> str:
    """Return what the help says about a parameter."""
    allowed = "" if spec.choices else f"{spec.allowed}; "
    shown = "none" if default == "" else default
    return f"{spec.help} ({allowed}default: {shown})".replace("%", "%%")


def _page(text: str) -> int:
    """Return the number of a page."""
    page = int(text) if text.isdecimal() else 0
    if page < 1:
        raise argparse.ArgumentTypeError(f"{text} is no page; pages count from 1")
    return page


def _jobs(text: str) -> int | Literal["inline"] | None:
    """Return the number of processes, None for as many as is good."""
    if text == "auto":
        return None
    if text == "inline":
        return "inline"
    count = int(text) if text.isdecimal() else 0
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; there is 1, 2, …, auto, inline")
    return count


def _megapixels(text: str) -> int:
    """Return the pixels of a number of megapixels."""
    try:
        pixels = int(float(text) * 1_000_000)
    except (ValueError, OverflowError):
        pixels = 0
    if pixels < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of million pixels")
    return pixels
