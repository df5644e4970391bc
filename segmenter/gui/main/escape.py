"""What Esc means: one step back, towards nothing under way, the arrow in the hand, and nothing selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.gui.canvas.canvas import Canvas
    from segmenter.gui.main.message_bar import MessageBar
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState


def step_back(session: Session, canvas: Canvas, view_state: ViewState, messages: MessageBar) -> None:
    """Stop what is under way; else close a hint; else put the tool down; else select nothing."""
    if _under_way(session) or canvas.stroking:
        session.cancel()
        canvas.cancel()
    elif messages.dismiss():
        return
    elif view_state.tool != "select":
        view_state.set(tool="select")
    else:
        session.select(())


def _under_way(session: Session) -> bool:
    """Tell whether anything is computed, tried, read, or waits for a decision."""
    assistants = any(
        each.active for each in (session.split_assistant, session.object_assistant, session.similar_assistant)
    )
    working = session.solver.solving or session.io_worker.busy("open") or session.background_edits.busy
    return assistants or working or session.trial is not None or session.preview is not None
