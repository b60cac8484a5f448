"""One search over the texts: what it finds, in which order, and how many there are of what."""

from functools import cached_property

from resrec.library.search import catalogue
from resrec.library.search.finding import Found, find
from resrec.public.criteria import NEWEST, RELEVANCE, Criteria
from resrec.public.facets import FACETS, facet_sets
from resrec.public.lines import lines, nearest_lines

# A table to take away holds at most so many texts; the page says so where more are found.
MOST_TAKEN = 10_000


class Search:
    """The texts that meet the criteria. Sets are whole numbers, one bit a text (see catalogue)."""

    def __init__(self, criteria: Criteria):
        self.criteria = criteria
        self.catalogue = catalogue.current()
        self.sets = facet_sets()
        self.coded = [text.pk for text in criteria.found.texts] if criteria.found else []

    @cached_property
    def found(self) -> Found:
        """What the words find; a code is looked for as a code, and nothing near to it."""
        found = find(self.criteria.words, self.catalogue, typing=self.criteria.typing)
        is_code = self.criteria.found is not None and self.criteria.found.is_code
        if is_code and (found.is_near or found.corrected):
            return Found(0)
        return found

    @cached_property
    def worded(self) -> int:
        """The set that words and code find, before facets."""
        texts = self.found.texts | self.catalogue.set_of(self.coded)
        if self.criteria.title:
            texts &= self.titled.texts
        return texts

    @cached_property
    def titled(self) -> Found:
        return find(self.criteria.title_words, self.catalogue, in_title=True)

    @cached_property
    def texts(self) -> int:
        return self._within(self.worded)

    @cached_property
    def count(self) -> int:
        return self.texts.bit_count()

    @property
    def clause(self):
        """What is marked in the texts: the words of the box, else those of the title."""
        return self.found.clause if self.criteria.q else self.titled.clause

    @property
    def coded_lines(self):
        """The texts that the code means, whatever else is asked."""
        return lines(self.coded)

    @property
    def nearest(self):
        """Texts whose codes come close to one that is not known."""
        is_unknown_code = self.criteria.found and self.criteria.found.is_code and not self.coded
        return nearest_lines(self.criteria.q) if is_unknown_code else []

    @property
    def worded_count(self):
        """How many texts have the words, whatever else is asked."""
        return self.worded.bit_count()

    @property
    def complete_count(self):
        """How many of those found have all the words."""
        return (self.found.complete & self.texts).bit_count()

    @property
    def without_facets(self):
        """The query string of the same words without anything picked."""
        return self.criteria.address(**dict.fromkeys(self.criteria.picked))

    @property
    def is_more_than_taken(self):
        return self.count > MOST_TAKEN

    most_taken = MOST_TAKEN

    def counts(self, name) -> dict[str, int]:
        """How many texts would be found with each value of a facet, the others as they are."""
        within = self._within(self.worded, leaving_out=name)
        return {
            value: number
            for value, texts in self.sets.get(name, {}).items()
            if (number := (texts & within).bit_count())
        }

    @property
    def order(self):
        has_words = self.criteria.q or self.criteria.title
        return self.criteria.order or (RELEVANCE if has_words else NEWEST)

    def ids(self):
        """Give the ids of the texts found, in order; lazily, for the first page is asked most."""
        match self.order:
            case "newest":
                return self.catalogue.in_order(self.texts)
            case "oldest":
                return self.catalogue.oldest_first(self.texts)
            case "code":
                return self.catalogue.by_code(self.texts)
        return self._by_relevance()

    def _by_relevance(self):
        left = self.texts
        for pk in self.coded:
            place = self.catalogue.places.get(pk)
            if place is not None and left >> place & 1:
                left &= ~(1 << place)
                yield pk
        words = self.found if self.criteria.q else self.titled
        yield from words.by_relevance(self.catalogue, left)

    def _within(self, texts, leaving_out=""):
        for facet in FACETS:
            if facet.name != leaving_out and (values := self.criteria.picked.get(facet.name)):
                any_of = 0
                for value in values:
                    any_of |= self.sets.get(facet.name, {}).get(value, 0)
                texts &= any_of
        return texts
