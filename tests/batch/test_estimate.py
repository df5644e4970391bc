"""What a job will cost."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.batch.estimate import PROCESS, UNKNOWN, cost, estimate
from segmenter.batch.workers import processes
from segmenter.core.solver.blocks import processors
from segmenter.files.sizes import Size
from segmenter.parameters import Parameters


def test_the_estimate_is_of_the_image(job):
    assert cost(job) == estimate(Size(24, 36), job.parameters)


def test_files_that_do_not_tell(job):
    job.image.write_bytes(b"?" * 1000)
    assert 0.9 * 1000 * UNKNOWN < cost(job).pixels <= 1000 * UNKNOWN
    assert cost(replace(job, pixel_limit=100)).pixels == 100
    job.image.unlink()
    assert cost(job) == (0, 0.0, PROCESS)


@pytest.mark.parametrize("changes", [{"radius": 6}, {"eigenvectors": 32}, {"reduction": 1}])
def test_what_costs_more(changes):
    size = Size(1000, 1000)
    less, more = estimate(size, Parameters()), estimate(size, Parameters().replace(**changes))
    assert more.seconds > less.seconds
    assert more.memory > less.memory
    assert estimate(Size(1000, 1000, 8), Parameters()).memory > less.memory


@pytest.mark.parametrize("changes", [{"radius": 1}, {"radius": 5}])
def test_memory_is_not_underestimated(job, changes):
    noise = np.random.default_rng(0).integers(0, 255, (300, 400, 3), np.uint8)
    Pillow.fromarray(noise).save(job.image)
    job = replace(job, parameters=Parameters().replace(**changes))
    workers = processes(processors() + 1)  # in one thread; and here, earlier tests have left free memory behind
    with workers.start() as process:
        spent = process.submit(workers.work, job, False).result().memory
    assert PROCESS / 2 < spent < cost(job).memory
