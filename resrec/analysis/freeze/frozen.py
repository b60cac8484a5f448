"""A frozen analysis read back: figures, tables and words in the reader's language, from its data.

Gives what the pages of a live Overview take, so that one set of templates shows both.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext as _

from resrec.analysis.bound import paragraphs
from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.analysis.freeze.parts import FIGURE_LINK
from resrec.analysis.models import ThemedPassage, YearlyAnalysis
from resrec.reporting.models import ImplementationStatus


@dataclass(frozen=True)
class FrozenFigure(Figure):
    """A figure of a frozen analysis: its list is the one that was counted then.

    `told` is how the number was written where it is none of members: a sum of money.
    """

    version: int = 0
    told: str = ""
    is_frozen = True

    @property
    def shown(self):
        return self.told or super().shown

    def key_in(self, year):
        """In an analysis of a later year it carries its year and version: "2024v1.texts"."""
        return self.key if self.year == year else f"{self.year}v{self.version}.{self.key}"

    @property
    def of_year(self):
        """The earlier year that it is of, within the analysis of a later one; else None."""
        before = self.key.rpartition(".")[0]
        return int(before.partition("v")[0]) if before else None

    def get_absolute_url(self):
        return reverse(
            "analysis_frozen_list", args=[self.assembly, self.year, self.version, self.key]
        )


@dataclass(frozen=True)
class GeographyThen:
    """Countries as they were counted: {code: Row}."""

    rows: dict


def figure_of(analysis, kept):
    """Give the FrozenFigure of an AnalysisFigure, in the language of the page."""
    return FrozenFigure(
        analysis.assembly.code,
        analysis.cycle.year,
        kept.key,
        kept.labels[get_language()],
        Noun(kept.noun),
        tuple(kept.members),
        analysis.version,
    )


class FrozenOverview:
    """`analysis` as its pages show it. `amber` are the keys of figures to be marked."""

    def __init__(self, analysis, amber=frozenset()):
        self.analysis, self.amber = analysis, amber
        self.assembly, self.cycle = analysis.assembly, analysis.cycle
        self.year = analysis.cycle.year
        self.holds_demonstration = analysis.is_demonstration
        self._language = get_language()

    def is_amber(self, figure):
        return figure.key in self.amber

    @property
    def amber_figures(self):
        return [one for key, one in self.figures.items() if key in self.amber]

    @property
    def amber_words(self):
        return _("changed since it was frozen")

    @cached_property
    def figures(self):
        return {one.key: figure_of(self.analysis, one) for one in self.analysis.figures.all()}

    @cached_property
    def _parts(self):
        return {part.name: part.content[self._language] for part in self.analysis.parts.all()}

    @cached_property
    def tables(self):
        """{name: Table}, in the order of the page."""
        return {one["name"]: self._table(one) for one in self._parts["tables"]}

    def _table(self, kept):
        groups = (Group(tuple(map(self._row, g["rows"])), g["label"]) for g in kept["groups"])
        total = kept["total"] and self._row(kept["total"])
        columns = tuple(kept["columns"])
        return Table(kept["head"], columns, tuple(groups), total, kept.get("note", ""))

    def _row(self, kept):
        keys = kept["figures"]
        told = kept.get("shown") or [None] * len(keys)
        figures = tuple(
            replace(self.figures[key], told=words or "") if key else None
            for key, words in zip(keys, told, strict=True)
        )
        status = self._vocabulary.get(kept["status"])
        return Row(kept["label"], figures, kept["explanation"], kept["fill"], status)

    @property
    def geography(self):
        """What the map is drawn of, read from the keys of its table's figures."""
        table = self.tables.get("geography")
        rows = table.groups[0].rows if table else ()
        return GeographyThen({row.figures[0].key.rpartition("_")[2]: row for row in rows})

    @cached_property
    def _vocabulary(self):
        """The statuses, for their shapes alone: their labels are those that were frozen."""
        return {one.code: self.then(one) for one in ImplementationStatus.objects.all()}

    @property
    def keeps_words(self):
        """Whether the words of vocabularies were kept: they are since method 2026.2."""
        return "vocabulary" in self._parts

    def then(self, term):
        """Give a term of a vocabulary, or None, under the label that it had then."""
        if term is not None:
            labels = self._parts.get("vocabulary", {}).get(term._meta.model_name, {})
            if label := labels.get(term.pk):
                setattr(term, f"label_{self._language}", label)
        return term

    @cached_property
    def told(self):
        """[(title, language, paragraphs of Sentences)] of what was written beside the figures."""
        return [
            (
                one["title"],
                one["language"],
                paragraphs(one["text"], self.figures, one["figures"], of_then=True),
            )
            for one in self._parts.get("narratives", ())
        ]

    @cached_property
    def themes(self):
        """What was under each theme, as `parts.themes` gives it, with the words (`row.exact`)."""
        kept = self._parts.get("themes", ())
        pks = [one["passage"] for theme in kept for one in theme["passages"]]
        rows = ThemedPassage.objects.for_display().in_bulk(pks)
        return [
            theme | {"passages": [one | {"row": rows[one["passage"]]} for one in theme["passages"]]}
            for theme in kept
        ]

    @property
    def account(self):
        return self._words("account")

    @property
    def counting(self):
        return self._words("counting")

    def _words(self, name):
        html = self._parts[name]
        for key, figure in self.figures.items():
            html = html.replace(FIGURE_LINK.format(key), f'href="{figure.get_absolute_url()}"')
        return mark_safe(html)  # noqa: S308  drawn by a template of ours when it was frozen

    @cached_property
    def statuses(self):
        return StatusesThen(self)

    def records(self, noun, members=None):
        """Give {member: values} of a noun's records, or of those members only."""
        found = self.analysis.records.filter(noun=noun)
        found = found if members is None else found.filter(member__in=list(members))
        return dict(found.values_list("member", "values"))


class StatusesThen:
    """The texts' statuses as they were counted, from the records of the Progress Reports."""

    def __init__(self, overview):
        self.vocabulary = overview._vocabulary
        texts = {values["code"]: member for member, values in overview.records(Noun.TEXT).items()}
        self.now, self.before = {}, {}
        accounts = overview.records(Noun.PROGRESS_REPORT).values()
        for values in sorted(accounts, key=lambda values: values["year"] or 0):
            text, status = texts.get(values["text"]), values["status"] or ""
            if values["year"] == overview.year:
                self.now[text] = status
            elif values["year"]:
                self.before[text] = (values["year"], status)


def find_frozen(assembly, year, version):
    """Give the YearlyAnalysis of this address, or raise Http404."""
    frozen = YearlyAnalysis.objects.select_related(
        "assembly__kind__collection", "cycle", "replaces"
    )
    return get_object_or_404(frozen, assembly__code=assembly, cycle__year=year, version=version)
