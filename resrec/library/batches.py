"""A long list in parts, so that not all of it is held in memory at once."""


def batched(items, size):
    """Yield the parts of a list or tuple, each of `size` items at most."""
    return (items[begin : begin + size] for begin in range(0, len(items), size))
