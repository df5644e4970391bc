"""Bring the translations in step with the texts of the window, and compile them.

    .venv/bin/python packaging/translate.py [LANGUAGE]...

A language that is not there yet, such as es, is begun. Then translate what is unfinished in
resources/translations/segmenter_*.ts, with Qt Linguist or any editor, and run it
again. Texts that are declared outside the window (of parameters, presets, formats, edits) are found here, all others
by lupdate. tests/gui/test_translations.py tells what is missing.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

from segmenter.assets import presets
from segmenter.files.formats import MODULES, named
from segmenter.parameters import specs

ROOT = Path(__file__).parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
SOURCES = sorted((ROOT / "segmenter" / "gui").rglob("*.py"))


def declared() -> set[tuple[str, str]]:
    """Return context and text of all that the window shows and does not declare itself."""
    found = {("Parameters", text) for _, _, spec, _ in specs() for text in (spec.label, spec.help)}
    for preset, title in presets().items():
        found.add(("Parameters", title))
        first = preset.read_text("utf-8").partition("\n")[0]
        if first.startswith("#"):
            found.add(("Parameters", first.removeprefix("#").strip()))
    for kind in map(named, MODULES):
        found |= {("Formats", text) for text in (kind.title, kind.keeps, kind.group)}
    found |= {("Formats", part) for part in FORMAT_PARTS}
    for name in ("edits", "classes"):
        paths = sorted((ROOT / "segmenter" / "document").glob(f"*{name}.py"))
        for node in (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "EditError":
                found.add(("Edits", ast.literal_eval(node.args[0])))
    return found | errors() | {("Language", "en")}


ERRORS = {
    "ContentError",
    "ImageError",
    "UnreadableImage",
    "UnsupportedImage",
    "ProjectError",
    "RecipeError",
    "ExportError",
    "BatchError",
}
REFUSALS = {"ParameterError", "refusal"}
"""What raises sentences, and what raises them as its third argument."""

COMPOSED = (
    "“{0}” {1}.",
    "{0} = {1}: {2}",
    "{0} = {1} (line {2}): {3}",
    "'auto' or {0}",
    "a number from {0} to {1}",
    "a whole number from {0} to {1}",
    "{0} ({1})",
    "must be at most {0}, the number of eigenvectors; lower k or solve more of them",
    "does not exist; did you mean {0}?",
    "is not a known name; did you mean {0}?",
    "numbers from 2 to 64 with spaces between",
    "Permission denied",
    "No such file or directory",
    "No space left on device",
    "Is a directory",
    "Not a directory",
    "File name too long",
    "Read-only file system",
)
"""Sentences, and parts of them, that are put together from others."""


SAID = (
    "{0} pixels that are not finite numbers were left out.",
    "1 pixel that is not a finite number was left out.",
    "No objects were found.",
    "The eigenvectors did not converge: residuals up to {0}.",
    "Labels: {0} instead of {1}, {2}.",
    "small regions were absorbed",
    "as many as there are eigenvectors ({0})",
    "the image has no more to tell apart",
    "The colour profile in the file could not be used.",
    "The colour profile was not applied: only 8-bit images are converted to sRGB.",
    "Colours were converted from the profile in the file to sRGB.",
    "CMYK inks were converted to RGB without a profile: colours are approximate.",
    "This 16-bit CIELAB image was read with 8 bits a channel.",
    "Parts of this image are empty in the file; they are read as one plain colour.",
    "Labels above {0} were numbered anew, in their order.",
    "1 object had no pixel of its own.",
    "{0} objects had no pixel of their own.",
    "1 pixel belonged to several objects; the last one has it.",
    "{0} pixels belonged to several objects; the last one has them.",
    "The labels differ from those of the recipe.",
    "The labels are not those that are computed here.",
    "1 chosen colour went with the segment that had it.",
    "{0} chosen colours went with the segments that had them.",
    "finished before",
    "finished before, with {0}",
    "replaced: {0}",
    "kept: files without a recipe",
    "kept: edited by hand ({0})",
    "kept: made with clicks ({0})",
    "the recipe could not be compared",
    "made from another image",
    "made with other parameters",
    "labels were numbered differently",
    "made with other clicks",
    "files were written in another way",
    "other files were exported",
    "files were missing",
)
"""What is said of images, results and those that were there before, beside errors."""

FORMAT_PARTS = (
    "{0} label",
    "{0} labels",
    "{0} polygon",
    "{0} polygons",
    "{0} mask",
    "{0} masks",
    "as {0}",
    "as {0} and {1}",
    "{0}-bit indexed PNG",
    "{0}-bit grey PNG",
    "{0}-bit grey TIFF",
    "{0}-bit OME-TIFF",
    "a number a class",
    "a row a class",
    "a row each",
    "a path each",
    "a feature each",
    "a region each",
    "an annotation each",
    "a black-and-white PNG each",
    "of which {0} as run lengths",
    "{0} composite",
    "without their edits",
    "{0} line of text",
    "{0} lines of text",
    "{0} × {1} pixels of 8-bit RGB",
    "{0} segment without a class becomes 0",
    "{0} segments without a class become 0",
    "{0} segment without a class is left out",
    "{0} segments without a class are left out",
    "Holes of {0} segment are filled",
    "Holes of {0} segments are filled",
    "The pieces of {0} segment become objects of their own",
    "The pieces of {0} segments become objects of their own",
    "{0} segment of classes above 255 have no group",
    "{0} segments of classes above 255 have no group",
    "Outlines are simplified by up to {0} pixels: areas are not exact",
    "What was edited by hand is not in the recipe",
    "An image that is no file has no recipe",
    "Labels that nobody knows the parameters of have no recipe",
)
"""What formats say of a result, between commas and full stops; the rest, such as `CSV`, is the same everywhere."""


def errors() -> set[tuple[str, str]]:
    """Return the sentences of all errors, {0}, {1} … where something is filled in."""
    found = {("Errors", text) for text in (*COMPOSED, *SAID)}
    for path in sorted((ROOT / "segmenter").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = 0 if node.func.id in ERRORS else 2 if node.func.id in REFUSALS else None
                text = template(node.args[at]) if at is not None and len(node.args) > at else ""
                if re.search(r"[a-z]{2}", text):
                    found.add(("Errors", text))
    return found


def template(node: ast.expr) -> str:
    """Return the text of a string, {0}, {1} … in place of what an f-string fills in; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace("{", "{{").replace("}", "}}")
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
        else:
            text += f"{{{number}}}"
            number += 1
    return text


def main() -> None:
    """Write the .ts and .qm files."""
    tools = Path(sysconfig.get_path("scripts"))
    with TemporaryDirectory() as folder:
        others = Path(folder, "declared.py")
        calls = [f"translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})" for context, text in
                 sorted(declared())]  # fmt: skip
        others.write_text("\n".join(calls), "utf-8")
        begun = {TRANSLATIONS / f"segmenter_{language}.ts" for language in sys.argv[1:]}
        for target in sorted({*TRANSLATIONS.glob("*.ts"), *begun}):
            language = target.stem.partition("_")[2]
            options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
            run(tools / "pyside6-lupdate", *SOURCES, others, *options, "-ts", target)
            run(tools / "pyside6-lrelease", target, "-qm", target.with_suffix(".qm"))


def run(*words: object) -> None:
    """Run a tool of Qt; leave if it fails."""
    done = subprocess.run([*map(str, words)], check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
