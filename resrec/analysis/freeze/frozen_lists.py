"""The list behind a frozen figure, in the words of then.

What never changes is read by its version; what texts, constituents and terms were called is read
from the records and words that were kept.
"""

from dataclasses import dataclass
from datetime import date

from resrec.analysis import lists
from resrec.analysis.changes import PASSAGES
from resrec.analysis.figures import Noun
from resrec.library.models import ResolutionText
from resrec.people.models import Constituent, ConstituentKind, Country
from resrec.reporting.models import ActivityReport, FocalPoint, ProgressReport, Statement


@dataclass(frozen=True)
class BodyThen:
    """A constituent as it was: name, kind and country."""

    name: str
    kind: object
    country: object

    def __str__(self):
        return self.name


def entries(overview, figure, members):
    """Give the entries of those members of a frozen figure, as `lists.entries` does."""
    if figure.noun == Noun.CONSTITUENT:
        return _constituents(overview, members)
    found = lists.entries(overview, figure, members)
    _title_as_they_were(overview, [text for one in found for text in _texts_of(one)])
    _name_as_they_were(overview, [report for one in found for report in _reports_of(one)])
    if figure.noun == Noun.POST:
        _appoint_as_they_were(overview, found)
    if figure.noun == Noun.PROGRESS_REPORT:
        for account in found:
            overview.then(account.implementation_status)
    return found


def _appoint_as_they_were(overview, posts):
    kept = overview.records(Noun.POST, {one.pk for one in posts})
    for post in posts:
        overview.then(post.role)
        post.constituent = _body(kept.get(post.pk), post.constituent)


def _texts_of(entry):
    """The texts that an entry shows, as they are today."""
    match entry:
        case lists.TextEntry():
            return [entry.text]
        case lists.Said() | lists.Quoted():
            return entry.texts
        case ProgressReport() | FocalPoint():
            return [entry.resolution]
        case Statement():
            return [entry.report.resolution]
    return []


def _source(entry):
    """The report, of either kind, that an entry is quoted from; or None."""
    return getattr(entry, "source", None) or getattr(entry, "report", None)


def _reports_of(entry):
    """The Activity Report that an entry is or is quoted from."""
    return [one for one in (entry, _source(entry)) if isinstance(one, ActivityReport)]


def _title_as_they_were(overview, texts):
    """Put the titles, and the day of archiving, that texts had."""
    kept = overview.records(Noun.TEXT, {one.pk for one in texts}) if texts else {}
    for text in texts:
        if values := kept.get(text.pk):
            text.current_texts = {
                language: ResolutionText(resolution=text, language=language, title=title)
                for language, title in values["titles"].items()
            }
            on = values["archived_on"]
            text.archived_on = date.fromisoformat(on) if on else None


def _name_as_they_were(overview, reports):
    """Put the names that constituents had on the reports, whatever they were merged into."""
    kept = {}
    for noun in PASSAGES if reports else ():
        kept |= overview.records(noun, {one.pk for one in reports})
    for report in reports:
        report.constituent = _body(kept.get(report.pk), report.constituent)


def _body(kept, today):
    """Give a constituent under the name that a record kept of it; as it is today without one."""
    if not kept or not kept["constituent"]:
        return today
    # Method 2026.1 kept one name alone.
    names = kept.get("constituent_names") or {"en": kept.get("constituent_name") or kept["name"]}
    return Constituent(
        pk=kept["constituent"],
        name=names["en"],
        name_fr=names.get("fr", ""),
        name_es=names.get("es", ""),
        acronym=kept.get("constituent_acronym", ""),
        kind_id=kept.get("constituent_kind", today.kind_id),
    )


def _constituents(overview, members):
    kinds = {kind.pk: overview.then(kind) for kind in ConstituentKind.objects.all()}
    countries = {country.pk: overview.then(country) for country in Country.objects.all()}
    records = overview.records(Noun.CONSTITUENT, members)
    return [
        lists.BodyEntry(
            BodyThen(_name(kept), kinds.get(kept["kind"]), countries.get(kept["country"])), []
        )
        for kept in (records[member] for member in members if member in records)
    ]


def _name(kept):
    names = kept["names"]
    return str(
        Constituent(
            name=names["en"], name_fr=names["fr"], name_es=names["es"], acronym=kept["acronym"]
        )
    )
