"""What is open, what is wanted of it, and the thread that computes it."""
