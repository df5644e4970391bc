"""One measurement of `speed.py`, in a process of its own; prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image
from scipy.linalg import eigh
from scipy.sparse import eye_array
from scipy.sparse.linalg import LinearOperator, eigsh, splu
from skimage import data

from segmenter import Cache, Cancelled, Parameters, segment
from segmenter.core import affinity, clustering, features
from segmenter.core.image import from_array
from segmenter.core.solver import eigenvectors, multigrid
from segmenter.core.solver.blocks import single_threaded_blas
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

K = 16
PARAMETERS = Parameters().replace(
    method="kmeans",
    k=K,
    eigenvectors=K,
    sigma_intensity=4.0,
    sigma_position=1.0,
    radius=1,
    reduction=1,
    minimum_region=0,
)


def photograph(rows: int, columns: int) -> NDArray[np.uint8]:
    """Four photographs side by side, enlarged, with the noise of a camera: the same scene at any size."""
    half = (columns // 2, rows // 2)
    scenes = (data.astronaut(), data.coffee(), data.chelsea(), data.stereo_motorcycle()[0])
    tiles = [np.asarray(Image.fromarray(scene).resize(half, Image.Resampling.LANCZOS)) for scene in scenes]
    image = np.vstack([np.hstack(tiles[:2]), np.hstack(tiles[2:])])
    noise = np.random.default_rng(0).normal(0, 2, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def graph_of(image: NDArray[np.uint8], radius: int) -> affinity.Graph:
    """Build the graph that both rivals get."""
    described = features.reduce(features.compute(from_array(image), None, 0.0, ignore), 1)
    return affinity.build(described, 4.0, float(radius), radius, ignore)


def ritz_sum(graph: affinity.Graph, vectors: NDArray[np.floating]) -> float:
    """Sum the Ritz values of the span of some vectors."""
    Q = np.linalg.qr(vectors.astype(np.float64))[0]
    return float(eigh(Q.T @ (Q - graph.S @ Q), eigvals_only=True).sum())


def ours(size: str, radius: str) -> dict[str, Any]:
    """Time graph to labels, and pixels to labels."""
    image = photograph(int(size), int(size))
    segment(image[:64, :64], PARAMETERS)
    parameters = PARAMETERS.replace(radius=int(radius), sigma_position=float(radius))
    start = time.perf_counter()
    result = segment(image, parameters)
    whole = time.perf_counter() - start
    peak = peak_memory()
    graph = graph_of(image, int(radius))
    with single_threaded_blas:
        start = time.perf_counter()
        hierarchy = multigrid.build(graph.S, graph.null, ignore)
        setup = time.perf_counter() - start
        eigen = eigenvectors.solve(hierarchy, graph.null, K, 0.01, ignore)
        clustering.spectral(eigen, K, 0, ignore)
        seconds = time.perf_counter() - start
    assert result.converged
    return {
        "seconds": seconds,
        "whole": whole,
        "setup": setup,
        "peak": peak,
        "sum": ritz_sum(graph, eigen.vectors),
    }


def sklearn(size: str, radius: str, tolerance: str = "auto") -> dict[str, Any]:
    """Time scikit-learn's spectral clustering."""
    import warnings

    from sklearn.cluster import spectral_clustering
    from sklearn.manifold import spectral_embedding

    warnings.simplefilter("ignore")
    graph = graph_of(photograph(int(size), int(size)), int(radius))
    W = graph.W
    options = {
        "eigen_solver": "amg",
        "random_state": 0,
        "eigen_tol": tolerance if tolerance == "auto" else float(tolerance),
    }
    start = time.perf_counter()
    spectral_clustering(W, n_clusters=K, assign_labels="cluster_qr", **options)
    seconds = time.perf_counter() - start
    peak = peak_memory()
    embedded = spectral_embedding(W, n_components=K, drop_first=False, **options)
    vectors = embedded * np.sqrt(graph.degrees)[:, None]
    return {"seconds": seconds, "peak": peak, "sum": ritz_sum(graph, vectors)}


