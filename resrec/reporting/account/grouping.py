"""The sources on the bench in groups: by report, by operative paragraph, by theme; in parts.

The public rule, which the page prints:

- A passage belongs to the paragraph that its report points at; of several, to the one whose words
  it shares most. A report that points at none is about the text as a whole.
- Its theme is the kind of the activity that it describes; of other passages, the first keyword of
  the library whose name stands in them.
- Passages of one group that say nearly the same, in whatever language, are folded: the fullest
  stands, the others under it.
"""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from django.core.cache import cache
from django.utils.translation import gettext as _, gettext_lazy

from resrec.library.models import Keyword
from resrec.library.search.words import LANGUAGES, stop_words, words_of
from resrec.reporting.models import ReportedText
from resrec.reporting.suggesting.folding import folds_of

BY = {
    "report": gettext_lazy("By report"),
    "paragraph": gettext_lazy("By paragraph"),
    "theme": gettext_lazy("By theme"),
}
REPORTS_A_PART, PASSAGES_A_PART = 20, 40
MOST_FOLDED = 10  # passages under another that are shown with their words
LOT = 250  # passages
A_DAY = 24 * 60 * 60


@dataclass
class Entry:
    """A passage that stands, of a BenchReport, and (report, passage) of those folded under it.

    `at` is the place that somebody has asked for.
    """

    on_bench: object
    one: object
    under: list = field(default_factory=list)
    at: str = ""

    @property
    def is_asked_for(self):
        return any(one.place == self.at for _report, one in self.under)

    @property
    def shown(self):
        """Those folded that are shown with their words: the first, and what is asked for."""
        first = self.under[:MOST_FOLDED]
        return first + [pair for pair in self.under[MOST_FOLDED:] if pair[1].place == self.at]

    @property
    def named(self):
        """The others."""
        return [pair for pair in self.under[MOST_FOLDED:] if pair[1].place != self.at]


@dataclass
class Group:
    """A heading, the id of the paragraph it is if it is one, and its Entries on this part."""

    heading: str
    path: str
    entries: list


class SourcesShown:
    """One part of the sources that are due, grouped. `at` is a place that the part must hold."""

    def __init__(self, bench, *, by="", part="", at=""):
        self.bench = bench
        self.by = by if by in BY else "report"
        self._asked, self._at = part, at

    @property
    def ways(self):
        return [(code, label, code == self.by) for code, label in BY.items()]

    @cached_property
    def _all(self):
        """Everything in order: BenchReports, or (heading, path, Entry)."""
        if self.by == "report":
            return self.bench.due
        return [
            (group.heading, group.path, entry)
            for group in self._groups()
            for entry in group.entries
        ]

    @property
    def _size(self):
        return REPORTS_A_PART if self.by == "report" else PASSAGES_A_PART

    @property
    def count(self):
        """How many parts there are, one at least."""
        return max(1, -(-len(self._all) // self._size))

    @cached_property
    def part(self):
        """Which part is shown, from 1."""
        for number, one in enumerate(self._all):
            if self._at and self._at in self._places(one):
                return number // self._size + 1
        asked = int(self._asked) if self._asked.isdecimal() and len(self._asked) < 6 else 1
        return min(max(asked, 1), self.count)

    def _places(self, one):
        if self.by == "report":
            return {f"report-{one.report.pk}", *(passage.place for passage in one.passages)}
        entry = one[2]
        return {entry.one.place, *(passage.place for _report, passage in entry.under)}

    @property
    def _here(self):
        start = (self.part - 1) * self._size
        return self._all[start : start + self._size]

    @property
    def reports(self):
        return self._here if self.by == "report" else []

    @property
    def groups(self):
        groups = []
        for heading, path, entry in self._here if self.by != "report" else []:
            if not groups or groups[-1].heading != heading:
                groups.append(Group(heading, path, []))
            entry.at = self._at
            groups[-1].entries.append(entry)
        return groups

    @property
    def numbers(self):
        return range(1, self.count + 1) if self.count > 1 else []

    def _groups(self):
        passages = [(report, one) for report in self.bench.due for one in report.passages]
        key_of = self._paragraph_of if self.by == "paragraph" else self._theme_of
        groups = {}
        for report, one in passages:
            groups.setdefault(key_of(report.report, one.passage), []).append((report, one))
        return [
            Group(heading, path, _folded(groups[position, heading, path]))
            for position, heading, path in sorted(groups)
        ]

    def _paragraph_of(self, report, passage):
        """(place in the order, heading, path) of the paragraph that a passage is about."""
        pointed = self._pointed.get(report.pk, [])
        if not pointed:
            return len(self.bench.paragraphs), _("The text as a whole"), ""
        words = set(words_of(passage.text))
        place = max(pointed, key=lambda at: (len(words & self._words[at]), -at))
        paragraph = self.bench.paragraphs[place]
        return place, paragraph.label, paragraph.path

    @cached_property
    def _pointed(self):
        """{report's id: places of the paragraphs it points at}."""
        places = {one.pk: place for place, one in enumerate(self.bench.paragraphs)}
        links = ReportedText.paragraphs.through.objects.filter(
            reportedtext__resolution=self.bench.account.resolution_id,
            reportedtext__report__in=[one.report.pk for one in self.bench.due],
        )
        found = {}
        for report, pk in links.values_list("reportedtext__report", "paragraph"):
            if pk in places:
                found.setdefault(report, []).append(places[pk])
        return found

    @cached_property
    def _words(self):
        """The telling words of each paragraph, in all its languages."""
        idle = frozenset().union(*(stop_words(code) for code in LANGUAGES))
        return [
            set(words_of(" ".join(text.text for text in one.texts.all()))) - idle
            for one in self.bench.paragraphs
        ]

    def _theme_of(self, report, passage):
        noun, _colon, rest = passage.field.partition(":")
        if noun == "activity":
            key = rest.partition("/")[0]
            kind = next(one.kind for one in report.activities.all() if one.key == key)
            if kind:
                return kind.position, kind.label, ""
        words = f" {' '.join(words_of(passage.text))} "
        for place, (keyword, names) in enumerate(self._keywords):
            if any(name in words for name in names):
                return 1_000 + place, keyword.label, ""
        return 100_000, _("Of no kind or keyword"), ""

    @cached_property
    def _keywords(self):
        """(Keyword, its names as words between spaces), in their order."""
        return [
            (one, {f" {' '.join(words_of(name))} " for name in _names(one) if words_of(name)})
            for one in Keyword.objects.all()
        ]


def _names(term):
    return (term.label_en, term.label_fr, term.label_es)


def _folded(passages):
    """The Entries of one group: passages that say nearly the same are one.

    A very large group is folded in lots, for the time it takes grows with the square of a lot.
    """
    lots = [passages[at : at + LOT] for at in range(0, len(passages), LOT)]
    return [
        Entry(*lot[fold.stands], under=[lot[place] for place in fold.under])
        for lot in lots
        for fold in _folds(lot)
    ]


def _folds(passages):
    """Read once: accepted words do not change, so that their addresses stand for them."""
    addresses = " ".join(one.address for _report, one in passages)
    key = f"folds_{hashlib.sha256(addresses.encode()).hexdigest()}"

    def found():
        return folds_of([(report.report.language, one.passage.text) for report, one in passages])

    return cache.get_or_set(key, found, A_DAY)
