"""What would help: needs by kind, open or met, and the money asked for, currency by currency."""

from functools import cached_property, partial

from django.utils.translation import gettext as _, pgettext

from resrec.analysis.counted import reports_in
from resrec.analysis.figures import Figure, Group, Noun, Row, Sum, Table
from resrec.reporting.models import NeedKind
from resrec.reporting.needs.money import currencies
from resrec.reporting.needs.public_needs import public_needs


class Needs:
    """The public needs of the full reports of one Congress in one cycle, from a few queries.

    Whether one is met is asked today. `texts` are all texts known of the Congress, in the order of
    lists; `reporters` the Reporters of the same Congress and cycle.
    """

    def __init__(self, assembly, cycle, texts, reporters):
        self.assembly, self.cycle, self.texts = assembly, cycle, texts
        self.reporters = reporters
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def named(self):
        return public_needs(reports_in(self.assembly, self.cycle))

    @cached_property
    def table(self):
        """A row a kind; a constituent and a text count in the row of each kind they have."""
        kinds = [(kind.pk, kind.label) for kind in NeedKind.objects.all()]
        rows = tuple(self._row(pk, f"_of_{pk}", label) for pk, label in kinds)
        not_stated = self._row(None, "_of_no_kind", _("Kind not stated"))
        return Table(
            head=_("Kind of need"),
            columns=(
                pgettext("needs", "Open"),
                pgettext("needs", "Met"),
                _("Constituents"),
                _("Texts"),
            ),
            groups=(Group(rows), Group((not_stated,), _("Not placed"))),
            total=Row(_("In all"), self._figures(self.named, "", _("all kinds"))),
        )

    @cached_property
    def money(self):
        """A row a currency in which an amount is stated: they are never added to one another."""
        asked = [need for need in self.named if need.kind and need.kind.has_amount]
        stated = {need.currency for need in asked if need.amount is not None}
        rows = tuple(self._of_currency(code, asked) for code in sorted(stated))
        without = [need for need in asked if need.amount is None]
        label = _("Amount not stated")
        counts = self._counts(without, "_without_amount", label)
        not_stated = Row(label, (counts[0], None, counts[1], None))
        return Table(
            head=_("Money that would help"),
            columns=(
                pgettext("needs", "Open"),
                _("Sum of the open"),
                pgettext("needs", "Met"),
                _("Sum of the met"),
            ),
            groups=(Group(rows), Group((not_stated,), _("Not in any sum"))),
        )

    def _row(self, kind, ending, label):
        return Row(
            label, self._figures([one for one in self.named if one.kind_id == kind], ending, label)
        )

    def _figures(self, needs, ending, label):
        bodies = dict.fromkeys(self.reporters.current(one.report.constituent_id) for one in needs)
        bodies.pop(None, None)
        on = {text for one in needs for text in self.reporters.texts_of[one.report_id]}
        texts = tuple(text for text in self.texts if text in on)
        by = _("Constituents that name a need: %(kind)s") % {"kind": label}
        with_need = _("Texts with a need: %(kind)s") % {"kind": label}
        return (
            *self._counts(needs, ending, label),
            self.figure(f"needs_by{ending}", by, Noun.CONSTITUENT, tuple(bodies)),
            self.figure(f"texts_with_needs{ending}", with_need, Noun.TEXT, texts),
        )

    def _of_currency(self, code, asked):
        needs = [one for one in asked if one.amount is not None and one.currency == code]
        name = currencies().get(code, code)
        ending, label = f"_in_{code.lower()}", f"{name} ({code})"
        still_open, met = self._counts(needs, ending, label)
        return Row(label, (still_open, _sum(still_open, needs), met, _sum(met, needs)))

    def _counts(self, needs, ending, label):
        """Give the figures of those that are open, and of those that were met."""
        still_open = tuple(one.pk for one in needs if not one.met)
        met = tuple(one.pk for one in needs if one.met)
        open_label = _("Open needs: %(kind)s") % {"kind": label}
        met_label = _("Needs that were met: %(kind)s") % {"kind": label}
        return (
            self.figure(f"needs_open{ending}", open_label, Noun.NEED, still_open),
            self.figure(f"needs_met{ending}", met_label, Noun.NEED, met),
        )


def _sum(figure, needs):
    """Give the Sum of a figure's needs, all in one currency; None when it has none."""
    amounts = {one.pk: one.amount for one in needs}
    if not figure.members:
        return None
    return Sum(
        assembly=figure.assembly,
        year=figure.year,
        key=figure.key.replace("needs_", "sum_", 1),
        label=figure.label,
        noun=figure.noun,
        members=figure.members,
        amount=sum(amounts[pk] for pk in figure.members),
        currency=needs[0].currency,
    )
