"""Many small objects on a ground: found by their outlines, parted where they touch."""
