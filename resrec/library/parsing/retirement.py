"""Until when a text says that it is to be kept."""


def retirement_criterion(parsed):
    """Give the words with which a text says when it may be retired, "" if it does not.

    `parsed` is the list that `parse` gives.
    """
    return ""
