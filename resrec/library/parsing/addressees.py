"""Whom a paragraph addresses, and to which class each belongs."""


def label_of_class(code):
    """Give the label of a class of addressees, as it is written out."""
    return code
