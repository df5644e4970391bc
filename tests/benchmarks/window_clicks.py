"""Objects from clicks in the real window, at 12 megapixels: part of `window.py`."""

from __future__ import annotations

import time
from statistics import median

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton

MOVES, OBJECTS, CLICKS = 120, 8, 5


def hovering(bench):
    """Move over the image; return how long each move takes until what a click would select is shown."""
    times = []
    for step in range(MOVES + 1):  # the first one waits for what is prepared once an image
        place = on_screen(bench, (0.1 + step * 0.237) % 0.9, (0.1 + step * 0.131) % 0.9)
        times.append(answered(bench, lambda place=place: QTest.mouseMove(bench.window.canvas, place)))
    return [each for each in times[1:] if each is not None]


def clicking(bench):
    """Click on the image; return how long it takes until what that selects is shown, of first and of later clicks."""
    times = [], []
    for number in range(OBJECTS):
        for at in range(CLICKS):
            down, across = 0.2 + 0.2 * (number % 4), 0.3 + 0.4 * (number // 4)
            place = on_screen(bench, down + 0.02 * at * (-1) ** at, across + 0.015 * at * (-1) ** (at // 2))
            taken = answered(bench, lambda place=place: QTest.mouseClick(bench.window.canvas, LEFT, pos=place))
            times[min(at, 1)].append(taken)
        bench.session.object_assistant.drop()
        bench.settle()
    return times


def on_screen(bench, down, across):
    """Return the point of the canvas where some part of the height and of the width of the image is."""
    rows, columns = bench.session.document.image.shape
    return QPoint(*(round(each) for each in bench.window.canvas.view.to_screen(across * columns, down * rows)))


def answered(bench, act):
    """Return the milliseconds, by the clock and of the processor, from an act to the end of the paint with its answer.

    None if it asks for nothing.
    """
    assistant, before, heard = bench.session.object_assistant, bench.session.object_assistant.candidate, []

    def changed():
        if assistant.candidate not in (before, None):
            heard.append(bench.paints.count)

    connection = assistant.changed.connect(changed)
    start, used = time.perf_counter(), time.process_time()
    act()
    bench.wait(lambda: heard or not bench.session.io_worker.busy(), 20)
    if heard:
        bench.wait(lambda: bench.paints.count > heard[0], 20)
    assistant.changed.disconnect(connection)
    return ((bench.paints.last - start) * 1e3, (time.process_time() - used) * 1e3) if heard else None


def clicks(bench, path):
    """Hover, and click, at 12 megapixels."""
    bench.open(path)
    bench.window._view_state.set(tool="object")
    bench.window.canvas.fit()
    bench.settle()
    rows = {"what a click would select": (hovering(bench), "16 (33) ms")}
    first, later = clicking(bench)
    rows |= {"first click": (first, "150 ms"), "later clicks": (later, "500 ms")}
    for name, (times, wanted) in rows.items():
        clock, used = ([f"{of(part):.0f}" for of in (median, max)] for part in zip(*times, strict=True))
        told = f"{clock[0]} ({clock[1]}) ms; of the processor {used[0]} ({used[1]}) ms"
        bench.say(f"{name}, 12 MP: until shown, median (worst)", told, wanted)
    bench.window._view_state.set(tool="select")
