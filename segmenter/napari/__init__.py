"""Segmenter inside napari: a reader, a writer and a dock widget, which `napari.yaml` declares."""
