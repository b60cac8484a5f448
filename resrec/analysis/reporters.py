"""Who reports: Activity Reports by kind of constituent."""

from functools import cached_property, partial

from django.utils.translation import gettext as _

from resrec.analysis.counted import accepted_on, newest_first, reports_in, undated_reports
from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.people.merges import Merges
from resrec.people.models import Constituent, ConstituentKind
from resrec.people.models.constituent import UNRESOLVED

NOT_STATED = None


class Reporters:
    """The Activity Reports on a Congress's texts in the year of a cycle, from four queries.

    `texts` are the primary keys of all texts known of the Congress, in the order of lists. Merges
    of constituents are followed: two names of one body count as one.
    """

    def __init__(self, assembly, cycle, texts):
        self.assembly, self.cycle, self.texts = assembly, cycle, texts
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def pairs(self):
        """(report, constituent after merges or None, text): one for each text of each report."""
        accepted = accepted_on(self.assembly).filter(
            report__in=reports_in(self.assembly, self.cycle).order_by()
        )
        fields = ("report", "report__constituent", "resolution")
        return [
            (report, self.current(body), text)
            for report, body, text in accepted.order_by(*newest_first("report")).values_list(
                *fields
            )
        ]

    @cached_property
    def undated(self):
        members = undated_reports(self.assembly).order_by("-pk").values_list("pk", flat=True)
        label = _("Activity Reports whose year is not known")
        return self.figure("without_year", label, Noun.ACTIVITY_REPORT, tuple(members))

    @cached_property
    def texts_of(self):
        """{report: the texts of the Congress it is on}"""
        found = {}
        for report, _body, text in self.pairs:
            found.setdefault(report, []).append(text)
        return found

    @cached_property
    def bodies(self):
        """{constituent: (merged into, kind, country or None)}, by name."""
        fields = ("pk", "merged_into", "kind", "country")
        return {pk: tuple(rest) for pk, *rest in Constituent.objects.values_list(*fields)}

    def current(self, body):
        """The id of the body as it stands after merges; None stays None."""
        return self.merges[body]

    @cached_property
    def merges(self):
        return Merges({body: into for body, (into, *_rest) in self.bodies.items() if into})

    @cached_property
    def kinds(self):
        """{code: label} of the kinds of constituents."""
        return {kind.code: kind.label for kind in ConstituentKind.objects.all()}

    @cached_property
    def total(self):
        titles = (
            _("Constituents that reported"),
            _("Activity Reports accepted"),
            _("Texts with an Activity Report"),
        )
        return Row(_("In all"), self._figures(self.pairs, "", titles))

    @cached_property
    def table(self):
        """Constituents, their reports and the texts these are on; several may be on one text."""
        kinds = self.kinds
        known = [self._row(*kind) for kind in kinds.items() if kind[0] != UNRESOLVED]
        unknown = [
            self._row(UNRESOLVED, kinds.get(UNRESOLVED, _("Not yet identified"))),
            self._row(NOT_STATED, _("Constituent not stated")),
        ]
        return Table(
            head=_("Kind of constituent"),
            columns=(_("Constituents"), _("Activity Reports"), _("Texts")),
            groups=(Group(tuple(known)), Group(tuple(unknown), _("Not placed"))),
            total=self.total,
        )

    def _row(self, kind, label):
        pairs = [pair for pair in self.pairs if self._kind(pair[1]) == kind]
        titles = (
            _("Constituents that reported: %(kind)s"),
            _("Activity Reports by kind of constituent: %(kind)s"),
            _("Texts with an Activity Report, by kind of constituent: %(kind)s"),
        )
        ending = f"_of_{kind or 'nobody_named'}"
        figures = self._figures(pairs, ending, [title % {"kind": label} for title in titles])
        return Row(label, figures if kind else (None, *figures[1:]))

    def _kind(self, body):
        return self.bodies[body][1] if body else NOT_STATED

    def _figures(self, pairs, ending, titles):
        reports = dict.fromkeys(report for report, _body, _text in pairs)
        bodies = dict.fromkeys(body for _report, body, _text in pairs if body)
        on = {text for _report, _body, text in pairs}
        texts = (text for text in self.texts if text in on)
        made = (
            ("constituents", Noun.CONSTITUENT, bodies),
            ("activity_reports", Noun.ACTIVITY_REPORT, reports),
            ("with_activity_report", Noun.TEXT, texts),
        )
        return tuple(
            self.figure(f"{key}{ending}", title, noun, tuple(members))
            for (key, noun, members), title in zip(made, titles, strict=True)
        )
