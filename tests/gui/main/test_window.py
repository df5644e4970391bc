"""The window as a whole: what actions, keys and mouse do, and what is shown of the state."""

import threading

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolBar,
    QToolButton,
)

from segmenter.gui.app.settings import Settings
from segmenter.gui.batch.dialog import BatchDialog
from segmenter.gui.export import spec
from segmenter.gui.export.dialog import ExportDialog
from segmenter.gui.help.keys_dialog import KeysDialog
from segmenter.gui.main.action_states import NEEDS_IMAGE, NEEDS_SELECTION
from segmenter.gui.main.dialogs import AboutDialog, ErrorDialog
from segmenter.gui.main.welcome import Welcome
from segmenter.gui.session.message import Message

Left = Qt.MouseButton.LeftButton
Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(window):
    return window._session


@pytest.fixture
def view_state(window):
    return window._view_state


@pytest.fixture
def press(qtbot, window):
    """Return a function that presses a key where the keyboard is."""

    def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(window.focusWidget() or window, key, modifiers)

    return press


@pytest.fixture
def click(qtbot, window):
    """Return a function that clicks a pixel of the image."""

    def click(row, column, modifiers=Qt.KeyboardModifier.NoModifier):
        canvas = window.canvas
        x, y = canvas.view.to_screen(column + 0.5, row + 0.5)
        place = QPoint(round(x), round(y))
        qtbot.mouseMove(canvas, place)
        qtbot.mouseClick(canvas, Left, modifiers, place)

    return click


@pytest.fixture
def other(tmp_path):
    """Return the file of another image."""
    path = tmp_path / "other.png"
    Pillow.fromarray(np.random.default_rng(1).integers(0, 255, (40, 50), np.uint8)).save(path)
    return path


def button(window, name):
    """Return the button of an action in a tool bar."""
    found = [bar.widgetForAction(window.actions_[name]) for bar in window.findChildren(QToolBar)]
    return next(each for each in found if each is not None)


# --- without an image


def test_a_window_without_an_image_offers_to_open_one(window):
    assert isinstance(window._pages.currentWidget(), Welcome)
    assert window.windowTitle() == "Segmenter[*]"
    assert not window.isWindowModified()
    for name in (*NEEDS_IMAGE, *NEEDS_SELECTION, "undo", "redo", "select_all", "previous", "next"):
        assert not window.actions_[name].isEnabled(), name
    for name in ("open", "open_folder", "batch", "quit", "keys", "about"):
        assert window.actions_[name].isEnabled(), name


def test_a_sample_opens_with_a_click(qtbot, window, session, settled):
    sample = next(each for each in window.findChildren(QToolButton) if each.text() == "Coffee")
    qtbot.mouseClick(sample, Left)
    qtbot.waitUntil(lambda: session.document is not None, timeout=20_000)
    assert window._pages.currentWidget() is window.canvas
    assert "coffee.jpg" in window.windowTitle()
    session.cancel()
    settled(session)


def test_the_window_fits_on_a_small_screen(shown):
    """1366 by 768 at 150 %, less the title of the window."""
    least = shown.minimumSizeHint()
    assert least.width() <= 911
    assert least.height() <= 480
    shown.resize(911, 480)
    assert (shown.width(), shown.height()) == (911, 480)
    assert shown.canvas.width() > 400
    assert shown.canvas.height() > 300


# --- opening


def drop(window, urls):
    data = QMimeData()
    data.setUrls(urls)
    place, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place.toPoint(), copy, data, Left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(place, copy, data, Left, Qt.KeyboardModifier.NoModifier))
    return enter.isAccepted()


def test_what_is_dropped_is_opened(window, session, other, settled):
    assert drop(window, [QUrl.fromLocalFile(str(other))])
    settled(session)
    assert session.document.name == "other.png"


def test_what_is_no_file_is_not_taken(window, session):
    assert not drop(window, [])
    assert not drop(window, [QUrl("https://example.org/photo.png")])
    assert not session.io_worker.busy("open")


def test_a_file_that_is_no_image_gives_a_sentence(qtbot, window, session, tmp_path):
    (tmp_path / "poem.png").write_text("Roses are red")
    window._controller.open([tmp_path / "poem.png"])
    qtbot.waitUntil(lambda: "poem.png" in window.messages.text)
    assert session.document is None
    assert window.findChild(ErrorDialog) is None


