"""Drive the real window and print how fast it answers: on a screen, or under Xvfb.

    xvfb-run -s "-screen 0 1366x768x24" python -m tests.benchmarks.window PHOTOGRAPH [FOLDER]

PHOTOGRAPH is enlarged to 12, 1 and 24 megapixels, with the noise that a camera adds. FOLDER holds the images that
are opened one after the other. Mouse and keys are real events; times are from the event to the end of the paint.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
from PIL import Image as Pillow
from PySide6.QtCore import QObject, QPoint, QSettings, QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from segmenter import Parameters, read_image, segment
from segmenter.core.image import from_array
from segmenter.document.carry_over import carried_over
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import save
from segmenter.document.state import State
from segmenter.files.findings import findings
from segmenter.files.formats import MODULES
from segmenter.gui.app import application
from segmenter.gui.app.garbage import Collector
from segmenter.gui.export.spec import ExportSpec
from segmenter.jobs.project_export import Order
from tests.benchmarks.window_clicks import clicks

LEFT = Qt.MouseButton.LeftButton


class Stalls(QObject):
    """Measures the longest time that the event loop did not come round; `own`: without waiting for a processor."""

    def __init__(self):
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tick)

    def __enter__(self):
        self.longest, self.own = 0.0, 0.0
        self._last, self._waited = time.perf_counter(), waited()
        self._timer.start()
        return self

    def _tick(self):
        now = time.perf_counter()
        ready = waited()
        self.longest = max(self.longest, now - self._last)
        self.own = max(self.own, now - self._last - (ready - self._waited))
        self._waited = ready
        self._last = now

    def __exit__(self, *_):
        self._timer.stop()


def waited():
    """Return the seconds for which this thread could go on and had no processor: other programs had them."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


