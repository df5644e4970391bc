"""One image from file to files: what `run`, `export` and `batch` share."""
