"""What texts have in common, found by their words.

`nearest.nearest` gives the texts nearest to one, `drafts.said_about` what the library says on each
paragraph of a draft, `aligned.aligned` two texts side by side; `pairing` finds passages that
match, `marking` shows the words they share. All reads the stems that search has written, and is
the same on each database.
"""
