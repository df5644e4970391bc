"""Memory: how much there is, and how much this process took. All numbers are bytes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SHARE = 0.8
"""Of the available memory, what jobs may take together."""

STATUS, PEAK, RESET = Path("/proc/self/status"), "VmHWM:", Path("/proc/self/clear_refs")
LIMITS = (("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),)


def available() -> int | None:
    """How much can still be had, within the limit of the container; None where the system does not say."""
    known = []
    text = _read("/proc/meminfo")
    if "MemAvailable:" in text:
        known.append(int(text.split("MemAvailable:")[1].split()[0]) * 1024)
    for limit, used in LIMITS:
        most = _read(limit).strip()
        if most.isdecimal():
            known.append(max(int(most) - int(_read(used) or 0), 0))
    if not known and hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        known.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2)
    return min(known) if known else None


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
