"""A real Dask scheduler and two real workers, processes on the loopback; one of them is killed."""

import json
import os
import subprocess
import sys
import threading
import time

import pytest

from segmenter.batch import cluster
from segmenter.batch.execution import run
from segmenter.batch.plan import plan
from segmenter.batch.workers import inline
from segmenter.errors import BatchError

distributed = pytest.importorskip("distributed")


def start(*words):
    command = [sys.executable, "-m", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONWARNINGS": "ignore"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def dask(tmp_path):
    """Return the address of a scheduler, and its workers."""
    file = tmp_path / "scheduler.json"
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    running = [start("distributed.cli.dask_scheduler", *here, "--port", 0, "--scheduler-file", file)]
    limit = time.monotonic() + 60
    while not (file.exists() and file.stat().st_size):
        assert running[0].poll() is None
        assert time.monotonic() < limit
        time.sleep(0.05)
    address = json.loads(file.read_text())["address"]
    for number in range(2):
        place = ["--local-directory", tmp_path / f"worker{number}"]
        one = ["--nthreads", 1, "--no-nanny", "--memory-limit", 0]
        running.append(start("distributed.cli.dask_worker", address, *here, *one, *place))
    yield address, running[1:]
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed", "ignore::DeprecationWarning:tornado")
def test_a_batch_survives_the_death_of_a_worker(dask, photos, tmp_path, parameters):
    address, (victim, _) = dask
    for number in range(30):
        (photos / f"more{number}.png").write_bytes((photos / f"photo{number % 5 + 1}.png").read_bytes())
    exports = ("labels", "overlay", "recipe")
    here, there = (plan(photos, tmp_path / out, parameters, exports) for out in ("here", "there"))
    run(here, inline(threading.Event()), lambda _: None)
    reports, begun = [], []

    def ended(report):
        reports.append(report)
        if len(reports) == 6:
            victim.kill()

    with cluster.connect(address) as workers:
        while workers.at_once() < 2:
            time.sleep(0.05)
        run(there, workers, ended, on_begin=begun.append)
    assert len(reports) == 35
    assert {job.image for job in begun} == {job.image for job in there.jobs}
    again = [report for report in reports if report.status != "done"]
    # an image whose worker was killed after its last file was written is found finished
    assert len(again) <= 2
    assert {report.note for report in again} <= {"finished before"}
    for path in here.out.iterdir():
        assert path.name == "batch_log.csv" or (there.out / path.name).read_bytes() == path.read_bytes()


def test_no_scheduler(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with (
        pytest.raises(BatchError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9\."),
        cluster.connect("tcp://127.0.0.1:9"),
    ):
        pass
    with pytest.raises(BatchError, match=r"no scheduler answers at nonsense\."), cluster.connect("nonsense"):
        pass


def test_distributed_is_an_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BatchError, match=r"pip install 'segmenter\[cluster\]'"), cluster.connect("tcp://a:1"):
        pass


def test_jobs_are_done_in_one_thread(job, monkeypatch):
    from segmenter.core.solver.blocks import parallel

    seen = []
    monkeypatch.setattr(cluster, "process", lambda *_: seen.extend(parallel(lambda _: threading.get_ident(), range(9))))
    cluster._work(job, False)
    assert set(seen) == {threading.get_ident()}


def test_without_dask_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BatchError, match="pip install"), cluster.connect("tcp://127.0.0.1:1"):
        pass
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # nothing can be installed into the bundle
    with pytest.raises(BatchError, match="on all of its machines") as caught, cluster.connect("tcp://127.0.0.1:1"):
        pass
    assert "pip" not in str(caught.value)
