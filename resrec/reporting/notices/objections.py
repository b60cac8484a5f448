"""Messages about reports entered on behalf of a constituent, and about objections to them."""

from resrec.journal.outbox import post
from resrec.people.models import Membership, User
from resrec.people.periods import in_force
from resrec.reporting.models.focal_point import Holder

MAIL = "activity_reports/mail"


def entered_on_behalf(report, *, by):
    """Tell the constituent's people, and its focal points for the texts, that they can object."""
    for person in _its_people(report).exclude(pk=by.pk):
        post(person, f"{MAIL}/entered_on_behalf", report=report)


def objected(objection):
    """Tell the officers, and whoever entered the report."""
    officers = User.objects.filter(
        in_force(prefix="memberships__"),
        memberships__role=Membership.Role.OFFICER,
        is_active=True,
    )
    for person in officers.distinct():
        post(person, f"{MAIL}/objected", report=objection.report, objection=objection)


def answered(objection):
    if objection.by.is_active:
        post(objection.by, f"{MAIL}/objection_answered", objection=objection)


def _its_people(report):
    members = Membership.objects.in_force().filter(constituent=report.constituent_id)
    holders = Holder.objects.in_force().filter(
        post__constituent=report.constituent_id, post__resolution__in=report.resolutions.all()
    )
    people = {*members.values_list("person", flat=True), *holders.values_list("person", flat=True)}
    return User.objects.filter(pk__in=people, is_active=True)
