"""The image and what lies over it."""
