"""Image segmentation by spectral clustering."""

__version__ = "0.1.0"
