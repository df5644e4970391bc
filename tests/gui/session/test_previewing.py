"""What a moving slider shows: the final result's own tree where that is all it takes, else a small solve."""

import numpy as np
import pytest

import segmenter
from segmenter.core.image import from_array
from segmenter.gui.session import previewing
from segmenter.gui.session.document import document
from segmenter.parameters import DEFAULTS
from segmenter.progress import ignore


@pytest.fixture
def solved(picture):
    """Return a document of 480 × 720 pixels with a final result."""
    made = document(from_array(np.kron(picture, np.ones((8, 8, 1), np.uint8))))
    assert made.factor > 1
    made.segmentation = segmenter.segment(made.image, DEFAULTS, cache=made.cache)
    return made


@pytest.fixture
def calls(monkeypatch):
    """Return the parameters of the solves that were made."""
    made, segment = [], segmenter.segment

    def counted(image, parameters, **options):
        made.append(parameters)
        return segment(image, parameters, **options)

    monkeypatch.setattr(previewing.segmenter, "segment", counted)
    return made


@pytest.mark.parametrize("changes", [{"k": 3}, {"k": 2}, {"k": "auto", "strength": 5000.0}])
def test_k_and_strength_show_the_final_result_without_a_solve(solved, calls, changes):
    parameters = DEFAULTS.replace(**changes)
    labels = previewing.preview_labels(solved, parameters, ignore)
    assert not calls
    assert labels.shape == solved.small.shape
    final = segmenter.segment(solved.image, parameters, cache=solved.cache).labels
    middle = solved.factor // 2
    sampled = final[middle :: solved.factor, middle :: solved.factor][: labels.shape[0], : labels.shape[1]]
    pairs = np.unique(np.stack([labels[: sampled.shape[0], : sampled.shape[1]], sampled]).reshape(2, -1), axis=1)
    assert pairs.shape[1] == len(np.unique(sampled))  # the same segments, whatever their numbers


def test_other_parameters_are_solved_at_the_size_of_the_preview(solved, calls):
    labels = previewing.preview_labels(solved, DEFAULTS.replace(radius=7), ignore)
    assert labels.shape == solved.small.shape
    (wanted,) = calls
    assert wanted.affinity.sigma_intensity == solved.segmentation.sigma_intensity  # of the final result, not of its own
    assert wanted.affinity.radius < 7


def test_before_the_first_result_everything_is_solved(solved, calls):
    solved.segmentation = None
    previewing.preview_labels(solved, DEFAULTS, ignore)
    assert len(calls) == 1
    assert calls[0].affinity.sigma_intensity == "auto"


def test_lengths_shrink_with_the_pixels_of_the_preview(solved):
    wanted = solved.preview_parameters(DEFAULTS.replace(radius=6, sigma_position=6.0, smoothing=4.0, reduction=1))
    coarser = solved.factor * wanted.features.reduction
    assert wanted.affinity.sigma_position == pytest.approx(6 / coarser)
    assert wanted.affinity.radius == max(1, round(6 / coarser))
    assert wanted.features.smoothing == 4 / solved.factor
    fine = solved.preview_parameters(DEFAULTS.replace(radius=6, reduction=64))
    assert fine.affinity.radius == 6
