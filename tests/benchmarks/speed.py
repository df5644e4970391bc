"""How fast, beside scikit-learn on the same graph; how large; how soon it answers.

    python tests/benchmarks/speed.py                      # everything, about half an hour
    python tests/benchmarks/speed.py peers --sizes 1024 --radii 1
    python tests/benchmarks/speed.py accuracy large preview cancel
    python tests/benchmarks/speed.py defaults                  # files to labels, stage by stage, beside scikit-image's

Every measurement is a process of its own, so that peak memory is its own; rivals alternate, and medians are printed.
Tables go to the terminal, the numbers to `speed.json`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

WORKER, DEFAULTS = (Path(__file__).with_name(name) for name in ("speed_worker.py", "defaults_worker.py"))
SIZES, RADII, RUNS = (392, 1024, 2048), (1, 2, 5), 3


def measure(*arguments: object, limit: float = 900, worker: Path = WORKER) -> dict[str, Any] | None:
    """Run one measurement in a process of its own; None if it failed or took too long."""
    command = [sys.executable, str(worker), *map(str, arguments)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(f"  {' '.join(map(str, arguments))} failed: {done.stderr.strip().splitlines()[-1:]}")
        return None
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def peers(sizes: list[int], radii: list[int], runs: int) -> list[dict[str, Any]]:
    """Time ours and scikit-learn's spectral clustering in turn."""
    print("\nThe same graph, k = 16: seconds and peak memory, medians of", runs)
    print("   MP  radius | graph to labels  peak GB | pixels to labels | sklearn  peak GB | ratio  ratio (pixels)")
    rows = []
    for radius in radii:
        for size in sizes:
            ours, theirs = [], []
            for _ in range(runs):
                ours.append(measure("ours", size, radius))
                theirs.append(measure("sklearn", size, radius))
                if theirs[-1] is None:
                    break
            row = {"size": size, "radius": radius, "ours": combined(ours), "sklearn": combined(theirs)}
            rows.append(row)
            print(peer_line(row))
    for radius in radii:
        totals = {row["size"]: row["ours"] for row in rows if row["radius"] == radius and row["ours"]}
        if {1024, 2048} <= totals.keys():
            growth = totals[2048]["seconds"] / totals[1024]["seconds"]
            print(f"growth, radius {radius}: seconds at 4 MP / at 1 MP = {growth:.2f}")
    return rows


def combined(runs: list[dict[str, Any] | None]) -> dict[str, float] | None:
    """Return the median of each number of the runs that ended."""
    ended = [run for run in runs if run]
    return {key: median(run[key] for run in ended) for key in ended[0]} if ended else None


def peer_line(row: dict[str, Any]) -> str:
    """Write one line of the table."""
    ours, theirs = row["ours"], row["sklearn"]
    line = f"{row['size'] ** 2 / 1024**2:5.2f}  {row['radius']:6d} | "
    if not ours:
        return line + "did not end"
    line += f"{ours['seconds']:15.2f}  {ours['peak']:7.2f} | {ours['whole']:16.2f} | "
    if not theirs:
        return line + "did not end in time or memory"
    ratios = theirs["seconds"] / ours["seconds"], theirs["seconds"] / ours["whole"]
    return line + f"{theirs['seconds']:7.2f}  {theirs['peak']:7.2f} | {ratios[0]:5.1f}  {ratios[1]:5.1f}"


def accuracy() -> dict[str, Any]:
    """Compare the sums of the first 16 Ritz values at 1 MP, radius 1."""
    print("\nSum of the first 16 Ritz values, 1 MP, radius 1; reference: shift-invert Lanczos, residual below 1e-7")
    reference = measure("reference", 1024, 1)
    ours = measure("ours", 1024, 1)
    assert reference
    assert ours
    exact = reference["sum"]
    print(f"  reference          {exact:.4e}            {reference['seconds']:7.2f} s")
    print(f"  ours               {ours['sum']:.4e}  {ours['sum'] / exact - 1:+8.2%}  {ours['seconds']:7.2f} s")
    print(f"  set-up of multigrid: {ours['setup']:.2f} s, {ours['setup'] / ours['seconds']:.0%} of graph to labels")
    report = {"reference": exact, "ours": ours["sum"], "setup": ours["setup"], "sklearn": {}}
    for tolerance in ("auto", 1e-4, 1e-5, 1e-6):
        theirs = measure("sklearn", 1024, 1, tolerance)
        if theirs is None:
            print(f"  sklearn, tolerance {tolerance}: did not end in 900 s")
            break
        report["sklearn"][str(tolerance)] = theirs
        error = theirs["sum"] / exact - 1
        print(f"  sklearn {tolerance!s:10} {theirs['sum']:.4e}  {error:+8.2%}  {theirs['seconds']:7.2f} s")
        if error < 0.01:
            break
    return report


