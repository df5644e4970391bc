"""What was opened last, in the menu."""

from segmenter.assets import resource


def test_the_list_can_be_cleared(qtbot, shown):
    menu = shown._menus.recent
    qtbot.waitUntil(lambda: menu.isEnabled())
    assert menu.actions()[0].text().endswith("photo.png")
    shown.actions_["clear_recent"].trigger()
    qtbot.waitUntil(lambda: not menu.isEnabled())
    assert shown._settings.recent == []


def test_dialogs_begin_where_the_open_image_is(shown):
    assert shown._settings.folder == str(shown._settings.recent[0].parent)
    shown._controller.opened.emit(resource("samples/coffee.jpg"))
    assert shown._settings.folder == str(shown._settings.recent[1].parent)
    shown._controller.opened.emit(shown._settings.recent[1].parent)
    assert shown._settings.folder == str(shown._settings.recent[0])
