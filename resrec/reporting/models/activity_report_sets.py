"""The states of Activity Reports, and the questions asked of sets of them."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from resrec.people.models import Membership
from resrec.people.models.constituent import with_merged
from resrec.reporting.models.focal_point import resolutions_held_by
from resrec.reporting.models.reported_text import ReportedText
from resrec.reporting.models.return_reason import ReturnReason


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    ACCEPTED = "accepted", _("accepted")
    WITHDRAWN = "withdrawn", _("taken back")


def year_of(period_to, period_from, submitted_at):
    """Give the year a report counts for: of its period's end, else of its submission; or None."""
    day = period_to or period_from or submitted_at
    return day.year if day else None


def of_year(year, way=""):
    """ActivityReport.year as a condition on its dates; `way` leads to the report ("report__")."""
    if not MINYEAR <= year <= MAXYEAR:
        return Q(pk__in=[])
    began, ended = datetime(year, 1, 1, tzinfo=UTC), datetime.max.replace(year=year, tzinfo=UTC)
    no_end = Q(**{f"{way}period_to": None})
    no_period = no_end & Q(**{f"{way}period_from": None})
    return (
        Q(**{f"{way}period_to__year": year})
        | no_end & Q(**{f"{way}period_from__year": year})
        | no_period & Q(**{f"{way}submitted_at__range": (began, ended)})
    )


def bodies_not_judged_by(user):
    """Give the ids of the bodies whose reports this person does not judge: their own, but for the
    Secretariat, and all that were merged into them."""
    if not user.is_secretariat:
        return user.constituent_ids
    return with_merged(body.pk for body in user.constituents if not body.is_secretariat)


class ActivityReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who may read what: the only place where this is written.

        A draft: its constituent's people, and who was invited to write in it. Submitted and
        returned: also the focal points of its texts and the Secretariat. Accepted: everyone.
        Officers see also drafts on behalf.
        """
        accepted = Q(status=Status.ACCEPTED)
        if not user.is_authenticated:
            return self.filter(accepted)
        invited = self._invited_series(user)
        own = Q(constituent__in=user.constituent_ids) | Q(series__in=invited)
        if user.is_officer:
            return self.filter(own | ~Q(status=Status.DRAFT) | Q(on_behalf=True))
        if user.is_secretariat:
            return self.filter(own | ~Q(status=Status.DRAFT))
        theirs = ReportedText.objects.filter(resolution__in=resolutions_held_by(user))
        handed_in = ~Q(status=Status.DRAFT) & Q(pk__in=theirs.values("report"))
        return self.filter(accepted | own | handed_in)

    def accepted(self):
        return self.filter(status=Status.ACCEPTED)

    def current(self):
        """Accepted reports that no accepted correction has replaced: what a synthesis reads."""
        return self.accepted().exclude(Exists(self._newer_accepted()))

    def in_full(self):
        """Those that were written out."""
        return self.filter(kind="full")

    def short(self):
        """Answers of one press."""
        return self.exclude(kind="full")

    def _newer_accepted(self):
        return self.model.objects.filter(
            series=OuterRef("series"), status=Status.ACCEPTED, version__gt=OuterRef("version")
        )

    def with_corrected(self):
        """Annotate `is_corrected`: an accepted newer version exists."""
        return self.annotate(is_corrected=Exists(self._newer_accepted()))

    def of(self, user):
        """Those of the bodies that this person reports for today."""
        return self.filter(constituent__in=user.constituent_ids)

    def shared_with(self, user):
        """Those of others in which this person was invited to write, and has accepted."""
        return self.filter(series__in=self._invited_series(user))

    def _invited_series(self, user):
        from resrec.reporting.models.co_writer import CoWriter

        return CoWriter.objects.series_of(user)

    def written_by(self, user):
        """Of one's own bodies; for an officer also those entered on behalf of others."""
        on_behalf = Q(on_behalf=True) if user.is_officer else Q(pk__in=[])
        return self.filter(on_behalf | Q(constituent__in=user.constituent_ids))

    def drafts(self):
        return self.filter(status=Status.DRAFT)

    def submitted(self):
        """Handed in, and waiting for a verdict."""
        return self.filter(status=Status.SUBMITTED)

    def after_return(self):
        """Drafts that take up again what was returned, or what a spot check wants corrected."""
        asked = ReturnReason.objects.filter(report=OuterRef("replaces"))
        taken_up = Q(replaces__status=Status.RETURNED) | Q(taken_from__isnull=False) | Exists(asked)
        return self.drafts().filter(taken_up)

    def to_judge(self, user):
        """Submitted reports with a text whose verdict is this person's to give: its Secretariat
        lead's, or an officer's, who has no part in the report.

        Whoever has only written in it is among them; `ActivityReportPolicy` knows them too.
        """
        of_others = self.submitted().exclude(
            Q(entered_by=user)
            | Q(submitted_by=user)
            | Q(constituent__in=bodies_not_judged_by(user))
        )
        if user.is_officer:
            return of_others
        waiting = ReportedText.objects.filter(
            verdict=ReportedText.Verdict.WAITING,
            resolution__in=resolutions_held_by(user, leading=True),
        )
        return of_others.filter(pk__in=waiting.values("report"))

    def on(self, resolution):
        return self.filter(reported_texts__resolution=resolution)

    def accepted_on(self, resolution):
        """Accepted for this text: a report on two may be accepted for one and not the other."""
        return self.filter(
            reported_texts__resolution=resolution,
            reported_texts__verdict=ReportedText.Verdict.ACCEPTED,
        )

    def for_display(self):
        """With what a line in a list needs, in a fixed number of queries."""
        return self.select_related(
            "constituent__merged_into", "constituent__kind"
        ).prefetch_related(
            "reported_texts__resolution__texts", "reported_texts__resolution__assembly__kind"
        )


def of_no_part(people, report):
    """Those of these people (a queryset) who are no party to a report, and may judge it: the same
    rule as `bodies_not_judged_by`, from the report's side."""
    people = people.exclude(pk__in=report.hands)
    body = report.reporter
    if body is None or body.is_secretariat:
        return people
    own = Membership.objects.in_force().filter(constituent__in=with_merged([body.pk]))
    return people.exclude(pk__in=own.values("person"))
