"""What a text cites and what cites it, for its page: one query."""

from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, OuterRef, Q, Subquery, When
from django.utils.functional import cached_property
from django.utils.translation import get_language

from resrec.library.citations.linking import linked, links
from resrec.library.models import Citation, ResolutionText
from resrec.web.held import held

FIRST = 8  # texts on the page each way; all of them are on the page of citations
STANDING = {Citation.State.FOUND, Citation.State.CONFIRMED}
COLUMNS = ["state", "language", "start", "exact", "paragraph_id", "paragraph__path"]
OTHER = ["code", "other_year", "other_title", "other_language"]


@dataclass(frozen=True)
class Cited:
    """The other text of a citation, and the words: `path` is that of their paragraph, or None."""

    code: str
    year: int
    title: str
    language: str
    words: str
    words_language: str
    path: str

    @property
    def label(self):
        return self.code.replace("-", " ")


@held
def _on_record():
    """The pks of all texts that cite or are cited; of most there is nothing to ask."""
    ends = Citation.objects.order_by().values_list("source_id", "target_id")
    return {pk for both in ends.iterator() for pk in both}


class Citing:
    def __init__(self, text, language):
        """`language` is the one in which the words of the text are shown."""
        self.text = text
        self.language = language

    @cached_property
    def _rows(self):
        if self.text.pk not in _on_record():
            return []
        told = Citation.objects.filter(Q(source=self.text) | Q(target=self.text))
        told = told.exclude(state=Citation.State.DISMISSED)
        return list(_with_other(told, self.text).values("source_id", *COLUMNS, *OTHER))

    @cached_property
    def _own(self):
        return [row for row in self._rows if row["source_id"] == self.text.pk]

    @cached_property
    def cites(self):
        """Cited, one a text, oldest first."""
        return self._by_text([row for row in self._own if row["state"] in STANDING])

    @cached_property
    def cited_by(self):
        """Cited, one a text, newest first."""
        theirs = [row for row in self._rows if row["source_id"] != self.text.pk]
        return self._by_text(theirs)[::-1]

    @property
    def first_cites(self):
        return self.cites[:FIRST]

    @property
    def first_cited_by(self):
        return self.cited_by[:FIRST]

    @property
    def not_held(self):
        """How many other texts its words name that are not held here, as far as words tell."""
        return self._in_state(Citation.State.UNKNOWN)

    @property
    def open(self):
        """How many of its citations can mean several texts."""
        return self._in_state(Citation.State.AMBIGUOUS)

    @cached_property
    def _links(self):
        return links(row for row in self._own if row["state"] in STANDING)

    def linked(self, words):
        """The HTML of a paragraph's words (wording.Words), citations in them as links."""
        return linked(words.text, self._links.get((words.paragraph, words.language), ()))

    def linked_body(self, text):
        """The HTML of a body (ResolutionText or None), where a text has no paragraphs."""
        return linked(text.body, self._links.get((None, text.language), ())) if text else ""

    def __bool__(self):
        return bool(self._rows)

    def _in_state(self, state):
        shown = {row["language"] for row in self._own}
        language = self.language if self.language in shown else ""
        words = {
            row["exact"]
            for row in self._own
            if row["state"] == state and (not language or row["language"] == language)
        }
        return len(words)

    def _by_text(self, rows):
        """One Cited a text: with words in the page's language where there are such, else any."""
        rows = sorted(rows, key=lambda row: (row["language"] != self.language, row["start"] or 0))
        found = {}
        for row in rows:
            found.setdefault(row["code"], row)
        cited = [
            Cited(
                code=row["code"],
                year=row["other_year"],
                title=row["other_title"] or "",
                language=row["other_language"] or "",
                words=row["exact"],
                words_language=row["language"],
                path=row["paragraph__path"] or "",
            )
            for row in found.values()
        ]
        return sorted(cited, key=lambda one: (one.year, one.code))


def _with_other(citations, text):
    """Add code, year and title of the text at the other end."""
    is_own = When(source=text, then=F("target"))
    titles = titles_of(OuterRef("other"), get_language() or "en")
    return citations.annotate(
        other=Case(is_own, default=F("source"), output_field=IntegerField()),
        code=Case(When(source=text, then=F("target__code")), default=F("source__code")),
        other_year=Case(
            When(source=text, then=F("target__assembly__year_held")),
            default=F("source__assembly__year_held"),
        ),
        other_title=Subquery(titles.values("title")[:1]),
        other_language=Subquery(titles.values("language")[:1]),
    )


def titles_of(resolution, language):
    """Titles of a text, the one for a reader of this language first."""
    order = [language, "en", "fr", "es"]
    wished = Case(*(When(language=code, then=place) for place, code in enumerate(order)))
    titles = ResolutionText.objects.filter(resolution=resolution, title__gt="")
    return titles.order_by(wished, "-version")