def test_files_are_asked_for(window, press):
    press(Key.Key_O, Control)
    dialog = window.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.close()


def test_recent_files_are_in_the_menu_and_on_the_first_page(qtbot, shown, tmp_path, other):
    def listed():
        return [action.text().rpartition("/")[2] for action in shown._menus.recent.actions()][:-2]

    shown._controller.open([other])
    # whether the files are still there is asked in a thread of its own, so the menu comes after the image
    qtbot.waitUntil(lambda: listed() == ["other.png", "photo.png"])
    names = [each.text() for each in shown._welcome.findChildren(QPushButton) if each.isFlat()]
    assert names[-2:] == ["other.png", "photo.png"]
    shown._menus.recent.actions()[1].trigger()
    qtbot.waitUntil(lambda: shown._session.document.name == "photo.png")


# --- editing by keys and mouse


def test_edits_are_possible_where_there_is_something_selected(shown, click):
    assert shown.actions_["merge"].isEnabled() is False
    click(5, 5)
    assert len(shown._session.selection) == 1
    assert all(shown.actions_[name].isEnabled() for name in NEEDS_SELECTION)


def test_merge_and_undo_by_keys(shown, session, click, press):
    before = session.state
    click(5, 5)
    click(5, 80, Shift)
    assert len(session.selection) == 2
    press(Key.Key_M, Control)
    assert len(session.state.segments) == 2
    assert shown.actions_["undo"].text() == "&Undo Merge"
    press(Key.Key_Z, Control)
    assert session.state is before
    assert shown.actions_["redo"].text() == "&Redo Merge"
    press(Key.Key_Z, Control | Shift)
    assert len(session.state.segments) == 2


def test_delete_sends_to_background(shown, session, click, press):
    click(5, 5)
    press(Key.Key_Delete)
    assert len(session.state.segments) == 2
    assert session.state.erased


def test_why_nothing_happened_is_said_in_place(shown, click, press):
    click(5, 5)
    press(Key.Key_M, Control)
    assert "two or more segments" in shown.messages.text


def test_locking_is_checked_and_undone(qtbot, shown, session, click):
    click(5, 5)
    qtbot.mouseClick(button(shown, "lock"), Left)
    (number,) = session.selection
    assert session.state.segments[number].locked
    assert shown.actions_["lock"].isChecked()
    shown.actions_["lock"].trigger()
    assert not session.state.segments[number].locked
    assert session.document.history.undo_name == "Unlock"


def test_all_and_none(shown, session, press):
    press(Key.Key_A, Control)
    assert session.selection == session.state.segments.keys()
    press(Key.Key_A, Control | Shift)
    assert not session.selection


def test_the_title_shows_changes_after_an_edit_and_after_undo(qtbot, shown, session, click, press, tmp_path, settled):
    assert "photo.png[*]" in shown.windowTitle()
    shown._controller.save_as(tmp_path / "cells.segmenter")
    settled(session)
    assert not shown.isWindowModified()
    click(5, 5)
    press(Key.Key_Delete)
    assert shown.isWindowModified()
    shown._controller.save()
    settled(session)
    assert not shown.isWindowModified()
    press(Key.Key_Z, Control)
    assert shown.isWindowModified()
    assert "cells.segmenter" in shown.windowTitle()