class Paints(QObject):
    """Counts the paints of a widget and knows when the last one ended."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count, self.last = 0, 0.0
        inner = widget.paintEvent

        def paint(event):
            inner(event)
            self.count += 1
            self.last = time.perf_counter()
            self.area = event.rect().width() * event.rect().height()

        widget.paintEvent = paint


class Bench:
    """The window under test, and the rows of the table."""

    def __init__(self, scratch):
        self.scratch = scratch
        self.app = application.make_application()
        self.collector = Collector(self.app)  # as the program does
        self.window = application.make_window()
        self.window.resize(1366, 768)
        self.window.show()
        self.session = self.window._session
        self.paints = Paints(self.window.canvas)
        QTest.qWaitForWindowExposed(self.window)

    def say(self, what, measured, wanted):
        print(f"| {what} | {measured} | {wanted} |", flush=True)

    def wait(self, condition, seconds=300.0):
        end = time.perf_counter() + seconds
        while not condition():
            self.app.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() > end:
                raise TimeoutError

    def settle(self):
        self.wait(lambda: not self.session.solver.busy and not self.session.io_worker.busy())

    def open(self, path, **parameters):
        before = self.session.document
        self.window._controller.open([path])
        self.wait(lambda: self.session.document is not None and self.session.document is not before)
        if parameters:
            self.settle()
            self.session.set_parameters(**parameters)
        self.settle()

    def slider(self, name):
        """Return the slider of a parameter, by its accessible name."""
        sliders = self.window.parameters.findChildren(QSlider)
        return next(slider for slider in sliders if slider.accessibleName().lower().startswith(name.lower()))

    def shown(self, act):
        """Return the milliseconds from an act to the end of the paint it leads to; `used` of them were computing."""
        self.app.processEvents()
        start, count, used = time.perf_counter(), self.paints.count, time.thread_time()
        act()
        self.wait(lambda: self.paints.count > count, 20)
        self.used = (time.thread_time() - used) * 1e3
        return (self.paints.last - start) * 1e3


def enlarged(path, megapixels, scratch, kind="png"):
    """Return the path of a photograph enlarged, with noise."""
    with Pillow.open(path) as small:
        factor = (megapixels * 1e6 / (small.width * small.height)) ** 0.5
        size = round(small.width * factor), round(small.height * factor)
        pixels = np.asarray(small.convert("RGB").resize(size, Pillow.Resampling.BICUBIC), np.int16)
    noise = np.random.default_rng(0).integers(-4, 5, pixels.shape, np.int16)
    target = scratch / f"{megapixels}MP.{kind}"
    Pillow.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8)).save(target, compress_level=1, quality=92)
    return target


def sigma_drag(bench):
    """Drag sigma for five seconds on 12 megapixels."""
    slider = bench.slider("sigma")
    heard = []
    bench.session.previewed.connect(lambda state: heard.append(time.perf_counter()) if state else None)
    middle, width = slider.height() // 2, slider.width()
    x = QPoint(width // 3, middle)
    QTest.mousePress(slider, LEFT, pos=x)
    with Stalls() as stalls:
        start = time.perf_counter()
        while (passed := time.perf_counter() - start) < 5:
            place = 0.5 + 0.35 * np.sin(passed * 2.5)
            QTest.mouseMove(slider, QPoint(round(width * place), middle))
            end = time.perf_counter() + 0.016
            while time.perf_counter() < end:
                bench.app.processEvents()
                time.sleep(0.0005)
    rate = sum(when > start for when in heard) / 5
    QTest.mouseRelease(slider, LEFT, pos=x)
    bench.say("sigma drag, 12 MP: overlays a second", f"{rate:.1f}", "12")
    bench.say("sigma drag, 12 MP: longest stall of the event loop", f"{stalls.longest * 1e3:.0f} ms", "50 ms")
    bench.settle()


def k_drag(bench):
    """Drag k on 12 megapixels; each step until its overlay."""
    slider = bench.slider("segments (k)")
    times = []
    bench.settle()
    value = slider.value()
    slider.setSliderDown(True)
    for step in range(12):
        heard = []
        connection = bench.session.previewed.connect(lambda state, heard=heard: heard.append(state) if state else None)
        start, count = time.perf_counter(), bench.paints.count
        slider.setSliderPosition(value + 1 + step)
        bench.wait(lambda heard=heard, count=count: heard and bench.paints.count > count, 20)
        times.append((bench.paints.last - start) * 1e3)
        bench.session.previewed.disconnect(connection)
    slider.setSliderDown(False)
    bench.settle()
    bench.say(
        "k drag, 12 MP: step until its overlay, median (worst)", f"{median(times):.0f} ({max(times):.0f}) ms", "80 ms"
    )


def k_release(bench):
    """Let go of k on 12 megapixels: from there to the final result."""
    slider, times = bench.slider("segments (k)"), []
    for step in range(7):
        slider.setSliderDown(True)
        slider.setSliderPosition(slider.value() + (2 if step % 2 else -1))
        bench.app.processEvents()
        heard = []
        connection = bench.session.solved.connect(lambda heard=heard: heard.append(time.perf_counter()))
        start = time.perf_counter()
        slider.setSliderDown(False)
        bench.wait(lambda heard=heard: heard)
        times.append(heard[0] - start)
        bench.session.solved.disconnect(connection)
        bench.settle()
    bench.say("k let go to final result, 12 MP, median (worst)", f"{median(times):.2f} ({max(times):.2f}) s", "0.15 s")


def edits(bench):
    """Merge, delete and undo on 12 megapixels."""
    actions = bench.window.actions_
    rows = {"merge": [], "delete": [], "undo": []}
    for _ in range(5):
        numbers = sorted(bench.session.state.segments, key=lambda number: -bench.session.state.areas[number])
        bench.session.select(numbers[:2])
        rows["merge"].append(bench.shown(actions["merge"].trigger))
        bench.settle()
        rows["undo"].append(bench.shown(actions["undo"].trigger))
        bench.settle()
        bench.session.select(numbers[:1])
        rows["delete"].append(bench.shown(actions["delete"].trigger))
        bench.settle()
        rows["undo"].append(bench.shown(actions["undo"].trigger))
        bench.settle()
    for name, times in rows.items():
        bench.say(f"{name}, 12 MP: until shown, median (worst)", f"{median(times):.0f} ({max(times):.0f}) ms", "100 ms")


def brush(bench):
    """Paint on 12 megapixels, a move after the other."""
    canvas, times, areas = bench.window.canvas, [], []
    bench.session.select({1})
    bench.window._view_state.set(tool="brush", brush=60)
    place = QPoint(300, 200)
    QTest.mousePress(canvas, LEFT, pos=place)
    for step in range(150):
        place = QPoint(300 + 2 * step, 200 + round(120 * np.sin(step / 12)))
        count, start = bench.paints.count, time.perf_counter()
        QTest.mouseMove(canvas, place)
        bench.wait(lambda count=count: bench.paints.count > count, 5)
        times.append(time.perf_counter() - start)
        areas.append(bench.paints.area / (canvas.width() * canvas.height()))
    QTest.mouseRelease(canvas, LEFT, pos=place)
    bench.window._view_state.set(tool="select")
    bench.settle()
    bench.session.undo()
    bench.settle()
    bench.say(
        "brush, 12 MP: frames a second, median (slowest)", f"{1 / median(times):.0f} ({1 / max(times):.0f})", "60"
    )
    bench.say("brush, 12 MP: part of the canvas redrawn a move", f"{median(areas):.1%}", "the changed rectangle")


def panning(bench):
    """Pan and zoom on 24 megapixels."""
    canvas = bench.window.canvas
    for name, act in (("pan", lambda step: pan_step(canvas, step)), ("zoom", lambda step: zoom_step(canvas, step))):
        canvas.actual_size()
        bench.app.processEvents()
        times = [bench.shown(lambda act=act, step=step: act(step)) for step in range(60)]
        bench.say(
            f"{name}, 24 MP: frames a second, median (slowest)",
            f"{1e3 / median(times):.0f} ({1e3 / max(times):.0f})",
            "30",
        )
    canvas.fit()


def pan_step(canvas, step):
    key = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)[step // 15]
    QTest.keyClick(canvas, key, Qt.KeyboardModifier.ControlModifier)


def zoom_step(canvas, step):
    canvas.zoom_out() if step % 12 < 6 else canvas.zoom_in()


def release(bench, path):
    """From the release of a slider to the final result, beside `segment()` alone."""
    parameters = Parameters().replace(radius=1, reduction=1, eigenvectors=16, k=16, method="kmeans")
    image = read_image(path)
    bench.open(path)
    bench.session.use_parameters(parameters, "Preset")
    bench.settle()
    alone, whole = [], []
    for sigma in (3.0, 4.0, 5.0):
        start = time.perf_counter()
        segment(image, parameters.replace(sigma_intensity=sigma), keep_eigenvectors=True)
        alone.append(time.perf_counter() - start)
        heard = []
        connection = bench.session.solved.connect(lambda heard=heard: heard.append(time.perf_counter()))
        start = time.perf_counter()
        bench.session.set_parameters(sigma_intensity=sigma + 0.1)
        bench.wait(lambda heard=heard: heard)
        bench.session.solved.disconnect(connection)
        whole.append(heard[0] - start)
        bench.settle()
    bench.say(
        "release to final, 1 MP, radius 1, k 16: beside segment() alone",
        f"{median(whole):.2f} s, {median(alone):.2f} s",
        "+0.3 s",
    )
    bench.session.use_parameters(Parameters(), "Preset")
    bench.settle()


def many(bench, folder):
    """Open 200 images one after the other."""
    paths = sorted(folder.glob("*.jpg"))[:200]
    memory = []
    for path in paths:
        bench.open(path)
        memory.append(resident())
    growth = max(memory[10:]) - memory[10]
    bench.say(
        f"{len(paths)} images one after the other: growth after the first ten", f"{growth / 1e6:.0f} MB", "100 MB"
    )


def discs(path, side=100, pitch=34):
    """Write a micrograph of side × side bright discs on a dark ground, with noise."""
    rows, columns = np.mgrid[:pitch, :pitch]
    disc = (rows - pitch / 2) ** 2 + (columns - pitch / 2) ** 2 <= (0.3 * pitch) ** 2
    whole = np.tile(np.where(disc, 180, 40), (side, side))
    noise = np.random.default_rng(0).integers(-6, 7, whole.shape)
    Pillow.fromarray(np.clip(whole + noise, 0, 255).astype(np.uint8)).save(path, compress_level=1)


def objects(bench):
    """Hover, select, merge, delete and undo among 10,000 objects on 12 megapixels; milliseconds until it is shown."""
    path = bench.scratch / "discs.png"
    discs(path)
    bench.open(path, method="objects")
    canvas, actions = bench.window.canvas, bench.window.actions_
    canvas.fit()
    count = len(bench.session.state.segments)
    rows = {"hover": [], "select": [], "merge": [], "undo": []}

    def timed(act):
        return bench.shown(act), bench.used

    for step in range(8):
        place = QPoint(150 + 23 * step, 200 + 7 * step)
        rows["hover"].append(timed(lambda place=place: QTest.mouseMove(canvas, place)))
        rows["select"].append(timed(lambda place=place: QTest.mouseClick(canvas, LEFT, pos=place)))
        bench.session.select(sorted(bench.session.state.segments)[10 * step + 5 : 10 * step + 7])
        bench.settle()
        rows["merge"].append(timed(actions["merge"].trigger))
        bench.settle()
        rows["undo"].append(timed(actions["undo"].trigger))
        bench.settle()
    for name, times in rows.items():
        for what, values in zip(("", ", computing"), zip(*times, strict=True), strict=True):
            said = f"{median(values):.0f} ({max(values):.0f}) ms"
            bench.say(f"{name}, {count} objects{what}: median (worst)", said, "50 ms")
    everything = sorted(bench.session.state.segments)
    heavy(bench, f"deleting {count} specks, 12 MP", "delete", everything[1:])
    bench.session.undo()
    bench.settle()


def heavy(bench, name, action, selection):
    """Measure the longest stall while an edit is done that takes its time."""
    bench.session.select(selection)
    bench.settle()
    before = bench.session.state
    with Stalls() as stalls:
        start = time.perf_counter()
        bench.window.actions_[action].trigger()
        bench.wait(lambda: bench.session.state is not before, 60)
        bench.settle()
        done = time.perf_counter() - start
    bench.say(f"{name}: longest stall (done after)", f"{stalls.longest * 1e3:.0f} ms ({done:.1f} s)", "50 ms")


def long_edits(bench):
    """Fill holes and split into pieces on 12 megapixels."""
    canvas = bench.window.canvas
    largest = max(bench.session.state.segments, key=lambda number: bench.session.state.areas[number])
    bench.session.select({largest})
    bench.window._view_state.set(tool="eraser", brush=40)
    for place in (QPoint(300, 200), QPoint(420, 300)):  # so that there is a hole to fill
        QTest.mouseClick(canvas, LEFT, pos=place)
        bench.settle()
    bench.window._view_state.set(tool="select")
    heavy(bench, "fill holes, 12 MP", "holes", bench.session.state.segments)
    smallest = min(bench.session.state.segments, key=lambda number: bench.session.state.areas[number])
    bench.session.select({smallest})
    bench.window._view_state.set(tool="brush", brush=20)
    for place in (QPoint(300, 200), QPoint(420, 300)):  # so that there are pieces
        QTest.mouseClick(canvas, LEFT, pos=place)
        bench.settle()
    bench.window._view_state.set(tool="select")
    heavy(bench, "split into pieces, 12 MP", "pieces", bench.session.state.segments)
    for _ in range(6):
        bench.session.undo()
        bench.settle()


def exporting(bench):
    """Paint on 12 megapixels while label image, overlay and table are written."""
    canvas, times = bench.window.canvas, []
    bench.session.select({1})
    bench.window._view_state.set(tool="brush", brush=60)
    bench.window.exporter.export(ExportSpec(bench.scratch, "export", ("labels", "overlay", "table", "recipe")))
    QTest.mousePress(canvas, LEFT, pos=QPoint(300, 200))
    with Stalls() as stalls:
        for step in range(200):
            count, start = bench.paints.count, time.perf_counter()
            QTest.mouseMove(canvas, QPoint(300 + 2 * step, 200 + round(120 * np.sin(step / 12))))
            bench.wait(lambda count=count: bench.paints.count > count, 5)
            times.append(time.perf_counter() - start)
            if not bench.window.exporter.busy:
                break
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(300, 200))
    bench.window._view_state.set(tool="select")
    bench.wait(lambda: not bench.window.exporter.busy)
    bench.settle()
    bench.say(
        f"painting while exporting, 12 MP, {len(times)} moves: longest stall (median move)",
        f"{stalls.longest * 1e3:.0f} ms ({median(times) * 1e3:.0f} ms)",
        "50 ms",
    )


def resident():
    """Return the bytes of memory this process has in use; Linux only."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


