"""Which actions can be done now, and which are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.main.actions import Actions
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState

NEEDS_IMAGE = (
    *("save", "save_as", "export", "export_again", "solve", "mark_done", "renumber"),
    *("fit", "actual_size", "zoom_in", "zoom_out", "overlay", "cycle", "command"),
    *("close_image", "copy_view", "copy_mask", "compare", "contrast"),
    *("import_labels", "pixel_size", "export_all"),
)
NEEDS_SELECTION = (
    *("deselect", "merge", "split", "pieces", "holes", "absorb", "delete", "lock", "release", "rename"),
    *("to_selection", "name_all", "invert", "similar", "smooth", "grow", "shrink", "move outline"),
)
NEEDS_OTHERS = ("previous", "next", "previous_unfinished", "next_unfinished")

TOGGLES: Final = {
    "overlay": "visible",
    "by class": "by_class",
    "compare": "compare",
    "minimap": "minimap",
    "names": "names",
    "safe_colours": "safe_colours",
    "scale_bar": "scale_bar",
}
"""Actions that are on or off, and the property of the look that each of them is."""


class ActionStates(QObject):
    """Keeps the actions in step with the session."""

    def __init__(
        self,
        actions: Actions,
        session: Session,
        controller: ProjectController,
        view_state: ViewState,
        settings: Settings,
    ) -> None:
        super().__init__(actions)
        self._actions, self._session, self._controller = actions, session, controller
        self._view_state, self._settings = view_state, settings
        for signal in (session.opened, session.history_changed, session.selection_changed, session.live_changed):
            signal.connect(self.refresh)
        controller.changed.connect(self.refresh)
        session.background_edits.busy_changed.connect(self.refresh)
        view_state.changed.connect(self.refresh_look)

    def refresh(self) -> None:
        """Enable what can be done, and name what undo takes back."""
        session, actions = self._session, self._actions
        history = session.document.history if session.document else None
        undo, redo = (history.undo_name, history.redo_name) if history else (None, None)
        actions["undo"].setText(self.tr("&Undo {step}").format(step=undo) if undo else self.tr("&Undo"))
        actions["redo"].setText(self.tr("&Redo {step}").format(step=redo) if redo else self.tr("&Redo"))
        under_way = session.background_edits.busy  # a step soon
        actions.set_enabled(bool(undo) or under_way, "undo")
        actions.set_enabled(bool(redo) or under_way, "redo")
        actions.set_enabled(session.document is not None, *NEEDS_IMAGE)
        actions.set_enabled(bool(session.state.segments), "select_all")
        actions.set_enabled(bool(session.selection), *NEEDS_SELECTION)
        segments, chosen = session.state.segments, session.selection
        locked = (segment is not None and segment.locked for segment in map(segments.get, chosen))
        actions["lock"].setChecked(bool(chosen) and all(locked))  # of thousands, rarely all are looked at
        actions["live"].setChecked(session.live)
        actions.set_enabled(len(self._controller.entries) > 1, *NEEDS_OTHERS)
        actions.set_enabled(bool(self._controller.entries), "new", "close_project")
        actions["mark_done"].setChecked(self._controller.done)
        self.refresh_look()

    def refresh_look(self) -> None:
        """Check what is chosen."""
        actions, view_state = self._actions, self._view_state
        for name in (view_state.mode, view_state.view, f"tool {view_state.tool}", f"theme {self._settings.theme}"):
            actions[name].setChecked(True)
        for name, value in TOGGLES.items():
            actions[name].setChecked(bool(getattr(view_state, value)))
