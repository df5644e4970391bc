"""What a person, or a program, gets to read while a command runs."""

from __future__ import annotations

import json
import math
import shutil
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from segmenter.errors import plain

if TYPE_CHECKING:
    from segmenter.jobs.job import Report

WIDTH = 24
"""Characters of the bar itself."""

PERIOD = 0.1
"""Seconds between two drawings of the bar."""


class Console:
    """Results go to stdout; errors, warnings and the progress bar to stderr."""

    def __init__(self, *, verbose: bool, quiet: bool, as_json: bool) -> None:
        self.verbose, self.quiet, self.as_json = verbose, quiet, as_json
        self._bar = not quiet and sys.stderr.isatty()
        self._drawn = 0  # characters to wipe
        self._last = -math.inf
        self._heading = ""

    def begin(self, number: int, total: int, name: str) -> None:
        """Say which image comes now."""
        name = plain(name)
        self._heading = name if total == 1 else f"[{number}/{total}] {name}"
        self._last = -math.inf

    def progress(self, stage: str, fraction: float, /) -> None:
        """Draw the bar: a checkpoint."""
        now = time.monotonic()
        if not self._bar or now - self._last < PERIOD:
            return
        self._last = now
        columns = shutil.get_terminal_size().columns - 1
        full = round(min(max(fraction, 0.0), 1.0) * WIDTH)
        bar = f"{stage:<12} [{'#' * full}{'.' * (WIDTH - full)}] {fraction:4.0%}"
        name = self._heading[: max(columns - len(bar) - 2, 0)]
        line = f"{name}  {bar}"[:columns]
        sys.stderr.write(f"\r{line:<{self._drawn}}")
        sys.stderr.flush()
        self._drawn = len(line)

    def tally(self, fraction: float, sentence: str) -> None:
        """Draw the bar of many images that are worked on at once."""
        self._heading = sentence
        self.progress("images", fraction)

    def wipe(self) -> None:
        """Remove the bar, so that something else can be written."""
        if self._drawn:
            sys.stderr.write("\r" + " " * self._drawn + "\r")
            sys.stderr.flush()
            self._drawn = 0

    def error(self, sentence: str) -> None:
        """Write an error; nothing silences it."""
        self.wipe()
        sys.stderr.write(f"segmenter: {plain(sentence)}\n")

    def warn(self, sentence: str) -> None:
        """Write a warning."""
        if not self.quiet:
            self.wipe()
            sys.stderr.write(f"segmenter: warning: {plain(sentence)}\n")

    def summary(self, sentence: str) -> None:
        """Write how a batch went, to people: programs have counted themselves."""
        self.wipe()
        if not self.quiet and not self.as_json:
            sys.stdout.write(f"{sentence}\n")
            sys.stdout.flush()

    def report(self, report: Report) -> None:
        """Write what became of an image: one line, or one JSON document on a line."""
        self.wipe()
        name = label(report.image, report.page, report.pages)
        for sentence in report.warnings:
            self.warn(f"{name}: {sentence}")
        if report.error is not None:
            self.error(report.error)
        if report.details and self.verbose:
            sys.stderr.write("\n".join(map(plain, report.details.split("\n"))))
        if self.as_json:
            document = {key: _plain(value) for key, value in asdict(report).items()}
            sys.stdout.write(json.dumps(document, allow_nan=False) + "\n")
        elif report.error is None and not self.quiet:
            sys.stdout.write("\n".join(map(plain, self._lines(name, report))) + "\n")
        sys.stdout.flush()

    def _lines(self, name: str, report: Report) -> list[str]:
        """Describe a success."""
        files = ", ".join(report.files)
        if report.status == "planned":
            return [f"{name} -> {files}"]
        if report.status == "skipped":
            return [f"{name}: skipped, {report.note}"]
        plural = "" if report.labels == 1 else "s"
        lines = [f"{name}: {report.labels} label{plural} in {sum(report.seconds.values()):.1f} s -> {files}"]
        if self.verbose:
            lines += [f"  {report.note}"] if report.note else []
            lines.append("  " + ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in report.seconds.items()))
            lines += self._solved(report)
        return lines

    def _solved(self, report: Report) -> list[str]:
        """Return what is said of the solve; there is none for objects on a ground."""
        if report.sigma_intensity is None:
            return [f"  reduction {report.reduction}"]
        iterations = "+".join(map(str, report.iterations)) or "0"
        state = "converged" if report.converged else "not converged"
        lines = [
            f"  {iterations} iterations, residual {report.residual:.1e}, {state}",
            f"  sigma {report.sigma_intensity:.4g} CIELAB units, reduction {report.reduction}",
        ]
        if report.suggested_k is not None:
            lines.append(f"  suggested k {report.suggested_k}")
        lines.append(f"  normalized cut {report.normalized_cut:.6g}, no less than {report.lower_bound:.6g}")
        return lines


def label(image: str, page: int, pages: int) -> str:
    """Return how an image is called in a line of text; pages count from 1."""
    return image if pages == 1 else f"{image} page {page}"


def _plain(value: Any) -> Any:
    """Return a value that JSON can hold."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
