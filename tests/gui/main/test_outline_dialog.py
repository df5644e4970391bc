"""The dialog that asks for a number of pixels."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog


def test_outlines_are_moved_by_what_is_entered(shown, settled):
    session = shown._session
    number = min(session.state.segments, key=session.state.labels.area)
    session.select({number})
    area = session.state.labels.area(number)
    shown.actions_["move outline"].trigger()
    dialog = shown.findChild(QInputDialog)
    dialog.setIntValue(-2)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settled(session)
    assert session.state.labels.area(number) < area
    assert session.document.history.undo_name == "Shrink"
    session.undo()
    shown.actions_["move outline"].trigger()
    shown.findChildren(QInputDialog)[-1].reject()
    settled(session)
    assert session.state.labels.area(number) == area
