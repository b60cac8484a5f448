"""Keeping a draft: what its form holds is stored under the revision that the form was read at.

Where others have saved since, `forms/merging` brings both together and stores that.
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.people.models import Constituent
from resrec.reporting.draft.evidence_files import forget
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report_sets import Status
from resrec.rules import RuleBroken


class StaleCopy(RuleBroken):
    """The draft has moved on since this copy of it was read; nothing was stored."""

    def __init__(self):
        super().__init__(_("Someone has changed this draft since you opened it."))


class BothChanged(StaleCopy):
    """Two people have changed the same fields differently; all else is stored."""


@dataclass
class Words:
    """What is to be stored in a draft. What is left out stays as it was.

    `own` are the report's own columns. `rows` has a list for each repeating group ("activities",
    "future_activities", "evidence"): its rows in order, as columns with the row's "key"; a row of
    a key alone stays as it was. `links` are ids by many-to-many relation ("scopes", "countries"),
    `bodies` the names typed for each PartnerKind, `paragraphs` ids by ReportedText.
    """

    own: dict = field(default_factory=dict)
    rows: dict[str, list[dict]] = field(default_factory=dict)
    links: dict[str, list] = field(default_factory=dict)
    bodies: dict[str, list[str]] = field(default_factory=dict)
    paragraphs: dict = field(default_factory=dict)


def touched_by(report, places, *, by, page):
    """Give `touched` of a report with these places of its form written by this person just now.

    `page` is a mark of the page that sends them. Who only reads a draft is not in it.
    """
    said = [by.pk, timezone.now().isoformat(timespec="seconds"), page]
    return report.touched | dict.fromkeys(places, said)


@transaction.atomic(savepoint=False)
def keep(report, words, *, read):
    """Store `words` in a draft. Raises StaleCopy when it is no longer at the revision `read`.

    The revision and `saved_at` of `report` move on. Not journalled: a draft is its people's own,
    and is saved every few seconds.
    """
    # The condition on the revision decides between two people who save at the same moment.
    found = ActivityReport.objects.filter(pk=report.pk, status=Status.DRAFT, revision=read)
    moved = {"revision": (read or 0) + 1, "saved_at": timezone.now()}
    if read is None or not found.update(**words.own, **moved):
        raise StaleCopy
    for column, value in (words.own | moved).items():
        setattr(report, column, value)
    for group, rows in words.rows.items():
        _keep_rows(getattr(report, group), rows)
    for relation, ids in words.links.items():
        stored = getattr(report, relation)
        if ids or stored.exists():
            stored.set(ids)
    for reported, ids in words.paragraphs.items():
        reported.paragraphs.set(ids)
    if any(words.bodies.values()) or report.partners.all():
        _keep_bodies(report.partners, words.bodies)


def _keep_rows(stored, rows):
    """Bring a group of rows to what was typed; each is known by its key in every version."""
    before = {row.key: row for row in stored.all()}
    for position, columns in enumerate(rows):
        row = before.pop(columns["key"], None)
        if row is None:
            if len(columns) > 1:
                stored.create(**columns, position=position)
        else:
            _change(row, columns | {"position": position})
    if before:
        stored.filter(pk__in=[row.pk for row in before.values()]).delete()
        forget([row.file.name for row in before.values() if getattr(row, "file", None)])


def _change(row, columns):
    if any(getattr(row, column) != value for column, value in columns.items()):
        for column, value in columns.items():
            setattr(row, column, value)
        row.save(update_fields=list(columns))


def _keep_bodies(stored, bodies):
    """Bring the bodies named under each question (names by kind) to what was typed.

    A body that was there under this very name stays as it is, with what an import knew of it.
    """
    named = stored.filter(kind__in=bodies).select_related("constituent__merged_into")
    before = {(body.kind, str(body)): body for body in named}
    for kind, names in bodies.items():
        for position, name in enumerate(names):
            body = before.pop((kind, name), None)
            if body:
                _change(body, {"position": position})
            else:
                on_record = _on_record(name)
                stored.create(kind=kind, name=name, constituent=on_record, position=position)
    if before:
        stored.filter(pk__in=[body.pk for body in before.values()]).delete()


def _on_record(name):
    """Give the body of this name, with or without an acronym in brackets behind it; or None."""
    bodies = Constituent.objects
    return bodies.named(name) or bodies.named(name.rpartition(" (")[0])
