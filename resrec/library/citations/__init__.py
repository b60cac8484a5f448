"""Citations between adopted texts: found in the words, resolved against the library, kept."""
