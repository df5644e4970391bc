"""The application around the window: start, theme, icons, settings, garbage."""
