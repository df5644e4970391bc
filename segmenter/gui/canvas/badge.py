"""A word in the corner of the canvas while parameters and picture disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor

from segmenter.gui.session.standing import standing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.gui.session.session import Session

MARGIN, PADDING = 12, 8
"""Logical pixels from the corner, and around the word."""

GROUND, INK = QColor(232, 163, 23), QColor(25, 20, 0)


def text(session: Session) -> str:
    """Return the word; empty where what is seen is what the parameters say."""
    words = {
        "preview": QCoreApplication.translate("Badge", "Preview"),
        "earlier": QCoreApplication.translate("Badge", "Earlier result"),
    }
    return words.get(standing(session), "")


def paint(painter: QPainter, session: Session, height: float, ratio: float) -> None:
    """Draw the word above the lower left corner of a canvas of some height, in device pixels."""
    word = text(session)
    if not word:
        return
    painter.save()
    font = painter.font()
    font.setPixelSize(round(12 * ratio))
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(word) + 2 * PADDING * ratio
    tall = painter.fontMetrics().height() + PADDING * ratio
    place = QRectF(MARGIN * ratio, height - MARGIN * ratio - tall, wide, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(place, tall / 2, tall / 2)
    painter.setPen(INK)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
    painter.restore()
