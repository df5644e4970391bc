"""The dock widget: an image layer in, a labels layer out, computed in a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segmenter import segment
from segmenter.core.image import from_array
from segmenter.parameters import Parameters

if TYPE_CHECKING:
    from numpy.typing import NDArray


def labels_of(pixels: NDArray[Any], k: int) -> NDArray[Any]:
    """Segment an image; `k` is how many segments, 0 for as many as it seems to have."""
    parameters = Parameters().replace(k=k or "auto")
    return segment(from_array(pixels), parameters).labels.copy()


def segment_widget() -> Any:
    """Return the widget."""
    from magicgui import magicgui  # noqa: PLC0415 - of napari, an extra
    from napari.layers import Image  # noqa: PLC0415
    from napari.qt.threading import FunctionWorker, thread_worker  # noqa: PLC0415
    from napari.types import LayerDataTuple  # noqa: PLC0415

    def segmented(image: Image, k: int = 0) -> FunctionWorker[LayerDataTuple]:
        """Segment the image of a layer."""

        @thread_worker  # type: ignore[untyped-decorator]
        def work() -> Any:
            told = {"name": f"{image.name} segments", "scale": image.scale[-2:]}
            return LayerDataTuple((labels_of(image.data, k), told, "labels"))

        worker = work()
        worker.start()
        return worker

    segmented.__annotations__ = {"image": Image, "k": int, "return": FunctionWorker[LayerDataTuple]}
    return magicgui(segmented, call_button="Segment", k={"label": "Segments (0: automatic)", "max": 1000})
