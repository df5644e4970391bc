"""The segments dock."""
