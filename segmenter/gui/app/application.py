"""The window's start and end: the application object, languages, and errors that nobody expected."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from segmenter import __version__
from segmenter.assets import resource
from segmenter.gui.app.garbage import Collector
from segmenter.gui.app.icons import application_icon
from segmenter.gui.app.settings import Settings
from segmenter.gui.app.theme import use_theme
from segmenter.gui.main.window import Window
from segmenter.gui.project.controller import ProjectController
from segmenter.gui.session.session import Session
from segmenter.gui.session.view_state import ViewState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

PATIENCE = 0.001
"""Seconds after which a thread that computes lets another one have the interpreter: the event loop must not wait."""


def run(paths: Sequence[Path]) -> int:
    """Open the window, with files if any are given; return the exit code."""
    sys.setswitchinterval(PATIENCE)
    application = make_application()
    Collector(application)
    window = make_window()
    window.show()
    Handed(application).file.connect(lambda path: window.begin([path]))
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in a terminal; what is not saved is in the journal
    QTimer.singleShot(0, lambda: window.begin(list(paths)))
    return application.exec()


def make_application() -> QApplication:
    """Return the application object, with name, style and language."""
    QCoreApplication.setOrganizationName("Segmenter")
    QCoreApplication.setApplicationName("Segmenter")
    QCoreApplication.setApplicationVersion(__version__)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    application.setDesktopFileName("io.github.segmenter.Segmenter")
    use_theme(Settings().theme)
    translate(application, QLocale())
    return application


def translate(application: QApplication, locale: QLocale) -> list[QTranslator]:
    """Speak the language of the system, where there is a translation; return what was installed for that."""
    if locale.uiLanguages()[0].startswith("en"):  # Qt would take the next language of the list instead
        return []
    ours, qt = QTranslator(application), QTranslator(application)
    if not ours.load(locale, "segmenter", "_", str(resource("translations"))):
        return []
    qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for translator in (qt, ours):
        application.installTranslator(translator)
    return [qt, ours]


def make_window() -> Window:
    """Return the window and all that is behind it."""
    settings, view_state, session = Settings(), ViewState(), Session()
    settings.restore_look(view_state)
    controller = ProjectController(session)
    window = Window(session, controller, view_state, settings)
    for owned in (session, view_state, controller):
        owned.setParent(window)
    watch = Watch(window)
    watch.failed.connect(window.failures.show)
    return window


class Handed(QObject):
    """Hears of files that the desktop hands to the running program, as macOS does with a double click."""

    file = Signal(object)
    """Its path."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is to be opened; leave the rest."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


class Watch(QObject):
    """Hands errors that nobody caught, in any thread, to the window."""

    failed = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        sys.excepthook = self._caught
        threading.excepthook = lambda told: self._caught(told.exc_type, told.exc_value, told.exc_traceback)

    def _caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error or kind(), trace)
        if error is not None and issubclass(kind, Exception):
            self.failed.emit(error)  # from whatever thread to the event loop
