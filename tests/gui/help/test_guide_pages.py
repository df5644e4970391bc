"""The pages of the guide."""

from segmenter.assets import resource
from segmenter.gui.help.guide_pages import pages


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
