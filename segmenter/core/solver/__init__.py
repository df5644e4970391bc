"""The eigenvectors of the normalized Laplacian: multigrid, LOBPCG, rows in blocks."""
