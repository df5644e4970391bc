"""The guide in its window."""

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from segmenter.assets import resource
from segmenter.gui.help.guide_pages import pages
from segmenter.gui.help.guide_viewer import WIDEST, GuideViewer


@pytest.fixture
def viewer(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    viewer = GuideViewer(parent)
    viewer.show()
    yield viewer
    viewer.close()
    parent.close()


def page(viewer):
    return viewer.text.source().fileName()


def listed(viewer):
    items = [viewer.list.item(at) for at in range(viewer.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_all_pages_are_listed_and_shown(viewer):
    assert listed(viewer) == [each.title for each in pages()]
    assert page(viewer) == "index.md"
    for at, each in enumerate(pages()):
        viewer.list.setCurrentRow(at)
        assert page(viewer) == each.path.name
        assert len(viewer.text.toPlainText()) > 100


def test_a_search_leaves_the_pages_that_have_the_words_and_marks_them(viewer):
    QTest.keyClicks(viewer.search, "scheduler")
    assert 0 < len(listed(viewer)) < len(pages())
    assert viewer.text.textCursor().selectedText().casefold() == "scheduler"
    first = viewer.text.textCursor().position()
    QTest.keyClick(viewer.search, Qt.Key.Key_Return)
    assert viewer.text.textCursor().hasSelection()
    assert viewer.text.textCursor().selectedText().casefold() == "scheduler"
    assert viewer.text.textCursor().position() != first
    viewer.search.clear()
    assert listed(viewer) == [each.title for each in pages()]


def test_links_lead_from_page_to_page_and_back(viewer, qtbot):
    viewer.text.follow(QUrl("window.md"))
    assert page(viewer) == "window.md"
    assert viewer.list.currentItem().text() == "The window"
    back = next(each for each in viewer.findChildren(QPushButton) if each.text() == "&Back")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert page(viewer) == "index.md"


def test_files_beside_the_guide_are_shown_and_none_outside(viewer):
    viewer.text.follow(QUrl("parameters.md"))
    viewer.text.follow(QUrl("../presets/default.toml"))
    assert "[features]" in viewer.text.toPlainText()
    before = viewer.text.toPlainText()
    viewer.text.setSource(QUrl.fromLocalFile("/etc/hostname"))
    assert viewer.text.toPlainText() == before


def test_what_is_in_the_net_opens_elsewhere(viewer, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    viewer.text.follow(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]
    assert page(viewer) == "index.md"


def test_pictures_are_there_and_fit(viewer):
    viewer.text.follow(QUrl("window.md"))
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = viewer.text.loadResource(kind, QUrl("pictures/window_light.jpg"))
    assert 0 < picture.width() / picture.devicePixelRatio() <= WIDEST
    assert QImage(str(resource("guide/pictures/window_light.jpg"))).width() > WIDEST


def test_tables_have_lines(viewer):
    viewer.text.follow(QUrl("parameters.md"))
    tables = [frame for frame in viewer.text.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert tables
    assert all(table.format().border() == 1 for table in tables)


def test_a_link_leads_to_the_translated_page_and_back_to_the_others(qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale("es_ES"))
    viewer = GuideViewer()
    qtbot.addWidget(viewer)
    viewer.text.follow(QUrl("first_minute.md"))
    assert viewer.text.source().toLocalFile().endswith("es/first_minute.md")
    assert viewer.list.currentItem().text() == "El primer minuto"
    picture = QUrl("../pictures/window_light.jpg")
    assert not viewer.text.document().resource(QTextDocument.ResourceType.ImageResource, picture).isNull()
    viewer.text.follow(QUrl("../window.md"))
    assert page(viewer) == "window.md"
    viewer.text.follow(QUrl("index.md"))
    assert viewer.text.source().toLocalFile().endswith("es/index.md")
    QLocale.setDefault(before)
