"""What a person asks of a solution: a segment split, a pixel looked into."""
