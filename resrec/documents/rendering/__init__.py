"""One module a format: each takes a Document and gives the bytes of a file."""