START = """
import sys, time
start = time.time() - float(sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QTimer
from segmenter.document.carry_over import carried_over
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import save
from segmenter.document.state import State
from segmenter.files.findings import findings
from segmenter.files.formats import MODULES
from segmenter.gui.app import application
application.make_application()
window = application.make_window()
window.show()
def usable():
    print(time.time() - float(sys.argv[1]), flush=True)
    window.close()
QTimer.singleShot(0, usable)
sys.exit(application.QApplication.instance().exec())
"""


def start():
    """Return the median seconds from starting the process to a window that answers."""
    times = []
    for _ in range(5):
        told = subprocess.run(
            [sys.executable, "-c", START, str(time.time())], check=True, capture_output=True, text=True
        )
        times.append(float(told.stdout.split()[-1]))
    return median(times)


def opening(bench, path):
    """From the choice of an image to its first coloured preview."""
    times = []
    for number in range(3):
        copy = bench.scratch / f"{number}_{path.name}"  # an image that is open already would come back with its work
        shutil.copy(path, copy)
        begun, heard = time.perf_counter(), []
        connection = bench.session.previewed.connect(lambda state, heard=heard: heard.append(state) if state else None)
        bench.window._controller.open([copy])
        bench.wait(lambda heard=heard: heard)
        bench.app.processEvents()
        times.append(time.perf_counter() - begun)
        bench.session.previewed.disconnect(connection)
        bench.settle()
    return median(times)


