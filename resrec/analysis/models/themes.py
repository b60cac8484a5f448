"""Themes of challenges and possible solutions, named by officers, and the passages under them."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import get_language, gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.library.models import Assembly
from resrec.people.folding import folded
from resrec.reporting.models import ActivityReport, Statement
from resrec.rules import RuleBroken

LANGUAGES = ("en", "fr", "es")


class Theme(models.Model):
    """What several challenges are about, in the words of an officer; for all cycles of a Congress.

    It has a name in one language at least; where it has none in a reader's, another is shown.
    """

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="themes")
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    name_fr = models.CharField(_("name in French"), max_length=120, blank=True)
    name_es = models.CharField(_("name in Spanish"), max_length=120, blank=True)
    is_removed = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["assembly", "pk"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_en="", name_fr="", name_es=""),
                name="theme_has_a_name",
                violation_error_message=_("A theme needs a name in one language at least."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def language(self):
        """The language in which `name` is: the page's where there is one."""
        in_order = (get_language() or "en", *LANGUAGES)
        return next(one for one in in_order if getattr(self, f"name_{one}", ""))

    @property
    def name(self):
        return getattr(self, f"name_{self.language}")

    @property
    def names(self):
        return {language: getattr(self, f"name_{language}") for language in LANGUAGES}

    @property
    def named(self):
        """[(language, what its field is called, the name or nothing)]"""
        fields = ((language, self._meta.get_field(f"name_{language}")) for language in LANGUAGES)
        return [(one, field.verbose_name, self.names[one]) for one, field in fields]

    @classmethod
    @journalled()
    def begin(cls, assembly, names, *, by):
        """Name a new theme. `names` is {language: name}, some of them empty. Raises RuleBroken."""
        theme = cls(assembly=assembly)
        theme._name(names)
        theme.save()
        record(theme, "theme.begun", by=by, assembly=assembly.code, names=theme.names)
        return theme

    @journalled()
    def rename(self, names, *, by):
        """Change its names; the passages stay. Raises RuleBroken."""
        before = self.names
        self._name(names)
        self.save()
        record(self, "theme.renamed", by=by, names=self.names, before=before)

    def _name(self, names):
        for language in LANGUAGES:
            setattr(self, f"name_{language}", " ".join(names.get(language, "").split()))
        if not any(self.names.values()):
            raise RuleBroken(_("A theme needs a name in one language at least."))
        if max(map(len, self.names.values())) > 120:
            raise RuleBroken(_("A theme’s name has 120 characters at most."))
        others = Theme.objects.filter(assembly=self.assembly, is_removed=False)
        for other in others.exclude(pk=self.pk):
            for language, name in self.names.items():
                if name and folded(name) == folded(other.names[language]):
                    raise RuleBroken(_("There is a theme of that name already."))

    @journalled()
    def remove(self, *, by):
        """Take a theme away; frozen analyses still name it. Raises RuleBroken while it is used."""
        if self.passages.filter(is_out=False).exists():
            raise RuleBroken(_("Passages are under this theme: take them out first."))
        self.is_removed = True
        self.save(update_fields=["is_removed"])
        record(self, "theme.removed", by=by, names=self.names)

    @journalled()
    def put(self, passages, *, by, side=""):
        """Put passages (`analysis.passages.Passage`) under the theme; give how many came.

        `side` is challenge or solution; without one each passage keeps the side of its field.
        Those that are there already stay as they are.
        """
        there = set(self.passages.filter(is_out=False).values_list("key", flat=True))
        fresh = {one.key: one for one in passages if one.key not in there}
        rows = [
            ThemedPassage(
                theme=self,
                key=one.key,
                side=side or one.side,
                statement_id=one.statement_id,
                report_id=one.report_id,
                field=one.field,
                exact=one.exact,
                language=one.language,
            )
            for one in fresh.values()
        ]
        # Of two officers who put the same passage there at once, one does.
        ThemedPassage.objects.bulk_create(rows, ignore_conflicts=True)
        if fresh:
            record(self, "theme.passages_put", by=by, passages=sorted(fresh))
        return len(fresh)


class ThemedPassageQuerySet(models.QuerySet):
    def for_display(self):
        """With what tells whether the words have been made private since (`is_withdrawn`)."""
        newest = ActivityReport.objects.accepted().filter(series=OuterRef("report__series"))
        private = newest.order_by("-version").values("private_fields")[:1]
        return self.select_related("theme", "statement").annotate(private_now=Subquery(private))


class ThemedPassage(models.Model):
    """Words of one version of a report, under a theme. They do not change with the report.

    `key` tells the source, its field and the words (`analysis.passages`).
    """

    class Side(models.TextChoices):
        CHALLENGE = "challenge", _("Challenge")
        SOLUTION = "solution", _("Possible solution")

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="passages")
    key = models.CharField(max_length=80)
    side = models.CharField(_("side"), max_length=9, choices=Side)
    statement = models.ForeignKey(
        Statement, null=True, on_delete=models.CASCADE, related_name="themed"
    )
    report = models.ForeignKey(
        ActivityReport, null=True, on_delete=models.PROTECT, related_name="themed"
    )
    field = models.CharField(max_length=60, blank=True)
    exact = models.TextField()
    language = models.CharField(max_length=2)
    is_out = models.BooleanField(default=False, editable=False)

    objects = ThemedPassageQuerySet.as_manager()

    class Meta:
        ordering = ["theme", "pk"]
        verbose_name = _("passage under a theme")
        verbose_name_plural = _("passages under themes")
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "key"], condition=Q(is_out=False), name="passage_once_a_theme"
            ),
            models.CheckConstraint(
                condition=Q(statement=None) ^ Q(report=None), name="passage_has_one_source"
            ),
        ]

    def __str__(self):
        return self.exact[:80]

    @property
    def is_withdrawn(self):
        """Whether its words have been made private since; asked of rows from `for_display`."""
        return bool(self.field) and self.field in (self.private_now or ())

    @journalled()
    def take_out(self, *, by):
        """Take it from under its theme; it may be put under another.

        The row stays for the lists of frozen analyses.
        """
        if ThemedPassage.objects.filter(pk=self.pk, is_out=False).update(is_out=True):
            record(self.theme, "theme.passage_taken_out", by=by, passage=self.key)

    @journalled()
    def turn(self, *, by):
        """Say that a challenge is a possible solution, or the other way round."""
        side = self.Side.SOLUTION if self.side == self.Side.CHALLENGE else self.Side.CHALLENGE
        if ThemedPassage.objects.filter(pk=self.pk, side=self.side).update(side=side):
            self.side = side
            record(self.theme, "theme.passage_turned", by=by, passage=self.key, side=side)
