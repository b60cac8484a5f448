"""A yearly analysis kept as data: frozen, read back, counted again, and what has moved since."""
