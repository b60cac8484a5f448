"""What a text cites and what cites it, for its page: one query."""

from dataclasses import dataclass
from html import escape

from django.db import connection
from django.db.models import Case, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext as _

from resrec.library.citations.linking import linked, links
from resrec.library.models import Citation, ResolutionText
from resrec.web.held import held

FIRST = 8  # texts on the page each way; all of them are on the page of citations
STANDING = {Citation.State.FOUND, Citation.State.CONFIRMED}
COLUMNS = [
    "source_id",
    "state",
    "language",
    "start",
    "exact",
    "paragraph_id",
    "paragraph__path",
    "code",
    "other_year",
    "other_title",
    "other_language",
]
# Every page of a text asks this; that the ORM puts it together takes longer than the rest of the
# page. The title is the newest in the reader's language, else in English, French or Spanish.
TITLE = """(SELECT t.{} FROM library_resolutiontext t WHERE t.resolution_id = o.id AND t.title > ''
ORDER BY t.language <> %(language)s, t.language <> 'en', t.language <> 'fr', t.version DESC
LIMIT 1)"""
BOTH_WAYS = f"""
SELECT c.source_id, c.state, c.language, c.start, c.exact, c.paragraph_id, p.path,
  o.code, a.year_held, {TITLE.format("title")}, {TITLE.format("language")}
FROM library_citation c
LEFT JOIN library_paragraph p ON p.id = c.paragraph_id
LEFT JOIN library_resolution o
  ON o.id = CASE WHEN c.source_id = %(pk)s THEN c.target_id ELSE c.source_id END
LEFT JOIN library_assembly a ON a.id = o.assembly_id
WHERE (c.source_id = %(pk)s OR c.target_id = %(pk)s) AND c.state <> %(dismissed)s
"""  # noqa: S608  put together from names of our own columns


@dataclass(frozen=True)
class Cited:
    """The other text of a citation, and the words: `path` is that of their paragraph, or "".

    `is_source` says that the words are the other text's. Put together here and not by the
    template engine, as each page of a text shows some sixteen.
    """

    is_source: bool
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

    def html(self, texts) -> SafeString:
        """An item of a list; `texts` is the address of the list of texts."""
        address = escape(f"{texts}{self.code}/")
        parts = (
            f'<li><p class="eyebrow"><span>{escape(self.label)}</span><span>{self.year}</span></p>',
            f'<p class="title"><a href="{address}">{self._title}</a></p>',
            f'<p class="small quiet">{self._words(address)}</p></li>',
        )
        return mark_safe("".join(parts))  # noqa: S308  each part is escaped

    @property
    def _title(self):
        if self.title:
            return f'<span lang="{self.language}">{escape(self.title)}</span>'
        return escape(_("%(code)s, title not known") % {"code": self.label})

    def _words(self, address):
        if not self.words:
            return escape(_("on record; the words are not held here"))
        said = f'<q lang="{self.words_language}">{escape(self.words)}</q>'
        if self.path:
            page = address if self.is_source else ""
            said = f'<a href="{page}#{escape(self.path)}">{said}</a>'
        in_the_words = escape(_("in the words"))
        return f"{in_the_words} {said}"


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
        pk, language = self.text.pk, get_language() or "en"
        values = {"pk": pk, "dismissed": Citation.State.DISMISSED, "language": language}
        with connection.cursor() as cursor:
            cursor.execute(BOTH_WAYS, values)
            return [dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()]

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
    def cites_html(self):
        """Items of a list: the first of `cites`."""
        return self._first(self.cites)

    @property
    def cited_by_html(self):
        return self._first(self.cited_by)

    def _first(self, cited):
        texts = reverse("resolutions")
        return mark_safe("".join(one.html(texts) for one in cited[:FIRST]))  # noqa: S308  of items

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
                is_source=row["source_id"] != self.text.pk,
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


def titles_of(resolution, language):
    """Titles of a text, the one for a reader of this language first."""
    order = [language, "en", "fr", "es"]
    wished = Case(*(When(language=code, then=place) for place, code in enumerate(order)))
    titles = ResolutionText.objects.filter(resolution=resolution, title__gt="")
    return titles.order_by(wished, "-version")
