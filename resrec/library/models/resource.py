"""Documents that the Secretariat adds to the resource pages, in order, each in its language."""

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ResourceDocument(models.Model):
    """A document on a resource page: a file or a link. One replaces another by editing its row."""

    class Page(models.TextChoices):
        POLICY_CYCLE = "policy-cycle", _("The policy cycle")
        REPORTING = "reporting", _("How reporting works")
        FOR_REPORTERS = "for-reporters", _("Guidance for reporters")
        FOR_FOCAL_POINTS = "for-focal-points", _("Guidance for focal points")
        FOR_MEMBERS = "for-members", _("Guidance for Members")
        FOR_COMMISSIONS = "for-commissions", _("Guidance for Commissions")
        FOR_COMMITTEES = "for-committees", _("Guidance for National and Regional Committees")
        FOR_COUNCIL = "for-council", _("Guidance for the Council")
        FOR_SECRETARIAT = "for-secretariat", _("Guidance for the Secretariat")
        ANALYSES = "analyses", _("Analyses of Resolutions")

    page = models.CharField(_("page"), max_length=20, choices=Page)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=250)
    file = models.FileField(
        _("file"),
        upload_to="resources/",
        blank=True,
        validators=[FileExtensionValidator(["pdf", "docx", "xlsx", "csv", "odt", "ods", "txt"])],
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    published_on = models.DateField(_("date of the document"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["page", "position", "title"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                condition=(~models.Q(file="") & models.Q(url=""))
                | (models.Q(file="") & ~models.Q(url="")),
                name="document_is_a_file_or_a_link",
                violation_error_message=_("Give a file or an address, one of the two."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.url or reverse("resource_document", args=[self.pk])
