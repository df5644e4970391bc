"""Folders of images: a plan, workers that carry it out, a log of what became of each image."""
