"""What was made of an image and is kept: states, edits, history, projects, recovery."""
