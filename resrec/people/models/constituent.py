"""Constituents: the bodies of the union, who act, report and hold posts."""

from collections import defaultdict

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from resrec.journal.recording import journalled, record
from resrec.people.folding import folded
from resrec.people.merges import Merges, end_of
from resrec.people.models.country import Country
from resrec.rules import RuleBroken
from resrec.web.prepared import Prepared
from resrec.web.vocabulary import Vocabulary

# Codes that the program itself refers to; all others are the union's own rows.
SECRETARIAT = "secretariat"
UNRESOLVED = "unresolved"


class ConstituentKind(Vocabulary):
    """Member, Commission, Committee, Council, Secretariat …"""

    class Meta(Vocabulary.Meta):
        verbose_name = _("kind of constituent")
        verbose_name_plural = _("kinds of constituents")


class ConstituentQuerySet(models.QuerySet):
    def current(self):
        """Bodies that stand for themselves: not merged into another."""
        return self.filter(merged_into=None)

    def unresolved(self):
        """Names and identifiers from imports that nobody has yet said whose they are."""
        return self.current().filter(kind_id=UNRESOLVED)

    def resolved(self):
        """Bodies of a known kind."""
        return self.exclude(kind_id=UNRESOLVED)

    def named(self, name):
        """Give the body that bears this name or identifier on record, or None."""
        found = ConstituentName.objects.filter(folded=folded(name)).select_related("constituent")
        return next((one.constituent.current for one in found), None)

    def named_each(self, names):
        """Give the bodies that bear each name on record: {name: list}; others are left out.

        Asks in lots of 500 names; merges are followed in two queries for all.
        """
        wanted, found = sorted({folded(name) for name in names}), defaultdict(list)
        for start in range(0, len(wanted), 500):
            some = ConstituentName.objects.filter(folded__in=wanted[start : start + 500])
            for row in some.order_by("pk"):
                found[row.folded].append(row.constituent_id)
        bodies = self.current_of({pk for pks in found.values() for pk in pks})
        return {
            name: [*dict.fromkeys(bodies[pk] for pk in found[folded(name)])]
            for name in names
            if folded(name) in found
        }

    def current_of(self, ids):
        """Give {id: the body it was merged into at whatever remove, else itself}."""
        ids, merges = [*ids], self.merges()
        bodies = Constituent.objects.in_bulk({merges[pk] for pk in ids})
        return {pk: bodies[merges[pk]] for pk in ids}

    def merges(self):
        """Give the Merges of all bodies, in one query."""
        merged = Constituent.objects.exclude(merged_into=None).order_by()
        return Merges(merged.values_list("pk", "merged_into"))


_merged_into = Prepared(
    lambda ids: (
        Constituent.objects.filter(merged_into__in=ids).order_by().values_list("pk", flat=True)
    )
)


def with_merged(ids):
    """Give the set of these ids and those of all bodies merged into them, at whatever remove."""
    found = set(ids)
    while more := set(_merged_into(found)) - found:
        found |= more
    return found


class Constituent(models.Model):
    """A Member, a Commission or a group in it, a Committee, the Council, a Secretariat unit.

    A name or identifier that an import could not place is a constituent of kind *unresolved*;
    saying whose it is merges it, and every report that named it follows.
    """

    kind = models.ForeignKey(
        ConstituentKind,
        on_delete=models.PROTECT,
        related_name="constituents",
        verbose_name=_("kind"),
    )
    name = models.CharField(_("name"), max_length=300)
    name_fr = models.CharField(_("name in French"), max_length=300, blank=True)
    name_es = models.CharField(_("name in Spanish"), max_length=300, blank=True)
    acronym = models.CharField(_("acronym"), max_length=60, blank=True)
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, verbose_name=_("country")
    )
    part_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name=_("part of"),
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
        verbose_name=_("is the same as"),
    )
    from_import = models.BooleanField(_("seen on an imported page only"), default=False)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    objects = ConstituentQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("constituent")
        verbose_name_plural = _("constituents")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True)
                | ~models.Q(merged_into=models.F("pk")),
                name="constituent_is_not_merged_into_itself",
                violation_error_message=_("A body cannot be merged into itself."),
            )
        ]

    def __str__(self):
        name = getattr(self, f"name_{get_language()}", "") or self.name
        return f"{name} ({self.acronym})" if self.acronym else name

    @property
    def current(self):
        """The body this one was merged into, at whatever remove; else itself."""
        steps: dict[int, Constituent] = {}
        body: Constituent | None = self
        while body is not None and body.pk not in steps:
            steps[body.pk] = body
            body = body.merged_into
        return steps[end_of([*steps], {pk: one.merged_into_id for pk, one in steps.items()})]

    @property
    def is_secretariat(self):
        return self.kind_id == SECRETARIAT

    @property
    def is_unresolved(self):
        return self.kind_id == UNRESOLVED

    @journalled()
    def merge_into(self, other, *, by):
        """Say that this is `other`: every report that names it is read as naming `other`.

        Raises RuleBroken when that would make a circle. `unmerge` takes it back.
        """
        # Of two at once, each into the other, the second waits here and reads the first.
        held = Constituent.objects.select_for_update().filter(pk__in=[self.pk, other.pk])
        other = {body.pk: body for body in held.order_by("pk")}[other.pk]
        if other.current == self:
            raise RuleBroken(_("A body cannot be merged into itself."))
        self._set_merged_into(other.current)
        record(self, "constituent.merged", by=by, into=self.merged_into_id)

    @journalled()
    def unmerge(self, *, by):
        """Take a merge back; what named this body names it again."""
        if not self.merged_into_id:
            raise RuleBroken(_("This body is not merged into another."))
        record(self, "constituent.unmerged", by=by, into=self.merged_into_id)
        self._set_merged_into(None)

    def _set_merged_into(self, other):
        found = Constituent.objects.filter(pk=self.pk, merged_into=self.merged_into_id)
        if not found.update(merged_into=other):
            raise RuleBroken(_("Someone else has just changed this body."))
        self.merged_into = other

    def add_name(self, name):
        """Put a further name or identifier on record; does nothing when it is there already."""
        ConstituentName.objects.get_or_create(
            folded=folded(name), constituent=self, defaults={"name": name.strip()}
        )


class ConstituentName(models.Model):
    """A name, former name or identifier under which a body is printed."""

    constituent = models.ForeignKey(Constituent, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=300)
    folded = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta:
        verbose_name = _("name of a constituent")
        verbose_name_plural = _("names of constituents")
        constraints = [
            models.UniqueConstraint(fields=["constituent", "folded"], name="one_name_once_a_body")
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.folded = folded(self.name)
