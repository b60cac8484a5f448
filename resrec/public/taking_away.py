"""A search to follow and to take away: its texts as a feed and as tables."""

from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import get_language, gettext as _

from resrec.journal.models import Entry
from resrec.library.models import Resolution
from resrec.public.facets import labels, latest_reports
from resrec.public.search import MOST_TAKEN, Search

MOST_ENTRIES = 50
BATCH = 500
FORMATS = {"atom": "Atom", "csv": "CSV", "json": "JSON", "xlsx": "XLSX"}


def takings(criteria):
    """Give pairs of a format's name and its address for this search."""
    query = criteria.address()
    return [
        (name, reverse(f"resolutions_{format}") + (f"?{query}" if query else ""))
        for format, name in FORMATS.items()
    ]


def header():
    """The names of the columns, in the page's language, by key."""
    return {
        "code": _("Code"),
        "title": _("Title"),
        "title_language": _("Language of the title"),
        "kind": _("Kind"),
        "collection": _("Collection"),
        "assembly": _("Assembly"),
        "place": _("Place"),
        "year_held": _("Year held"),
        "archived_on": _("Archived on"),
        "status": _("Status of implementation"),
        "status_year": _("Year of that status"),
        "keywords": _("Keywords"),
        "scopes": _("Geographic scope"),
        "countries": _("Countries and territories"),
        "languages": _("Languages of the text"),
        "address": _("Address"),
    }


def rows(search: Search):
    """Give a dict of the columns for each text found, read in batches."""
    ids = list(search.ids())[:MOST_TAKEN]
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        filed = _filed(batch)
        for text in _read(batch):
            yield _row(text, filed[text.pk])


def entries(search: Search):
    """Give (text, when it last changed) of the texts found that changed last, newest first.

    A text changes when it is added, edited, archived, or a Progress Report on it is published.
    """
    ids = list(search.ids())
    changed = _changed()
    latest = sorted(ids, key=lambda pk: changed.get(pk, _NEVER), reverse=True)[:MOST_ENTRIES]
    return [(text, changed.get(text.pk) or _held_in(text)) for text in _read(latest)]


def in_a_line(text):
    """Say of a text its kind, where and when it was adopted, and whether it is archived."""
    parts = [str(text.kind or ""), str(text.assembly.place_and_year)]
    standing = text.get_standing_display() if text.archived_on else ""
    return ", ".join(filter(None, [*parts, standing]))


_NEVER = datetime.min.replace(tzinfo=UTC)


def _changed():
    """{id of a text: the last time the journal or a published report tells of it}."""
    told = Entry.objects.filter(subject_type="library.resolution").order_by()
    changed = {int(pk): at for pk, at in told.values_list("subject_id").annotate(last=Max("at"))}
    published = Resolution.objects.filter(progress_reports__published_at__isnull=False).order_by()
    for pk, at in published.values_list("pk").annotate(last=Max("progress_reports__published_at")):
        changed[pk] = max(at, changed.get(pk, _NEVER))
    return changed


def _held_in(text):
    """A text that nothing has happened to since stands under the year of its assembly."""
    return datetime(text.assembly.year_held, 1, 1, tzinfo=UTC)


def _read(ids):
    texts = Resolution.objects.filter(pk__in=ids).for_display().order_by().in_bulk()
    return [texts[pk] for pk in ids if pk in texts]


def _filed(ids):
    texts = Resolution.objects.filter(pk__in=ids).order_by()
    return {
        text.pk: {
            name: "; ".join(str(term) for term in getattr(text, name).all())
            for name in ("keywords", "scopes", "countries")
        }
        for text in texts.prefetch_related("keywords", "scopes", "countries")
    }


def _row(text, filed):
    title = text.title
    status, year = latest_reports().get(text.pk, (None, None))
    return {
        "code": text.code,
        "title": title.title if title else "",
        "title_language": title.language if title else "",
        "kind": str(text.kind or ""),
        "collection": str(text.collection),
        "assembly": text.assembly.code,
        "place": text.assembly.place,
        "year_held": str(text.assembly.year_held),
        "archived_on": text.archived_on.isoformat() if text.archived_on else "",
        "status": labels(get_language())["status"].get(status, ""),
        "status_year": str(year or ""),
        **filed,
        "languages": " ".join(sorted(text.current_texts)),
        "address": settings.ORIGIN + text.get_absolute_url(),
    }
