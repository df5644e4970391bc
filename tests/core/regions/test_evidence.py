"""What speaks for a boundary between two regions."""

import numpy as np
import pytest

from segmenter.core.regions import descriptors, evidence
from segmenter.core.regions.evidence import WEIGHTS, Seen, cues, strengths

ROWS, COLUMNS = 45, 60


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


def test_what_is_seen_from_the_edges_of_a_border_is_a_cue():
    base, values = halves()
    across, along = values.copy(), values.copy()
    across[:, COLUMNS // 2 :] += 30
    along[ROWS // 2 :] += 30
    none, right, wrong = (judged(each, base)[0, -1] for each in (values, across, along))
    assert right > none + 1
    assert wrong < right - 1


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


def test_small_images_have_borders_too():
    base = np.array([[1, 2], [1, 2]], np.int32)
    assert np.isfinite(judged([[0, 90], [0, 90]], base)).all()


def test_as_large_a_part_of_a_larger_image_is_seen(monkeypatch):
    base, values = halves()
    monkeypatch.setattr(evidence, "USUAL", base.size)
    rows = ROWS // 3 * 3  # whole squares
    large = [np.kron(each[:rows], np.ones((3, 3), each.dtype)) for each in (values, base)]
    assert [evidence.coarser(each.size) for each in (base, large[1])] == [1, 3]
    shrunk = evidence._shrunk(np.float32(large[0]), 3)
    assert shrunk == pytest.approx(values[:rows], rel=1e-5)


def test_what_is_left_over_belongs_to_the_last_squares():
    shrunk = evidence._shrunk(np.arange(35, dtype=np.float32).reshape(5, 7), 2)
    assert shrunk.shape == (2, 3)
    assert shrunk[0, 0] == 4
    assert shrunk[1, 2] == np.mean([[18, 19, 20], [25, 26, 27], [32, 33, 34]])


def test_from_far_away_a_larger_image_looks_alike(monkeypatch):
    base, values = halves()
    values = values + 30 * (base == 2)
    monkeypatch.setattr(evidence, "USUAL", base.size)
    large = [np.kron(each, np.ones((3, 3), each.dtype)) for each in (values, base)]
    found = {}
    for name, image, regions in (("small", values, base), ("large", *large)):
        gradients, channels = descriptors.cues(np.float32(image)[..., None])
        seen = Seen(regions, [gradients[1]] * 3, np.float32(image)[..., None], channels[1:4])
        edges = evidence.edges_of(regions, np.array([[1, 2]]), 3)
        found[name] = evidence.views(seen, edges, np.bincount(edges.border))[0][:, :10].mean(axis=0)
    assert found["large"] == pytest.approx(found["small"], abs=0.15)  # differences of colours across the border
