"""Segmentations that other programs made: one module a kind of file, each hands over objects that become labels."""
