"""What actions do that need no window: they are asked of the session and of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.gui.app.theme import THEMES, use_theme
from segmenter.gui.main.action_states import TOGGLES
from segmenter.gui.main.contrast_dialog import show_contrast
from segmenter.gui.main.menus import VIEWS
from segmenter.gui.main.outline_dialog import ask_pixels
from segmenter.gui.session.outline_commands import OutlineCommands
from segmenter.gui.session.selection_edits import SelectionEdits

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.app.settings import Settings
    from segmenter.gui.canvas.canvas import Canvas
    from segmenter.gui.help.first_minute import FirstMinute
    from segmenter.gui.main.actions import Actions
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState


def connect_edits(actions: Actions, session: Session) -> None:
    """Connect what changes segments and results."""
    edits = SelectionEdits(session, actions)
    outlines = OutlineCommands(session, actions)
    actions.on(
        invert=edits.invert, similar=session.similar_assistant.begin,
        smooth=outlines.smooth, grow=outlines.grow, shrink=outlines.shrink,
        **{"move outline": lambda: ask_pixels(outlines, actions.parent())},
        undo=edits.undo, redo=edits.redo, split=session.split_assistant.begin,
        select_all=lambda: session.select(session.state.segments), deselect=lambda: session.select(()),
        merge=edits.merge, pieces=edits.split_pieces, holes=edits.fill_holes, absorb=edits.absorb,
        delete=edits.delete, lock=edits.lock, release=edits.release, solve=session.solve, live=session.set_live,
    )  # fmt: skip


def connect_view(actions: Actions, view_state: ViewState, canvas: Canvas) -> None:
    """Connect what changes how things are shown, and the tools."""
    actions.on(contrast=lambda: show_contrast(canvas.session, canvas.window()))
    actions.on(
        fit=canvas.fit, actual_size=canvas.actual_size, zoom_in=canvas.zoom_in, zoom_out=canvas.zoom_out,
        to_selection=canvas.show_selection, cycle=view_state.cycle_mode,
        larger=lambda: view_state.resize_brush(1), smaller=lambda: view_state.resize_brush(-1),
    )  # fmt: skip
    for name, value in TOGGLES.items():
        actions[name].triggered.connect(lambda on, value=value: view_state.set(**{value: on}))
    for mode in ("fill", "contour", "both"):
        actions[mode].triggered.connect(lambda _=False, mode=mode: view_state.set(mode=mode, visible=True))
    for view in VIEWS:
        actions[view].triggered.connect(lambda _=False, view=view: view_state.set(view=view, visible=True))
    for tool in ("object", "select", "brush", "eraser", "class brush", "lasso", "polygon", "measure", "pan"):
        actions[f"tool {tool}"].triggered.connect(lambda _=False, tool=tool: view_state.set(tool=tool))


def connect_themes(actions: Actions, settings: Settings) -> None:
    """Connect the choice of colours."""

    def choose(theme: str) -> None:
        settings.theme = theme
        use_theme(theme)

    for theme in THEMES:
        actions[f"theme {theme}"].triggered.connect(lambda _=False, theme=theme: choose(theme))


def connect_help(actions: Actions, window: QWidget, first_minute: FirstMinute) -> None:
    """Connect what explains the program; each is imported when it is asked for."""

    def show_keys() -> None:
        from segmenter.gui.help.keys_dialog import KeysDialog  # noqa: PLC0415

        KeysDialog(actions.groups(), window).open()

    def show_guide() -> None:
        from segmenter.gui.help.guide_viewer import GuideViewer  # noqa: PLC0415

        GuideViewer(window).show()

    actions.on(keys=show_keys, guide=show_guide, first_minute=first_minute.begin)
