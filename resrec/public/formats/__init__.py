"""One text in other forms than a page: JSON, JSON-LD, Akoma Ntoso, plain text, citations.

Each module makes one form from what is `Told` of a text, and asks the database nothing.
docs/formats.md describes them.
"""