def project_of(photograph, folder, count=200):
    """Write a project of many small images with their segments; return its path."""
    with Pillow.open(photograph) as image:
        small = np.asarray(image.convert("RGB").resize((240, 160)))
    entries, found = [], segment(from_array(small))  # of the first; the others are the same, moved to the side
    for number in range(count):
        path = folder / f"photo{number:03d}.png"
        Pillow.fromarray(np.roll(small, number, axis=1)).save(path, compress_level=1)
        image = read_image(path)
        moved = replace(found, labels=np.roll(found.labels, number, axis=1))
        work = SavedState.of(carried_over(State(Parameters()), moved.labels, Parameters()))
        entries.append(replace(Entry(path).read_as(image), work=work, findings=findings(image.source, moved)))
    save(Project(tuple(entries)), folder / "many.segmenter")
    return folder / "many.segmenter"


def project_export(bench, photograph):
    """Export 200 images in every format while a hand moves over the image; the same bytes as the command."""
    folder = bench.scratch / "project"
    folder.mkdir()
    project = project_of(photograph, folder)
    with Stalls() as stalls:
        bench.open(project)
    bench.say("a project of 200 images opened: longest stall", f"{stalls.longest * 1e3:.0f} ms", "50 ms")
    exporting, canvas, over, steps = bench.window.project_export, bench.window.canvas, [], 0
    exporting.ended.connect(over.append)
    first, second = folder / "window" / "out", folder / "command" / "out"
    with Stalls() as stalls:
        start = time.perf_counter()
        exporting.start(Order(first, tuple(MODULES)))
        while not over:
            steps += 1
            QTest.mouseMove(canvas, QPoint(200 + steps % 300, 200 + steps % 97))
            end = time.perf_counter() + 0.016
            while time.perf_counter() < end:
                bench.app.processEvents()
                time.sleep(0.0005)
    seconds = time.perf_counter() - start
    bench.say("200 images exported in all formats: longest stall", f"{stalls.longest * 1e3:.0f} ms", "50 ms")
    bench.say("… without waiting for a processor", f"{stalls.own * 1e3:.0f} ms", "50 ms")
    bench.say("200 images exported in all formats", f"{seconds:.1f} s", "")
    command = [sys.executable, "-m", "segmenter", "export", project, "--out", second, "--export", ",".join(MODULES)]
    subprocess.run([*command, "--quiet"], check=True)
    files = [{path.name: path.read_bytes() for path in out.iterdir()} for out in (first, second)]
    same = "the same bytes" if over == [None] and files[0] == files[1] else "OTHER BYTES"
    bench.say("… beside what the command writes", f"{len(files[0])} files, {same}", "the same bytes")


