"""Memory: how much there is, and how much this process took. All numbers are bytes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SHARE = 0.8
"""Of the available memory, what jobs may take together."""

STATUS, PEAK, RESET = Path("/proc/self/status"), "VmHWM:", Path("/proc/self/clear_refs")
GROUPS = (
    ("/sys/fs/cgroup", "memory.max", "memory.current", ("inactive_file", "active_file")),
    ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes", ("total_cache",)),
)
"""Where a container's limit stands, what it uses, and which lines of memory.stat are files that can be read again."""


def available() -> int | None:
    """How much can still be had, within the limit of the container; None where the system does not say."""
    known = []
    text = _read("/proc/meminfo")
    if "MemAvailable:" in text:
        known.append(int(text.split("MemAvailable:")[1].split()[0]) * 1024)
    for group in GROUPS:
        left = _left(*group)
        if left is not None:
            known.append(left)
    if not known and hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        known.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2)
    return min(known) if known else None


def _left(folder: str, limit: str, used: str, cached: tuple[str, ...]) -> int | None:
    """Return what a container may still take; its cache of files gives way and does not count."""
    most = _read(f"{folder}/{limit}").strip()
    if not most.isdecimal():
        return None
    lines = (line.split() for line in _read(f"{folder}/memory.stat").splitlines())
    cache = sum(int(line[1]) for line in lines if len(line) == 2 and line[0] in cached)
    return max(int(most) - max(int(_read(f"{folder}/{used}") or 0) - cache, 0), 0)


def forget_peak() -> None:
    """Begin to measure `peak` anew, where the system can."""
    try:
        RESET.write_text("5", "ascii")
    except OSError:
        return


def peak() -> int | None:
    """How much this process had at most since `forget_peak`, or since it began; None where nobody knows."""
    text = _read(os.fspath(STATUS))
    if PEAK in text:
        return int(text.split(PEAK)[1].split()[0]) * 1024
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _read(path: str) -> str:
    """Return the text of a file of the system, "" if there is none."""
    try:
        return Path(path).read_text("ascii", "replace")
    except OSError:
        return ""
