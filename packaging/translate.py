"""Bring the translations in step with the texts of the window, and compile them.

    .venv/bin/python packaging/translate.py

Then translate what is unfinished in resources/translations/segmenter_*.ts, with Qt Linguist or any editor, and run it
again. Texts that are declared outside the window (of parameters, presets, formats, edits) are found here, all others
by lupdate. tests/gui/test_translations.py tells what is missing.
"""

from __future__ import annotations

import ast
import json
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
    for name in ("edits", "classes"):
        for node in ast.walk(ast.parse((ROOT / "segmenter" / "document" / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "EditError":
                found.add(("Edits", ast.literal_eval(node.args[0])))
    return found


def main() -> None:
    """Write the .ts and .qm files."""
    tools = Path(sysconfig.get_path("scripts"))
    with TemporaryDirectory() as folder:
        others = Path(folder, "declared.py")
        calls = [f"translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})" for context, text in
                 sorted(declared())]  # fmt: skip
        others.write_text("\n".join(calls), "utf-8")
        for target in sorted(TRANSLATIONS.glob("*.ts")):
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
