"""The texts that a search found, read a page at a time, each with what its line shows."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from django.db.models import Prefetch
from django.utils.html import format_html, format_html_join

from resrec.library.models import Resolution
from resrec.library.search.passages import marked, passages, stems_by_language
from resrec.public.search import Search
from resrec.reporting.models import ProgressReport


class Hits(Sequence):
    """The Resolutions of a search in its order; a slice of them is read in a fixed number of
    queries.

    Each has `published_reports`, `shown_title` (marked, or None), and `passage` with its
    `passage_html` (or None).
    """

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
        return read(list(islice(self.search.ids(), start, stop)), self.clause)

    @cached_property
    def clause(self):
        search = self.search
        return search.found.clause if search.criteria.q else search.titled.clause


def read(ids, clause=None):
    """Give the Resolutions with these ids in this order; words of the clause are marked."""
    texts = Resolution.objects.filter(pk__in=ids).for_display().prefetch_related(_published())
    by_id = {text.pk: text for text in texts.order_by()}
    found = passages(ids, clause) if clause else {}
    stems = stems_by_language(clause) if clause else {}
    for pk, text in by_id.items():
        title = text.title
        text.shown_title = title and _html(
            marked(title.title, title.language, stems.get(title.language, set()))
        )
        text.passage = found.get(pk)
        text.passage_html = text.passage and _html(text.passage.parts)
    return [by_id[pk] for pk in ids if pk in by_id]


def _html(parts):
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", t) if is_marked else t,) for t, is_marked in parts),
    )


def _published():
    reports = ProgressReport.objects.published().latest_first()
    reports = reports.select_related("cycle", "implementation_status")
    return Prefetch("progress_reports", reports, to_attr="published_reports")
