"""The comparison dock."""
