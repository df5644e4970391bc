"""The list of images, and what is kept of each."""
