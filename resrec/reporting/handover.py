"""What a leaver hands over: what is open, was reported and promised on the text, and the mail."""

from functools import cached_property

from django.db.models import Q

from resrec.journal.models import Mail
from resrec.people.models.constituent import with_merged
from resrec.reporting.models import ActivityReport, ProgressReport
from resrec.reporting.models.holder import LEADING_ROLES
from resrec.reporting.models.passages import never_public

LAST_REPORTS = 5
LAST_MAIL = 50
# What can follow a code in a subject; French sets a space that does not break before a colon.
ENDS_OF_A_CODE = (":", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")


class Handover:
    """Everything is asked of the database when the page shows it.

    A lead hands over every constituent's reports; others their constituent's own, and those of
    what was merged into it.
    """

    def __init__(self, post, reader):
        self.post, self.reader = post, reader

    @property
    def is_leading(self):
        """Whether the post carries the Secretariat's duties: to accept reports, and to write."""
        return self.post.role_id in LEADING_ROLES

    @cached_property
    def _reports(self):
        return ActivityReport.objects.on(self.post.resolution).for_display()

    @cached_property
    def _own(self):
        bodies = with_merged([self.post.constituent.current.pk])
        return self._reports.filter(constituent__in=bodies)

    @property
    def _handed_over(self):
        return self._reports if self.is_leading else self._own

    @cached_property
    def drafts(self):
        return list(self._own.drafts().order_by("-saved_at"))

    @cached_property
    def waiting(self):
        """Submitted, and without a verdict."""
        return list(self._handed_over.submitted().order_by("submitted_at"))

    @cached_property
    def in_work(self):
        accounts = ProgressReport.objects.in_work().filter(resolution=self.post.resolution)
        return list(accounts.visible_to(self.reader).for_display().select_related("writer"))

    @property
    def is_all_done(self):
        return not (self.drafts or self.waiting or self.in_work)

    @cached_property
    def readable(self):
        """Ids of the open reports that the reader may open; of the others only a line is shown."""
        shown = [report.pk for report in (*self.drafts, *self.waiting)]
        allowed = ActivityReport.objects.visible_to(self.reader).filter(pk__in=shown)
        return set(allowed.values_list("pk", flat=True))

    @cached_property
    def last_reports(self):
        """The newest accepted ones that stand."""
        reports = self._handed_over.current().prefetch_related("future_activities")
        return list(reports.order_by("-period_to", "-submitted_at")[:LAST_REPORTS])

    @cached_property
    def last_account(self):
        """The newest Progress Report that is published, or None."""
        accounts = ProgressReport.objects.published().filter(resolution=self.post.resolution)
        return accounts.latest_first().for_display().first()

    @cached_property
    def promised(self):
        """Pairs of a report and what it says is still to be done, without what is private."""
        said = ((report, _public_steps(report)) for report in self.last_reports)
        return [(report, steps) for report, steps in said if steps]

    @cached_property
    def mail(self):
        """What was written to holders of the post about the text, newest first.

        A message about a text begins its subject with the text's code.
        """
        holders = self.post.holders.values("person__email")
        about = Q()
        for end in ENDS_OF_A_CODE:
            about |= Q(subject__startswith=f"{self.post.resolution.label}{end}")
        return list(Mail.objects.filter(about, to__in=holders).order_by("-created_at")[:LAST_MAIL])


def _public_steps(report):
    private = never_public(report)
    return [
        step
        for step in report.future_activities.all()
        if f"future:{step.key}/description" not in private
    ]
