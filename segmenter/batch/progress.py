"""How far a batch is: counts, rate, time left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.jobs.job import Report


@dataclass(frozen=True)
class Progress:
    """What became of the images so far; skipped ones cost no time worth counting, and some of them are `kept`."""

    total: int
    done: int = 0
    skipped: int = 0
    failed: int = 0
    replaced: int = 0
    kept: int = 0
    seconds: float = 0.0

    def after(self, report: Report, seconds: float) -> Progress:
        """Return the progress after one more image, `seconds` after the beginning."""
        counts = {report.status: getattr(self, report.status) + 1}
        replaced = self.replaced + (report.status == "done" and report.note is not None)
        kept = self.kept + report.kept
        return replace(self, **counts, replaced=replaced, kept=kept, seconds=seconds)

    @property
    def ended(self) -> int:
        """Images that need nothing more."""
        return self.done + self.skipped + self.failed

    @property
    def fraction(self) -> float:
        """What has ended of all, 0…1."""
        return self.ended / self.total if self.total else 1.0

    @property
    def rate(self) -> float | None:
        """Images a second, those that were skipped aside; None as long as nobody knows."""
        worked = self.done + self.failed
        return worked / self.seconds if worked and self.seconds > 0 else None

    @property
    def left(self) -> float | None:
        """Seconds that are left if it goes on like this."""
        return (self.total - self.ended) / self.rate if self.rate else None

    @property
    def sentence(self) -> str:
        """How it goes, in a few words."""
        words = [f"{self.ended:,} of {self.total:,}"]
        if self.rate and self.left is not None:
            pace = f"{self.rate:.1f} a second" if self.rate >= 1 else f"{1 / self.rate:.1f} s an image"
            words += [pace, f"{duration(self.left)} left"]
        if self.failed:
            words.append(f"{self.failed:,} failed")
        return ", ".join(words)

    @property
    def summary(self) -> str:
        """How it went, in a few words."""
        words = [f"{self.done:,} done"]
        if self.replaced:
            words[0] += f" ({self.replaced:,} of them replaced older results)"
        if self.skipped:
            kept = f" ({self.kept:,} of them kept as somebody edited or wrote them)"
            words.append(f"{self.skipped:,} skipped{kept if self.kept else ', finished before'}")
        if self.failed:
            words.append(f"{self.failed:,} failed")
        return f"{', '.join(words)}, in {duration(self.seconds)}"


def duration(seconds: float) -> str:
    """Say how long something takes, in the unit that people would use."""
    if seconds < 100:
        return f"{max(seconds, 1):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 100 * 60 else f"{seconds / 3600:.0f} h"
