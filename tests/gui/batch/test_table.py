"""The table of a batch: columns, following, filter, the way to images and results."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from segmenter.gui.app.application import translate
from segmenter.gui.batch import table as batch_table
from segmenter.gui.batch.model import Column
from segmenter.gui.batch.spec import BatchSpec
from segmenter.gui.batch.table import BatchTable
from segmenter.jobs.job import Report, failure


@pytest.fixture
def plan(photos, tmp_path):
    made = BatchSpec(photos, tmp_path / "out").plan(lambda *_: None)
    more = [replace(made.jobs[1], image=made.folder / f"more{number}.png") for number in range(100)]
    return replace(made, jobs=(*made.jobs, *more))


@pytest.fixture
def table(qtbot, plan):
    table = BatchTable()
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    table.show_plan(plan)
    yield table
    table.close()


def shown(table):
    return [Column(column) for column in Column if not table.isColumnHidden(column)]


def first_on_screen(table):
    return table.indexAt(table.viewport().rect().topLeft()).row()


def middle(table, row):
    return table.visualRect(table.model().index(row, 0)).center()


def test_columns_before_and_after_the_start(table):
    assert shown(table) == [Column.IMAGE, Column.RESULTS]
    table.show_start()
    assert shown(table) == [Column.IMAGE, Column.REGIONS, Column.SECONDS, Column.STATUS, Column.REASON]


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_every_status_has_room(qtbot, language):
    installed = translate(QApplication.instance(), QLocale(language))
    try:
        table = BatchTable()
        qtbot.addWidget(table)
    finally:
        for translator in installed:
            QApplication.instance().removeTranslator(translator)
    table.show_start()
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.features |= option.ViewItemFeature.HasDecoration | option.ViewItemFeature.HasDisplay
    for word in table.rows.status_words:
        option.text = word
        needed = table.style().sizeFromContents(table.style().ContentsType.CT_ItemViewItem, option, QSize(), table)
        assert needed.width() <= table.columnWidth(Column.STATUS), word


def test_a_double_click_and_return_open_the_image(qtbot, table, plan):
    with qtbot.waitSignal(table.open_asked) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2))
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2))
    assert asked.args == [plan.jobs[2].image]
    with qtbot.waitSignal(table.open_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Up)
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [plan.jobs[1].image]


def test_only_failed_ones(qtbot, table, plan):
    table.show_progress([failure(plan.jobs[3], "No.")], [])
    table.show_failed_only(True)
    assert table.model().rowCount() == 1
    table.show_progress([failure(plan.jobs[90], "No.")], [])
    assert table.model().rowCount() == 2
    with qtbot.waitSignal(table.open_asked) as asked:
        table.activated.emit(table.model().index(1, 0))
    assert asked.args == [plan.jobs[90].image]
    table.show_failed_only(False)
    assert table.model().rowCount() == 104


def test_it_goes_along_unless_somebody_looks_elsewhere(table, plan):
    def done(row):
        return Report(str(plan.jobs[row].image), 1, 1, "done")

    table.show_start()
    table.show_progress([], [plan.jobs[0]])
    assert first_on_screen(table) == 0
    table.show_progress(map(done, range(50)), [plan.jobs[50]])
    assert first_on_screen(table) > 30
    table.scrollToTop()
    table.show_progress(map(done, range(50, 60)), [plan.jobs[60]])
    assert first_on_screen(table) == 0


class TestMenu:
    def actions(self, table, row):
        return {action.text(): action for action in table.menu(table.model().index(row, 0)).actions() if action.text()}

    def test_what_can_be_done(self, table, plan):
        table.show_progress([failure(plan.jobs[0], "No.")], [])
        assert [*self.actions(table, 0)] == ["&Open Image", "Show &Results", "&Copy Reason"]
        assert self.actions(table, 0)["&Copy Reason"].isEnabled()
        assert not self.actions(table, 1)["&Copy Reason"].isEnabled()
        assert not self.actions(table, 0)["Show &Results"].isEnabled()

    def test_it_is_done(self, qtbot, table, plan, monkeypatch):
        folders = []
        monkeypatch.setattr("segmenter.gui.app.dialog.QDesktopServices.openUrl", folders.append)
        plan.out.mkdir()
        table.show_progress([failure(plan.jobs[0], "No.")], [])
        actions = self.actions(table, 0)
        with qtbot.waitSignal(table.open_asked) as asked:
            actions["&Open Image"].trigger()
        assert asked.args == [plan.jobs[0].image]
        actions["Show &Results"].trigger()
        assert folders == [QUrl.fromLocalFile(str(plan.out))]
        actions["&Copy Reason"].trigger()
        assert QGuiApplication.clipboard().text() == "No."

    def test_it_opens_where_it_is_asked_for(self, qtbot, table, monkeypatch):
        asked = []
        monkeypatch.setattr(batch_table.QMenu, "popup", lambda menu, place: asked.append(len(menu.actions())))
        table.customContextMenuRequested.emit(middle(table, 1))
        table.customContextMenuRequested.emit(table.viewport().rect().bottomRight() * 9)
        assert asked == [4]
