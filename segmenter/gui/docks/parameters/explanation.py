"""What explains a parameter: a sentence, and pictures of the open image with half, the present value and double."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from segmenter.gui.app.qimages import from_rgb
from segmenter.gui.docks.parameters.slider_scale import written
from segmenter.gui.session.explaining import FACTORS, Picture, pictures
from segmenter.gui.session.worker import Job

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from segmenter.gui.docks.parameters.rows import Row
    from segmenter.gui.session.session import Session

EXPLAIN = "explain"
"""The kind of the clerk's job."""

WIDTH = 132
"""Of a picture, logical pixels."""


class Explanation(QFrame):
    """Opens beside the button that asks for it; a click elsewhere or Esc closes it."""

    def __init__(self, session: Session, row: Row, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = row.label.text()
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        text = QLabel(f"<b>{title}</b><br>{row.help}", self)
        text.setWordWrap(True)
        text.setFixedWidth(3 * WIDTH + 16)
        self.note = QLabel(self.tr("Making pictures of this image…"), self)
        self.note.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(text)
        column.addWidget(self.note)
        column.addLayout(self._grid)
        self._ask(row.name)

    def open_at(self, button: QWidget) -> None:
        """Appear below a button, inside the screen."""
        self.adjustSize()
        room = button.screen().availableGeometry()
        place = button.mapToGlobal(QPoint(0, button.height()))
        wide, tall = 3 * WIDTH + 60, 420  # when the pictures are there
        left = max(room.left(), min(place.x(), room.right() - wide))
        self.move(left, max(room.top(), min(place.y(), room.bottom() - tall)))
        self.show()

    def _ask(self, name: str) -> None:
        session, document = self._session, self._session.document
        if document is None:
            self.note.setText(self.tr("Pictures come with an image."))
            return
        work = partial(pictures, document, session.state.parameters, name, self._here())
        session.io_worker.submit(Job(EXPLAIN, work, self._show, self._fail))

    def _here(self) -> tuple[float, float]:
        """Return the middle of the selected segment, or of the image, as parts of its sides."""
        session, state = self._session, self._session.state
        chosen = session.selection & state.segments.keys()
        if not chosen or state.labels is None:
            return 0.5, 0.5
        part = state.labels.bounds(sorted(chosen))
        rows, columns = state.labels.shape
        return (part.top + part.bottom) / 2 / rows, (part.left + part.right) / 2 / columns

    def _show(self, made: list[Picture]) -> None:
        if not made:
            self.note.setText(self.tr("Pictures come with the first result of the method Tree."))
            return
        said = {
            "links": self.tr("What one pixel is linked to: bright is linked, dark is not."),
            "borders": self.tr("Which borders hold in the whole image: dark lines part segments."),
            "segments": self.tr("The segments that come out."),
        }
        kinds = list(dict.fromkeys(each.kind for each in made))
        three = all(sum(each.kind == kind for each in made) == len(FACTORS) for kind in kinds)
        whole, part = self.tr("Half, the present value, and double:"), self.tr("As far down and up as it goes:")
        self.note.setText(whole if three else part)
        for at, kind in enumerate(kinds):
            explained = QLabel(said[kind], self)
            explained.setWordWrap(True)
            self._grid.addWidget(explained, 3 * at, 0, 1, 3)
            for column, picture in enumerate(each for each in made if each.kind == kind):
                shown, caption = QLabel(self), QLabel(self._caption(picture.value), self)
                shown.setPixmap(self._pixmap(picture))
                shown.setAccessibleName(f"{said[kind]} {caption.text()}")
                self._grid.addWidget(shown, 3 * at + 1, column, Qt.AlignmentFlag.AlignCenter)
                self._grid.addWidget(caption, 3 * at + 2, column, Qt.AlignmentFlag.AlignCenter)

    def _caption(self, value: float) -> str:
        """Return a value as its field shows it, in four digits."""
        return written(float(f"{value:.4g}")).replace(".", self.locale().decimalPoint())

    def _pixmap(self, picture: Picture) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kind = Qt.TransformationMode
        mode = kind.FastTransformation if picture.kind == "links" else kind.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        side = round(WIDTH * ratio)
        pixmap = QPixmap.fromImage(from_rgb(picture.pixels)).scaled(side, side, keep, mode)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _fail(self, error: Exception) -> None:
        self.close()
        self._session.report(error)

    def hideEvent(self, event: QHideEvent) -> None:
        """Want no pictures any more."""
        self._session.io_worker.cancel(EXPLAIN)
        super().hideEvent(event)
