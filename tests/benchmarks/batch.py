"""Folders of images: how fast beside one process, what kills cost, how much each image costs the main process.

    python tests/benchmarks/batch.py PHOTOS                   # everything, about half an hour
    python tests/benchmarks/batch.py PHOTOS speed --count 200
    python tests/benchmarks/batch.py PHOTOS kills worker cluster tiny estimate

PHOTOS is a folder of photographs, such as BSDS500/train. Everything is done in a temporary folder; `cluster` needs
distributed. Linux only: processes are found in /proc.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
from PIL import Image as Pillow

from segmenter.assets import resource as asset
from segmenter.batch.cluster import connect
from segmenter.batch.estimate import cost
from segmenter.batch.execution import run
from segmenter.batch.plan import plan
from segmenter.batch.workers import inline, processes
from segmenter.core.solver.blocks import single_threaded
from segmenter.files.formats import DEFAULT
from segmenter.jobs.job import Job, Report
from segmenter.jobs.processing import process
from segmenter.parameters import Parameters
from segmenter.progress import ignore

PARAMETERS = Parameters().replace(method="kmeans", radius=2)
OPTIONS = ["--method", "kmeans", "--radius", "2"]
LOG = "batch_log.csv"


def photographs(source: Path, count: int, folder: Path) -> Path:
    """Link the first photographs of a folder into one of their own."""
    folder.mkdir()
    suffixes = (".jpg", ".jpeg", ".png", ".tif")
    for path in sorted(path for path in source.iterdir() if path.suffix.lower() in suffixes)[:count]:
        (folder / path.name).symlink_to(path.resolve())
    return folder


def start(*words: object) -> subprocess.Popen[str]:
    """Start `segmenter batch` in a session of its own."""
    command = [sys.executable, "-m", "segmenter", "batch", *map(str, words), *OPTIONS]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def seconds(*words: object) -> float:
    """Run `segmenter batch` to its end; start and imports count."""
    begin = time.perf_counter()
    running = start(*words)
    out, err = running.communicate()
    assert running.returncode == 0, out + err
    return time.perf_counter() - begin


def results(out: Path) -> dict[str, bytes]:
    """Return all files but the log."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != LOG}


def statuses(out: Path) -> list[tuple[str, str]]:
    """Return image and status of each line of the log."""
    with (out / LOG).open(encoding="utf-8", newline="") as file:
        return [(row["image"], row["status"]) for row in csv.DictReader(file)]


def speed(source: Path, here: Path, count: int) -> None:
    """Time 2 processes, one that uses threads, and none, in turn."""
    folder = photographs(source, count, here / "photos")
    times: dict[str, list[float]] = {"inline": [], "2": [], "1": []}
    for turn in range(2):
        for jobs, taken in times.items():
            taken.append(seconds(folder, "--out", here / f"out{jobs}_{turn}", "--jobs", jobs))
    again = seconds(folder, "--out", here / "out2_0", "--jobs", "2")
    taken = {jobs: median(each) for jobs, each in times.items()}
    print(f"{count} images: inline {taken['inline']:.1f} s, 2 processes {taken['2']:.1f} s: "
          f"{taken['2'] / taken['inline']:.2f} (wanted: 0.6 or less)")  # fmt: skip
    print(f"  1 process that may use 2 threads {taken['1']:.1f} s; the same command again, all skipped: {again:.1f} s")
    same = results(here / "outinline_0") == results(here / "out2_0") == results(here / "out1_0")
    print(f"  same bytes: {'yes' if same else 'NO'}")


