"""The translations: nothing of the window is missing, nothing is left over, and all of it is compiled."""

import ast
import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMainWindow, QMenu, QPushButton, QToolButton

from segmenter.assets import resource
from segmenter.gui.app.application import translate
from segmenter.gui.main.actions import Actions
from segmenter.gui.main.menus import Menus

ROOT = Path(__file__).parents[2]
FILES = sorted(resource("translations").glob("*.ts"))
ELSEWHERE = ("Parameters", "Formats", "Edits", "Errors", "Language")
"""Contexts of texts that `packaging/translate.py` finds where they are declared."""


def script():
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Texts(ast.NodeVisitor):
    """Finds what is asked for in another language, as lupdate would."""

    def __init__(self):
        self.found, self.wrong, self.inside, self.places = set(), [], [], []

    def visit_ClassDef(self, node):
        self.inside.append(node.name)
        self.generic_visit(node)
        self.inside.pop()

    def visit_FunctionDef(self, node):
        self.places.append(node.name)
        self.generic_visit(node)
        self.places.pop()

    def visit_JoinedStr(self, node):
        inner = Texts()
        inner.generic_visit(node)
        self.wrong += inner.wrong + [f"in an f-string, where lupdate sees nothing: {text}" for _, text in inner.found]

    def visit_Call(self, node):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name == "tr":
            own = isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "self"
            self.take(node, self.inside[-1] if own and self.inside else None, node.args[0])
        elif name == "translate" and len(node.args) == 2 and isinstance(node.args[0], ast.Constant):
            self.take(node, node.args[0].value, node.args[1])
        self.generic_visit(node)

    def take(self, node, context, text):
        if context is not None and isinstance(text, ast.Constant):
            self.found.add((context, text.value))
        elif context not in ELSEWHERE:
            self.wrong.append(f"line {node.lineno}: lupdate sees no text, or does not know of which class it is")


def sources():
    """Return context and text of all that the window shows."""
    found, wrong = set(script().declared()), []
    for path in sorted((ROOT / "segmenter" / "gui").rglob("*.py")):
        texts = Texts()
        texts.visit(ast.parse(path.read_text("utf-8")))
        found |= texts.found
        wrong += [f"{path.name}: {sentence}" for sentence in texts.wrong]
    return found, wrong


def messages(file):
    """Return the translation of every context and text; None for those that are not finished."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation.get("type") is None and translation.text
            found[context.findtext("name"), message.findtext("source")] = translation.text if finished else None
    return found


def translated_messages(file):
    """Return context, text and translation of all that is translated."""
    return [(key, text) for key, text in messages(file).items() if text is not None]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def file(request):
    return request.param


@pytest.fixture
def speaking(qapp, file):
    """Let the program speak a language while a test runs."""
    locale = QLocale(file.stem.partition("_")[2])
    before = QLocale()
    QLocale.setDefault(locale)
    installed = translate(qapp, locale)
    assert installed
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_there_are_german_and_spanish():
    assert [path.stem for path in FILES] == ["segmenter_de", "segmenter_es"]


def test_lupdate_can_see_every_text():
    assert sources()[1] == []


def test_nothing_is_missing_or_left_over(file):
    """Run packaging/translate.py if this fails, translate what is new, and run it again."""
    wanted, there = sources()[0], messages(file)
    assert sorted(wanted - there.keys()) == []
    assert sorted(there.keys() - wanted) == []


def test_everything_is_translated(file):
    assert [source for source, text in messages(file).items() if text is None] == []


def test_placeholders_and_marks_are_those_of_the_source(file):
    for (_, source), text in translated_messages(file):
        fields = [sorted(name for _, name, _, _ in string.Formatter().parse(each) if name is not None)
                  for each in (source, text)]  # fmt: skip
        assert fields[0] == fields[1], text
        for mark in ("…", "(F5)"):
            assert (mark in source) == (mark in text), text
        assert source.endswith((".", "?", ":")) == text.endswith((".", "?", ":")), text
        assert source.startswith(" ") == text.startswith(" "), text
        if " " in source:
            assert len(re.findall(r"&\w", source)) >= len(re.findall(r"&\w", text)), text


def test_what_is_compiled_is_in_step(qapp, file):
    """Run packaging/translate.py if this fails."""
    compiled = QTranslator()
    assert compiled.load(str(file.with_suffix(".qm")))
    for (context, source), text in messages(file).items():
        assert compiled.translate(context, source) == (text or "")


def test_letters_that_open_menus_are_unique(speaking, qtbot, view_state):
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(Actions(window), view_state, window)
    kinds = QMenu(QCoreApplication.translate("ClassMenu", "&Class"), window)
    menus.fill(window.menuBar(), [], QMenu(window), kinds)
    for menu in [window.menuBar(), *window.menuBar().findChildren(QMenu)]:
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(set(letters)) == sorted(letters), texts


def test_classes_find_the_words_of_those_they_are_made_from(speaking):
    """`NumberRow.reset` is declared in `Row`."""
    assert QCoreApplication.translate("Row", "Reset to Default") != "Reset to Default"


def test_keys_are_written_as_on_the_keyboard(speaking, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    shown = Actions(window)["open"].toolTip()
    assert "Ctrl" not in shown or QLocale().language() == QLocale.Language.English


@pytest.fixture
def translated(speaking, shown):
    """Return a window with an image that speaks another language."""
    for dock in shown._docks.values():
        dock.show()
    return shown


def test_a_translated_window_fits_on_a_small_screen(translated):
    least = translated.minimumSizeHint()
    assert least.width() <= 911
    for name in ("images", "eigenvectors"):
        translated._docks[name].hide()
    assert translated.minimumSizeHint().height() <= 480
    assert translated._docks["parameters"].width() <= 330


def test_no_button_is_too_narrow_for_its_words(translated):
    buttons = [each for each in translated.findChildren(QAbstractButton) if type(each) in (QPushButton, QToolButton)]
    wordy = [each for each in buttons if each.isVisible() and len(each.text()) > 1 and each.text() != "Auto"]
    assert len(wordy) > 4
    for button in wordy:
        assert button.width() >= button.sizeHint().width() or button.icon().cacheKey(), button.text()


@pytest.mark.parametrize("name", ["keys", "about", "export", "batch"])
def test_translated_dialogs_fit_on_a_small_screen(translated, name):
    translated.actions_[name].trigger()
    (dialog,) = (each for each in translated.findChildren(QDialog) if each.isVisible())
    least = dialog.minimumSizeHint()
    assert least.width() <= 911
    assert least.height() <= 480
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.minimumSizeHint().width() or not label.text(), label.text()
    dialog.close()
