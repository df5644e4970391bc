"""Circles as large as the smallest and the largest object, while their sliders move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from segmenter.gui.canvas.lengths import distance
from segmenter.gui.canvas.tools.crosshair import outline_pens
from segmenter.gui.session.pixel_sizes import pixel_size

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.session import Session

LIMITS: Final = ("smallest_diameter", "largest_diameter")


def wanted(session: Session) -> dict[str, float]:
    """Return the diameters that are shown, pixels of the image: of both limits, while one of them is tried."""
    trial = session.trial
    if trial is None or not trial.names & set(LIMITS):
        return {}
    sizes = {name: float(getattr(trial.parameters.objects, name)) for name in LIMITS}
    return {name: size for name, size in sizes.items() if size > 0}


def paint(painter: QPainter, view: ViewTransform, session: Session, ratio: float) -> None:
    """Draw the circles in the middle of the canvas, each with its diameter, in device pixels."""
    words = {
        "smallest_diameter": QCoreApplication.translate("Diameters", "smallest: {length}"),
        "largest_diameter": QCoreApplication.translate("Diameters", "largest: {length}"),
    }
    middle = QPointF(view.size[0] / 2, view.size[1] / 2)
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    font = painter.font()
    font.setPixelSize(round(13 * ratio))
    painter.setFont(font)
    for name, size in wanted(session).items():
        radius = size * view.scale / 2
        text = words[name].format(length=distance((0, 0), (size, 0), pixel_size(session)))
        for pen in outline_pens(max(round(ratio), 1)):
            painter.setPen(pen)
            painter.drawEllipse(middle, radius, radius)
            painter.drawLine(middle - QPointF(radius, 0), middle + QPointF(radius, 0))
        _write(painter, middle + QPointF(0, radius if name == LIMITS[1] else -radius), text, ratio, view)
    painter.restore()


def _write(painter: QPainter, place: QPointF, text: str, ratio: float, view: ViewTransform) -> None:
    """Write beside the upper or lower end of a circle, inside the canvas."""
    metrics = painter.fontMetrics()
    wide, tall = metrics.horizontalAdvance(text) + 10 * ratio, metrics.height() + 4 * ratio
    top = min(max(place.y() - tall / 2, 0), view.size[1] - tall)
    box = QRectF(place.x() - wide / 2, top, wide, tall)
    painter.fillRect(box, outline_pens()[0].color())
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
