"""Other unions' collections: what a description of one says, and loading it."""
