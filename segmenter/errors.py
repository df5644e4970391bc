"""What can go wrong, as a tree.

* SegmenterError: expected; its message is one sentence for a person
  x ParameterError: a value outside its range, an unknown key
  x ImageError
    + UnreadableImage: the file is missing, damaged or no image
    + UnsupportedImage: an image, but of a kind or size that is not read
  x RecipeError: a recipe that cannot be repeated
  x ExportError: a result that could not be written
  x BatchError: a batch that cannot be planned or carried out
  x ClickError: clicks that select no object of the image they are for
  x EditError: an edit that cannot be done, such as merging a single segment
  x ProjectError: a project that cannot be read
  x ContentError: what a file says and cannot be so; who opens the file says which file it is

`segmenter.progress.Cancelled` stands beside this tree: it is no error. Eigenvectors that did not converge
are no error either: residuals are part of the result.
"""

from __future__ import annotations

import re
from pathlib import Path

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Characters that end a line, steer a terminal, or turn the direction of what follows."""


def plain(text: str) -> str:
    """Return a text on one line, a mark in place of each character that would do something when it is shown."""
    return CONTROL.sub("?", text)


class SegmenterError(Exception):
    """An expected failure; `str(error)` is one sentence for a person."""


class ParameterError(SegmenterError, ValueError):
    """A parameter outside its range, or a key that does not exist."""

    def __init__(self, key: str, value: object, expected: str, line: int | None = None) -> None:
        self.key, self.value, self.expected, self.line = key, value, expected, line
        place = f" (line {line})" if line is not None else ""
        shown = key if key.isprintable() else ascii(key)  # of files that people hand over: it may hold anything
        super().__init__(f"{shown} = {value!r}{place}: {expected}")

    def __reduce__(self) -> tuple[type[ParameterError], tuple[str, object, str, int | None]]:
        """Survive the way back from a worker process."""
        return type(self), (self.key, self.value, self.expected, self.line)


class ImageError(SegmenterError):
    """An image that cannot be used; the subclasses say why."""


class UnreadableImage(ImageError):
    """The file is missing, damaged, or no image at all."""


class UnsupportedImage(ImageError):
    """An image of a kind, depth or size that is not read."""


class RecipeError(SegmenterError):
    """A recipe that cannot be read or repeated."""


class ExportError(SegmenterError):
    """A result that could not be written."""


class BatchError(SegmenterError):
    """A batch that cannot be planned or carried out at all."""


class ClickError(SegmenterError):
    """Clicks that are not read, lie outside the image, or select nothing."""


class EditError(SegmenterError):
    """An edit that cannot be done; the labels are as they were.

    Names stand in braces in the sentence and their values beside it, so that it can be said in another language.
    """

    def __init__(self, sentence: str, **values: str) -> None:
        self.sentence, self.values = sentence, values
        super().__init__(sentence.format(**values))


class ProjectError(SegmenterError):
    """A project that cannot be read."""


class ContentError(SegmenterError):
    """A value in a file that is missing or not what it must be; who opens the file says which file it is."""


MISTAKES = (AssertionError, AttributeError, ImportError, NameError, TypeError)
"""What damaged bytes do not make our own code raise, unless it is wrong itself."""


def mistake(error: BaseException) -> str | None:
    """Return the traceback of a mistake of this program that an expected failure hides; None if it hides none.

    What libraries raise is their answer to a damaged file, and so are other types of errors in our own code.
    """
    import traceback  # noqa: PLC0415 - few need it

    while error.__cause__ is not None:
        error = error.__cause__
    frames = traceback.extract_tb(error.__traceback__)
    ours = bool(frames) and Path(frames[-1].filename).is_relative_to(Path(__file__).parent)
    return "".join(traceback.format_exception(error)) if ours and isinstance(error, MISTAKES) else None