def test_a_segment_is_renamed_where_it_is_clicked(qtbot, shown, session, click, press):
    click(5, 5)
    press(Key.Key_F2)
    field = shown.table.view.findChild(QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    tool, mode, visible = shown._view_state.tool, shown._view_state.mode, shown._view_state.visible
    field.selectAll()
    qtbot.keyClicks(field, "Cebble")
    qtbot.keyClick(field, Key.Key_Delete)
    assert field.text() == "Cebble"
    assert (shown._view_state.tool, shown._view_state.mode, shown._view_state.visible) == (tool, mode, visible)
    qtbot.keyClick(field, Key.Key_Return)
    (number,) = session.selection
    qtbot.waitUntil(lambda: session.state.segments[number].name == "Cebble")
    qtbot.waitUntil(shown.canvas.hasFocus)  # where the person came from: Page Down means the next image
    qtbot.waitUntil(lambda: shown.table.view.findChild(QLineEdit) is None)
    press(Key.Key_F2)
    qtbot.keyClick(shown.table.view.findChild(QLineEdit), Key.Key_Escape)
    qtbot.waitUntil(shown.canvas.hasFocus)
    qtbot.waitUntil(lambda: shown.table.view.findChild(QLineEdit) is None)
    shown.table.view.setFocus()
    shown.table.rename_selected()
    qtbot.keyClick(shown.table.view.findChild(QLineEdit), Key.Key_Return)
    qtbot.waitUntil(shown.table.view.hasFocus)


def test_the_menu_of_the_canvas_is_about_the_selection(shown, click):
    shown.canvas.menu_wanted.emit(QPoint(10, 10))
    assert QApplication.activePopupWidget() is None
    click(5, 5)
    shown.canvas.menu_wanted.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert shown.actions_["merge"] in menu.actions()
    menu.close()


def test_the_menu_of_the_canvas_works_while_the_table_is_closed(qtbot, shown, session, click):
    shown._docks["segments"].hide()
    shown.actions_["select_all"].trigger()
    shown.actions_["merge"].trigger()
    click(5, 5)
    menu = shown.table.menu()
    texts = [action.text() for action in menu.actions()]
    menu.actions()[texts.index("Colour…")].trigger()
    dialog = shown.table.findChild(QDialog)
    assert dialog is not None
    dialog.close()


# --- splitting


def test_a_split_is_asked_for_shown_and_given_up(qtbot, shown, session, click, press):
    click(5, 5)
    press(Key.Key_M, Control | Shift)
    assert session.split_assistant.active
    press(Key.Key_Escape)
    assert not session.split_assistant.active
    assert shown.canvas.hasFocus()


# --- looking


@pytest.mark.parametrize(
    ("key", "tool"), [("B", "brush"), ("E", "eraser"), ("L", "lasso"), ("H", "pan"), ("V", "select")]
)
def test_letters_choose_tools(shown, view_state, press, key, tool):
    view_state.set(tool="pan" if tool != "pan" else "select")
    press(getattr(Key, f"Key_{key}"))
    assert view_state.tool == tool
    assert shown.actions_[f"tool {tool}"].isChecked()
    assert button(shown, f"tool {tool}").isChecked()


def test_tab_toggles_the_overlay_on_the_canvas_only(qtbot, shown, view_state, press):
    shown.canvas.setFocus()
    press(Key.Key_Tab)
    assert not view_state.visible
    assert shown.canvas.hasFocus()
    press(Key.Key_Tab)
    assert view_state.visible
    shown.table.view.setFocus()
    press(Key.Key_Tab)
    assert view_state.visible
    assert not shown.table.view.hasFocus()


def test_c_cycles_how_segments_are_drawn(shown, view_state, press):
    seen = []
    for _ in range(3):
        press(Key.Key_C)
        seen.append(view_state.mode)
        assert shown.actions_[view_state.mode].isChecked()
    assert seen == ["fill", "contour", "both"]


def test_views_by_key_and_in_the_menu(shown, view_state, press):
    press(Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert view_state.view == "margin"
    assert shown.actions_["margin"].isChecked()
    shown.actions_["segments"].trigger()
    assert view_state.view == "segments"


def test_the_brush_by_keys(shown, view_state, press):
    before = view_state.brush
    press(Key.Key_BracketRight)
    assert view_state.brush > before
    press(Key.Key_BracketLeft)
    assert view_state.brush == before


def test_the_magnification_by_keys_and_in_the_status_bar(shown, press):
    press(Key.Key_1, Control)
    assert shown.status._zoom.text() == "100 %"
    press(Key.Key_Plus, Control)
    assert shown.canvas.view.scale > 1
    press(Key.Key_0, Control)
    assert shown.status._zoom.text() == f"{100 * shown.canvas.view.scale:.0f} %"


def test_peeking_shows_the_image_alone(qtbot, shown):
    peek = next(each for each in shown.findChildren(QToolButton) if each.text() == "Peek")
    seen = shown.canvas.grab().toImage()
    qtbot.mousePress(peek, Left)
    assert shown.canvas.grab().toImage() != seen
    qtbot.mouseRelease(peek, Left)
    assert shown.canvas.grab().toImage() == seen


def test_what_is_under_the_cursor_is_told_and_marked(shown, session, click):
    click(5, 5)
    (number,) = session.selection
    assert shown.status._pointer.text().startswith(session.state.title(number))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_another_theme_draws_the_icons_anew(qtbot, window, theme):
    def bright():
        image = window.actions_["open"].icon().pixmap(24).toImage()
        seen = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        return max(colour.lightness() for colour in seen if colour.alpha() > 128) > 128

    window.actions_[f"theme {theme}"].trigger()
    qtbot.waitUntil(lambda: bright() is (theme == "dark"))
    assert Settings().theme == theme
    assert window.actions_[f"theme {theme}"].isChecked()
    window.actions_["theme system"].trigger()


# --- results


def test_live_can_be_turned_off_and_f5_solves(shown, session, press, settled):
    shown.actions_["live"].trigger()
    assert not session.live
    session.set_parameters(k=2)
    assert not session.solver.busy
    press(Key.Key_F5)
    assert session.solver.solving
    settled(session)
    assert not session.state.stale
    session.undo()
    session.set_live(True)
    assert shown.actions_["live"].isChecked()
    settled(session)


def test_esc_stops_the_work(shown, session, press):
    session.set_parameters(k=2)
    assert session.solver.busy
    press(Key.Key_Escape)
    assert not session.solver.busy


# --- panes


def test_f6_goes_round_all_panes(qtbot, shown, press):
    shown._docks["eigenvectors"].show()
    shown._docks["images"].show()
    shown.canvas.setFocus()
    seen = []
    for _ in range(5):
        press(Key.Key_F6)
        focused = shown.focusWidget()
        around = [name for name, dock in shown._docks.items() if dock.isAncestorOf(focused)]
        seen += around or ["canvas"]
    assert sorted(seen[:4]) == sorted(shown._docks.keys() - {"comparison"})
    assert seen[4] == "canvas"
    assert shown.canvas.hasFocus()


def test_f6_reaches_what_waits_for_an_answer(shown, press, session):
    session.said.emit(Message("Work was not saved.", action="Recover", act=lambda: None, until="answered"))
    shown.canvas.setFocus()
    press(Key.Key_F6)
    assert shown.messages.isAncestorOf(shown.focusWidget())
    assert shown.focusWidget().text() == "Recover"


def test_f6_passes_over_what_is_closed_or_disabled(window, press):
    for _ in range(4):
        press(Key.Key_F6)
        assert window.focusWidget().isEnabled()
        assert not window.parameters.isAncestorOf(window.focusWidget())


def test_docks_at_the_side_span_the_whole_height(qtbot, shown):
    shown._docks["eigenvectors"].show()
    bottom, side = shown._docks["eigenvectors"], shown._docks["segments"]
    qtbot.waitUntil(lambda: bottom.height() > 100 and bottom.width() <= shown.canvas.width() + 8)
    qtbot.waitUntil(lambda: side.geometry().bottom() >= bottom.geometry().bottom())
    assert shown.height() == 480


def test_images_are_listed_as_soon_as_there_are_two(qtbot, shown, other):
    dock = shown._docks["images"]
    assert not dock.isVisible()
    shown._controller.open([other])
    qtbot.waitUntil(dock.isVisible)
    assert shown.actions_["next"].isEnabled()
    dock.close()
    shown._controller.mark_done(True)
    assert not dock.isVisible(), "closed by hand, it stays closed"
    assert shown.actions_["mark_done"].isChecked()


def test_page_keys_go_through_the_images(qtbot, shown, session, other, press):
    shown._controller.open([other])
    qtbot.waitUntil(lambda: session.document.name == "other.png")
    shown.canvas.setFocus()
    press(Key.Key_PageUp)
    qtbot.waitUntil(lambda: session.document.name == "photo.png")
    shown.table.view.setFocus()
    press(Key.Key_PageDown)
    assert not session.io_worker.busy("open"), "in a table they go through its rows"
    shown._docks["images"].widget().setFocus()
    shown.canvas.setFocus()
    press(Key.Key_PageDown)
    qtbot.waitUntil(lambda: session.document.name == "other.png")


# --- dialogs


@pytest.mark.parametrize(("key", "kind"), [(Key.Key_F1, KeysDialog), (None, AboutDialog)])
def test_help(window, press, key, kind):
    if key:
        press(key)
    else:
        window.actions_["about"].trigger()
    dialog = window.findChild(kind)
    assert dialog.isVisible()
    dialog.close()


def test_export_asks_the_first_time(shown, press):
    press(Key.Key_E, Control)
    dialog = shown.findChild(ExportDialog)
    assert dialog is not None
    dialog.close()


# --- closing


def test_place_and_looks_are_remembered(qtbot, window, view_state):
    window.resize(780, 560)
    window._docks["segments"].hide()
    view_state.set(mode="contour", brush=77)
    window.close()
    settings = Settings()
    assert settings.restore_window(window)
    assert (window.width(), window.height()) == (780, 560)
    assert window._docks["segments"].isHidden()
    settings.restore_look(view_state)
    assert (view_state.mode, view_state.brush) == ("contour", 77)
    window._docks["segments"].show()


def test_closing_while_something_is_computed_leaves_no_thread(shown, session, other):
    session.set_parameters(k=2)
    shown._controller.open([other])
    shown._controller.discard()
    assert session.solver.busy
    assert shown.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("segmenter-")]


@pytest.mark.parametrize("answer", ["Discard", "Cancel"])
def test_closing_asks_about_work_that_is_not_saved(qtbot, shown, click, press, answer):
    click(5, 5)
    press(Key.Key_Delete)
    shown.close()
    assert shown.isVisible()
    box = shown.findChild(QMessageBox)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton[answer]), Left)
    qtbot.waitUntil(lambda: shown.isVisible() is (answer == "Cancel"))