def large() -> dict[str, Any]:
    """Segment 12 MP."""
    print("\n12 MP photograph (4000 × 3000), radius 1, k = 16, full resolution")
    rows: dict[str, Any] = {}
    for method in ("kmeans", "tree"):
        row = rows[method] = measure("large", method)
        if row:
            print(
                f"  {method}: pixels to labels {row['whole']:.1f} s, processor time {row['processor']:.1f} s, "
                f"peak {row['peak']:.2f} GB; stages {row['stages']}"
            )
    return rows


def preview() -> dict[str, Any] | None:
    """Move sigma and k at 50,000 pixels."""
    print("\nPreview, 50,000 pixels, 16 eigenvectors: milliseconds from parameters to labels, median (worst of 20)")
    row = measure("preview")
    for name, times in (row or {}).items():
        print(f"  {name:14} {median(times):6.1f}  ({max(times):.1f})")
    return row


def cancel() -> dict[str, Any] | None:
    """Cancel a 12 MP run at many moments."""
    print("\nCancelling a 12 MP run: seconds until it has stopped")
    row = measure("cancel", limit=3000)
    if row:
        print(
            f"  {len(row['seconds'])} moments: worst {max(row['seconds']):.2f} s in {row['worst']}, "
            f"median {median(row['seconds']):.2f} s"
        )
    return row


STAGES = ("read", "features", "affinity", "multigrid", "eigenvectors", "labels", "regions", "whole", "peak")


def defaults(megapixels: list[float], runs: int) -> list[dict[str, Any]]:
    """Time file to labels with the defaults, and scikit-image on the same image in turn."""
    print("\nJPEG to labels with the defaults: seconds and GB, medians of", runs)
    print("    MP | " + " | ".join(STAGES))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in megapixels:
            path = Path(folder, f"{size}.jpg")
            measure("make", path, size, worker=DEFAULTS)
            names = ["ours"] + (["felzenszwalb", "slic"] if size < 50 else [])
            taken: dict[str, list[Any]] = {name: [] for name in names}
            for _ in range(runs):
                for name in names:
                    taken[name].append(measure(name, path, worker=DEFAULTS))
            row: dict[str, Any] = {name: combined(measured) for name, measured in taken.items()}
            rows.append({"megapixels": size, **row})
            print(defaults_lines(rows[-1]))
    return rows


def defaults_lines(row: dict[str, Any]) -> str:
    """Write what was measured at one size."""
    ours = row["ours"]
    if not ours:
        return f"{row['megapixels']:6.2f} | did not end"
    lines = [f"{row['megapixels']:6.2f} | " + " | ".join(f"{ours.get(name, 0):.2f}" for name in STAGES)]
    lines.append(f"         processor time {ours['processor']:.2f} s")
    others = [f"{name} {ours[name]:.3f} s" for name in ours if name.startswith(("another", "written"))]
    if others:
        lines.append(f"         all cached: {', '.join(others)}")
    for name in ("felzenszwalb", "slic"):
        if row.get(name):
            seconds = row[name]["whole"]
            alone = ours["whole"] - ours["read"]
            lines.append(
                f"         {name} {seconds:.1f} s, {seconds / alone:.1f} times as long as ours without reading"
            )
    return "\n".join(lines)


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts: dict[str, Callable[[], Any]] = {"accuracy": accuracy, "large": large, "preview": preview, "cancel": cancel}
    parser.add_argument("parts", nargs="*", choices=["peers", "defaults", *parts, []], help="all, if none is named")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="edge of the square image, pixels")
    parser.add_argument("--radii", nargs="+", type=int, default=RADII)
    parser.add_argument("--megapixels", nargs="+", type=float, default=(0.15, 1, 12, 100), help="of the part defaults")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--out", type=Path, default=Path("speed.json"))
    asked = parser.parse_args()
    report: dict[str, Any] = {}
    parts["peers"] = lambda: peers(asked.sizes, asked.radii, asked.runs)
    parts["defaults"] = lambda: defaults(asked.megapixels, asked.runs)
    for name in asked.parts or sorted(parts):
        report[name] = parts[name]()
        asked.out.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