def reference(size: str, radius: str) -> dict[str, Any]:
    """Solve to full accuracy with another method: Lanczos on a sparse factorization, in float64."""
    graph = graph_of(photograph(int(size), int(size)), int(radius))
    S = graph.S.astype(np.float64)
    start = time.perf_counter()
    shift = 1e-8
    L = eye_array(S.shape[0], format="csr") - S
    shifted = (L + shift * eye_array(S.shape[0])).tocsc()
    factors = splu(shifted, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})
    inverse = LinearOperator(S.shape, factors.solve, dtype=np.float64)
    values, vectors = eigsh(L, k=K, sigma=-shift, OPinv=inverse)
    residual = np.linalg.norm(L @ vectors - vectors * values, axis=0).max()
    assert residual < 1e-7
    return {"seconds": time.perf_counter() - start, "sum": float(values.sum())}


def large(method: str) -> dict[str, Any]:
    """Segment 12 MP."""
    image = photograph(3000, 4000)
    parameters = PARAMETERS.replace(method=method)
    segment(image[:64, :64], parameters)
    start, work = time.perf_counter(), time.process_time()
    result = segment(image, parameters)
    whole = time.perf_counter() - start
    assert result.converged
    return {
        "whole": whole,
        "processor": time.process_time() - work,
        "peak": peak_memory(),
        "stages": {k: round(v, 2) for k, v in result.seconds.items()},
    }


def preview() -> dict[str, Any]:
    """Move sigma, then k, on an image of 50,000 pixels, with a cache as the window has one."""
    image = photograph(224, 224)
    cache = Cache()
    times: dict[str, list[float]] = {}

    def timed(name: str, parameters: Parameters) -> None:
        start = time.perf_counter()
        segment(image, parameters, cache=cache)
        times.setdefault(name, []).append(1000 * (time.perf_counter() - start))

    for radius in (1, 2, 5):
        parameters = PARAMETERS.replace(radius=radius, sigma_position=float(radius))
        segment(image, parameters, cache=cache)
        for step in range(1, 21):
            timed(f"sigma, radius {radius}", parameters.replace(sigma_intensity=4 * 1.1**step))
        for step in range(1, 16):
            timed("k", parameters.replace(k=step))
    return times


def cancel() -> dict[str, Any]:
    """Ask a 12 MP run to stop at 24 moments spread over it."""
    image = photograph(3000, 4000)
    start = time.perf_counter()
    segment(image, PARAMETERS)
    whole = time.perf_counter() - start
    latencies = []
    for part in range(24):
        asked = threading.Event()
        moment: list[float] = []

        def ask(asked: threading.Event = asked, moment: list[float] = moment) -> None:
            moment.append(time.perf_counter())
            asked.set()

        place = [""]

        def check(stage: str, fraction: float, /, asked: threading.Event = asked, place: list[str] = place) -> None:
            place[0] = stage
            if asked.is_set():
                raise Cancelled

        timer = threading.Timer(whole * (part + 0.5) / 24, ask)
        timer.start()
        try:
            segment(image, PARAMETERS, progress=check)
            timer.cancel()
        except Cancelled:
            latencies.append((time.perf_counter() - moment[0], place[0]))
    worst = max(latencies)
    return {"seconds": [latency for latency, _ in latencies], "worst": worst[1]}


def peak_memory() -> float:
    """Return the largest resident size so far, GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


MEASUREMENTS: dict[str, Callable[..., dict[str, Any]]] = {
    "ours": ours,
    "sklearn": sklearn,
    "reference": reference,
    "large": large,
    "preview": preview,
    "cancel": cancel,
}

if __name__ == "__main__":
    print(json.dumps(MEASUREMENTS[sys.argv[1]](*sys.argv[2:])))
