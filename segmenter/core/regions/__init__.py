"""Regions and the tree they merge in, and what they measure."""
