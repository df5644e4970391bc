"""The bar above the canvas: what it says, what can be done, and when it goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from segmenter.gui.app.theme import use_theme
from segmenter.gui.main import message_bar
from segmenter.gui.main.message_bar import MessageBar
from segmenter.gui.session.message import Message

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot, session, monkeypatch):
    monkeypatch.setattr(message_bar, "PATIENCE", 30)
    around = QWidget()
    qtbot.addWidget(around)
    bar = MessageBar(session, around)
    QVBoxLayout(around).addWidget(bar)
    around.resize(400, 100)
    around.show()
    yield bar
    around.close()


def buttons(bar):
    return [button for button in bar.findChildren(QPushButton) if button.isVisible()]


def test_it_is_there_only_when_something_is_said(bar, session):
    assert bar.text == ""
    assert not bar.isVisible()
    session.say("The image was opened.", "warning")
    assert bar.isVisible()
    assert bar.text == "The image was opened."
    assert buttons(bar) == []


def test_information_goes_by_itself(qtbot, bar, session):
    session.say("Nothing to fill.")
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())


@pytest.mark.parametrize("kind", ["warning", "error"])
def test_warnings_and_errors_stay(qtbot, bar, session, kind):
    session.say("Nothing to fill.")
    session.say("This is no image.", kind)
    assert not bar._timer.isActive()
    assert bar.text == "This is no image."


def test_information_that_asks_for_an_answer_stays(bar, session):
    session.said.emit(Message("4 files were written.", action="Open Folder", act=lambda: None))
    assert not bar._timer.isActive()


def test_the_close_button(qtbot, bar, session):
    session.say("This is no image.", "error")
    (close,) = bar.findChildren(QToolButton)
    qtbot.mouseClick(close, Left)
    assert bar.text == ""


def test_both_actions(qtbot, bar, session):
    done = []
    offer = Message(
        "Work was not saved.", "warning", "Recover", lambda: done.append(1), "Discard", lambda: done.append(2)
    )
    for at in (0, 1):
        session.said.emit(offer)
        assert [button.text() for button in buttons(bar)] == ["Recover", "Discard"]
        qtbot.mouseClick(buttons(bar)[at], Left)
        assert not bar.isVisible()
    assert done == [1, 2]


def test_an_action_may_say_something_itself(qtbot, bar, session):
    session.said.emit(Message("First.", "warning", "More", lambda: session.say("Second.")))
    qtbot.mouseClick(buttons(bar)[0], Left)
    assert bar.text == "Second."
    assert buttons(bar) == []


def test_another_image_takes_it_away(bar, session):
    session.say("This is no image.", "error")
    session.opened.emit()
    assert bar.text == ""


def test_kinds_differ_in_colour_and_follow_the_theme(qtbot, bar, session):
    def ground():
        return bar.palette().color(QPalette.ColorRole.Window)

    hues = []
    for kind in ("information", "warning", "error"):
        session.say("Something.", kind)
        hues.append(ground().hue())
    assert len(set(hues)) == 3
    assert ground().lightness() > 180
    use_theme("dark")
    qtbot.waitUntil(lambda: ground().lightness() < 100)
    assert ground().hue() in range(hues[-1] - 3, hues[-1] + 4)
    use_theme("system")
    qtbot.waitUntil(lambda: ground().lightness() > 180)


def test_screen_readers_are_told(bar, session, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    session.say("This is no image.", "error")
    assert told == ["This is no image."]


def test_a_long_sentence_is_wrapped(bar, session):
    session.say("A sentence of many words that does not fit into a line. " * 4, "error")
    bar.parentWidget().layout().activate()
    assert bar.sizeHint().height() > 0
    assert bar.parentWidget().minimumSizeHint().width() < 400


def test_two_things_that_can_be_done(qtbot, bar, session):
    done = []
    offer = ("Recover", lambda: done.append("recover"), "Discard", lambda: done.append("discard"))
    for number, name in enumerate(("recover", "discard")):
        session.said.emit(Message("Work was not saved.", "warning", *offer))
        assert [button.text() for button in buttons(bar)] == ["Recover", "Discard"]
        qtbot.mouseClick(buttons(bar)[number], Left)
        assert done[-1] == name
        assert not bar.isVisible()
    session.say("Nothing to fill.")
    assert buttons(bar) == []


def test_what_waits_for_an_answer_comes_back(qtbot, bar, session):
    answered = []
    recover = Message("Work was not saved.", "warning", "Recover", lambda: answered.append(True), until="answered")
    session.said.emit(recover)
    session.opened.emit()
    session.said.emit(Message("The image has changed.", "warning", until="answered"))
    assert bar.text == "The image has changed."
    session.say("Nothing to fill.")
    qtbot.waitUntil(lambda: bar.text == "The image has changed.")
    qtbot.mouseClick(bar.findChild(QToolButton), Left)
    assert bar.text == "Work was not saved."
    qtbot.mouseClick(buttons(bar)[0], Left)
    assert answered == [True]
    assert not bar.isVisible()


def test_a_hint_over_a_warning_gives_it_back(qtbot, bar, session):
    session.say("The image has changed on disk.", "warning")
    session.say("Nothing to fill.")
    assert bar.text == "Nothing to fill."
    qtbot.waitUntil(lambda: bar.text == "The image has changed on disk.")


def test_two_questions_are_both_answered(qtbot, bar, session):
    for text in ("Recover?", "Changed on disk."):
        session.said.emit(Message(text, "warning", "Yes", lambda: None, until="answered"))
    assert bar.text == "Changed on disk."
    session.opened.emit()
    qtbot.mouseClick(buttons(bar)[0], Left)
    assert bar.text == "Recover?"
    qtbot.mouseClick(buttons(bar)[0], Left)
    assert bar.text == ""


def test_another_image_takes_away_what_lies_below_too(bar, session):
    session.say("This is no image.", "error")
    session.say("A hint.")
    session.opened.emit()
    assert bar.text == ""


def test_only_hints_can_be_dismissed(bar, session):
    assert not bar.dismiss()
    session.say("A hint.")
    assert bar.dismiss()
    session.say("This is no image.", "error")
    assert not bar.dismiss()
