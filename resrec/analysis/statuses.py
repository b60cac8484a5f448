"""Where the texts stand by their Progress Reports: now, over the cycles, and what has moved."""

from collections import defaultdict
from functools import cached_property, partial

from django.utils.translation import gettext as _

from resrec.analysis.counted import accounts_of, cycles_since
from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.reporting.models import ImplementationStatus

NOT_STATED = ""  # a Progress Report that names no status
NOBODY = None  # no Progress Report
LIGHTEST, DARKEST = 1, 4  # fills of the stages on the scale


class Statuses:
    """Statuses of implementation of a Congress's texts, from three queries.

    `texts` are the primary keys of all texts known of the Congress, in the order of lists.
    """

    def __init__(self, assembly, cycle, texts):
        self.assembly, self.cycle, self.texts = assembly, cycle, texts
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def vocabulary(self):
        return {status.code: status for status in ImplementationStatus.objects.all()}

    @cached_property
    def stages(self):
        """Codes of the statuses on the scale, from the first stage to the last."""
        return [code for code, status in self.vocabulary.items() if status.on_scale]

    @cached_property
    def beside_the_scale(self):
        return [code for code, status in self.vocabulary.items() if not status.on_scale]

    @cached_property
    def cycles(self):
        return list(cycles_since(self.assembly, self.cycle).select_related("assembly"))

    @cached_property
    def _accounts(self):
        """(pk, text, year or None, status) of every published Progress Report on the texts."""
        fields = ("pk", "resolution", "cycle__year", "implementation_status")
        return [
            (pk, text, year, status or NOT_STATED)
            for pk, text, year, status in accounts_of(self.assembly).values_list(*fields)
        ]

    @property
    def accounts_until_now(self):
        """Primary keys of the Progress Reports of this cycle and of those before."""
        return [
            pk for pk, _text, year, _status in self._accounts if year and year <= self.cycle.year
        ]

    def in_cycle(self, cycle):
        """Give the Statuses of another cycle; nothing that was read already is asked again."""
        other = Statuses(self.assembly, cycle, self.texts)
        other.vocabulary, other.by_year = self.vocabulary, self.by_year
        return other

    @cached_property
    def by_year(self):
        """{year: {text: status}}; a report whose cycle nobody knows is in none."""
        found = defaultdict(dict)
        for _pk, text, year, status in self._accounts:
            if year is not None:
                found[year][text] = status
        return dict(found)

    @cached_property
    def now(self):
        """{text: status} of this cycle."""
        return self.by_year.get(self.cycle.year, {})

    @cached_property
    def before(self):
        """{text: (year, status)} of the nearest earlier cycle in which the text had a report."""
        return {
            text: (year, status)
            for year in sorted(self.by_year)
            if year < self.cycle.year
            for text, status in self.by_year[year].items()
        }

    @cached_property
    def with_account(self):
        """The texts that have a Progress Report in this cycle."""
        members = tuple(text for text in self.texts if text in self.now)
        return self.figure(
            "with_progress_report", _("Texts with a Progress Report"), Noun.TEXT, members
        )

    @cached_property
    def undated(self):
        members = tuple(pk for pk, _text, year, _status in self._accounts if year is None)
        label = _("Progress Reports whose cycle is not known")
        return self.figure("without_cycle", label, Noun.PROGRESS_REPORT, members)

    @cached_property
    def table(self):
        """How many texts have which status in this cycle; each text is in one row."""
        row = {status: self._row(status, having) for status, having in self._split().items()}
        return Table(
            head=_("Status of implementation"),
            columns=(_("Texts"),),
            groups=(
                Group(tuple(row[code] for code in self.stages)),
                Group(
                    tuple(row[code] for code in self.beside_the_scale),
                    _("Recurrent work, beside the scale"),
                ),
                Group((row[NOT_STATED], row[NOBODY]), _("Nothing said")),
            ),
            total=Row(_("All texts known"), (self._all_texts(),)),
        )

    @cached_property
    def over_the_cycles(self):
        """The same for every cycle since the Congress: a row a year, a column a status."""
        return Table(
            head=_("Cycle"),
            columns=tuple(row.label for row in self.table.rows),
            groups=(Group(tuple(self._year(cycle) for cycle in self.cycles)),),
        )

    def _split(self, year=None):
        """{status: [texts]} with every status, NOT_STATED and NOBODY, even when no text has it."""
        found = self.by_year.get(year or self.cycle.year, {})
        having = {code: [] for code in (*self.stages, *self.beside_the_scale, NOT_STATED, NOBODY)}
        for text in self.texts:
            having[found.get(text, NOBODY)].append(text)
        return having

    def _year(self, cycle):
        rows = [self._row(*one, year=cycle.year) for one in self._split(cycle.year).items()]
        other = cycle.assembly_id != self.assembly.pk
        return Row(
            label=str(cycle.year),
            figures=tuple(row.figures[0] for row in rows),
            explanation=_("%(code)s under report") % {"code": cycle.assembly.label}
            if other
            else "",
        )

    def _row(self, status, having, year=None):
        key, label, explanation, fill = self._naming(status)
        title = _("Status of implementation: %(status)s") % {"status": label}
        year = year or self.cycle.year
        figure = Figure(self.assembly.code, year, key, title, Noun.TEXT, tuple(having))
        return Row(label, (figure,), explanation, fill, self.vocabulary.get(status))

    def _naming(self, status):
        """Give key, label, explanation and fill of a row."""
        if status is NOBODY:
            nobody = _("no Progress Report was published for this cycle")
            return "nobody_reported", _("Nobody reported"), nobody, "nobody"
        if status == NOT_STATED:
            silent = _("a Progress Report that names no status")
            return "not_stated", _("Not stated"), silent, "unstated"
        term = self.vocabulary[status]
        return f"status_{status}", term.label, term.explanation, self._fill(status)

    def _fill(self, status):
        if status not in self.stages:
            return "off"
        last = len(self.stages) - 1 or 1
        steps = (DARKEST - LIGHTEST) * self.stages.index(status) / last
        return str(LIGHTEST + round(steps))

    def _all_texts(self):
        return self.figure("texts", _("All texts known"), Noun.TEXT, tuple(self.texts))
