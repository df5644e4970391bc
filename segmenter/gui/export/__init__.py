"""Export of what is on screen."""
