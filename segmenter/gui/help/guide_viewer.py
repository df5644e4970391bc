"""The guide in a window of its own: offline, with a list of pages, a search, pictures and links."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from segmenter.assets import resource
from segmenter.gui.app.dialog import Dialog
from segmenter.gui.help.guide_pages import Page, pages, spoken

WIDEST = 620
"""Of a picture, logical pixels."""

LIST = 210
"""Width of the list of pages, logical pixels."""


class GuideText(QTextBrowser):
    """Shows pages of Markdown and files beside them; what is in the net opens in the browser."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.follow)
        self.sourceChanged.connect(self._draw_tables)
        self.setAccessibleName(self.tr("Page of the guide"))

    def follow(self, link: QUrl) -> None:
        """Go where a link leads; one beside the page is a file of the program."""
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        elif link.isRelative() and not link.path():
            self.scrollToAnchor(link.fragment())
        else:
            target = self.source().resolved(link)
            page = spoken(Path(target.toLocalFile()))
            self.setSource(_with_fragment(QUrl.fromLocalFile(str(page)), target.fragment()))

    def doSetSource(
        self,
        url: QUrl | str,
        /,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002 - Qt's name
    ) -> None:
        """Show a page, or a text as it is; nothing outside of what belongs to the program."""
        if _own(QUrl(url)) is not None:
            super().doSetSource(url, type)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Return a text, or a picture that is no wider than a page; nothing that is not of the program."""
        path = _own(self.source().resolved(QUrl(url)))
        if path is None:
            return None
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return path.read_text("utf-8")
        picture, ratio = QImage(str(path)), self.devicePixelRatioF()
        if picture.width() > WIDEST * ratio:
            picture = picture.scaledToWidth(round(WIDEST * ratio), Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture

    def _draw_tables(self) -> None:
        """Give tables lines and room; Markdown has none."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = frame.format()
                look.setBorder(1)
                look.setBorderCollapse(True)
                look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                look.setBorderBrush(self.palette().mid())
                look.setCellPadding(4)
                frame.setFormat(look)


class GuideViewer(Dialog):
    """The window of the guide: pages and search at the left, the page at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._pages = pages()
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Words to look for"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        label = QLabel(self.tr("&Search"), self)
        label.setBuddy(self.search)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long titles end in dots
        self.text = GuideText(self)
        for page in self._pages:
            item = QListWidgetItem(page.title, self.list)
            item.setToolTip(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page)
        self._build(label)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self._find_next)
        self.list.currentItemChanged.connect(self._show)
        self.text.sourceChanged.connect(self._follow)
        self.list.setCurrentRow(0)
        self.resize(940, 640)
        room = self.screen().availableGeometry().size()
        self.resize(self.size().boundedTo(room))

    def _build(self, label: QLabel) -> None:
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        for widget in (label, self.search, self.list):
            widget.setMaximumWidth(LIST)
            left.addWidget(widget)
        row.addLayout(left)
        row.addWidget(self.text, 1)
        self.put(content)
        self._column.setStretch(0, 1)
        roles = QDialogButtonBox.ButtonRole
        for text, tip, slot in (
            (self.tr("&Back"), self.tr("The page before"), self.text.backward),
            (self.tr("Find &Next"), self.tr("The next place where the words stand"), self._find_next),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.clicked.connect(slot)
            self.buttons.addButton(button, roles.ActionRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)

    def _look(self, sought: str) -> None:
        """List the pages in which the words stand, and go to the first of them."""
        first = None
        for at in range(self.list.count()):
            item = self.list.item(at)
            found = _page(item).holds(sought)
            item.setHidden(not found)
            first = first or (item if found else None)
        current = self.list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(first)
        self._find_first()

    def _find_first(self) -> None:
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        """Mark the next place where the first of the words stands; after the last comes the first."""
        words = self.search.text().split()
        if words and not self.text.find(words[0]):
            self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
            self.text.find(words[0])

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setSource(QUrl.fromLocalFile(str(_page(item).path)))
            self._find_first()

    def _follow(self, url: QUrl) -> None:
        """Mark the page in the list to which a link has led."""
        with QSignalBlocker(self.list):
            for item in map(self.list.item, range(self.list.count())):
                if str(_page(item).path) == url.toLocalFile():
                    self.list.setCurrentItem(item)


def _page(item: QListWidgetItem) -> Page:
    page: Page = item.data(Qt.ItemDataRole.UserRole)
    return page


def _with_fragment(url: QUrl, fragment: str) -> QUrl:
    url.setFragment(fragment)
    return url


def _own(url: QUrl) -> Path | None:
    """Return a file of the program's resources; None for any other."""
    resources = resource("guide").parent.resolve()
    path = (resources / url.toLocalFile()).resolve()
    return path if path.is_file() and path.is_relative_to(resources) else None
