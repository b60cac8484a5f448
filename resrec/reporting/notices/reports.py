"""Messages about Activity Reports: to who is to judge one, and to those who wrote it.

Called in the transaction of the step that they tell of.
"""

from django.utils import timezone

from resrec.journal.outbox import post
from resrec.people.models import Membership, User
from resrec.people.periods import in_force
from resrec.reporting.models.activity_report_sets import of_no_part
from resrec.reporting.models.focal_point import LEAD, Holder
from resrec.reporting.models.reported_text import ReportedText
from resrec.reporting.notices.objections import entered_on_behalf
from resrec.web.prepared import Prepared

_leads = Prepared(
    lambda texts, day: (
        Holder.objects.in_force(day)
        .filter(post__role=LEAD, post__resolution__in=texts)
        .values_list("person", flat=True)
    )
)

MAIL = "activity_reports/mail"
Verdict = ReportedText.Verdict


def submitted(report, *, by):
    """Ask the Secretariat's leads of its texts for a verdict; where there is none, the officers.

    Who has a part in the report is not asked to judge it.
    """
    from resrec.reporting.judging.acceptance_by_rule import accepted_on

    day = accepted_on(report)
    for person in _judges(report):
        post(person, f"{MAIL}/submitted", report=report, by_itself=day)
    if report.on_behalf:
        entered_on_behalf(report, by=by)


def held(report):
    """Ask the same people for the look that the rule has left to a person."""
    for person in _judges(report):
        post(person, f"{MAIL}/held", report=report)


def _judges(report):
    texts = [one.resolution_id for one in report.reported_texts.all()]
    leads = User.objects.filter(pk__in=_leads(texts, timezone.localdate()), is_active=True)
    return list(of_no_part(leads, report)) or of_no_part(_officers(), report)


def accepted(report):
    texts = [one for one in report.reported_texts.all() if one.verdict == Verdict.ACCEPTED]
    for person in _writers(report):
        post(person, f"{MAIL}/accepted", report=report, codes=_codes(texts), rule=report.rule)


def opinions_answered(report, opinions, *, verdict, by):
    """Tell those who gave an opinion what became of it, each once; not who gave the verdict."""
    told = {}
    for opinion in opinions:
        if opinion.person != by and opinion.person.is_active:
            told.setdefault(opinion.person, opinion)
    for person, opinion in told.items():
        context = {"report": report, "opinion": opinion, "verdict": verdict, "rule": by is None}
        post(person, f"{MAIL}/opinion_answered", **context)


def correction_asked(report, *, draft):
    """Tell what a look at an accepted report wants corrected, and where the draft waits."""
    codes = _codes(draft.reported_texts.all())
    for person in _writers(report):
        post(person, f"{MAIL}/correction_asked", report=report, draft=draft, codes=codes)


def returned(report, *, draft):
    """Tell what should be changed, passage by passage, and where the draft waits."""
    codes = _codes(draft.reported_texts.all())
    for person in _writers(report):
        post(person, f"{MAIL}/returned", report=report, draft=draft, codes=codes)


def _codes(texts):
    return ", ".join(one.resolution.label for one in texts)


def _officers():
    people = User.objects.filter(
        in_force(prefix="memberships__"),
        memberships__role=Membership.Role.OFFICER,
        is_active=True,
    )
    return people.distinct()


def _writers(report):
    """Who entered it; everyone of its constituent when that person works there no more."""
    writer = report.entered_by
    if writer and writer.is_active and report.constituent_id in writer.constituent_ids:
        return [writer]
    people = User.objects.filter(
        in_force(prefix="memberships__"),
        memberships__constituent=report.constituent_id,
        is_active=True,
    )
    return people.distinct()
