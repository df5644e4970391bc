"""The page of a window without an image."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyleOptionButton, QToolButton

from segmenter.assets import resource
from segmenter.gui.main.welcome import MAX_RECENT, WIDEST, Welcome

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot):
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(570, 390)
    page.show()
    yield page
    page.close()


@pytest.fixture
def chosen(page):
    chosen = []
    page.chosen.connect(chosen.append)
    return chosen


def button(page, name, kind=QPushButton):
    (found,) = (each for each in page.findChildren(kind) if name in (each.text(), each.accessibleName()))
    return found


def test_open_and_open_folder(qtbot, page):
    for text, signal in (("Open Image…", page.open_asked), ("Open Folder…", page.folder_asked)):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button(page, text), Left)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button(page, text), Qt.Key.Key_Space)


def test_every_sample_is_offered(qtbot, page, chosen):
    samples = sorted(resource("samples").glob("*.jpg"))
    pictures = page.findChildren(QToolButton)
    assert len(pictures) == len(samples) >= 2
    for picture in pictures:
        assert not picture.icon().isNull()
        qtbot.mouseClick(picture, Left)
    assert sorted(chosen) == samples


def test_thumbnails_are_of_one_size(page):
    sizes = {picture.icon().availableSizes()[0].toTuple() for picture in page.findChildren(QToolButton)}
    assert len(sizes) == 1


def test_recent_files_are_offered(qtbot, page, chosen, tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(MAX_RECENT + 2)]
    page.show_recent(paths)
    qtbot.mouseClick(button(page, "Open 0.png again"), Left)
    assert chosen == paths[:1]
    recent = [each for each in page.findChildren(QPushButton) if each.isFlat()]
    assert [each.text() for each in recent] == [path.name for path in paths[:MAX_RECENT]]
    assert recent[0].toolTip() == str(paths[0])
    assert "Opened last" in [label.text() for label in page.findChildren(QLabel)]


def test_recent_files_look_like_links(page, tmp_path):
    page.show_recent([tmp_path / "a.png"])
    link = button(page, "Open a.png again")
    option = QStyleOptionButton()
    link.initStyleOption(option)
    roles = QPalette.ColorRole
    assert option.palette.color(roles.ButtonText) == page.palette().color(roles.Link)
    QApplication.sendEvent(link, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert link.font().underline()
    QApplication.sendEvent(link, QEvent(QEvent.Type.Leave))
    assert not link.font().underline()


def test_without_recent_files_there_is_no_heading(qtbot, page, tmp_path):
    page.show_recent([tmp_path / "a.png"])
    page.show_recent([])
    qtbot.waitUntil(lambda: "Opened last" not in [label.text() for label in page.findChildren(QLabel)])


def test_recent_files_take_the_place_of_those_before(qtbot, page, tmp_path):
    page.show_recent([tmp_path / "a.png", tmp_path / "b.png"])
    page.show_recent([tmp_path / "c.png"])
    qtbot.waitUntil(lambda: [each.text() for each in page.findChildren(QPushButton) if each.isFlat()] == ["c.png"])


def test_long_names_are_shortened_in_the_middle(page, tmp_path):
    name = "a very " + "long " * 30 + "name.png"
    page.show_recent([tmp_path / name])
    shown = next(each for each in page.findChildren(QPushButton) if each.isFlat())
    assert "…" in shown.text()
    assert shown.text().endswith(".png")
    assert shown.sizeHint().width() < WIDEST + 40


def test_everything_fits_on_a_small_screen(qtbot, page, tmp_path):
    page.show_recent([tmp_path / f"{number}.png" for number in range(MAX_RECENT)])
    page.layout().activate()
    controls = [*page.findChildren(QPushButton), *page.findChildren(QToolButton)]
    assert page.minimumSizeHint().height() <= page.height()
    for control in controls:
        corner = control.mapTo(page, QPoint(control.width(), control.height()))
        assert corner.x() <= page.width()
        assert corner.y() <= page.height()


def test_a_link_that_has_the_keyboard_is_underlined(page, qtbot, tmp_path):
    page.show_recent([tmp_path / "a.png"])
    qtbot.waitActive(page)
    (link,) = (each for each in page.findChildren(QPushButton) if each.isFlat())
    assert not link.font().underline()
    qtbot.waitUntil(link.isVisible)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert link.font().underline()
    link.clearFocus()
    assert not link.font().underline()
