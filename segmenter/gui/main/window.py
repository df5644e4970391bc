"""The main window: puts the parts together and connects actions to intents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QStyle, QWidget

from segmenter.gui.app.dialog import popup
from segmenter.gui.app.icons import application_icon
from segmenter.gui.canvas.canvas import Canvas
from segmenter.gui.docks.comparison.dock import ComparisonPanel
from segmenter.gui.docks.eigenvectors.dock import EigenvectorPanel
from segmenter.gui.docks.parameters.panel import ParameterPanel
from segmenter.gui.docks.parameters.preset_menu import PresetMenu
from segmenter.gui.docks.segments.class_menu import ClassMenu
from segmenter.gui.docks.segments.table import SegmentTable
from segmenter.gui.export.closing import closing_question
from segmenter.gui.export.dialog import ExportDialog
from segmenter.gui.export.exporter import Exporter
from segmenter.gui.export.project_export import ProjectExport
from segmenter.gui.help.first_minute import FirstMinute
from segmenter.gui.main.action_states import ActionStates
from segmenter.gui.main.action_targets import connect_edits, connect_help, connect_themes, connect_view
from segmenter.gui.main.actions import LOCAL, Actions
from segmenter.gui.main.centre import Centre
from segmenter.gui.main.clipboard import Clipboard
from segmenter.gui.main.dialogs import AboutDialog
from segmenter.gui.main.dock import Dock
from segmenter.gui.main.escape import step_back
from segmenter.gui.main.failures import Failures
from segmenter.gui.main.focus_cycle import go_to_next
from segmenter.gui.main.list_dock import ListDock
from segmenter.gui.main.menus import Menus
from segmenter.gui.main.message_bar import MessageBar
from segmenter.gui.main.object_bar import ObjectBar
from segmenter.gui.main.recent_menu import RecentMenu
from segmenter.gui.main.similar_bar import SimilarBar
from segmenter.gui.main.split_bar import SplitBar
from segmenter.gui.main.status_bar import StatusBar
from segmenter.gui.main.welcome import Welcome
from segmenter.gui.project.file_dialogs import FileDialogs
from segmenter.gui.project.image_list import ImageList
from segmenter.gui.project.importing import Importer

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QMessageBox

    from segmenter.gui.app.settings import Settings
    from segmenter.gui.batch.dialog import BatchDialog
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState

EDITS = ("merge", "split", "pieces", "holes", "absorb", "delete", "lock", "release")
SMALLEST = QSize(640, 420)
RIGHT, PARAMETERS, BARS = 300, 356, 90
"""Width of the docks at the right, height of the one with the parameters, and of all bars, logical pixels."""


class Window(QMainWindow):
    """What a person sees."""

    def __init__(
        self, session: Session, controller: ProjectController, view_state: ViewState, settings: Settings
    ) -> None:
        super().__init__()
        self._session, self._controller, self._view_state, self._settings = session, controller, view_state, settings
        self._batch: BatchDialog | None = None
        self._question: QMessageBox | None = None
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.actions_ = Actions(self)
        self.exporter = Exporter(session, controller, settings, self)
        self.project_export = ProjectExport(session, controller, self)
        self._files = FileDialogs(controller, settings, self)
        self.importer = Importer(session, settings, self)
        self.canvas = Canvas(session, view_state, self)
        self._welcome = Welcome(self)
        self._pages = QStackedWidget(self)
        self._build_centre()
        self.status = StatusBar(session, controller, self)
        self.setStatusBar(self.status)
        self._build_docks()
        self._menus = Menus(self.actions_, view_state, self)
        views = [dock.toggleViewAction() for dock in self._docks.values()]
        self._presets = PresetMenu(session, self)
        self._menus.fill(self.menuBar(), views, self._presets, ClassMenu(session, self, view_state))
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._menus.top_bar())
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self._menus.tool_bar())
        self.failures = Failures(controller, self)
        self._states = ActionStates(self.actions_, session, controller, view_state, settings)
        self._connect_actions()
        self._connect_state()
        if not settings.restore_window(self):
            self._default_layout()
        ListDock(self._docks["images"], self._docks["segments"], controller, self)
        self.refresh()

    def begin(self, paths: list[Path]) -> None:
        """Open files, or offer what a crash left behind: called once the window is on the screen."""
        self._session.solver.prepare()
        if paths:  # a message would go when the image comes
            self._session.opened.connect(self._controller.offer_recovery, Qt.ConnectionType.SingleShotConnection)
            self._controller.open(paths)
        else:
            self._controller.offer_recovery()
            self.first_minute.offer()

    # Putting it together

    def _build_centre(self) -> None:
        centre = Centre(self._pages, self)
        self.messages = MessageBar(self._session, centre)
        self._welcome.setMinimumSize(1, 1)  # while it is not shown, it must not keep the window tall
        self._pages.addWidget(self._welcome)
        self._pages.addWidget(self.canvas)
        centre.lay_over(self.messages, Qt.Edge.TopEdge)
        centre.lay_over(SplitBar(self._session.split_assistant, centre), Qt.Edge.BottomEdge)
        centre.lay_over(ObjectBar(self._session.object_assistant, centre), Qt.Edge.BottomEdge)
        centre.lay_over(SimilarBar(self._session.similar_assistant, centre), Qt.Edge.BottomEdge)
        self.first_minute = FirstMinute(self._session, self._settings, centre)
        self.first_minute.sample_asked.connect(lambda sample: self._controller.open([sample]))
        centre.lay_over(self.first_minute, Qt.Edge.BottomEdge)
        centre.covered.connect(self.canvas.make_room)
        self.setCentralWidget(centre)

    def _build_docks(self) -> None:
        session = self._session
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        edits = [self.actions_[name] for name in EDITS]
        self.table = SegmentTable(session, edits, self)
        self.table.offer(self.actions_["tool class brush"])
        self.parameters = ParameterPanel(session, self)
        self.comparison = ComparisonPanel(session, self._settings, self)
        self.eigenvectors = EigenvectorPanel(session, self._view_state, self)
        self.images = ImageList(self._controller, self)
        areas = Qt.DockWidgetArea
        right, left, bottom = areas.RightDockWidgetArea, areas.LeftDockWidgetArea, areas.BottomDockWidgetArea
        self._docks = {
            "parameters": self._dock("parameters", self.tr("Parameters"), self.parameters, right),
            "segments": self._dock("segments", self.tr("Segments"), self.table, right),
            "eigenvectors": self._dock("eigenvectors", self.tr("Eigenvectors"), self.eigenvectors, bottom),
            "comparison": self._dock("comparison", self.tr("Comparison"), self.comparison, right),
            "images": self._dock("images", self.tr("Images"), self.images, left),
        }
        self.tabifyDockWidget(self._docks["segments"], self._docks["comparison"])
        for name in ("eigenvectors", "images", "comparison"):
            self._docks[name].hide()

    def _dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> Dock:
        dock = Dock(name, title, content, self)
        self.addDockWidget(area, dock)
        return dock

    def _default_layout(self) -> None:
        """Arrange a window that was never arranged by its user."""
        available = self.screen().availableGeometry().size()
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)  # or the status bar is off the screen
        self.resize(min(1280, available.width()), min(800, available.height() - title))
        right = [self._docks["parameters"], self._docks["segments"]]
        self.resizeDocks(right, [RIGHT, RIGHT], Qt.Orientation.Horizontal)
        above = min(PARAMETERS, self.height() // 2)
        self.resizeDocks(right, [above, self.height() - BARS - above], Qt.Orientation.Vertical)

    # What actions do

    def _connect_actions(self) -> None:
        actions, session, controller, files = self.actions_, self._session, self._controller, self._files
        connect_edits(actions, session)
        connect_view(actions, self._view_state, self.canvas)
        connect_themes(actions, self._settings)
        actions.on(
            open=files.open_files, open_folder=files.open_folder,
            save=lambda: files.save(), save_as=lambda: files.save_as(),
            export=self.exporter.ask, export_again=self.exporter.again, batch=self._show_batch, quit=self.close,
            previous=controller.previous, next=controller.next, mark_done=controller.mark_done,
            previous_unfinished=controller.previous_unfinished, next_unfinished=controller.next_unfinished,
            new=controller.close_all, close_project=controller.close_all, close_image=controller.close_image,
            rename=self.table.rename_selected, name_all=self.table.name_selected, renumber=self.table.renumber,
            cancel=lambda: step_back(session, self.canvas, self._view_state, self.messages),
            next_pane=self._focus_next_part,
            command=self.exporter.copy_command,
            about=lambda: AboutDialog(self).open(),
        )  # fmt: skip
        clipboard = Clipboard(self._session, controller, self.canvas)
        actions.on(copy_view=clipboard.copy_view, copy_mask=clipboard.copy_mask, paste=clipboard.paste)
        actions.on(import_labels=self.importer.ask, pixel_size=self.status.scale.ask, export_all=self._show_export_all)
        connect_help(actions, self, self.first_minute)
        self.canvas.addActions([actions[name] for name in LOCAL])
        self.images.addActions([actions["previous"], actions["next"]])

    def _connect_state(self) -> None:
        session, controller = self._session, self._controller
        for signal in (session.opened, session.history_changed, controller.changed):
            signal.connect(self.refresh)
        session.opened.connect(self._show_page)
        controller.changed.connect(self._show_page)
        session.failed.connect(self.failures.show)
        self.exporter.asked.connect(self._show_export)
        controller.asked.connect(self._files.ask_about_unsaved)
        controller.missing.connect(self._files.locate)
        self.canvas.hovered.connect(self.status.show_pointer)
        self.canvas.hovered.connect(lambda number, _: self.table.hover(number))
        self._view_state.changed.connect(lambda _: self.table.use_safe_colours(self._view_state.safe_colours))
        self.table.use_safe_colours(self._view_state.safe_colours)
        self.comparison.drawn.connect(self.canvas.show_differences)
        self.table.shown_wanted.connect(self._docks["segments"].show)
        self.canvas.value_hovered.connect(self.status.show_value)
        self.canvas.zoomed.connect(self.status.show_zoom)
        self.canvas.menu_wanted.connect(self._show_menu)
        self._menus.peeked.connect(self.canvas.peek)
        session.split_assistant.candidate_changed.connect(self._show_candidate)
        self._welcome.open_asked.connect(self._files.open_files)
        self._welcome.folder_asked.connect(self._files.open_folder)
        self._welcome.chosen.connect(lambda path: controller.open([path]))
        RecentMenu(self._menus.recent, self._welcome, self.actions_["clear_recent"], controller, self._settings)

    def _show_batch(self) -> None:
        from segmenter.gui.batch.dialog import BatchDialog  # noqa: PLC0415 - few need it, and it takes a moment

        if self._batch is None:
            self._batch = BatchDialog(self._session, self._controller, self._settings, self)
            self._batch.finished.connect(self._forget_batch)
        self._batch.open()

    def _show_export(self) -> None:
        """Open the dialog that asks what to export."""
        self.exporter.attended = True
        dialog = ExportDialog(self.exporter, self)
        dialog.finished.connect(self._forget_export)
        dialog.open()

    def _show_export_all(self) -> None:
        """Open the dialog that exports all images; there is one at a time."""
        from segmenter.gui.export.project_dialog import ProjectExportDialog  # noqa: PLC0415 - it brings what solves

        dialog = self.findChild(ProjectExportDialog)
        if dialog is None and not self.project_export.running:
            dialog = ProjectExportDialog(self.project_export, self._controller, self._settings, self)
        if dialog is not None:
            dialog.show()
            dialog.raise_()

    def _forget_export(self) -> None:
        self.exporter.attended = False

    def _export_holds(self) -> bool:
        """Tell whether files are still to be written; what becomes of them is asked."""
        busy = next((each for each in (self.exporter, self.project_export) if each.busy), None)
        if busy is not None and self._question is None:
            self._question = closing_question(busy, self, self.close)
            self._question.finished.connect(self._forget_question)
            self._question.open()
        return busy is not None

    def _forget_question(self) -> None:
        self._question = None

    def _forget_batch(self) -> None:
        self._batch = None

    def _show_menu(self, place: QPoint) -> None:
        """Offer what can be done with the selected segments."""
        menu = self.table.menu()
        if menu is not None:
            popup(menu, place)

    def _focus_next_part(self) -> None:
        docks = (dock for dock in self._docks.values() if dock.isVisible())
        go_to_next([self._pages, self.messages, *docks], self.focusWidget())

    # What is shown

    def refresh(self) -> None:
        """Bring title and actions in step with the session."""
        self._states.refresh()
        self._presets.menuAction().setEnabled(self._session.document is not None)
        title = self._controller.title
        self.setWindowTitle(f"{title}[*] – Segmenter" if title else "Segmenter[*]")
        self.setWindowModified(self._controller.modified)

    def _show_candidate(self) -> None:
        """Show how a segment would be cut; the keyboard comes back from the bar that asks."""
        split_assistant = self._session.split_assistant
        self.canvas.show_candidate(split_assistant.candidate)
        if not split_assistant.active:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self) -> None:
        wanted = self._session.document is not None or self._controller.loading is not None
        shown = self.canvas if wanted else self._welcome
        self._pages.setCurrentWidget(shown)
        focused = self.focusWidget()
        if shown is self.canvas and (focused is None or not focused.isVisible()):
            self.canvas.setFocus()

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        paths = _files(event.mimeData())
        if not self.importer.takes(paths):
            self._controller.open(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.refresh_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about work that is not saved; remember where everything was."""
        batch = self._batch
        if (
            self._export_holds()
            or not self._controller.may_leave(self.close)
            or (batch is not None and not batch.may_close(self.close))
        ):
            event.ignore()
            return
        self._settings.keep_window(self)
        self._settings.keep_look(self._view_state)
        self.images.stop()
        self.project_export.close()
        self._session.close()
        self._controller.close()
        super().closeEvent(event)


def _files(dragged: QMimeData) -> list[Path]:
    """Return the files and folders among what is dragged over the window."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
