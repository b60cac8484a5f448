"""What a Congress's themes hold in one cycle, as figures; and what is under none yet."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, partial

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from resrec.analysis.figures import Figure, Group, Noun, Row, Table
from resrec.analysis.models import Theme, ThemedPassage
from resrec.analysis.passages import FIELDS
from resrec.reporting.models import ActivityReport, ProgressReport

Side = ThemedPassage.Side


@dataclass(frozen=True)
class Placed:
    """A passage under a theme, by keys: where it comes from, and the texts it is on."""

    pk: int
    theme: int
    side: str
    texts: tuple[int, ...]
    body: int | None


class Themes:
    """The themes of an Overview's Congress, with the passages whose sources count in its cycle.

    A passage stays under its theme in the version of the report that it was taken from; once that
    version is corrected it counts no more, and `left_behind` has it for an officer. Two queries.
    """

    def __init__(self, overview):
        self.overview = overview
        self.figure = partial(Figure, overview.assembly.code, overview.year)

    @cached_property
    def all(self):
        return list(Theme.objects.filter(assembly=self.overview.assembly, is_removed=False))

    @cached_property
    def _rows(self):
        fields = ("pk", "theme", "side", "statement", "report", "field")
        rows = ThemedPassage.objects.filter(theme__assembly=self.overview.assembly, is_out=False)
        return list(rows.order_by("pk").values_list(*fields))

    @cached_property
    def placed(self):
        """[Placed] of this cycle."""
        words, reporters = self.overview.words, self.overview.reporters
        stated = set(words.stated_challenges)
        said = {field: set(words.said_in(field)) for field in FIELDS}
        bodies = {report: body for report, body, _text in reporters.pairs}
        found = []
        for pk, theme, side, statement, report, field in self._rows:
            if statement in stated:
                found.append(Placed(pk, theme, side, (words.text_of[statement],), None))
            elif field and report in said[field]:
                texts = tuple(reporters.texts_of[report])
                found.append(Placed(pk, theme, side, texts, bodies[report]))
        return found

    @cached_property
    def _by_theme(self):
        found = defaultdict(list)
        for one in self.placed:
            found[one.theme].append(one)
        return found

    @cached_property
    def passages(self):
        members = tuple(one.pk for one in self.placed)
        return self.figure("themed", _("Passages under a theme"), Noun.PASSAGE, members)

    @cached_property
    def table(self):
        return Table(
            head=_("Theme"),
            columns=(_("Challenges"), _("Possible solutions"), _("Texts"), _("Constituents")),
            groups=(
                Group(tuple(self.row(theme) for theme in self.all)),
                Group(self._sources_without(), _("In no theme yet")),
            ),
        )

    def row(self, theme):
        """The Row of a Theme: passages of each side, the texts and the constituents they are of."""
        placed, key, name = self._by_theme[theme.pk], f"theme_{theme.pk}", theme.name
        on = {text for one in placed for text in one.texts}
        bodies = dict.fromkeys(one.body for one in placed if one.body)
        made = (
            (
                "challenges",
                _("Challenges under the theme: %(theme)s"),
                Noun.PASSAGE,
                [one.pk for one in placed if one.side == Side.CHALLENGE],
            ),
            (
                "solutions",
                _("Possible solutions under the theme: %(theme)s"),
                Noun.PASSAGE,
                [one.pk for one in placed if one.side == Side.SOLUTION],
            ),
            (
                "texts",
                _("Texts with passages under the theme: %(theme)s"),
                Noun.TEXT,
                [text for text in self.overview.texts if text in on],
            ),
            (
                "constituents",
                _("Constituents with passages under the theme: %(theme)s"),
                Noun.CONSTITUENT,
                list(bodies),
            ),
        )
        figures = tuple(
            self.figure(f"{key}_{ending}", title % {"theme": name}, noun, tuple(pks))
            for ending, title, noun, pks in made
        )
        return Row(name, figures)

    def _sources_without(self):
        """Statements and reports of which nothing is under a theme."""
        words, having = self.overview.words, self._having
        stated = [pk for pk in words.stated_challenges if ("", pk) not in having]
        rows = [
            (
                _("Statements of Progress Reports"),
                "challenges_stated_in_no_theme",
                Noun.STATEMENT,
                stated,
                0,
            ),
            (
                _("Challenges of Activity Reports"),
                "challenges_in_no_theme",
                Noun.CHALLENGE,
                [pk for pk in words.said_in("challenges") if ("challenges", pk) not in having],
                0,
            ),
            (
                _("Measures of Activity Reports"),
                "measures_in_no_theme",
                Noun.MEASURE,
                [pk for pk in words.said_in("measures") if ("measures", pk) not in having],
                1,
            ),
        ]
        return tuple(self._without(*row) for row in rows)

    def _without(self, label, key, noun, members, column):
        title = _("In no theme yet: %(what)s") % {"what": label}
        figures = [None, None, None, None]
        figures[column] = self.figure(key, title, noun, tuple(members))
        return Row(label, tuple(figures))

    @cached_property
    def _having(self):
        """{(field, source)} of those with a passage under a theme."""
        return {
            (field, report or statement)
            for _pk, _theme, _side, statement, report, field in self._rows
        }

    @property
    def left_behind(self):
        """ThemedPassages whose report has been corrected since, or its account superseded."""
        newer = ActivityReport.objects.accepted().filter(
            series=OuterRef("report__series"), version__gt=OuterRef("report__version")
        )
        superseded = ~Q(statement=None) & ~Q(
            statement__report__in=ProgressReport.objects.published()
        )
        rows = ThemedPassage.objects.filter(theme__assembly=self.overview.assembly, is_out=False)
        return rows.filter(Exists(newer) | superseded).select_related("theme")
