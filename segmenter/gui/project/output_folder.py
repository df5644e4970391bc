"""Where results and projects go unless a person says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from segmenter.assets import resource
from segmenter.gui.project.pasted import pasted_folder

RESULTS = "segmented"
"""The folder of results beside images: never that of the images itself."""


def default_output_folder(image: Path | None) -> Path:
    """Return the folder of an image; that for documents, if files cannot be written there or must not be.

    Samples, and images that were pasted, are in folders of the program itself: nobody would look there. Who has no
    folder for documents is shown the home folder, which is there.
    """
    folder = image.parent if image is not None else None
    if folder is None or folder in (resource("samples"), pasted_folder()) or not os.access(folder, os.W_OK):
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()
    return folder


def default_results_folder(image: Path | None, project: Path | None = None) -> Path:
    """Return a folder of its own for results, beside the project or the image, as a batch has it."""
    if project is not None and os.access(project.parent, os.W_OK):
        return project.parent / RESULTS
    return default_output_folder(image) / RESULTS
