"""All keys and what they do: in groups, with a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from segmenter.gui.app.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    Group = tuple[str, Sequence[tuple[str, ...]]]
    """A title and rows: keys, what they do, and more words by which they are found."""


LONGEST = 560
"""Logical pixels of a line of words; longer sentences take several."""

WORDS = Qt.ItemDataRole.UserRole
"""Of an item: all words by which it is found."""


class KeysDialog(Dialog):
    """Lists keys; typing narrows the list."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        """Show groups of actions, each with its title; what image and tables know by themselves comes after them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("A key, or what it does"))
        self.search.setAccessibleName(self.tr("Search the keys"))
        label = QLabel(self.tr("&Search"), self)
        label.setBuddy(self.search)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self.tree.setAccessibleName(self.tr("Keys"))
        self.tree.setRootIsDecorated(False)
        self.tree.setAlternatingRowColors(True)
        self.tree.setIndentation(12)
        self.tree.setWordWrap(True)
        for title, rows in (*groups, *self._others()):
            self._add(title, rows)
        self.tree.expandAll()
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.put(label, self.search, self.tree)
        self._column.setSpacing(6)
        self.search.textChanged.connect(self._look)
        self.resize(min(self._wanted_width(), self.screen().availableGeometry().width() - 40), 460)
        self.search.setFocus()

    def _wanted_width(self) -> int:
        """Return how wide the dialog is if no line is cut."""
        words = max(self.tree.sizeHintForColumn(1), 300)  # of all rows, at most `LONGEST`
        around = self.tree.verticalScrollBar().sizeHint().width() + self.tree.frameWidth() * 2 + 40
        return self.tree.sizeHintForColumn(0) + words + around

    def _add(self, title: str, rows: Sequence[tuple[str, ...]]) -> None:
        group = QTreeWidgetItem(self.tree, [title])
        group.setFirstColumnSpanned(True)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        items: list[QTreeWidgetItem] = []
        self._groups.append((group, items))
        for row in rows:
            item = QTreeWidgetItem(group, list(row[:2]))
            item.setToolTip(1, row[1])
            self._give_lines(item)
            items.append(item)
            item.setData(0, WORDS, " ".join(row).casefold())

    def _give_lines(self, item: QTreeWidgetItem) -> None:
        """Make a row as high as its words need: a tree does not do so by itself."""
        wrap = Qt.TextFlag.TextWordWrap
        box = self.tree.fontMetrics().boundingRect(QRect(0, 0, LONGEST, 1000), wrap, item.text(1))
        item.setSizeHint(1, QSize(box.width() + 8, box.height() + 2))

    def _look(self, sought: str) -> None:
        """Show the keys in which all words stand, or the whole of a group whose title has them."""
        words = sought.casefold().split()
        for group, items in self._groups:
            whole = all(word in group.text(0).casefold() for word in words)
            for item in items:
                item.setHidden(not (whole or all(word in item.data(0, WORDS) for word in words)))
            group.setHidden(all(item.isHidden() for item in items))

    def _others(self) -> list[Group]:
        """Return what the image and the tables know by themselves."""
        return [
            (
                self.tr("In the image"),
                [
                    (self.tr("Wheel, Ctrl+wheel, pinch"), self.tr("Zoom at the cursor")),
                    (self.tr("Two fingers on the touchpad"), self.tr("Move the image")),
                    (self.tr("Alt+wheel"), self.tr("Change the opacity of the overlay")),
                    (self.tr("Shift+wheel"), self.tr("Change the size of brush and eraser")),
                    (self.tr("Space and drag, middle button"), self.tr("Move the image")),
                    (self.tr("Shift+click"), self.tr("Add a segment to the selection, or take it away")),
                    (self.tr("P, held"), self.tr("Show the image alone while held")),
                    (self.tr("Arrow keys"), self.tr("Move a crosshair over the image; ten pixels with Shift")),
                    (self.tr("Ctrl+arrow keys"), self.tr("Move the image")),
                    (self.tr("Return"), self.tr("Click with the crosshair; take the cut that is shown")),
                    (self.tr("N"), self.tr("Show another cut while a segment is being split")),
                ],
            ),
            (
                self.tr("Painting"),
                [
                    (self.tr("Shift+drag"), self.tr("End at edges with brush and eraser; select by a rectangle")),
                    (self.tr("Shift+drag, lasso"), self.tr("Stay inside the segment where the line begins")),
                    (self.tr("Ctrl+drag"), self.tr("Paint a new segment")),
                    (self.tr("Alt+drag"), self.tr("Paint background with brush or lasso")),
                ],
            ),
            (
                self.tr("Objects from clicks"),
                [
                    (self.tr("Right-click, Alt+click"), self.tr("Take away what is too much")),
                    (self.tr("Shift+drag, object"), self.tr("Draw a box that the object lies in")),
                    (self.tr("+ and -, Ctrl+wheel"), self.tr("Grow and shrink the object while there is one")),
                    (self.tr("Backspace"), self.tr("Take the last step back")),
                    (self.tr("Return, object"), self.tr("Make a segment of it, or take up the selected one again")),
                ],
            ),
            (
                self.tr("In the table"),
                [
                    (self.tr("Space in the table"), self.tr("Show or hide the selected segments")),
                    (self.tr("Alt+click on an eye"), self.tr("Show one segment alone")),
                ],
            ),
        ]
