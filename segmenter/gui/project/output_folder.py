"""Where results and projects go unless a person says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from segmenter.assets import resource


def default_output_folder(image: Path | None) -> Path:
    """Return the folder of an image; that for documents, if files cannot be written there or must not be.

    Samples are in a folder of the program itself: nobody would look there, and an update takes it away. Who has no
    folder for documents is shown the home folder, which is there.
    """
    folder = image.parent if image is not None else None
    if folder is None or folder == resource("samples") or not os.access(folder, os.W_OK):
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()
    return folder
