"""What the labels on the screen are: final, earlier ones, a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from segmenter.gui.session.session import Session

Standing = Literal["nothing", "preview", "no result", "earlier", "unconverged", "final"]


def standing(session: Session) -> Standing:
    """Return what the labels on the screen are."""
    if session.document is None:
        return "nothing"
    if session.preview is not None:
        return "preview"
    if session.state.labels is None:
        return "no result"
    if session.state.stale:
        return "earlier"
    found = session.document.segmentation
    if found is not None and found.parameters == session.state.parameters and not found.converged:
        return "unconverged"
    return "final"
