"""What the session tells: the signals that widgets follow."""

from __future__ import annotations

from PySide6.QtCore import Signal

from segmenter.gui.session.message import Reporter


class SessionSignals(Reporter):
    """State comes down through these."""

    opened = Signal()
    """Another document is open, or none."""
    changed = Signal(object, object)
    """The state before and the state now."""
    previewed = Signal(object)
    """A state whose labels are a preview, smaller than the image; or None: what is shown is the state again."""
    trial_changed = Signal()
    """A control tries parameters, others than before, or none any more."""
    solved = Signal()
    """`document.segmentation` is another one."""
    selection_changed = Signal()
    history_changed = Signal()
    busy_changed = Signal()
    live_changed = Signal(bool)
    """Whether results follow the parameters by themselves."""
    progressed = Signal(str, float)
    """Stage and fraction done, of a final result or of opening."""
