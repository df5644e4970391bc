"""The pages of the guide."""

import re

import pytest
from PySide6.QtCore import QLocale

from segmenter.assets import resource
from segmenter.gui.help.guide_pages import pages, spoken

TRANSLATED = sorted(path for path in resource("guide").glob("??/*.md"))


@pytest.fixture
def german():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


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
    assert [page.title for page in pages()][:3] == ["Segmenter: Handbuch", "Die erste Minute", "The window"]
    assert len(pages()) == len(list(resource("guide").glob("*.md")))


def test_every_language_has_the_same_pages():
    folders = {path.parent for path in TRANSLATED}
    assert len(folders) == 2
    assert {tuple(sorted(page.name for page in folder.glob("*.md"))) for folder in folders} == {
        ("first_minute.md", "index.md")
    }


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_translation_has_the_links_and_pictures_of_the_page(page):
    def targets(path):
        found = re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8"))
        return sorted((path.parent / each).resolve().name for each in found if (path.parent / each).is_file())

    original = page.parent.parent / page.name
    assert targets(page) == targets(original)
    assert spoken(original) == original  # in English
