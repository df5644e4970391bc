"""A folder of images, segmented beside the window."""
