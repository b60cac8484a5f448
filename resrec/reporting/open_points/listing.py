"""The open points of a cycle as officers look at them: by kind, by officer, by words."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from resrec.library.title_words import holds, words_of
from resrec.people.models import User
from resrec.reporting.models import Charge, ReportingCycle, SetAside
from resrec.reporting.open_points.kinds import KINDS, Kind

NOBODY = "nobody"


@dataclass(frozen=True)
class Criteria:
    """What an officer asks for: words, an officer's id or "nobody", a kind; all may be empty."""

    words: str = ""
    officer: str = ""
    kind: str = ""
    with_set_aside: bool = False

    @classmethod
    def of(cls, query):
        """Read them of a QueryDict. What means nothing is left out."""
        return cls(
            words=query.get("words", "")[:200],
            officer=query.get("officer", "")[:20],
            kind=query.get("kind", "")[:20],
            with_set_aside=query.get("set-aside") == "shown",
        )


@dataclass(frozen=True)
class Section:
    """The open points of one kind: those that the criteria leave, and how many each has."""

    kind: Kind
    points: list
    by_officer: list  # (officer's id, number) for each of OpenPoints.officers, and for nobody


class OpenPoints:
    """All of a cycle, read once."""

    def __init__(self, cycle: ReportingCycle, criteria: Criteria):
        self.cycle, self.criteria = cycle, criteria

    @cached_property
    def officers(self):
        return sorted(User.objects.officers(), key=str)

    @cached_property
    def sections(self):
        """Every kind, in the order in which it blocks."""
        return [self._section(kind) for kind in KINDS]

    @property
    def shown(self):
        """The sections that were asked for: the one kind, or each that has something."""
        if self.criteria.kind:
            return [one for one in self.sections if one.kind.code == self.criteria.kind]
        return [one for one in self.sections if one.points]

    @property
    def points(self):
        return [point for section in self.shown for point in section.points]

    @cached_property
    def number_set_aside(self):
        return sum(bool(point.set_aside) for points in self._all.values() for point in points)

    @cached_property
    def _all(self):
        """Give {kind's code: OpenPoints}, each with its officers and whether it is set aside."""
        found = {kind.code: list(kind.find(self.cycle)) for kind in KINDS}
        charges = dict(Charge.objects.values_list("resolution", "officer"))
        aside = SetAside.objects.filter(until__gt=timezone.localdate())
        aside = {one.point: one for one in aside}
        for point in (point for points in found.values() for point in points):
            held = {charges.get(text.pk) for text in point.texts} - {None}
            point.officers = [one for one in self.officers if one.pk in held]
            point.set_aside = aside.get(point.key)
        return found

    def _section(self, kind):
        asked = [point for point in self._all[kind.code] if self._is_asked(point)]
        whose = [*(str(one.pk) for one in self.officers), NOBODY]
        by_officer = [(one, sum(_is_of(point, one) for point in asked)) for one in whose]
        wanted = self.criteria.officer
        shown = [point for point in asked if not wanted or _is_of(point, wanted)]
        return Section(kind, shown, by_officer)

    def _is_asked(self, point):
        if point.set_aside and not self.criteria.with_set_aside:
            return False
        words = words_of(self.criteria.words)
        return not words or holds(_words_on(point), words)


def _is_of(point, officer):
    """Whether a point is this officer's (an id), or nobody's."""
    ids = {str(one.pk) for one in point.officers} or {NOBODY}
    return officer in ids


def _words_on(point):
    titles = [text.title.title for text in point.texts if text.title]
    return " ".join([point.about, *(text.label for text in point.texts), *titles])
