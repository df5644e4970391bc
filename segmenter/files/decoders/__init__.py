"""One file a kind of image file; each hands over what `decoded` turns into an Image."""
