"""What waits for one person: their drafts, what they are to accept or write, an officer's lists."""

from dataclasses import dataclass
from functools import cached_property

from resrec.library.models import Citation, Resolution
from resrec.people.models import Constituent, User
from resrec.reporting.account.synthesis import sources_by_text
from resrec.reporting.asking.due import next_askings
from resrec.reporting.models import (
    ActivityReport,
    CoWriter,
    FocalPoint,
    Holder,
    ProgressReport,
    ReportingCycle,
)
from resrec.reporting.models.focal_point import resolutions_held_by
from resrec.reporting.models.progress_report import Status


@dataclass(frozen=True)
class ToBegin:
    """A text whose account in an open cycle can be begun from `number` accepted reports."""

    text: Resolution
    cycle: ReportingCycle
    number: int


class Desk:
    """Everything is asked of the database when the page shows it."""

    def __init__(self, user: User):
        self.user = user

    @property
    def is_nobodys(self):
        """Whether the person neither works for a constituent nor holds a post today, nor has been
        invited to a draft."""
        posts = Holder.objects.in_force().filter(person=self.user)
        return not self.user.constituents and not posts.exists() and not self.is_invited

    @property
    def is_reviewers(self):
        return self.user.is_officer or resolutions_held_by(self.user, leading=True).exists()

    @property
    def _own(self):
        return ActivityReport.objects.of(self.user).for_display()

    @cached_property
    def dates(self):
        """(cycle, the next day on which this person is reminded of it or None) of each open cycle
        in which their posts have a date."""
        held = resolutions_held_by(self.user)
        dated = [cycle for cycle in self.cycles if cycle.reports_due_on]
        return [(cycle, self._next_asked(cycle, held)) for cycle in dated]

    def _next_asked(self, cycle, held):
        texts = list(held.filter(assembly=cycle.assembly_id).values_list("pk", flat=True))
        posts = FocalPoint.objects.filter(holders__person=self.user, resolution__in=texts)
        mine = set(posts.values_list("pk", flat=True))
        days = [day for post, day in next_askings(cycle, texts=texts).items() if post in mine]
        return min(days, default=None)

    @cached_property
    def returned(self):
        return self._own.after_return().order_by("-saved_at")

    @cached_property
    def drafts(self):
        return self._own.drafts().exclude(pk__in=self.returned).order_by("-saved_at")

    @cached_property
    def invitations(self):
        """To drafts of others, not answered yet."""
        asked = CoWriter.objects.open().filter(person=self.user, accepted_at=None)
        return list(asked.select_related("invited_by", "report__constituent__merged_into"))

    @cached_property
    def shared(self):
        """Drafts of others in which this person writes."""
        return list(ActivityReport.objects.shared_with(self.user).drafts().for_display())

    @property
    def is_invited(self):
        return bool(self.invitations or self.shared)

    @cached_property
    def waiting(self):
        return self._own.submitted().order_by("submitted_at")

    @cached_property
    def to_accept(self):
        """The oldest first: it has waited longest."""
        reports = ActivityReport.objects.to_judge(self.user).for_display()
        reports = reports.order_by("submitted_at")
        return [report for report in reports if self.user.pk not in report.hands]

    @cached_property
    def cycles(self):
        return list(ReportingCycle.objects.open().select_related("assembly__kind__collection"))

    @cached_property
    def to_begin(self):
        """Texts with accepted reports that no account has taken up, by cycle."""
        return [one for cycle in self.cycles for one in self._to_begin_in(cycle)]

    def _to_begin_in(self, cycle):
        texts = list(cycle.texts_to_begin(self.user).for_display())
        found = sources_by_text([text.pk for text in texts], cycle.year)
        numbered = [ToBegin(text, cycle, len(found[text.pk].due)) for text in texts]
        return [one for one in numbered if one.number]

    @cached_property
    def in_work(self):
        """Accounts in draft that this person writes."""
        return self._accounts(Status.DRAFT).filter(
            resolution__in=resolutions_held_by(self.user, leading=True)
        ) | self._accounts(Status.DRAFT).filter(writer=self.user)

    @cached_property
    def to_publish(self):
        return self._accounts(Status.PROPOSED)

    def _accounts(self, status):
        return ProgressReport.objects.for_display().filter(status=status).order_by("saved_at")

    # An officer's lists: counts that open them

    @cached_property
    def vacancies(self):
        """(cycle, number of texts without a Secretariat lead) of each open cycle that has some."""
        counted = [(cycle, cycle.texts_without_lead().count()) for cycle in self.cycles]
        return [(cycle, number) for cycle, number in counted if number]

    @cached_property
    def texts_without_title(self):
        return Resolution.objects.without_title().count()

    @cached_property
    def citations_to_settle(self):
        return Citation.objects.open().order_by().values("source", "key").distinct().count()

    @cached_property
    def unresolved_names(self):
        return Constituent.objects.unresolved().count()
