"""Pages read from the earlier platform, kept whole with what could not be understood."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resrec.exchange.portal_pages.problems import Problem
from resrec.reporting.models import ActivityReport, ProgressReport


class ImportedPage(models.Model):
    """One page as it was read: a node of the earlier platform in one language and version.

    `text` is the page itself; `problems` lists what was not understood (Problem.as_dict). Pages of
    one node are stored as one report.
    """

    node = models.PositiveIntegerField(_("node"), null=True, db_index=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    file = models.CharField(_("file"), max_length=300)
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    layout = models.CharField(_("layout"), max_length=2, blank=True)
    report_type = models.CharField(_("type of report"), max_length=10, blank=True)
    truncated = models.BooleanField(_("cut off"), default=False)
    text = models.TextField(_("text"))
    problems = models.JSONField(_("problems"), default=list)
    activity_report = models.ForeignKey(
        ActivityReport,
        null=True,
        on_delete=models.PROTECT,
        related_name="imported_pages",
        verbose_name=_("Activity Report"),
    )
    progress_report = models.ForeignKey(
        ProgressReport,
        null=True,
        on_delete=models.PROTECT,
        related_name="imported_pages",
        verbose_name=_("Progress Report"),
    )
    read_at = models.DateTimeField(_("read"), default=timezone.now)

    class Meta:
        ordering = ["node", "language", "pk"]
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")

    def __str__(self):
        return self.file

    @property
    def sentences(self):
        """What was not understood, in the reader's language."""
        return [Problem(**problem).sentence_by(_) for problem in self.problems]
