"""Statements of a Progress Report, and the quotations each rests on."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, Max, OuterRef, Prefetch, Subquery
from django.utils.translation import get_language, gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Paragraph
from resrec.reporting.account.reanchoring import find_again
from resrec.reporting.anchors import anchor, normalised, passage_id, source_digest
from resrec.reporting.models.activity import new_key
from resrec.reporting.models.activity_report import ActivityReport, Status as ReportStatus
from resrec.reporting.models.arranging import Arranging
from resrec.reporting.models.progress_report import ProgressReport
from resrec.reporting.models.reported_text import ReportedText
from resrec.rules import RuleBroken

CHANGED_MEANWHILE = _("Someone else has changed this statement since you opened it.")


class StatementQuerySet(models.QuerySet):
    def for_display(self):
        """With quotations and their sources, in a fixed number of queries."""
        quotations = Quotation.objects.with_corrected().select_related(
            "source__constituent__merged_into__merged_into"
        )
        paragraphs = Paragraph.ever.order_by("position")
        return self.prefetch_related(
            Prefetch("quotations", quotations), Prefetch("paragraphs", paragraphs), "renderings"
        ).select_related("follows__report__cycle")

    def next_position(self):
        """The position behind these statements."""
        last = self.aggregate(last=Max("position"))["last"]
        return 0 if last is None else last + 1


class Statement(Arranging, models.Model):
    """One thing the account says. `key` stays the same in the version that replaces the report.

    `is_suggested` is so until a person keeps what the machine has chosen.
    """

    class Section(models.TextChoices):
        RESULTS = "results", _("Results")
        CHALLENGES = "challenges", _("Challenges and how they were met")
        FUTURE = "future", _("Future activities")

    class Basis(models.TextChoices):
        QUOTED = "quoted", _("rests on sources")
        OWN_KNOWLEDGE = "own_knowledge", _("the writer’s own knowledge")
        IMPORTED = "imported", _("carried over from the earlier platform")

    report = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="statements")
    key = models.CharField(max_length=8, default=new_key, editable=False)
    section = models.CharField(_("Section"), max_length=10, choices=Section)
    position = models.PositiveIntegerField(default=0)
    text = models.TextField(_("Statement"))
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    paragraphs = models.ManyToManyField(
        Paragraph, blank=True, related_name="statements", verbose_name=_("paragraphs")
    )
    basis = models.CharField(_("Basis"), max_length=13, choices=Basis, default=Basis.QUOTED)
    follows = models.ForeignKey(
        "self",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="followed_by",
        verbose_name=_("statement of an earlier year that it takes over"),
    )
    is_suggested = models.BooleanField(_("only suggested"), default=False, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["report", "section", "position", "pk"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="statement_key_once_a_report"),
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="statement_says_something",
                violation_error_message=_("A statement needs words."),
            ),
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def lacks_source(self):
        return self.basis == self.Basis.QUOTED and not self.quotations.all()

    @property
    def quotes_withdrawn(self):
        """Whether it quotes words made private since; asked of rows from `for_display`."""
        return any(quotation.is_withdrawn for quotation in self.quotations.all())

    @property
    def rendering(self):
        """The Rendering in the language of the page, stale or not, or None."""
        if self.language == get_language():
            return None
        found = (one for one in self.renderings.all() if one.language == get_language())
        return next(found, None)

    @property
    def digest(self):
        """What a form carries to tell whether the words are still those that were read."""
        return source_digest(self.text)

    @transaction.atomic
    def reword(self, *, read, **words):
        """Change text, section, language or basis; the quotations stay as they are.

        `read` is the digest of the words that the writer had before them. Raises RuleBroken when
        someone has reworded the statement since.
        """
        self._hold(read)
        if words.get("basis") == self.Basis.OWN_KNOWLEDGE and self.quotations.exists():
            raise RuleBroken(_("A statement that rests on reports is not own knowledge alone."))
        if words.get("section", self.section) != self.section:
            there = self.report.statements.filter(section=words["section"])
            words["position"] = there.next_position()
        # Whoever rewords a suggestion has made it theirs.
        Statement.objects.filter(pk=self.pk).update(is_suggested=False, **words)
        self.refresh_from_db()

    @transaction.atomic
    def point_at(self, paragraphs):
        """Say that the statement is about these Paragraphs of its text, and no others."""
        self.report.touch()
        theirs = Paragraph.objects.filter(resolution=self.report.resolution_id)
        self.paragraphs.set(theirs.filter(pk__in=paragraphs))

    @transaction.atomic
    def remove(self, *, read):
        """Take the statement out of the draft, with its quotations."""
        self._hold(read)
        self.delete()

    def _hold(self, read):
        self.report.touch()
        stands = Statement.objects.filter(pk=self.pk).values_list("text", flat=True).first()
        if stands is None or source_digest(stands) != read:
            raise self._changed()

    def _changed(self):
        return RuleBroken(CHANGED_MEANWHILE)

    @journalled()
    def keep(self, *, by):
        """Make a suggestion a statement of the account; what is none stays as it is."""
        if self._answer_suggestion():
            self.is_suggested = False
            record(self.report, "progress_report.suggestion_kept", by=by, statement=self.key)

    @journalled()
    def turn_down(self, *, by):
        """Take a suggestion out of the draft. Raises RuleBroken when somebody has kept it."""
        if not self._answer_suggestion():
            raise self._changed()
        record(self.report, "progress_report.suggestion_turned_down", by=by, statement=self.key)
        self.delete()

    def _answer_suggestion(self):
        """Whether it was only suggested until now."""
        self.report.touch()
        found = Statement.objects.filter(pk=self.pk, is_suggested=True)
        return bool(found.update(is_suggested=False))

    def quote(self, source, field, exact, *, near=0):
        """Rest this statement on words of an accepted report on the same text; give the Quotation.

        Raises RuleBroken when the report is not accepted on this text, the field is private or
        the words do not stand there.
        """
        on_text = ReportedText.objects.filter(
            report=source,
            resolution=self.report.resolution_id,
            verdict=ReportedText.Verdict.ACCEPTED,
        )
        if source.status != ReportStatus.ACCEPTED or not on_text.exists():
            raise RuleBroken(_("Only accepted reports on this text can be quoted."))
        passage = source.passage(field)
        found = passage and anchor(passage.text, exact, near=near)
        if not found:
            raise RuleBroken(_("These words do not stand in that source."))
        return self.quotations.create(
            source=source,
            field=field,
            exact=found.exact,
            prefix=found.prefix,
            suffix=found.suffix,
            source_digest=source_digest(passage.text),
            position=self.quotations.count(),
        )


class QuotationQuerySet(models.QuerySet):
    def with_corrected(self):
        """Annotate `is_corrected`: its source has an accepted newer version (shown in amber).

        `corrected_by` is the id of the newest of them, `corrected_at` the day it was handed in,
        `private_now` the addresses of the passages that it marks private.
        """
        newer = (
            ActivityReport.objects.accepted()
            .filter(series=OuterRef("source__series"), version__gt=OuterRef("source__version"))
            .order_by("-version")
        )
        return self.annotate(
            is_corrected=Exists(newer),
            corrected_by=Subquery(newer.values("pk")[:1]),
            corrected_at=Subquery(newer.values("submitted_at")[:1]),
            private_now=Subquery(newer.values("private_fields")[:1]),
        )


class Quotation(models.Model):
    """Words of one version of an Activity Report (W3C Web Annotation, TextQuoteSelector)."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="quotations")
    source = models.ForeignKey(ActivityReport, on_delete=models.PROTECT, related_name="quotations")
    field = models.CharField(max_length=60)
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    source_digest = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField(default=0)

    objects = QuotationQuerySet.as_manager()

    class Meta:
        ordering = ["statement", "position", "pk"]
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        constraints = [
            models.CheckConstraint(condition=~models.Q(exact=""), name="quotation_quotes_something")
        ]

    def __str__(self):
        return self.exact[:80]

    def get_absolute_url(self):
        """The passage it quotes, on the page of the version that it quotes."""
        return self.source.get_absolute_url() + self.fragment

    @property
    def is_withdrawn(self):
        """Whether its words have been made private since; asked of rows from `with_corrected`."""
        return self.field in (self.private_now or ())

    @property
    def fragment(self):
        """The end of an address that leads to this field in any version of the report."""
        return f"#{passage_id(self.field)}"

    @transaction.atomic
    def renew(self, *, read=""):
        """Rest on the newest accepted version of the source, on the words that stand there now.

        Words that say something else are taken only when they are those `read` by the person who
        asks. A statement that was these very words follows them. Raises RuleBroken when there are
        none like them, or when the source has not been corrected.
        """
        self.statement.report.touch()
        newer = self.source.newer_accepted
        if newer is None:
            raise RuleBroken(_("This report has not been corrected."))
        passage = newer.passage(self.field)
        found = passage and find_again(passage.text, self)
        if not found or not (found.same_in_substance or found.exact == normalised(read)):
            raise RuleBroken(_("These words do not stand in that source."))
        renewed = self.statement.quote(newer, self.field, found.exact, near=found.start)
        Quotation.objects.filter(pk=renewed.pk).update(position=self.position)
        same = Statement.objects.filter(pk=self.statement_id, text=self.exact)
        same.update(text=renewed.exact)
        self.delete()

    @transaction.atomic
    def remove(self):
        """Take this source from under its statement."""
        self.statement.report.touch()
        self.delete()
