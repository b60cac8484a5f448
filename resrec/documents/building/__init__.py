"""One module a document: each reads what is public and gives a Document in the page's language."""
