"""Forms of the library's own pages."""
