"""The library's own pages."""
