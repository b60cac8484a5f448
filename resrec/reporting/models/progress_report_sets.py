"""Sets of Progress Reports: in work, published, and who may read which."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from resrec.reporting.models.focal_point import resolutions_held_by


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PROPOSED = "proposed", _("proposed for publication")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("superseded")


IN_WORK = (Status.DRAFT, Status.PROPOSED)


class ProgressReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Published and superseded ones: everyone. In work: the text's focal points, of whom the
        writer is one, and the Secretariat."""
        public = ~Q(status__in=IN_WORK)
        if not user.is_authenticated:
            return self.filter(public)
        if user.is_secretariat:
            return self.all()
        return self.filter(public | Q(resolution__in=resolutions_held_by(user)))

    def published(self):
        """The ones that stand: one a text and cycle."""
        return self.filter(status=Status.PUBLISHED)

    def public(self):
        """Those that stand and those that were superseded, which keep their address."""
        return self.exclude(status__in=IN_WORK)

    def in_work(self):
        return self.filter(status__in=IN_WORK)

    def of_series(self, series):
        """Those that quote a report, in whatever version."""
        return self.filter(statements__quotations__source__series=series).distinct()

    def resting_on_corrected(self):
        """In work or standing, with a statement whose source has an accepted newer version."""
        from resrec.reporting.models.statement import Quotation

        amber = Quotation.objects.with_corrected().filter(is_corrected=True)
        amber = amber.filter(statement__report=OuterRef("pk"))
        return self.exclude(status=Status.SUPERSEDED).filter(Exists(amber))

    def latest_first(self):
        """Newest cycle first; a report whose cycle is not known comes last."""
        return self.order_by(F("cycle__year").desc(nulls_last=True), "-version", "-pk")

    def for_display(self):
        return self.select_related(
            "cycle", "implementation_status", "resolution__assembly__kind__collection"
        ).prefetch_related("resolution__texts")
