"""The reader’s pages, one module a noun."""
