"""Who reports and who does not: of those who could, by kind, region and country.

Any constituent on record may report on any text, so that all of them could: bodies that stand for
themselves and of which it is known who they are. Each stands in one column only, that of the most
it said: a full report, an answer of one press, "nothing this year", silence when it was asked, or
none of these.
"""

from collections import defaultdict
from functools import cached_property, partial

from django.utils.translation import gettext as _, gettext_lazy

from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.people.models import Country, Region
from resrec.people.models.constituent import UNRESOLVED
from resrec.reporting.models.short_answer import Kind

FULL, SHORT, NOTHING, SILENT, OTHERWISE = STANDINGS = (
    "full",
    "short",
    "nothing",
    "silent",
    "otherwise",
)
NOT_STATED = None
# Classes of the map: the share of a country's constituents that reported in full, at most.
SHADES = ((0, "none"), (0.25, "few"), (0.5, "some"), (1, "most"))
IN_WORDS = {
    "none": gettext_lazy("nobody reported"),
    "few": gettext_lazy("up to a quarter reported"),
    "some": gettext_lazy("more than a quarter, up to half"),
    "most": gettext_lazy("more than half reported"),
}


class Turnout:
    """Of the constituents that could report, how many did. Two queries of its own.

    `reporters` and `answers` are those of the same Congress and cycle.
    """

    def __init__(self, assembly, cycle, texts, reporters, answers):
        self.texts, self.reporters, self.answers = texts, reporters, answers
        self.figure = partial(Figure, assembly.code, cycle.year)

    @cached_property
    def could(self):
        """{constituent: (kind, country or None)} of all that could report, by name."""
        return {
            pk: (kind, country)
            for pk, (into, kind, country) in self.reporters.bodies.items()
            if not into and kind != UNRESOLVED
        }

    @cached_property
    def standing(self):
        """{constituent: one of STANDINGS}"""
        found = dict.fromkeys(self.could, OTHERWISE)
        said = [
            (SILENT, (body for _post, _text, body in self.answers.silent)),
            (NOTHING, self._pressed(Kind.NOTHING)),
            (SHORT, self._pressed(Kind.SAME, Kind.DONE)),
            (FULL, (body for _report, body, _text in self.reporters.pairs)),
        ]
        for standing, bodies in said:  # the most comes last
            found |= dict.fromkeys((body for body in bodies if body in found), standing)
        return found

    def _pressed(self, *kinds):
        return (body for _report, body, _text, kind in self.answers.pairs if kind in kinds)

    @cached_property
    def countries(self):
        return {one.pk: one for one in Country.objects.all()}

    @cached_property
    def regions(self):
        return {one.pk: one for one in Region.objects.all()}

    @cached_property
    def by_kind(self):
        groups = self._grouped(lambda kind, _country: kind)
        rows = [
            self._row(f"kind_{code}", label, groups[code])
            for code, label in self.reporters.kinds.items()
            if code != UNRESOLVED
        ]
        return self._table(_("Kind of constituent"), Group(tuple(rows)))

    @cached_property
    def by_region(self):
        """By the region of a constituent's country; those without have a row of their own."""
        groups = self._grouped(lambda _kind, country: self._region(country))
        rows = [
            self._row(f"region_{pk}", region.label, groups[pk])
            for pk, region in self.regions.items()
        ]
        without = self._row("region_not_stated", _("Region not stated"), groups[NOT_STATED])
        return self._table(_("Region"), Group(tuple(rows)), Group((without,), _("Not placed")))

    def _region(self, country):
        return self.countries[country].region_id if country else NOT_STATED

    def _grouped(self, of):
        """{key: {standing: [constituents]}}, of(kind, country) being the key."""
        found = defaultdict(lambda: defaultdict(list))
        for body, (kind, country) in self.could.items():
            found[of(kind, country)][self.standing[body]].append(body)
        return found

    def _row(self, ending, label, having):
        everyone = [body for standing in STANDINGS for body in having[standing]]
        members = [having[standing] for standing in STANDINGS]
        return Row(
            label,
            tuple(
                self.figure(
                    f"{key}_of_{ending}", title % {"whose": label}, Noun.CONSTITUENT, tuple(pks)
                )
                for key, title, pks in zip(
                    ("could_report", *(f"said_{one}" for one in STANDINGS)),
                    self._titles,
                    [everyone, *members],
                    strict=True,
                )
            ),
        )

    @cached_property
    def _titles(self):
        return (
            _("Constituents that could report: %(whose)s"),
            _("Constituents that reported in full: %(whose)s"),
            _("Constituents that answered by one press that it goes on or is done: %(whose)s"),
            _("Constituents that answered “nothing this year”: %(whose)s"),
            _("Constituents that were asked and were silent: %(whose)s"),
            _("Constituents that were not asked, or whose word is not accepted yet: %(whose)s"),
        )

    def _table(self, head, *groups):
        everyone = defaultdict(list)
        for body, standing in self.standing.items():
            everyone[standing].append(body)
        return Table(
            head=head,
            columns=(
                _("Could report"),
                _("Full report"),
                _("Goes on, or done"),
                _("Nothing this year"),
                _("Asked, and silent"),
                _("Not asked, or not read yet"),
            ),
            groups=groups,
            total=self._row("all", _("In all"), everyone),
        )


