"""The list of open images: small pictures, what is done and edited, and the way from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLabel, QListView, QMenu, QVBoxLayout, QWidget

from segmenter.gui.app.dialog import popup, show_folder
from segmenter.gui.project.image_model import NONE, ImageDelegate, ImageModel
from segmenter.gui.project.thumbnails import Thumbnails

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPaintEvent

    from segmenter.gui.project.controller import ProjectController


class ImageRows(QListView):
    """The rows, which tells which of them are on the screen."""

    seen = Signal(int, int)
    """The first row on the screen and the one after the last, when these are others."""
    removed = Signal(int)
    """A person wants this row to go from the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._seen = (0, 0)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and take note of what is drawn."""
        super().paintEvent(event)
        count, bottom = self.model().rowCount(), self.viewport().height() - 1
        first = self.indexAt(QPoint(2, 0)).row()
        last = self.indexAt(QPoint(2, bottom)).row()
        seen = (max(first, 0), count if last < 0 else last + 1)
        if seen != self._seen:
            self._seen = seen
            self.seen.emit(*seen)

    def event(self, event: QEvent) -> bool:
        """Take the Delete key: elsewhere in the window it is a shortcut that deletes segments."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_delete(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the current row with the Delete key."""
        if not _is_delete(event):
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.removed.emit(self.currentIndex().row())

    def look_again(self) -> None:
        """Tell anew which rows are on the screen, when they are drawn next."""
        self._seen = (0, 0)
        self.viewport().update()


def _is_delete(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Delete
        and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    )


class ImageList(QWidget):
    """A click, or Return, shows an image."""

    def __init__(self, controller: ProjectController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._thumbnails = Thumbnails(self)
        self._model = ImageModel(controller, self._thumbnails, self)
        self._count = QLabel(self)
        self._count.setAccessibleDescription(self.tr("Images done"))
        self._count.setContentsMargins(8, 4, 8, 0)
        self.view = ImageRows(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(ImageDelegate(self.view))
        self.view.setAccessibleName(self.tr("Images"))
        self.view.setToolTip(self.tr("Click shows an image; Page Up and Page Down go through the list."))
        self._carry = QCheckBox(self.tr("&Carry over parameters"), self)
        self._carry.setAccessibleName(self.tr("Carry over parameters to a new image"))
        self._carry.setToolTip(self.tr("A new image begins with the parameters of the one before it."))
        self._carry.setChecked(controller.carries)
        self._carry.toggled.connect(self._choose_carrying)
        row = QVBoxLayout()
        row.setContentsMargins(8, 0, 8, 6)
        row.addWidget(self._carry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.view.seen.connect(self._want)
        self.view.removed.connect(self._controller.remove)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._model.modelReset.connect(self.view.look_again)
        self._thumbnails.made.connect(self.view.viewport().update)
        self._controller.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Follow the controller."""
        self._model.refresh()
        entries, current = self._controller.entries, self._controller.loading
        current = self._controller.current if current is None else current
        done = sum(entry.done for entry in entries)
        self._count.setText(self.tr("{done} of {count} done").format(done=done, count=len(entries)))
        self._count.setEnabled(bool(entries))
        if current is not None and self.view.currentIndex().row() != current:
            index = self._model.index(current)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def stop(self) -> None:
        """End the work in the background: the window closes."""
        self._thumbnails.close()

    def _go(self, index: QModelIndex) -> None:
        if index.row() != self._controller.current or self._controller.loading is not None:
            self._controller.go(index.row())

    def _want(self, first: int, end: int) -> None:
        """Make the pictures of the rows that are on the screen."""
        self._thumbnails.want([self._model.key(row) for row in range(first, end)])

    def _choose_carrying(self, carries: bool) -> None:
        self._controller.carries = carries

    def _open_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index != NONE:
            popup(self.menu(index.row()), self.view.viewport().mapToGlobal(place))

    def menu(self, row: int) -> QMenu:
        """Return what can be done with an image."""
        menu = QMenu(self)
        controller, entry = self._controller, self._controller.entries[row]
        done = menu.addAction(self.tr("Mark as &Done"))
        done.setCheckable(True)
        done.setChecked(entry.done)
        done.triggered.connect(lambda checked: controller.mark_done(checked, row))
        folder = menu.addAction(self.tr("Show &Folder"))
        folder.triggered.connect(lambda: show_folder(entry.path.parent))
        if controller.is_missing(row):
            menu.addAction(self.tr("&Locate…")).triggered.connect(lambda: controller.missing.emit(row))
        menu.addSeparator()
        remove = menu.addAction(self.tr("&Remove from List"))
        remove.setShortcut(QKeySequence("Del"))
        remove.triggered.connect(lambda: controller.remove(row))
        return menu