def first_minute(bench, photograph):
    """Start, and open an image."""
    bench.say("start to usable window", f"{start():.2f} s", "2 s")
    bench.say("image chosen to coloured preview, 0.15 MP", f"{opening(bench, photograph):.2f} s", "1 s")


def large(bench, photograph):
    """All that is measured on 12 and 24 megapixels."""
    photo = enlarged(photograph, 12, bench.scratch)
    bench.say("image chosen to coloured preview, 12 MP PNG", f"{opening(bench, photo):.2f} s", "0.9 s")
    for size, wanted in ((12, "0.4 s"), (100, "1 s")):
        jpeg = enlarged(photograph, size, bench.scratch, "jpg")
        bench.say(f"image chosen to coloured preview, {size} MP JPEG", f"{opening(bench, jpeg):.2f} s", wanted)
    bench.open(photo)
    for part in (sigma_drag, k_drag, k_release, edits, brush, long_edits, exporting):
        part(bench)
    bench.open(enlarged(photograph, 24, bench.scratch))
    panning(bench)


def main():
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photograph", type=Path)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--only", choices=["start", "large", "clicks", "release", "objects", "export", "many"])
    asked = parser.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch)
        sys.setswitchinterval(application.PATIENCE)
        print("| what | measured | must reach |\n|---|---|---|")
        bench = Bench(folder)
        parts = {
            "start": lambda: first_minute(bench, asked.photograph),
            "large": lambda: large(bench, asked.photograph),
            "clicks": lambda: clicks(bench, enlarged(asked.photograph, 12, folder)),
            "release": lambda: release(bench, enlarged(asked.photograph, 1, folder)),
            "objects": lambda: objects(bench),
            "export": lambda: project_export(bench, asked.photograph),
            "many": lambda: many(bench, asked.folder) if asked.folder else None,
        }
        for name, part in parts.items():
            if asked.only in (None, name):
                part()
        bench.session.show(None)
        bench.window._controller.discard()
        bench.window.close()


if __name__ == "__main__":
    main()
