"""The eigenvectors dock."""
