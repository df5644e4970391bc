"""Everything that can be done from a menu, a tool bar or a key: names, keys and tips in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from segmenter.gui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

LOCAL = ("overlay", "previous", "next")
"""Actions whose keys mean something else in tables and among controls; the window says where they mean these."""


class Actions(QObject):
    """The actions by name; what they do is connected by the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._named: dict[str, QAction] = {}
        self._tips: dict[str, str] = {}
        self._icons: dict[str, str] = {}
        self._add_files()
        self._add_edits()
        self._add_views()
        self._add_tools()
        self._add_rest()
        for name in LOCAL:
            self._named[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def keys(self) -> list[tuple[str, str]]:
        """Return every key and what it does."""
        form = QKeySequence.SequenceFormat.NativeText
        return [
            (action.shortcut().toString(form), self._tips[name])
            for name, action in self._named.items()
            if not action.shortcut().isEmpty()
        ]

    def on(self, **slots: Callable[..., object]) -> None:
        """Say what actions do, by their names."""
        for name, slot in slots.items():
            self._named[name].triggered.connect(slot)

    def set_enabled(self, enabled: bool, *names: str) -> None:
        """Allow some actions or not."""
        for name in names:
            self._named[name].setEnabled(enabled)

    def refresh_icons(self) -> None:
        """Draw the icons anew, after the palette has changed."""
        for name, drawing in self._icons.items():
            self._named[name].setIcon(icon(drawing))

    def _add(
        self, name: str, text: str, tip: str, key: str = "", drawing: str = "", *, checkable: bool = False
    ) -> None:
        action = QAction(text, self)
        action.setCheckable(checkable)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})" if shown else tip)
        action.setStatusTip("")  # the status bar shows what is under the cursor, not tips
        if key:
            action.setShortcut(QKeySequence(key))
        if drawing:
            self._icons[name] = drawing
            action.setIcon(icon(drawing))
        self._named[name], self._tips[name] = action, tip

    def _add_files(self) -> None:
        add, tr = self._add, self.tr
        add("open", tr("&Open Image…"), tr("Open an image or a project"), "Ctrl+O", "open")
        add("open_folder", tr("Open &Folder…"), tr("List the images of a folder"), "Ctrl+Shift+O", "folder")
        add("save", tr("&Save Project"), tr("Save the work on all open images"), "Ctrl+S", "save")
        add("save_as", tr("Save Project &As…"), tr("Save the work under another name"), "Ctrl+Shift+S")
        add("export", tr("&Export…"), tr("Write label masks, overlays, tables"), "Ctrl+Shift+E", "export")
        add("export_again", tr("Export A&gain"), tr("Export as last time"), "Ctrl+E")
        add("batch", tr("&Batch…"), tr("Segment a whole folder"), "Ctrl+B", "batch")
        add("quit", tr("&Quit"), tr("Leave the program"), "Ctrl+Q")
        add("previous", tr("&Previous Image"), tr("Go to the image before in the list"), "PgUp", "previous")
        add("next", tr("&Next Image"), tr("Go to the next image in the list"), "PgDown", "next")
        add("mark_done", tr("Mark as &Done"), tr("Mark the image as done"), "Ctrl+D", "done", checkable=True)

    def _add_edits(self) -> None:
        add, tr = self._add, self.tr
        add("undo", tr("&Undo"), tr("Take back the last step"), "Ctrl+Z", "undo")
        add("redo", tr("&Redo"), tr("Do again what was taken back"), "Ctrl+Shift+Z", "redo")
        add("select_all", tr("Select &All"), tr("Select all segments"), "Ctrl+A")
        add("deselect", tr("D&eselect"), tr("Select nothing"), "Ctrl+Shift+A")
        add("merge", tr("&Merge"), tr("Make one segment of those selected"), "Ctrl+M", "merge")
        add("split", tr("&Split…"), tr("Cut the selected segment in two"), "Ctrl+Shift+M", "split")
        add(
            "pieces",
            tr("Split into &Pieces"),
            tr("Give each connected piece a number of its own"),
            "Ctrl+Shift+P",
            "pieces",
        )
        add("holes", tr("Fill &Holes"), tr("Give the selection what lies inside its holes"), "Ctrl+H", "holes")
        add("absorb", tr("A&bsorb into Neighbour"), tr("Give the selection to its neighbours"), "Ctrl+J", "absorb")
        add("delete", tr("&Delete to Background"), tr("Make the selection background"), "Del", "delete")
        add("lock", tr("&Lock"), tr("Protect the selection from edits"), "Ctrl+L", "lock", checkable=True)
        add("release", tr("Release"), tr("Let the selection follow the parameters again"), "Ctrl+R")
        add("rename", tr("Re&name…"), tr("Give the selected segment a name"), "F2")

    def _add_views(self) -> None:
        add, tr = self._add, self.tr
        add("fit", tr("&Fit to Window"), tr("Show the whole image"), "Ctrl+0", "fit")
        add(
            "actual_size",
            tr("&Actual Size"),
            tr("One pixel of the image for one of the screen"),
            "Ctrl+1",
            "actual-size",
        )
        add("zoom_in", tr("Zoom &In"), tr("Enlarge"), "Ctrl++", "zoom-in")
        add("zoom_out", tr("Zoom &Out"), tr("Reduce"), "Ctrl+-", "zoom-out")
        add("overlay", tr("Show O&verlay"), tr("Show or hide what lies over the image"), "Tab", "eye", checkable=True)
        add("cycle", tr("&Next Overlay Style"), tr("Fill, contour, both"), "C")
        self._group(
            ("fill", tr("Fi&ll"), tr("Colour the segments"), "", "fill"),
            ("contour", tr("&Contour"), tr("Draw the borders of the segments"), "", "contour"),
            ("both", tr("&Both"), tr("Colours and borders"), "", "both"),
        )
        self._group(
            ("segments", tr("&Segments"), tr("The labels"), "Alt+1"),
            ("boundaries", tr("Bo&undaries"), tr("How strong the borders are between regions of the tree"), "Alt+2"),
            ("similarity", tr("Si&milarity"), tr("How alike the pixel under the cursor is to all others"), "Alt+3"),
            ("margin", tr("Mar&gin"), tr("How sure each pixel is of its label"), "Alt+4"),
            ("eigenvector", tr("&Eigenvector"), tr("The eigenvector chosen in its dock"), "Alt+5"),
            ("false colours", tr("&Three Eigenvectors"), tr("Three eigenvectors as red, green and blue"), "Alt+6"),
        )

    def _add_tools(self) -> None:
        tr = self.tr
        self._group(
            ("tool select", tr("&Select"), tr("Click selects a segment, Shift-click adds another"), "V", "select"),
            (
                "tool brush",
                tr("&Brush"),
                tr("Paint the selected segment; Shift stays inside one segment"),
                "B",
                "brush",
            ),
            ("tool eraser", tr("&Eraser"), tr("Paint background"), "E", "eraser"),
            ("tool lasso", tr("&Lasso"), tr("Draw around pixels to give them to the selected segment"), "L", "lasso"),
            (
                "tool pan",
                tr("&Pan"),
                tr("Drag the image; Space or the middle button does so with any tool"),
                "H",
                "pan",
            ),
        )
        self._add("larger", tr("Larger Brush"), tr("Make brush and eraser larger"), "]")
        self._add("smaller", tr("Smaller Brush"), tr("Make brush and eraser smaller"), "[")

    def _add_rest(self) -> None:
        add, tr = self._add, self.tr
        add("solve", tr("&Solve Now"), tr("Compute the result for these parameters"), "F5", "solve")
        add("live", tr("&Live"), tr("Results follow the sliders by themselves"), "", checkable=True)
        add("cancel", tr("&Cancel"), tr("Stop what is under way"), "Esc", "stop")
        add("next_pane", tr("Next &Pane"), tr("Go to the next part of the window"), "F6")
        add("keys", tr("&Keys"), tr("List all keys"), "F1", "keys")
        add("command", tr("Copy &Command Line"), tr("Copy the command that gives these files"), "Ctrl+Shift+C", "copy")
        add("about", tr("&About Segmenter"), tr("Versions and licence"))
        self._group(
            ("theme system", tr("As the &System"), tr("Dark or light as the desktop is")),
            ("theme light", tr("&Light"), tr("Light colours")),
            ("theme dark", tr("&Dark"), tr("Dark colours")),
        )

    def _group(self, *entries: tuple[str, ...]) -> None:
        """Add actions of which one is chosen at a time."""
        group = QActionGroup(self)
        for entry in entries:
            self._add(*entry, checkable=True)
            group.addAction(self._named[entry[0]])