class Geography:
    """Constituents and texts by country: what the map and the table under it tell."""

    def __init__(self, turnout):
        self.turnout, self.figure = turnout, turnout.figure

    @cached_property
    def _could(self):
        return self._by_country(self.turnout.could)

    @cached_property
    def _reported(self):
        reported = (body for body, said in self.turnout.standing.items() if said == FULL)
        return self._by_country(reported)

    def _by_country(self, bodies):
        found = defaultdict(list)
        for body in bodies:
            found[self.turnout.could[body][1]].append(body)
        return found

    @cached_property
    def _texts(self):
        """{country or None: {texts that its constituents reported on}}"""
        found = defaultdict(set)
        could = self.turnout.could
        for _report, body, text in self.turnout.reporters.pairs:
            if body in could:
                found[could[body][1]].add(text)
        return found

    @cached_property
    def _reports(self):
        """{country or None: Activity Reports of its constituents, each once}"""
        found = defaultdict(dict)
        could = self.turnout.could
        for report, body, _text in self.turnout.reporters.pairs:
            if body in could:
                found[could[body][1]][report] = None
        return found

    @cached_property
    def rows(self):
        """{country: Row} of those that have a constituent, in the order of the page's language."""
        countries = self.turnout.countries
        having = sorted((str(countries[pk]), pk) for pk in self._could if pk)
        return {pk: self._row(pk, label) for label, pk in having}

    @cached_property
    def table(self):
        unplaced = self._row(NOT_STATED, _("No country on record"))
        return Table(
            head=_("Country or territory"),
            columns=(
                _("Could report"),
                _("Reported in full"),
                _("Texts"),
                _("Activity Reports"),
            ),
            groups=(
                Group(tuple(self.rows.values())),
                Group((unplaced,), _("Not placed")),
            ),
        )

    def _row(self, country, label):
        key = country or "no_country"
        on = self._texts[country]
        figures = (
            (f"could_report_in_{key}", _("Constituents that could report: %(whose)s")),
            (f"reported_in_{key}", _("Constituents that reported in full: %(whose)s")),
            (f"texts_from_{key}", _("Texts with an Activity Report from: %(whose)s")),
            (f"reports_from_{key}", _("Activity Reports from: %(whose)s")),
        )
        nouns = (Noun.CONSTITUENT, Noun.CONSTITUENT, Noun.TEXT, Noun.ACTIVITY_REPORT)
        members = (
            self._could[country],
            self._reported[country],
            [text for text in self.turnout.texts if text in on],
            self._reports[country],
        )
        made = tuple(
            self.figure(key, title % {"whose": label}, noun, tuple(pks))
            for (key, title), noun, pks in zip(figures, nouns, members, strict=True)
        )
        return Row(label, made, explanation=str(IN_WORDS[shade_of(made)]) if country else "")


def shade_of(figures):
    """Give the class of a country's figures, of which the first, who could report, is not 0."""
    could, reported, *_more = (figure.value for figure in figures)
    return next(name for most, name in SHADES if reported <= most * could)
