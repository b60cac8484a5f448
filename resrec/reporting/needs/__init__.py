"""What constituents say would help."""
