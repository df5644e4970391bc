"""What was opened last, in the menu."""


def test_the_list_can_be_cleared(qtbot, shown):
    menu = shown._menus.recent
    qtbot.waitUntil(lambda: menu.isEnabled())
    assert menu.actions()[0].text().endswith("photo.png")
    shown.actions_["clear_recent"].trigger()
    qtbot.waitUntil(lambda: not menu.isEnabled())
    assert shown._settings.recent == []
