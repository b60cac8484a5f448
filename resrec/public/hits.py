"""The texts that a search found, read a page at a time."""

from collections.abc import Sequence
from itertools import islice

from resrec.public.lines import lines
from resrec.public.search import Search


class Hits(Sequence):
    """The lines of a search in its order; a slice of them is read in a fixed number of queries."""

    def __init__(self, search: Search):
        self.search = search

    def __len__(self):
        return self.search.count

    def __iter__(self):
        return iter(self[:])

    def __getitem__(self, place):
        if not isinstance(place, slice):
            return self[place : place + 1][0]
        start, stop, _step = place.indices(len(self))
        return lines(islice(self.search.ids(), start, stop), self.search.clause)
