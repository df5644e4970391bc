"""What speaks for a boundary between two regions."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter1d

from segmenter.core.regions import descriptors, evidence
from segmenter.core.regions.evidence import DISCS, WEIGHTS, Seen, cues, strengths

ROWS, COLUMNS = 45, 60
FIRST_DISC = len(WEIGHTS) - 3 * len(DISCS)


def judged(values, base, group=None):
    """Cues of the borders of the regions of an image, in the order of their pairs."""
    values = np.asarray(values, np.float32).reshape(*base.shape, -1)
    gradients, channels = descriptors.cues(values)
    looks, areas = descriptors.describe(base, values, channels)
    textures = channels[descriptors.texture(values.shape[2])]
    seen = Seen(base, [gradients[1], gradients[1], *gradients], values, textures[:3])
    count = int(base.max())
    pairs = np.array([(one, one + 1) for one in range(1, count)])
    return cues(seen, np.arange(count + 1, dtype=np.int32) if group is None else group, pairs, looks, areas)


def halves(seed=0):
    """Two regions beside each other, and noise."""
    base = np.ones((ROWS, COLUMNS), np.int32)
    base[:, COLUMNS // 2 :] = 2
    return base, np.random.default_rng(seed).normal(50, 3, base.shape)


def test_each_cue_has_a_weight_and_is_a_number():
    base, values = halves()
    found = judged(values, base)
    assert found.shape == (1, len(WEIGHTS))
    assert np.isfinite(found).all()
    assert np.isfinite(judged(np.full(base.shape, 50.0), base)).all()


def test_a_step_is_a_stronger_boundary_than_noise():
    base, values = halves()
    assert strengths(judged(values + 30 * (base == 2), base)) > 3 * strengths(judged(values, base))


def test_a_change_of_texture_is_a_stronger_boundary_than_none():
    base, values = halves()
    rough = np.where(base == 2, 50 + 6 * (values - 50), values)
    assert strengths(judged(rough, base)) > 1.5 * strengths(judged(values, base))


def test_halves_of_discs_differ_by_what_is_near_in_the_direction_of_the_border():
    base, values = halves()
    across, along = values.copy(), values.copy()
    across[:, COLUMNS // 2 :] += 30
    along[ROWS // 2 :] += 30
    none, right, wrong = (judged(each, base)[0, FIRST_DISC:] for each in (values, across, along))
    assert (right[::3] > none[::3] + 1).all()
    assert (wrong[::3] < right[::3] - 1).all()


def test_cues_turn_with_the_image():
    base, values = halves()
    values = values + 20 * (base == 2)
    turned = judged(values.T, np.ascontiguousarray(base.T))
    assert turned == pytest.approx(judged(values, base), abs=1e-3)


def test_regions_are_groups_of_base_regions():
    base, values = halves()
    values = values + 20 * (base == 2)
    split = base.copy()
    split[:20][base[:20] == 2] = 3
    gradients, channels = descriptors.cues(values.astype(np.float32)[..., None])
    looks, areas = descriptors.describe(base, values.astype(np.float32)[..., None], channels)
    maps = [gradients[1], gradients[1], *gradients]
    seen = Seen(split, maps, values.astype(np.float32)[..., None], channels[1:4])
    found = cues(seen, np.array([0, 1, 2, 2], np.int32), np.array([[1, 2]]), looks, areas)
    assert found == pytest.approx(judged(values, base))


def test_what_is_outside_the_mask_has_no_border():
    base, values = halves()
    base[:, COLUMNS // 2 - 3 : COLUMNS // 2] = 0
    base[0, COLUMNS // 2 - 3 : COLUMNS // 2] = 1  # they touch in one place
    found = judged(values, base)
    assert found.shape == (1, len(WEIGHTS))
    assert np.isfinite(found).all()


@pytest.mark.parametrize("order", [0, 1])
def test_windows_are_gaussians_and_their_derivatives(order):
    values = np.random.default_rng(3).random(23)
    found = evidence._window(23, 2.0, order) @ values
    assert found == pytest.approx(gaussian_filter1d(values, 2.0, order=order), abs=1e-5)


def test_small_images_have_windows_too():
    base = np.array([[1, 2], [1, 2]], np.int32)
    assert np.isfinite(judged([[0, 90], [0, 90]], base)).all()


def test_discs_are_the_same_part_of_a_larger_image(monkeypatch):
    base, values = halves()
    monkeypatch.setattr(evidence, "USUAL", base.size)
    large = [np.kron(each, np.ones((3, 3), each.dtype)) for each in (values, base)]
    assert [evidence.coarser(each.size) for each in (base, large[1])] == [1, 3]
    found = judged(*large)
    assert found[0, FIRST_DISC] == pytest.approx(judged(values, base)[0, FIRST_DISC], rel=1e-3)
    monkeypatch.undo()
    assert judged(*large)[0, FIRST_DISC] != pytest.approx(found[0, FIRST_DISC], rel=0.05)
