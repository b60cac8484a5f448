"""The chain of citations through a text: what it rests on, and what rests on it, through time."""

from dataclasses import dataclass
from functools import cached_property

from resrec.library.models import Citation, Resolution

GENERATIONS = 3  # each way
MOST = 40  # texts


@dataclass(frozen=True)
class Link:
    """One text cites another, as this citation of theirs says best to a reader."""

    source: Resolution
    target: Resolution
    citation: Citation


class Chain:
    """Cited texts, theirs, and so on, and the same the other way; each text once, cycles or not.

    `is_cut` says that there are more than the `MOST` that are shown. Two queries a generation, and
    four for all that is said of them.
    """

    def __init__(self, text, language):
        self.text = text
        self.language = language
        self.generations = {text.pk: 0}
        self.is_cut = False
        for sign, end, other in ((-1, "source", "target"), (1, "target", "source")):
            self._follow(sign, end, other)

    def _follow(self, sign, end, other):
        """Add texts generation by generation; where there are too many, the nearest in time."""
        known = frontier = {self.text.pk}
        year = self.text.assembly.year_held
        for generation in range(1, GENERATIONS + 1):
            found = Citation.objects.standing().filter(**{f"{end}__in": frontier})
            years = dict(found.order_by().values_list(other, f"{other}__assembly__year_held"))
            fresh = sorted(years.keys() - known, key=lambda pk: (abs(years[pk] - year), pk))
            frontier = set(fresh[: MOST // 2 - len(known) + 1])
            self.is_cut |= len(frontier) < len(fresh)
            known = known | frontier
            for pk in frontier:
                self.generations.setdefault(pk, sign * generation)
            if not frontier:
                break

    @cached_property
    def texts(self):
        """All of the chain, oldest first; each knows its `generation` and the `links` it makes."""
        found = Resolution.objects.filter(pk__in=self.generations).for_display()
        return sorted(found, key=_in_time)

    @cached_property
    def links(self):
        """{pk of the citing text: [Link]}, one for each text it cites within the chain."""
        texts = {text.pk: text for text in self.texts}
        rows = Citation.objects.standing().filter(source__in=texts, target__in=texts)
        rows = rows.select_related("paragraph").prefetch_related("paragraph__texts")
        by_pair = {}
        for row in sorted(rows, key=self._best_words_first):
            by_pair.setdefault((row.source_id, row.target_id), row)
        found = {pk: [] for pk in texts}
        for (source, target), row in by_pair.items():
            found[source].append(Link(texts[source], texts[target], row))
        for links in found.values():
            links.sort(key=lambda link: _in_time(link.target))
        return found

    def _best_words_first(self, row):
        return (row.start is None, row.language != self.language, row.pk)

    @property
    def steps(self):
        """(text, generation, its links), oldest first; generation 0 is the text in the middle."""
        return [(text, self.generations[text.pk], self.links[text.pk]) for text in self.texts]

    @property
    def edges(self):
        """Pairs of places in `texts`: of the citing text, and of the one it cites."""
        place = {text.pk: number for number, text in enumerate(self.texts)}
        return [
            (place[link.source.pk], place[link.target.pk])
            for links in self.links.values()
            for link in links
        ]


def _in_time(text):
    return text.assembly.year_held, text.assembly.code, text.number, text.code