def kills(source: Path, here: Path, count: int) -> None:
    """Kill the main process at random moments, until all is done."""
    moments, images = 20, 60
    folder, out = photographs(source, images, here / "photos"), here / "out"
    whole = seconds(folder, "--out", here / "once", "--jobs", "2")
    random.seed(0)
    finished: dict[str, int] = {}
    outlived = []
    for _ in range(moments):
        running = start(folder, "--out", out, "--jobs", "2")
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(random.uniform(0.3, 1.5 + whole / moments * 2))
        finished |= {name: at for name, at in recipes(out).items() if name not in finished}
        running.kill()
        running.communicate()
        outlived.append(until_alone(running.pid))
    last = seconds(folder, "--out", out, "--jobs", "2")
    rewritten = [name for name, at in finished.items() if recipes(out)[name] != at]
    done = Counter(image for image, status in statuses(out) if status == "done")
    expected, found = results(here / "once"), results(out)
    print(f"{moments} kills of the main process, {images} images: "
          f"missing {len(expected.keys() - found.keys())}, left over {len(found.keys() - expected.keys())}, "
          f"different {sum(found[name] != content for name, content in expected.items())}")  # fmt: skip
    print(f"  finished before a kill and done again: {len(rewritten)}; done twice, by the log: "
          f"{sum(times > 1 for times in done.values())}; workers outlived it by at most {max(outlived):.1f} s; "
          f"last run {last:.1f} s")  # fmt: skip


def recipes(out: Path) -> dict[str, int]:
    """Return when the recipe of each finished image was written."""
    return {path.name: path.stat().st_mtime_ns for path in out.glob("*.segmenter.json")}


def until_alone(session: int) -> float:
    """Wait until no process of a session is left; return the seconds that took."""
    begin = time.perf_counter()
    while members(session):
        time.sleep(0.02)
    return time.perf_counter() - begin


def members(session: int) -> list[int]:
    """Return the processes of a session that are alive."""
    found = []
    for number in (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()):
        with contextlib.suppress(OSError):
            if os.getsid(number) == session and Path(f"/proc/{number}/exe").readlink():
                found.append(number)
    return found


def worker(source: Path, here: Path, count: int) -> None:
    """Kill worker processes while a batch runs."""
    folder, out = photographs(source, 40, here / "photos"), here / "out"
    running = start(folder, "--out", out, "--jobs", "2", "--json")
    for goal in (5, 15, 25):
        while len(recipes(out) if out.is_dir() else ()) < goal:
            time.sleep(0.01)
        spawned = [number for number in members(running.pid) if b"spawn_main" in command(number)]
        os.kill(random.choice(spawned), signal.SIGKILL)
    text, err = running.communicate()
    done = Counter(status for _, status in statuses(out))
    print(f"3 kills of a worker, 40 images: exit {running.returncode}, {dict(done)}, {len(results(out))} files")
    assert len(text.splitlines()) == 40, err


