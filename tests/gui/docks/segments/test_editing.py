"""What completes itself while names and classes are written."""

from PySide6.QtWidgets import QWidget

from segmenter.gui.docks.segments.editing import name_editor, stems, suggested


def test_after_numbered_names_the_next_number_is_offered():
    assert suggested(["coin 2", "coin 10", "Cup", "", "A1"]) == ["A2", "coin 11", "Cup"]


def test_names_without_their_numbers():
    assert stems(["coin 1", "coin 2", "7", "Cup"]) == ["Cup", "coin"]


def test_what_is_typed_is_found_anywhere_in_a_name(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    editor = name_editor(parent, ["Blood cell", "Coin"], "Name")
    qtbot.keyClicks(editor, "CELL")
    completer = editor.completer()
    assert [completer.currentCompletion(), completer.completionCount()] == ["Blood cell", 1]
