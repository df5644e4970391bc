"""Labels and values as colours."""
