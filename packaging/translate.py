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
from segmenter.gui.export.wording import PARTS
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
    found |= {("Formats", part) for part in PARTS}
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


def errors() -> set[tuple[str, str]]:
    """Return the sentences of all errors, {0}, {1} … where something is filled in."""
    found = {("Errors", text) for text in COMPOSED}
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
