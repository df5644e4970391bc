"""Eigenvectors, similarity, margin and boundaries in place of the segments."""