def command(number: int) -> bytes:
    """Return the command line of a process."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{number}/cmdline").read_bytes()
    return b""


def cluster(source: Path, here: Path, count: int) -> None:
    """Do a folder here, by processes and on a Dask cluster, one of whose two workers is killed."""
    folder = photographs(source, 40, here / "photos")
    outs = {name: plan(folder, here / name, PARAMETERS, DEFAULT) for name in ("inline", "processes", "dask")}
    run(outs["inline"], inline(threading.Event()), lambda _: None)
    run(outs["processes"], processes(2), lambda _: None)
    scheduler, *workers = dask(here)
    reports: list[Report] = []

    def ended(report: Report) -> None:
        reports.append(report)
        if len(reports) == 10:
            workers[0].kill()

    address = json.loads((here / "scheduler.json").read_text())["address"]
    with connect(address) as crew:
        while crew.at_once() < 2:
            time.sleep(0.1)
        begin = time.perf_counter()
        run(outs["dask"], crew, ended)
        taken = time.perf_counter() - begin
    for each in (scheduler, *workers):
        each.kill()
        each.wait()
    inside = [results(here / name) for name in outs]
    same = inside[0] == inside[1] == inside[2]
    print(
        f"40 images on 2 Dask workers, one killed: {dict(Counter(report.status for report in reports))}, {taken:.1f} s"
    )
    print(f"  inline, processes, Dask: {'the same bytes' if same else 'DIFFERENT BYTES'}")


def dask(here: Path) -> list[subprocess.Popen[bytes]]:
    """Start a scheduler and two workers on the loopback."""
    file = here / "scheduler.json"

    def begin(program: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", "--scheduler-file", str(file), "--no-dashboard"]
        return subprocess.Popen([*command, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    started = [begin("dask_scheduler", "--host", "127.0.0.1", "--port", "0")]
    while not (file.exists() and file.stat().st_size):
        time.sleep(0.1)
    alone = ["--nthreads", "1", "--no-nanny", "--memory-limit", "0"]
    return started + [begin("dask_worker", *alone, "--local-directory", str(here / f"dask{at}")) for at in range(2)]


def nothing(job: Job, alone: bool) -> Report:
    """Do nothing, as a worker."""
    return Report(str(job.image), 1, 1, "done", tuple(map(str, job.files())), seconds={"reading": 0.0})


def tiny(source: Path, here: Path, count: int) -> None:
    """Plan and do 10,000 tiny images: time and memory of the main process."""
    images = 10_000
    folder = here / "tiny"
    folder.mkdir()
    pixels = np.zeros((12, 12, 3), np.uint8)
    pixels[:, 6:] = 200
    Pillow.fromarray(pixels).save(here / "tiny.png")
    for number in range(images):
        shutil.copyfile(here / "tiny.png", folder / f"image{number}.png")
    fast = PARAMETERS.replace(k=2, eigenvectors=2, radius=1)
    begin = time.perf_counter()
    made = plan(folder, here / "out", fast, DEFAULT)
    print(f"{images:,} tiny images: planned in {time.perf_counter() - begin:.1f} s (wanted: below 5)")
    crew = processes(2)
    for name, workers in (("nothing", replace(crew, work=nothing)), ("segmented", crew), ("skipped", crew)):
        memory: list[int] = []
        begin, cpu = time.perf_counter(), time.process_time()
        run(made, workers, lambda _: memory.append(resident()))  # noqa: B023 - called at once
        cpu, taken = time.process_time() - cpu, time.perf_counter() - begin
        print(f"  {name}: {taken / images * 1000:.2f} ms an image, of which the main process worked "
              f"{cpu / images * 1000:.2f} (wanted: below 5); its memory {memory[images // 10] / 1e6:.1f} MB after a "
              f"tenth, {memory[-1] / 1e6:.1f} at the end")  # fmt: skip


def resident() -> int:
    """Return the bytes that this process has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def estimate(source: Path, here: Path, count: int) -> None:
    """Compare estimates with what is taken, on one thread."""
    print("estimates: seconds (taken), MB (taken)")
    changes = ({}, {"radius": 10}, {"reduction": 1, "radius": 1}, {"reduction": 1, "radius": 2, "eigenvectors": 48})
    for megapixels in (0.15, 1, 4):
        with Pillow.open(asset("samples/coffee.jpg")) as picture:
            scale = (megapixels * 1e6 / (picture.width * picture.height)) ** 0.5
            size = round(picture.width * scale), round(picture.height * scale)
            picture.resize(size).save(here / "photo.png")
        for change in changes[: 4 if megapixels < 4 else 2]:
            job = Job(here / "photo.png", 0, 1, here, "photo", Parameters().replace(**change), DEFAULT, 10**9)
            cpu = time.process_time()
            with single_threaded():
                report = process(job, ignore)
            cpu = time.process_time() - cpu
            known, memory = cost(job), report.memory or 0
            little = " TOO LITTLE" if memory > known.memory else ""
            print(f"  {megapixels:5} MP {change!s:55} {known.seconds:6.1f} ({cpu:5.1f})  "
                  f"{known.memory / 1e6:6.0f} ({memory / 1e6:5.0f}){little}")  # fmt: skip


PARTS = {"speed": speed, "kills": kills, "worker": worker, "cluster": cluster, "tiny": tiny, "estimate": estimate}


def main() -> None:
    """Do the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path, metavar="PHOTOS", help="a folder of photographs")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, if none is named")
    parser.add_argument("--count", type=int, default=200, help="images whose speed is measured")
    asked = parser.parse_args()
    for name in asked.parts or PARTS:
        # a worker whose main process was killed may still be writing its last file
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
            PARTS[name](asked.photos, Path(place), asked.count)


if __name__ == "__main__":
    main()
