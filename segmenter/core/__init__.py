"""The numbers: no Qt, no files, no state."""
