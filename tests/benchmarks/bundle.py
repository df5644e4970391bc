"""Print how long the application without Python takes to a window, and to its help: on a screen, or under Xvfb.

    xvfb-run -s "-screen 0 1366x768x24" python tests/benchmarks/bundle.py PROGRAM [PROGRAM]

PROGRAM is `segmenter` of an unpacked tarball; two are measured in turn. Needs xdotool. Processor time counts up to half
a second after the window: on a busy machine only this can be compared.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from pathlib import Path
from statistics import median

TRIES = 5


def window(program: Path) -> tuple[float, float]:
    """Return the seconds from the start to a window, and the processor's."""
    begun = time.perf_counter()
    with subprocess.Popen([program], stderr=subprocess.DEVNULL) as running:
        asked = ["xdotool", "search", "--onlyvisible", "--pid", str(running.pid), "--name", "Segmenter"]
        while not subprocess.run(asked, capture_output=True, check=False).stdout:
            time.sleep(0.01)
        seconds = time.perf_counter() - begun
        time.sleep(0.5)
        fields = Path(f"/proc/{running.pid}/stat").read_text().rpartition(")")[2].split()
        running.kill()
    return seconds, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def answer(program: Path) -> float:
    """Return the seconds of `--help`."""
    begun = time.perf_counter()
    subprocess.run([program, "--help"], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Measure the programs in turn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", nargs="+", type=Path)
    programs = parser.parse_args().programs
    windows = {program: [] for program in programs}
    helps = {program: [] for program in programs}
    for _ in range(TRIES):
        for program in programs:
            windows[program].append(window(program))
            helps[program].append(answer(program))
    for program in programs:
        seconds, processor = (median(column) for column in zip(*windows[program], strict=True))
        said = f"window {seconds:.2f} s, processor {processor:.2f} s; help {median(helps[program]):.2f} s"
        print(f"{program}: {said}")


if __name__ == "__main__":
    main()
