"""What the program says goes through here, so that a failure to say it is told from every other failure."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class OutputError(OSError):
    """Something could not be written to stdout or stderr."""


class _Told:
    """A stream whose failures are OutputErrors."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        written: int = _telling(lambda: self._stream.write(text))
        return written

    def flush(self) -> None:
        """Write what is left."""
        _telling(self._stream.flush)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _telling(do: Callable[[], Any]) -> Any:
    try:
        return do()
    except OSError as error:
        raise OutputError(error.errno, error.strerror) from error


def streams() -> list[TextIO]:
    """Return stdout and stderr, as far as they are open."""
    return [stream for stream in (sys.stdout, sys.stderr) if stream is not None]


@contextlib.contextmanager
def checked() -> Iterator[None]:
    """Raise OutputError for what cannot be written meanwhile."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (None if stream is None else _Told(stream) for stream in before)
    try:
        yield
        # here, where a failure still has an exit code; Python itself would flush after the last moment
        for stream in streams():
            stream.flush()
    finally:
        sys.stdout, sys.stderr = before


def give_up() -> None:
    """Let what cannot be written go nowhere, or Python would try again when it ends, and complain."""
    for stream in streams():
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())
                stream.flush()
