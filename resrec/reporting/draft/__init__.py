"""Activity Reports in the making."""
