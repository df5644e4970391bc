"""The parameters dock, made from the declared parameters."""
