"""The pages of the guide."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from segmenter.assets import resource
from segmenter.gui.app.application import translate
from segmenter.gui.docks.parameters.choices import short_name
from segmenter.gui.help.guide_pages import pages, spoken
from segmenter.parameters import specs

TRANSLATED = sorted(path for path in resource("guide").glob("??/*.md"))


def test_every_page_is_there_once_and_the_index_comes_first():
    found = pages()
    assert found[0].path.name == "index.md"
    assert sorted(page.path for page in found) == sorted(resource("guide").glob("*.md"))
    assert all(page.title and not page.title.startswith("#") for page in found)


def test_a_search_wants_all_words_in_any_order_and_case():
    window = next(page for page in pages() if page.path.stem == "window")
    assert window.holds("")
    assert window.holds("LASSO brush")
    assert not window.holds("brush xyzzy")


def test_what_is_translated_is_shown_in_the_language_of_the_window(german):
    assert [page.title for page in pages()][:3] == ["Segmenter: Handbuch", "Die erste Minute", "Das Fenster"]
    assert len(pages()) == len(list(resource("guide").glob("*.md")))
    assert "How it works" in [page.title for page in pages()], "what is not translated is there in English"


def test_every_language_has_the_same_pages():
    folders = {path.parent for path in TRANSLATED}
    assert len(folders) == 2
    assert {tuple(sorted(page.stem for page in folder.glob("*.md"))) for folder in folders} == {
        ("clicks", "first_minute", "index", "micrographs", "parameters", "projects", "window")
    }


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_translation_has_the_links_and_pictures_of_the_page(page):
    def targets(path):
        found = re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8"))
        return sorted((path.parent / each).resolve().name for each in found if (path.parent / each).is_file())

    original = page.parent.parent / page.name
    assert targets(page) == targets(original)
    assert spoken(original) == original  # in English


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_translation_goes_to_translations_and_shows_the_same_commands(page):
    text, original = page.read_text("utf-8"), (page.parent.parent / page.name).read_text("utf-8")
    for name in re.findall(r"\]\(\.\./(\w+\.md)", text):
        assert not (page.parent / name).is_file(), f"{name} is there in this language"
    for kind in ("sh", "json"):
        blocks = re.compile(rf"^```{kind}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
        assert blocks.findall(text) == blocks.findall(original)
    assert len(re.findall(r"^#+ ", text, re.MULTILINE)) == len(re.findall(r"^#+ ", original, re.MULTILINE))
    assert len(re.findall(r"^(?:\||- \*\*|\d\. )", text, re.MULTILINE)) == len(
        re.findall(r"^(?:\||- \*\*|\d\. )", original, re.MULTILINE)
    ), "rows of tables and points of lists"


@pytest.mark.parametrize("language", ["de", "es"])
def test_a_translated_table_of_parameters_says_what_the_window_says(qapp, language):
    installed = translate(qapp, QLocale(language))
    try:
        rows = [
            f"| {short_name(name) or said(spec.label)} | `--{name.replace('_', '-')}` | {default} | {said(spec.help)} |"
            for _, name, spec, default in specs()
        ]
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
    text = (resource("guide") / language / "parameters.md").read_text("utf-8")
    assert [line for line in text.splitlines() if "| `--" in line] == rows


def said(text):
    return QCoreApplication.translate("Parameters", text)
