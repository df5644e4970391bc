"""Everything that can be done from a menu, a tool bar or a key: names, keys and tips in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from segmenter.gui.app.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

LOCAL = ("overlay", "previous", "next")
"""Actions whose keys mean something else in tables and among controls; the window says where they mean these."""

_KEYS = QKeySequence.StandardKey
STANDARD = {
    "open": _KEYS.Open,
    "save": _KEYS.Save,
    "save_as": _KEYS.SaveAs,
    "quit": _KEYS.Quit,
    "undo": _KEYS.Undo,
    "redo": _KEYS.Redo,
    "select_all": _KEYS.SelectAll,
    "deselect": _KEYS.Deselect,
    "zoom_in": _KEYS.ZoomIn,
    "zoom_out": _KEYS.ZoomOut,
}
"""Actions that have keys of their own on each platform."""


RARE_KEYS = frozenset({"Open", "Save", "Undo", "Redo", "F14", "F16", "F18", "F20", "Zoom In", "Zoom Out"})
"""Keys with a word on them, which few keyboards have: they work, and are not listed."""


def written(action: QAction) -> str:
    """Return the keys of an action as a person is told them."""
    forms = QKeySequence.SequenceFormat
    usual = (keys for keys in action.shortcuts() if keys.toString(forms.PortableText).split("+")[-1] not in RARE_KEYS)
    return ", ".join(keys.toString(forms.NativeText) for keys in usual)


class Actions(QObject):
    """The actions by name; what they do is connected by the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._named: dict[str, QAction] = {}
        self._tips: dict[str, str] = {}
        self._icons: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}  # the names of the actions of each group
        for title, add in (
            (self.tr("Files"), self._add_files),
            (self.tr("Segments"), self._add_edits),
            (self.tr("Outlines and selection"), self._add_outlines),
            (self.tr("View"), self._add_views),
            (self.tr("Tools"), self._add_tools),
            (self.tr("Result and help"), self._add_rest),
        ):
            before = set(self._named)
            add()
            self._titles[title] = [name for name in self._named if name not in before]
        for name in LOCAL:
            self._named[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for name, standard in STANDARD.items():
            self._add_standard_keys(self._named[name], standard)

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def groups(self) -> list[tuple[str, list[tuple[str, ...]]]]:
        """Return every key, what it does, and the words of the menu: in groups, each with its title."""
        listed = {
            name: (written(action), self._tips[name], action.text().replace("&", ""))
            for name, action in self._named.items()
            if not action.shortcut().isEmpty()
        }
        return [(title, [listed[name] for name in names if name in listed]) for title, names in self._titles.items()]

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

    def _add_standard_keys(self, action: QAction, standard: QKeySequence.StandardKey) -> None:
        """Let the platform's keys do the same, and Ctrl+Y redo everywhere; ours, which tips name, come first."""
        keys = [*action.shortcuts(), *QKeySequence.keyBindings(standard)]
        if standard == QKeySequence.StandardKey.Redo:
            keys.append(QKeySequence("Ctrl+Y"))
        others = {key for other in self._named.values() if other is not action for key in other.shortcuts()}
        action.setShortcuts([key for key in dict.fromkeys(keys) if key not in others])

    # One action reads better in a line or two than in seven.
    # fmt: off
    def _add_files(self) -> None:
        add = self._add
        add("open", self.tr("&Open Image…"), self.tr("Open an image or a project"), "Ctrl+O", "open")
        add("open_folder", self.tr("Open &Folder…"), self.tr("List the images of a folder"), "Ctrl+Shift+O", "folder")
        add("new", self.tr("Ne&w Project"), self.tr("Close all images and begin with none"), "Ctrl+N")
        add("close_image", self.tr("&Close Image"), self.tr("Take the image off the list"), "Ctrl+W")
        add("close_project", self.tr("C&lose Project"), self.tr("Close all images and the project"), "Ctrl+Shift+W")
        add("clear_recent", self.tr("&Clear List"), self.tr("Forget which files were opened"))
        add("save", self.tr("&Save Project"), self.tr("Save the work on all open images"), "Ctrl+S", "save")
        add("save_as", self.tr("Save Project &As…"), self.tr("Save the work under another name"), "Ctrl+Shift+S")
        add("export", self.tr("&Export…"), self.tr("Write label masks, overlays, tables"), "Ctrl+Shift+E", "export")
        add("export_again", self.tr("Export A&gain"), self.tr("Export as last time"), "Ctrl+E")
        add("export_all", self.tr("Export All I&mages…"), self.tr("Write the results of all images of the project"))
        add("import_labels", self.tr("&Import Segments…"),
            self.tr("Take the segments of the image from a file of another program"), "Ctrl+I")
        add("batch", self.tr("&Batch…"), self.tr("Segment a whole folder"), "Ctrl+B", "batch")
        add("quit", self.tr("&Quit"), self.tr("Leave the program"), "Ctrl+Q")
        add("previous", self.tr("&Previous Image"), self.tr("Go to the image before in the list"), "PgUp", "previous")
        add("next", self.tr("&Next Image"), self.tr("Go to the next image in the list"), "PgDown", "next")
        add("previous_unfinished", self.tr("Pre&vious Unfinished Image"),
            self.tr("Go to the image before that is not marked as done"), "Ctrl+PgUp")
        add("next_unfinished", self.tr("Next &Unfinished Image"),
            self.tr("Go to the next image that is not marked as done"), "Ctrl+PgDown")
        add("mark_done", self.tr("Mark as &Done"), self.tr("Mark the image as done"), "Ctrl+D", "done", checkable=True)

    def _add_edits(self) -> None:
        add = self._add
        add("undo", self.tr("&Undo"), self.tr("Take back the last step"), "Ctrl+Z", "undo")
        add("redo", self.tr("&Redo"), self.tr("Do again what was taken back"), "Ctrl+Shift+Z", "redo")
        add("copy_view", self.tr("Copy Vie&w"), self.tr("Copy what is seen of the image"), "Ctrl+C")
        add("copy_mask", self.tr("Cop&y Mask"),
            self.tr("Copy the selected segments as white on black; the labels of all if none is selected"),
            "Ctrl+Alt+C")
        add("paste", self.tr("Pas&te Image"), self.tr("Open the image in the clipboard"), "Ctrl+V")
        add("select_all", self.tr("Select &All"), self.tr("Select all segments"), "Ctrl+A")
        add("deselect", self.tr("D&eselect"), self.tr("Select nothing"), "Ctrl+Shift+A")
        add("merge", self.tr("&Merge"), self.tr("Make one segment of those selected"), "Ctrl+M", "merge")
        add("split", self.tr("&Split…"), self.tr("Cut the selected segment in two"), "Ctrl+Shift+M", "split")
        add("pieces", self.tr("Split into &Pieces"), self.tr("Give each connected piece a number of its own"),
            "Ctrl+Shift+P", "pieces")
        add("holes", self.tr("Fill &Holes"), self.tr("Give the selection what lies inside its holes"),
            "Ctrl+H", "holes")
        add("absorb", self.tr("Give to Neigh&bours"), self.tr("Give the selection to its neighbours"),
            "Ctrl+J", "absorb")
        add("delete", self.tr("&Delete to Background"), self.tr("Make the selection background"), "Del", "delete")
        add("lock", self.tr("&Lock"), self.tr("Protect the selection from edits"), "Ctrl+L", "lock", checkable=True)
        add("release", self.tr("Follow Parameters A&gain"), self.tr("Let the selection follow the parameters again"),
            "Ctrl+R")
        add("rename", self.tr("Re&name…"), self.tr("Give the selected segment a name"), "F2")
        add("name_all", self.tr("Name &in Order…"), self.tr("Call the selected segments coin 1, coin 2 and so on"),
            "Shift+F2")
        add("pixel_size", self.tr("Pi&xel Size…"), self.tr("Set how large a pixel is, and in which unit"))
        add("renumber", self.tr("Renumber by Si&ze"), self.tr("Give the largest segment number 1, and so on"))

    def _add_outlines(self) -> None:
        add = self._add
        add("invert", self.tr("Invert Selection"), self.tr("Select what is not selected"), "Ctrl+Shift+I")
        add("similar", self.tr("Select Similar…"), self.tr("Select what looks like the selection"), "Ctrl+Shift+F")
        add("smooth", self.tr("&Smooth"), self.tr("Round the outline of the selection"), "S")
        add("grow", self.tr("&Grow by a Pixel"), self.tr("Move the outline of the selection outwards"), ">")
        add("shrink", self.tr("S&hrink by a Pixel"), self.tr("Move the outline of the selection inwards"), "<")
        add("move outline", self.tr("G&row or Shrink…"), self.tr("Move the outline by a number of pixels"))

    def _add_views(self) -> None:
        add = self._add
        add("fit", self.tr("&Fit to Window"), self.tr("Show the whole image"), "Ctrl+0", "fit")
        add("actual_size", self.tr("&Actual Size"), self.tr("One pixel of the image for one of the screen"),
            "Ctrl+1", "actual-size")
        add("to_selection", self.tr("&Zoom to Selection"),
            self.tr("Show the selected segments as large as they can be"), "Ctrl+2")
        add("zoom_in", self.tr("Zoom &In"), self.tr("Enlarge"), "Ctrl++", "zoom-in")
        add("zoom_out", self.tr("Zoom &Out"), self.tr("Reduce"), "Ctrl+-", "zoom-out")
        add("overlay", self.tr("Show O&verlay"), self.tr("Show or hide what lies over the image"),
            "Tab", "eye", checkable=True)
        add("cycle", self.tr("&Next Overlay Style"), self.tr("Fill, contour, both"), "C")
        add("contrast", self.tr("&Contrast…"), self.tr("Choose how bright the image is shown; no number changes"),
            "Ctrl+K")
        add("names", self.tr("&Names and Numbers"), self.tr("Write on the segments what they are called"), "",
            checkable=True)
        add("safe_colours", self.tr("Colours for &Everybody"),
            self.tr("Colours that people tell apart who see no red, no green or no blue"), checkable=True)
        add("compare", self.tr("&Before and After"),
            self.tr("The image alone to the left of a line, what lies over it to the right"), "Y", checkable=True)
        add("minimap", self.tr("&Overview"), self.tr("Show the whole image in a corner while little of it is seen"),
            checkable=True)
        add("scale_bar", self.tr("&Scale Bar"), self.tr("Show how large things are"), checkable=True)
        add("by class", self.tr("Colou&r by Class"), self.tr("Give segments the colours of their classes"), "K",
            checkable=True)
        self._group(
            ("fill", self.tr("Fi&ll"), self.tr("Colour the segments"), "", "fill"),
            ("contour", self.tr("&Contour"), self.tr("Draw the borders of the segments"), "", "contour"),
            ("both", self.tr("&Both"), self.tr("Colours and borders"), "", "both"),
        )
        self._group(
            ("segments", self.tr("&Segments"), self.tr("The segments"), "Alt+1"),
            ("boundaries", self.tr("Bo&undaries"), self.tr("How strong the borders are between regions of the tree"),
             "Alt+2"),
            ("similarity", self.tr("Si&milarity"), self.tr("How alike the pixel under the cursor is to all others"),
             "Alt+3"),
            ("margin", self.tr("Mar&gin"), self.tr("How sure each pixel is of its label"), "Alt+4"),
            ("eigenvector", self.tr("&Eigenvector"), self.tr("The eigenvector chosen in its dock"), "Alt+5"),
            ("false colours", self.tr("&Three Eigenvectors"), self.tr("Three eigenvectors as red, green and blue"),
             "Alt+6"),
        )

    def _add_tools(self) -> None:
        self._group(
            ("tool object", self.tr("&Object"),
             self.tr("Click an object to select it, right-click what is too much; "
                     "Shift-drag draws a box; Return makes it a segment"), "O", "object"),
            ("tool select", self.tr("&Select"), self.tr("Click selects a segment, Shift-click adds another"),
             "V", "select"),
            ("tool brush", self.tr("&Brush"), self.tr("Paint the selected segment; Shift ends at edges"),
             "B", "brush"),
            ("tool eraser", self.tr("&Eraser"), self.tr("Paint background"), "E", "eraser"),
            ("tool class brush", self.tr("&Class Brush"),
             self.tr("Give the class of the key 1 to 9 to the segments under the brush; Alt takes it away"),
             "T", "class-brush"),
            ("tool lasso", self.tr("&Lasso"), self.tr("Draw around pixels to give them to the selected segment"),
             "L", "lasso"),
            ("tool polygon", self.tr("Poly&gon"),
             self.tr("Click corners around pixels; edges draw the line, with Alt it is straight, Return closes it"),
             "G", "polygon"),
            ("tool measure", self.tr("&Measure"), self.tr("Drag to measure a length; Shift keeps it straight"),
             "M", "measure"),
            ("tool pan", self.tr("&Pan"), self.tr("Drag the image; Space or the middle button does so with any tool"),
             "H", "pan"),
        )
        self._add("larger", self.tr("Larger Brush"), self.tr("Make brush and eraser larger"), "]")
        self._add("smaller", self.tr("Smaller Brush"), self.tr("Make brush and eraser smaller"), "[")

    def _add_rest(self) -> None:
        add = self._add
        add("solve", self.tr("&Update Now"), self.tr("Compute the result for these parameters"), "F5", "solve")
        add("live", self.tr("Update &Automatically"), self.tr("Results follow the sliders by themselves"),
            checkable=True)
        add("cancel", self.tr("&Cancel"), self.tr("Stop what is under way"), "Esc", "stop")
        add("next_pane", self.tr("Next &Pane"), self.tr("Go to the next part of the window"), "F6")
        add("guide", self.tr("&Guide"), self.tr("Read how everything is used"), "Shift+F1", "information")
        add("first_minute", self.tr("&First Minute"), self.tr("Show the first five steps again"))
        add("keys", self.tr("&Keys"), self.tr("List all keys"), "F1", "keys")
        add("command", self.tr("Copy &Command Line"), self.tr("Copy the command that gives these files"),
            "Ctrl+Shift+C", "copy")
        add("about", self.tr("&About Segmenter"), self.tr("Versions and licence"))
        self._group(
            ("theme system", self.tr("As the &System"), self.tr("Dark or light as the desktop is")),
            ("theme light", self.tr("&Light"), self.tr("Light colours")),
            ("theme dark", self.tr("&Dark"), self.tr("Dark colours")),
        )

    # fmt: on
    def _group(self, *entries: tuple[str, ...]) -> None:
        """Add actions of which one is chosen at a time."""
        group = QActionGroup(self)
        for entry in entries:
            self._add(*entry, checkable=True)
            group.addAction(self._named[entry[0]])
