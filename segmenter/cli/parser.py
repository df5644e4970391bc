"""What can be asked for on the command line: one parser for each command."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

from segmenter.assets import resource
from segmenter.cli import UsageError
from segmenter.files.formats import DEFAULT, MODULES
from segmenter.parameters import DEFAULTS, Spec, Value, specs

if TYPE_CHECKING:
    from collections.abc import Callable


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program, and takes no word for an option that is longer."""

    def __init__(self, command: str, **said: str) -> None:
        super().__init__(f"segmenter {command}", allow_abbrev=False, **said)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(f"{message}.")


def run_parser() -> Parser:
    """Return the parser of `segmenter run`, one option for each parameter included."""
    parser = Parser(
        "run",
        usage="segmenter run IMAGE... [options]\n       segmenter run --recipe FILE [IMAGE] [--out DIR]",
        description="Segment images. Each page of a multi-page TIFF is an image of its own.",
        epilog="exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted",
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
    add("--overwrite", action="store_true", help="replace results that were edited by hand, too")
    add("--dry-run", action="store_true", help="only say what would be written")
    add = parser.add_argument_group("what is read").add_argument
    add("--page", metavar="N", type=_page, help="only this page of each image, counted from 1")
    add("--clicks", metavar="FILE", type=Path, help="objects that were pointed at, JSON: they lie on top of the labels")
    _add_pixel_limit(add)
    add(
        "--recipe",
        metavar="FILE",
        type=Path,
        help="repeat what this recipe says; IMAGE, where its image is now",
    )
    _add_parameters(parser, add)
    _add_said(parser, "image", verbose=True)
    return parser


def batch_parser() -> Parser:
    """Return the parser of `segmenter batch`, one option for each parameter included."""
    parser = Parser(
        "batch",
        usage="segmenter batch FOLDER --out DIR [options]",
        description="Segment all images of a folder. What is finished is skipped: the same command again does the rest."
        " Each page of a multi-page TIFF is an image of its own. What became of each is written to batch_log.csv.",
        epilog="exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the images are")
    add = parser.add_argument_group("what is written, and where").add_argument
    add("--out", metavar="DIR", type=Path, required=True, help="folder for the results, other than FOLDER")
    _add_export(add, "the recipe always is, ")
    names = "how results are called; {stem} {ext} {dir} {page} {k} {date} are filled in (default: {dir}/{stem})"
    add("--template", metavar="NAME", default="{dir}/{stem}", help=names)
    add("--match", action="store_true", help="label numbers follow those of the first image: for time series")
    add("--overwrite", action="store_true", help="do what is finished or was edited by hand again")
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
    _add_said(parser, "image", verbose=True)
    return parser


def export_parser() -> Parser:
    """Return the parser of `segmenter export`."""
    parser = Parser(
        "export",
        usage="segmenter export PROJECT --out DIR [options]",
        description="Write the results of all images of a project that have some, edits included: what the window's "
        "export writes. Images that were moved are found by their content, in the project's folder and those inside.",
        epilog="exit codes: 0 done, 1 some image failed, 2 wrong use, 130 interrupted",
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
    _add_said(parser, "image")
    return parser


def convert_parser() -> Parser:
    """Return the parser of `segmenter convert`."""
    parser = Parser(
        "convert",
        usage="segmenter convert FILE... --to LIST --out DIR [options]",
        description="Write segmentations as another kind of file: label PNG, TIFF or NPY, COCO, labelme, GeoJSON and "
        "ROIs of ImageJ are read. What the file holds decides how it is read, not its name.",
        epilog="exit codes: 0 done, 1 some file failed, 2 wrong use",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="segmentations")
    add = parser.add_argument_group("what is written, and where").add_argument
    formats = ", ".join(name for name in MODULES if name != "recipe")
    add("--to", metavar="LIST", required=True, help=f"of {formats}; commas between")
    add("--out", metavar="DIR", type=Path, default=Path(), help="folder for the results (default: the current one)")
    _add_options(add)
    add = parser.add_argument_group("what is read").add_argument
    image = "the image, where the file does not say where or how large it is, or speaks of several"
    add("--image", metavar="IMAGE", type=Path, help=image)
    _add_pixel_limit(add, 25, "segmentations whose image is not named,")
    _add_said(parser, "file")
    return parser


def compare_parser() -> Parser:
    """Return the parser of `segmenter compare`."""
    parser = Parser(
        "compare",
        usage="segmenter compare A B [options]",
        description="Say how much two segmentations of one image have in common: intersection over union of each "
        "segment of A, covering, variation of information. Read are the kinds of files that convert reads.",
        epilog="exit codes: 0 done, 1 a file could not be read, 2 wrong use",
    )
    parser.add_argument("first", metavar="A", type=Path, help="a segmentation, such as the truth")
    parser.add_argument("second", metavar="B", type=Path, help="another one of the same image")
    add = parser.add_argument_group("what is read").add_argument
    add("--image", metavar="IMAGE", type=Path, help="the image, where neither file says how large it is")
    _add_pixel_limit(add, 25, "segmentations whose image is not named,")
    add = parser.add_argument_group("what is said").add_argument
    add("--draw", metavar="PNG", type=Path, help="draw where they differ: red where only A is so, blue where only B is")
    add("-q", "--quiet", action="store_true", help="only the numbers of the whole image")
    add("--json", action="store_true", help="one JSON document")
    return parser


def check_parser() -> Parser:
    """Return the parser of `segmenter check`."""
    return Parser("check", description="Test this installation in a few seconds.")


def _add_export(add: Callable[..., object], more: str = "") -> None:
    """Add the option that names what is written."""
    said = f"what is written, of {', '.join(MODULES)}; commas between ({more}default: {','.join(DEFAULT)})"
    add("--export", metavar="LIST", help=said)
    _add_options(add)


def _add_options(add: Callable[..., object]) -> None:
    """Add what can be chosen of the files that are written."""
    bits = "bits of the numbers in a label TIFF: 8, 16 or 32 (default: 0, as few as hold them)"
    add("--tiff-bits", metavar="N", type=int, choices=(0, 8, 16, 32), default=0, help=bits)
    captions = "what is written on the labels of the overlay (default: none)"
    add("--captions", metavar="none|numbers|names", choices=("none", "numbers", "names"), default="none", help=captions)
    simplify = "how far outlines may run beside the edges of pixels (default: 0: areas are exact)"
    add("--simplify", metavar="PIXELS", type=_tolerance, default=0.0, help=simplify)
    size = "how large a pixel is, such as 0.65um (default: what the image says, if it does)"
    add("--pixel-size", metavar="SIZE", help=size)


def _add_pixel_limit(add: Callable[..., object], default: int = 200, what: str = "images") -> None:
    """Add the option that refuses large images."""
    limit = f"refuse {what} of more million pixels (default: {default})"
    add("--pixel-limit", metavar="MP", type=_megapixels, default=default * 1_000_000, help=limit)


def _add_said(parser: Parser, each: str, *, verbose: bool = False) -> None:
    """Add the options that say how much is said of each image or file."""
    said = parser.add_argument_group("what is said")
    add = said.add_mutually_exclusive_group().add_argument
    if verbose:
        add("-v", "--verbose", action="store_true", help="seconds of each stage, iterations, residual")
    add("-q", "--quiet", action="store_true", help="only errors")
    said.add_argument("--json", action="store_true", help=f"one JSON document a line for each {each}")


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
    short = "the same as --border exclude"
    groups["objects"].add_argument("--exclude-border", dest="border", action="store_const", const="exclude", help=short)


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


def _tolerance(text: str) -> float:
    """Return a number of pixels."""
    try:
        pixels = float(text)
    except ValueError:
        pixels = math.nan
    if not 0 <= pixels < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is no number of pixels")
    return pixels


def _megapixels(text: str) -> int:
    """Return the pixels of a number of megapixels."""
    try:
        pixels = int(float(text) * 1_000_000)
    except (ValueError, OverflowError):
        pixels = 0
    if pixels < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of million pixels")
    return pixels
