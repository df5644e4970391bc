"""The commands of the command line, one module each; imported when they run."""

from __future__ import annotations

from segmenter.errors import SegmenterError

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""


class UsageError(SegmenterError):
    """A command line that makes no sense; nothing was run."""
