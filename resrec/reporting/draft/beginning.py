"""What a new report need not ask: it is known already, or was said in the last report."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from resrec.reporting.asking.said import said_by
from resrec.reporting.models import ActivityReport, ReportingCycle
from resrec.reporting.models.activity import new_key
from resrec.reporting.models.activity_report import Status

ANSWERS = ("members_answer", "commissions_answer", "committees_answer", "secretariat_answer")
ONGOING = "ongoing"


def known_already(resolution, *, by):
    """Give the columns of a new report that nobody has to be asked for: the period of the open
    cycle, up to today where the year is not over, and whom to ask."""
    contact = {"contact_name": by.name, "contact_email": by.email}
    cycles = ReportingCycle.objects.open().filter(collection=resolution.collection)
    cycle = cycles.order_by("-year").first()
    if cycle is None:
        return contact
    ends = min(date(cycle.year, 12, 31), max(timezone.localdate(), date(cycle.year, 1, 1)))
    return contact | {"period_from": date(cycle.year, 1, 1), "period_to": ends}


def last_report(draft):
    """Give the constituent's last report on the draft's first text, which it can start from, while
    nothing has been said in the draft; or None."""
    reported = draft.reported_texts.all()
    if draft.version > 1 or draft.reporter is None or not reported or draft.says_what_was_done:
        return None
    (said,) = said_by([draft.reporter], [reported[0].resolution])
    return said.last


@transaction.atomic
def start_from(last, draft):
    """Take over from the last report what is likely to be so still: who took part, where, and the
    activities that were going on, as rows of the draft's own. What the draft says is kept.

    Results, challenges and what is private are not taken over: they are said anew.
    """
    draft = ActivityReport.objects.select_for_update().get(pk=draft.pk)
    if draft.status != Status.DRAFT:
        return
    for column in (*ANSWERS, "other_organisations"):
        setattr(draft, column, getattr(draft, column) or getattr(last, column))
    draft.revision += 1
    draft.saved_at = timezone.now()
    draft.save(update_fields=[*ANSWERS, "other_organisations", "revision", "saved_at"])
    for relation in ("scopes", "countries"):
        getattr(draft, relation).add(*getattr(last, relation).all())
    if not draft.partners.exists():
        _copy(last.partners.all(), draft)
    if not draft.activities.exists():
        hidden = {f"activity:{row.key}/description" for row in last.activities.all()}
        hidden &= {*last.private_fields}
        going_on = last.activities.filter(status=ONGOING)
        _copy([a for a in going_on if f"activity:{a.key}/description" not in hidden], draft)


def _copy(rows, draft):
    for row in rows:
        row.pk, row.report = None, draft
        row._state.adding = True
        if hasattr(row, "key"):
            row.key = new_key()
        row.save()