# --- folders of images


def test_one_batch_beside_the_window(qtbot, window):
    window.actions_["batch"].trigger()
    window.actions_["batch"].trigger()
    (dialog,) = window.findChildren(BatchDialog)
    assert dialog.isVisible()
    assert window.isEnabled()
    assert not dialog.isModal()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    window.actions_["batch"].trigger()
    assert window.findChild(BatchDialog).isVisible()
    assert window.close()
    qtbot.waitUntil(lambda: not window.findChildren(BatchDialog))


def test_closing_asks_about_a_batch(qtbot, window, monkeypatch):
    window.actions_["batch"].trigger()
    dialog = window.findChild(BatchDialog)
    monkeypatch.setattr(type(dialog.runner), "running", True)
    assert not window.close()
    assert window.isVisible()
    box = dialog.findChild(QMessageBox)
    monkeypatch.undo()  # it has ended meanwhile
    (stop,) = [button for button in box.buttons() if button.text() == "&Stop"]
    qtbot.mouseClick(stop, Left)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_quitting_does_not_drop_an_export(qtbot, shown, session, tmp_path, monkeypatch):
    begun, gate = threading.Event(), threading.Event()
    write = spec.write

    def held(*arguments):
        begun.set()
        gate.wait(20)
        return write(*arguments)

    monkeypatch.setattr(spec, "write", held)
    shown.exporter.export(spec.ExportSpec(tmp_path / "out", "a", ("labels",)))
    assert begun.wait(20)
    assert not shown.close()
    (box,) = shown.findChildren(QMessageBox)
    (wait,) = (each for each in box.buttons() if box.buttonRole(each) == QMessageBox.ButtonRole.AcceptRole)
    shown._controller.discard()
    wait.click()
    assert shown.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not shown.isVisible())
    assert (tmp_path / "out" / "a_labels.png").exists()


def test_presets_are_for_an_image(window):
    assert not window._presets.menuAction().isEnabled()


def test_a_list_keeps_the_keyboard_when_an_image_opens(qtbot, shown, other, session, settled):
    shown._controller.open([other])
    settled(session)
    view = shown.images.view
    qtbot.waitUntil(view.isVisible)
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.waitUntil(lambda: "photo.png" in shown.windowTitle())
    settled(session)
    assert view.hasFocus()
