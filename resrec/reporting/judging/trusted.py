"""What the rule of a period has accepted, what is held, and what people found: the evidence on
which trust is given or withdrawn."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from resrec.reporting.models import ActivityReport, ReportedText, SpotCheck, Trust
from resrec.reporting.models.spot_check import SpotCheckQuerySet


@dataclass
class Record:
    """One constituent: its Trusts, the newest first, and what came of them, in numbers.

    `accepted` by the rule, `checked` by a person before or after, `returned` by that person, and
    `held` for a person who has not looked yet.
    """

    constituent: object
    trusts: list
    accepted: int = 0
    checked: int = 0
    returned: int = 0
    held: int = 0

    @property
    def standing(self):
        """The Trust that nobody has ended, or None; its last day may be over."""
        return next((one for one in self.trusts if not one.ended_at), None)


def records():
    """Give a Record of each constituent that was ever trusted: those that are first, by name.

    A fixed number of queries for all.
    """
    trusts = defaultdict(list)
    for trust in Trust.objects.select_related("constituent", "given_by", "ended_by"):
        trusts[trust.constituent].append(trust)
    found = {body.pk: Record(body, given) for body, given in trusts.items()}
    accepted = ReportedText.objects.filter(trust__isnull=False).order_by()
    accepted = accepted.values_list("trust__constituent").annotate(Count("report", distinct=True))
    for body, number in accepted:
        found[body].accepted = number
    checks = SpotCheck.objects.order_by().values("trust__constituent")
    for row in checks.annotate(
        checked=Count("pk", filter=~Q(outcome="")),
        returned=Count("pk", filter=Q(outcome=SpotCheck.Outcome.RETURNED)),
        held=Count("pk", filter=SpotCheckQuerySet.WAITING),
    ):
        body = found[row.pop("trust__constituent")]
        body.checked, body.returned, body.held = row["checked"], row["returned"], row["held"]
    return sorted(found.values(), key=lambda one: (one.standing is None, str(one.constituent)))


def held():
    """The reports that are held for a person's look, the oldest first."""
    waiting = SpotCheck.objects.waiting().values("report")
    return ActivityReport.objects.filter(pk__in=waiting).for_display().order_by("submitted_at")


def accepted_by_rule(*, unread):
    """Reports that the rule has accepted, the latest first; `unread`: only those nobody has looked
    at since."""
    under = ReportedText.objects.filter(report=OuterRef("pk"), trust__isnull=False)
    reports = ActivityReport.objects.filter(Exists(under)).for_display()
    if unread:
        looked_at = SpotCheck.objects.exclude(outcome="")
        reports = reports.exclude(pk__in=looked_at.values("report"))
    return reports.order_by("-submitted_at", "-pk")


def looks_at(reports):
    """Give {id: what a person's look found, "" for none yet} of those that the rule accepted."""
    by_rule = ReportedText.objects.filter(report__in=reports, trust__isnull=False)
    found = by_rule.values_list("report", "report__spot_check__outcome")
    return {report: outcome or "" for report, outcome in found}
