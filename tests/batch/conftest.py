"""Folders of small images, jobs to do with them."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.jobs.job import Job
from segmenter.parameters import Parameters

PARAMETERS = Parameters().replace(method="kmeans", k=3, eigenvectors=6, radius=1)


@pytest.fixture
def parameters():
    return PARAMETERS


@pytest.fixture
def photos(tmp_path, gallery):
    """Return a folder of five images of the same areas, each shifted a little."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(1, 6):
        Pillow.fromarray(np.roll(gallery["rgb"], number, axis=1)).save(folder / f"photo{number}.png")
    return folder


@pytest.fixture
def job(gallery, tmp_path):
    path = tmp_path / "a.png"
    Pillow.fromarray(gallery["rgb"]).save(path)
    return Job(path, 0, 1, tmp_path, "a", PARAMETERS, ("labels", "overlay", "recipe"), 10**6)


@pytest.fixture
def jobs(job):
    """Return a function that makes jobs which nobody has to do."""
    return lambda count: [replace(job, stem=f"job{number}") for number in range(count)]
