"""The pipeline: right on odd input, cached by key, stoppable anywhere, the same bytes every time."""

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest

from segmenter import Cache, Cancelled, Parameters, SegmenterError, segment
from segmenter.core import pipeline
from segmenter.core.cache import arrays
from segmenter.core.image import from_array
from segmenter.core.pipeline import STAGES
from segmenter.core.solver import multigrid

RNG = np.random.default_rng(0)


def scene(rows=48, columns=64, noise=0.01):
    """Three areas: sky, ground, and a disc on both."""
    image = np.zeros((rows, columns, 3))
    image[: rows // 2] = (0.5, 0.7, 0.9)
    image[rows // 2 :] = (0.4, 0.5, 0.2)
    i, j = np.indices((rows, columns))
    disc = (i - rows / 2) ** 2 + (j - columns / 3) ** 2 < (rows / 4) ** 2
    image[disc] = (0.8, 0.2, 0.2)
    truth = np.where(disc, 3, np.where(i < rows // 2, 1, 2))
    image += np.random.default_rng(1).normal(0, noise, image.shape)
    return np.clip(image, 0, 1), truth


def agreement(labels, truth):
    """Share of pixels that agree under the best renaming, greedily."""
    return sum(np.bincount(labels[truth == at]).max() for at in np.unique(truth)) / truth.size


SCENE, TRUTH = scene()
THREE = Parameters().replace(k=3, eigenvectors=8, radius=2, minimum_region=0)


@pytest.mark.parametrize("method", ["kmeans", "colour"])
@pytest.mark.parametrize("reduction", [1, 2])
def test_a_scene_is_segmented(method, reduction):
    result = segment(SCENE, THREE.replace(method=method, reduction=reduction))
    assert agreement(result.labels, TRUTH) > 0.97
    assert result.count == 3
    assert result.labels.dtype == np.int32
    assert not result.labels.flags.writeable
    assert result.converged
    assert set(result.seconds) == set(STAGES)
    assert result.lower_bound - 1e-6 <= result.normalized_cut <= 3


def test_spectral_labels_cut_less_than_colours():
    noisy, _ = scene(noise=0.1)
    ours, colours = (segment(noisy, THREE.replace(method=method)) for method in ("kmeans", "colour"))
    assert ours.lower_bound == pytest.approx(colours.lower_bound, rel=0.02)
    assert ours.normalized_cut < colours.normalized_cut


@pytest.mark.parametrize("kind", ["uint8", "uint16", "float32", "grey", "two", "eight", "bool", "alpha"])
def test_kinds_of_images(kind):
    byte = (SCENE * 255).astype(np.uint8)
    image = {
        "uint8": byte,
        "uint16": byte.astype(np.uint16) * 257,
        "float32": SCENE.astype(np.float32),
        "grey": byte[:, :, 0],
        "two": SCENE[:, :, :2].astype(np.float32) * 1000,
        "eight": np.concatenate([SCENE, SCENE, SCENE[:, :, :2]], axis=2) * 7 - 3,
        "bool": byte[:, :, 0] > 120,
        "alpha": np.concatenate([byte, np.full((48, 64, 1), 255, np.uint8)], axis=2),
    }[kind]
    result = segment(image, THREE)
    assert result.labels.shape == (48, 64)
    assert result.count >= 2
    assert result.labels.min() == 1


def test_transparent_masked_and_infinite_pixels_become_background():
    image = np.concatenate([SCENE, np.ones((48, 64, 1))], axis=2)
    image[:5, :, 3] = 0
    image[10, 10, 1] = np.nan
    roi = np.ones((48, 64), bool)
    roi[:, 60:] = False
    result = segment(image, THREE, mask=roi)
    expected = np.ones((48, 64), bool)
    expected[:5] = expected[:, 60:] = False
    expected[10, 10] = False
    assert np.array_equal(result.labels > 0, expected)
    assert result.warnings == ("1 pixel that is not a finite number was left out.",)


ODD = {
    "constant": (np.full((20, 30, 3), 77, np.uint8), 1),
    "constant float": (np.full((20, 30), 0.3), 1),
    "one pixel": (np.array([[5]], np.uint8), 1),
    "two equal pixels": (np.array([[5, 5]], np.uint8), 1),
    "two pixels": (np.array([[0, 255]], np.uint8), 2),
    "a row": (RNG.random((1, 200)), 3),
    "a column": (RNG.random((200, 1)), 3),
    "noise": (RNG.random((40, 40, 3)), 3),
    "nothing finite": (np.full((5, 5), np.nan), 0),
    "two values": (np.indices((32, 32))[1] // 16 * 1.0, 3),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("method", ["kmeans", "colour"])
def test_degenerate_images_have_a_right_answer(name, method):
    image, count = ODD[name]
    result = segment(image, THREE.replace(method=method, minimum_region=3))
    assert result.labels.shape == image.shape[:2]
    assert result.count <= count
    assert (result.count == 0) == (count == 0)
    if name.startswith(("constant", "one", "two equal")):
        assert result.count == 1
    assert np.isfinite([result.normalized_cut, result.lower_bound]).all()


@pytest.mark.parametrize("k", [1, 2, 24])
def test_k_from_one_to_more_than_there_is(k):
    result = segment(RNG.random((3, 4)), Parameters().replace(k=k, minimum_region=0))
    assert result.count == min(k, 12) or (k == 24 and 2 <= result.count <= 12)
    if k == 24:
        assert any("instead of 24" in warning for warning in result.warnings)


def test_why_there_are_fewer_labels_is_said():
    noise = np.random.default_rng(3).random((40, 40))
    (warning,) = segment(noise, Parameters().replace(k=20, minimum_region=400)).warnings
    assert warning.endswith("instead of 20, small regions were absorbed.")


def test_an_automatic_k_of_clusters_does_not_come_from_the_cache_of_another_minimum():
    rough = np.kron(np.random.default_rng(2).random((8, 10)), np.ones((9, 9)))
    wanted = Parameters().replace(method="kmeans", k="auto", strength=50.0)
    cache = Cache()
    few, many = (segment(rough, wanted.replace(minimum_region=size), cache=cache) for size in (400, 10))
    assert few.suggested_k < many.suggested_k
    alone = segment(rough, wanted.replace(minimum_region=10))
    assert np.array_equal(many.labels, alone.labels)


def test_that_eigenvectors_are_left_out_is_said():
    noise = np.random.default_rng(3).random((40, 40))
    few = Parameters().replace(method="kmeans", k=6, eigenvectors=6, excluded="2 3", minimum_region=1)
    (warning,) = segment(noise, few).warnings
    assert warning == "Labels: 4 instead of 6, as many as there are eigenvectors (4)."


@pytest.mark.parametrize("sigma", [1e-6, 1e6])
def test_extreme_sigmas(sigma):
    result = segment(SCENE, THREE.replace(sigma_intensity=sigma, sigma_position=sigma))
    assert result.count == 3
    assert np.isfinite(result.normalized_cut)


def test_separate_areas_of_a_mask():
    roi = np.zeros((48, 64), bool)
    roi[:20, :20] = roi[25:, 30:] = roi[40, 5] = True
    result = segment(RNG.random((48, 64)), Parameters().replace(k=2, eigenvectors=8), mask=roi)
    assert np.array_equal(result.labels > 0, roi)
    assert result.count == 2
    assert len(set(np.unique(result.labels[:20, :20]))) == 1
    assert result.normalized_cut < 0.01


@pytest.mark.parametrize("size", [1, 2, 4])
@pytest.mark.parametrize("method", ["tree", "kmeans"])
def test_a_mask_of_very_many_areas(size, method):
    """More components than any level can keep apart, as in a thresholded image of cells."""
    roi = (np.indices((200, 200)) % 8 < size).all(axis=0)
    parameters = Parameters().replace(method=method, radius=1, reduction=1, k=5, minimum_region=0)
    result = segment(RNG.random((200, 200, 3)), parameters, mask=roi)
    assert np.array_equal(result.labels > 0, roi)
    assert 1 <= result.count <= 5
    assert result.eigenvalues.max(initial=0) < 1e-2


def test_a_mask_of_lonely_pixels():
    roi = np.indices((20, 20)).sum(axis=0) % 6 == 0
    roi &= np.indices((20, 20))[0] % 3 == 0
    result = segment(RNG.random((20, 20)), THREE.replace(radius=1), mask=roi)
    assert np.array_equal(result.labels > 0, roi)


def test_small_regions_are_absorbed():
    noisy, _ = scene(noise=0.2)
    parameters = THREE.replace(method="colour")
    rough = segment(noisy, parameters)
    smooth = segment(noisy, parameters.replace(minimum_region=100))
    assert np.count_nonzero(np.diff(smooth.labels)) < np.count_nonzero(np.diff(rough.labels)) / 3


def test_eigenvectors_come_on_request_as_images():
    roi = np.ones((48, 64), bool)
    roi[:4] = False
    result = segment(SCENE, THREE, mask=roi, keep_eigenvectors=True)
    assert result.eigenvectors.shape == (48, 64, 8)
    assert not result.eigenvectors[:4].any()
    np.testing.assert_allclose((result.eigenvectors**2).sum(axis=(0, 1)), 1, rtol=1e-4)
    assert segment(SCENE, THREE).eigenvectors is None


# --- the cache


@pytest.mark.parametrize(
    ("change", "runs"),
    [
        ({}, set()),
        ({"minimum_region": 9}, {"regions"}),
        ({"k": 4}, {"regions"}),
        ({"method": "colour"}, {"labels", "regions"}),
        ({"tolerance": 0.1}, {"multigrid", "eigenvectors", "labels", "regions"}),
        ({"eigenvectors": 6}, {"multigrid", "eigenvectors", "labels", "regions"}),
        ({"radius": 3}, {"affinity", "multigrid", "eigenvectors", "labels", "regions"}),
        ({"sigma_intensity": 7}, {"affinity", "multigrid", "eigenvectors", "labels", "regions"}),
        ({"smoothing": 1}, set(STAGES)),
        ({"uneven_light": 5}, set(STAGES)),
    ],
)
def test_only_what_a_parameter_changes_runs_again(change, runs):
    cache = Cache()
    segment(SCENE, THREE, cache=cache)
    changed = THREE.replace(**change)
    again = segment(SCENE, changed, cache=cache)
    assert set(again.seconds) == runs
    assert np.array_equal(again.labels, segment(SCENE, changed).labels)


def test_another_image_or_mask_is_another_key():
    cache = Cache()
    first = segment(SCENE, THREE, cache=cache)
    assert set(segment(SCENE[:, ::-1], THREE, cache=cache).seconds) == set(STAGES)
    roi = np.ones((48, 64), bool)
    roi[0, 0] = False
    assert set(segment(SCENE, THREE, mask=roi, cache=cache).seconds) == set(STAGES)
    assert segment(SCENE, THREE, cache=cache).seconds == {}
    assert first.count == 3


def test_cached_results_are_read_only():
    cache = Cache()
    segment(SCENE, THREE, cache=cache)
    found = [array for value, _ in cache._entries.values() for array in arrays(value)]
    assert len(found) > len(cache._entries)
    assert all(not array.flags.writeable for array in found)


# --- progress and cancelling


def test_progress_names_every_stage_and_does_not_leave_0_to_1():
    heard = []
    segment(SCENE, THREE, progress=lambda stage, fraction: heard.append((stage, fraction)))
    assert [stage for stage in STAGES if stage in dict(heard)] == list(STAGES)
    assert all(0 <= fraction <= 1 for _, fraction in heard)
    assert list(dict.fromkeys(stage for stage, _ in heard)) == list(STAGES)


def test_it_can_be_cancelled_at_every_call(monkeypatch):
    monkeypatch.setattr(multigrid, "COARSEST", 100)
    small = SCENE[::2, ::2]
    parameters = THREE.replace(radius=1)
    whole = segment(small, parameters)
    calls = []
    segment(small, parameters, progress=lambda *_: calls.append(None))
    assert len(calls) > 20
    for last in range(len(calls)):
        left = [last]

        def check(stage, fraction, left=left):
            if left[0] == 0:
                raise Cancelled
            left[0] -= 1

        cache = Cache()
        with pytest.raises(Cancelled):
            segment(small, parameters, cache=cache, progress=check)
        if last % 7 == 0:  # what the cache kept is whole
            assert np.array_equal(segment(small, parameters, cache=cache).labels, whole.labels)


def test_wrong_input_is_refused():
    with pytest.raises(SegmenterError, match="shape"):
        segment(np.zeros(5))
    with pytest.raises(SegmenterError, match="channels"):
        segment(np.zeros((5, 5, 9)))
    with pytest.raises(SegmenterError, match="not numbers"):
        segment(np.zeros((5, 5), complex))
    cache = Cache()
    segment(SCENE, THREE, mask=np.ones((48, 64), bool), cache=cache)
    for shape in ((2, 2), (64, 48)):
        with pytest.raises(ValueError, match="region of interest"):
            segment(SCENE, THREE, mask=np.ones(shape, bool), cache=cache)


def test_a_mask_may_be_of_numbers():
    roi = np.zeros((48, 64))
    roi[5:40, 5:50] = 1
    assert np.array_equal(segment(SCENE, THREE, mask=roi, cache=Cache()).labels > 0, roi > 0)


# --- determinism

PROGRAM = """
import hashlib, sys
import numpy as np
from segmenter import Parameters, segment
image = np.random.default_rng(5).random((150, 170, 3))
image[40:100, 60:120] += 0.8
result = segment(image / image.max(), Parameters().replace(k=6, radius=2), keep_eigenvectors=True)
print(hashlib.sha256(result.labels.tobytes() + result.eigenvectors.tobytes()).hexdigest())
"""


def test_two_processes_at_once_and_any_number_of_blas_threads_give_the_same_bytes():
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdout=subprocess.PIPE,
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
        )
        for threads in ("1", "2", "7")
    ]
    digests = {program.communicate()[0] for program in programs}
    assert len(digests) == 1
    assert all(program.returncode == 0 for program in programs)


def test_ten_runs_give_the_same_bytes():
    digests = {hashlib.sha256(segment(SCENE, THREE).labels.tobytes()).hexdigest() for _ in range(10)}
    assert len(digests) == 1


def test_solving_alone_is_the_first_half_of_segmenting():
    mask = TRUTH != 2
    result = segment(SCENE, THREE, mask=mask)
    stages = []
    solved = pipeline.solve(from_array(SCENE), THREE, mask, lambda stage, _: stages.append(stage))
    assert np.array_equal(solved.eigen.values, result.eigenvalues)
    assert np.array_equal(solved.full.mask, mask)
    assert list(dict.fromkeys(stages)) == list(STAGES[:4])
