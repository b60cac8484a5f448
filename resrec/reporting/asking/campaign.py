"""The asking of one cycle as officers see it: the ladder, who is silent, what went out."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone
from django.utils.functional import cached_property

from resrec.library.models import Addressee, Resolution
from resrec.reporting.asking.due import People, Situation, next_of
from resrec.reporting.asking.gaps import uncovered
from resrec.reporting.asking.ladder import Step


@dataclass(frozen=True)
class Row:
    """A rung: its Step, the day it moves to when that is quiet, how many people it is for."""

    step: Step
    day: object
    would_be_asked: int
    were_asked: int


@dataclass(frozen=True)
class Silent:
    """A text with teams that have not answered, its open paragraphs and whom these address."""

    text: Resolution
    teams: list
    paragraphs: list
    addressees: list


class Campaign:
    """All that the page shows, in a number of queries that does not grow with posts."""

    def __init__(self, cycle, on=None):
        self.cycle = cycle
        self.on = on or timezone.localdate()
        self.people = People(self.on)
        self.situation = Situation(cycle, self.on, self.people)

    @cached_property
    def silent_teams(self):
        return [team for team in self.situation.teams if not team.has_answered]

    @property
    def answered(self):
        return len(self.situation.teams) - len(self.silent_teams)

    @cached_property
    def rows(self):
        sent = self.cycle.reminders.values_list("rung").annotate(Count("person", distinct=True))
        were_asked = dict(sent.order_by())
        return [
            Row(
                step,
                self.people.quiet.next_after(step.day),
                len({p.pk for t in self.silent_teams for _, p in self.situation.audience(t, step)}),
                were_asked.get(step.key, 0),
            )
            for step in self.situation.ladder
        ]

    def describe(self, teams):
        """Give the Silent of the texts of these teams, in their order."""
        by_text = defaultdict(list)
        for team in teams:
            by_text[team.text].append((team, self._next(team)))
        live = Resolution.objects.filter(pk__in=[text.pk for text in by_text])
        open_ones = uncovered(self.cycle, live)
        asked = self._addressees([p.pk for found in open_ones.values() for p in found])
        return [
            Silent(
                text,
                theirs,
                open_ones.get(text.pk, []),
                sorted({name for p in open_ones.get(text.pk, []) for name in asked.get(p.pk, ())}),
            )
            for text, theirs in by_text.items()
        ]

    def _next(self, team):
        if self.cycle.asking_paused:
            return None
        return min((day for *_pair, day in next_of(self.situation, team)), default=None)

    def _addressees(self, paragraphs):
        """{paragraph: names of whom it asks, as printed in one language}"""
        found = {}
        named = Addressee.objects.filter(paragraph__in=paragraphs).order_by("language", "pk")
        for one in named.values_list("paragraph", "language", "name"):
            paragraph, language, name = one
            first, names = found.setdefault(paragraph, (language, []))
            if language == first:
                names.append(name)
        return {paragraph: names for paragraph, (_language, names) in found.items()}

    @cached_property
    def unreachable(self):
        """Holders of silent teams' posts to whom mail comes back."""
        return self._holders(lambda person: not self.people.reaches(person))

    @cached_property
    def not_wanted(self):
        """Holders of silent teams' posts who have ended the reminders."""
        return self._holders(
            lambda one: self.people.reaches(one) and not self.people.can_be_asked(one)
        )

    def _holders(self, is_meant):
        places = [place for team in self.silent_teams for place in team.places]
        found = {one.pk: one for place in places for one in place.people if is_meant(one)}
        return sorted(found.values(), key=str)

    @property
    def vacancies(self):
        return sum(len(team.vacancies) for team in self.silent_teams)

    @property
    def sent(self):
        """The last days on which reminders went out: day, people, posts."""
        by_day = self.cycle.reminders.values("on").order_by("-on")
        return by_day.annotate(people=Count("person", distinct=True), posts=Count("post"))[:12]
