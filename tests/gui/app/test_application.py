"""The start and the end of the program, languages, and errors that nobody caught."""

import gc
import signal
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from segmenter import __version__
from segmenter.cli.program import main
from segmenter.gui.app.application import Handed, make_application, make_window, translate
from segmenter.gui.app.settings import Settings
from segmenter.gui.app.theme import use_theme
from segmenter.gui.main.dialogs import ErrorDialog
from segmenter.gui.main.window import Window


@pytest.fixture(autouse=True)
def as_before(qapp, tmp_path, monkeypatch):
    """Leave hooks, handlers and names as they were, and journals out of the way."""
    monkeypatch.setattr("segmenter.gui.project.controller.default_folder", lambda: tmp_path / "journals")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    names = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    interval, handler, locale = sys.getswitchinterval(), signal.getsignal(signal.SIGINT), QLocale()
    style = qapp.style().name()
    yield
    sys.setswitchinterval(interval)
    signal.signal(signal.SIGINT, handler)
    QLocale.setDefault(locale)
    QCoreApplication.setOrganizationName(names[0])
    QCoreApplication.setApplicationName(names[1])
    qapp.setStyle(style)
    use_theme("system")
    gc.disable()  # as the tests of the window have it


@pytest.fixture
def made(qtbot):
    """Return the window as the program makes it."""
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    yield window
    window._controller.discard()
    window.close()


def test_the_command_opens_the_window_with_a_file_and_ends_with_it(qapp, tmp_path, picture):
    from PIL import Image as Pillow

    Pillow.fromarray(picture).save(tmp_path / "photo.png")
    seen = []

    def view_state():
        (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible())
        if window._session.document is not None:
            seen.append((window._session.document.name, signal.getsignal(signal.SIGINT), sys.getswitchinterval()))
            timer.stop()
            window._controller.discard()
            window.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(view_state)
    timer.start()
    assert main([str(tmp_path / "photo.png")]) == 0
    ((name, handler, interval),) = seen
    assert name == "photo.png"
    assert handler == signal.SIG_DFL, "Ctrl-C in a terminal ends the program"
    assert interval < 0.005
    assert not gc.isenabled(), "threads of the solver destroy no Qt objects"


def test_the_application_has_a_name_a_style_and_an_icon(qapp):
    made = make_application()
    assert made is qapp
    assert made.applicationName() == "Segmenter"
    assert made.applicationVersion() == __version__
    assert made.style().name() == "fusion"
    assert not made.windowIcon().isNull()


def test_the_theme_that_was_chosen_comes_back(qapp):
    make_application()
    Settings().theme = "dark"
    make_application()
    assert QGuiApplication.palette().window().color().lightness() < 100
    Settings().theme = "system"


def test_looks_come_back(made):
    made._view_state.set(mode="contour", brush=77)
    made.close()
    second = make_window()
    assert (second._view_state.mode, second._view_state.brush) == ("contour", 77)
    second.close()


def test_an_error_in_a_slot_opens_the_dialog(qtbot, made, capsys):
    def fail():
        raise RuntimeError("in a slot")

    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: made.findChild(ErrorDialog) is not None)
    dialog = made.findChild(ErrorDialog)
    assert "in a slot" in dialog.report
    assert "in fail" in dialog.report
    assert "in a slot" in capsys.readouterr().err, "a terminal shows it, too"
    dialog.close()


def test_an_error_in_a_thread_opens_the_dialog(qtbot, made, capsys):
    def fail():
        raise RuntimeError("in a thread")

    threading.Thread(target=fail).start()
    qtbot.waitUntil(lambda: made.findChild(ErrorDialog) is not None)
    dialog = made.findChild(ErrorDialog)
    assert "in a thread" in dialog.report
    dialog.close()


def test_an_error_of_a_solve_opens_the_dialog(qtbot, made, picture, tmp_path, monkeypatch):
    from PIL import Image as Pillow

    from segmenter.gui.session import solver

    def fail(*_, **__):
        raise RuntimeError("in the solver")

    monkeypatch.setattr(solver.segmenter, "segment", fail)
    Pillow.fromarray(picture).save(tmp_path / "photo.png")
    made._controller.open([tmp_path / "photo.png"])
    qtbot.waitUntil(lambda: made.findChild(ErrorDialog) is not None)
    assert "in the solver" in made.findChild(ErrorDialog).report
    made.findChild(ErrorDialog).close()


def test_leaving_is_no_error(made, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert made.findChild(ErrorDialog) is None


def test_german_where_the_system_speaks_german(qapp):
    german = translate(qapp, QLocale("de_DE"))
    assert len(german) == 2
    assert QCoreApplication.translate("Actions", "&Undo") == "&Rückgängig"
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Strg"
    for translator in german:
        qapp.removeTranslator(translator)
    assert translate(qapp, QLocale("fr_FR")) == []
    assert QCoreApplication.translate("Actions", "&Undo") == "&Undo"


def test_the_window_comes_before_what_solves():
    code = "import sys, segmenter.gui.app.application; print('pyamg' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "False"


def test_a_file_that_the_desktop_hands_over_is_opened(qapp, qtbot, tmp_path):
    handed = Handed(qapp)
    try:
        with qtbot.waitSignal(handed.file) as heard:
            QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "a.segmenter")))
        assert heard.args == [tmp_path / "a.segmenter"]
    finally:
        qapp.removeEventFilter(handed)
        handed.deleteLater()
