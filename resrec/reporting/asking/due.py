"""Whom to ask on a day, and why others are not asked. Reads only; `digest.py` writes."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.functional import cached_property

from resrec.people.models import MailChoices, User
from resrec.reporting.asking.gaps import Gap
from resrec.reporting.asking.ladder import Quiet, due, steps, waits_until
from resrec.reporting.asking.teams import teams_of
from resrec.reporting.models import QuietDay, Reminder, ReportingCycle
from resrec.reporting.models.asking import Rung

NEVER = MailChoices.Frequency.NEVER


@dataclass
class Ask:
    """One message: all open gaps of a person, the most urgent first; `new` are asked just now."""

    person: User
    gaps: list[Gap]
    new: list[Gap]


@dataclass
class Plan:
    """What happens on a day: messages to write, and a count of why not, by a word of WHY."""

    on: object
    asks: list[Ask] = field(default_factory=list)
    left: Counter = field(default_factory=Counter)


def ladder_of(cycle):
    """Give the Steps of a cycle's ladder (`rungs` may be prefetched)."""
    rungs = [(r.pk, r.days, r.audience == Rung.Audience.ALTERNATE) for r in cycle.rungs.all()]
    return steps(cycle.reports_due_on, rungs)


class People:
    """What is known of people on a day that decides whether they may be reminded."""

    def __init__(self, on):
        self.on = on
        self.choices = {one.person_id: one for one in MailChoices.objects.all()}
        self.unreachable = set(User.objects.unreachable().values_list("pk", flat=True))
        self.quiet = Quiet(frozenset(QuietDay.objects.values_list("day", flat=True)))
        asked = Reminder.objects.filter(on__lte=on)
        self.last = dict(asked.values_list("person").annotate(Max("on")).order_by())
        this_month = asked.filter(on__year=on.year, on__month=on.month).values_list("person")
        self.this_month = dict(this_month.annotate(Count("on", distinct=True)).order_by())

    def can_be_asked(self, person):
        """Has an address that takes mail, and has not ended the reminders."""
        return self.reaches(person) and self.frequency(person) != NEVER

    def reaches(self, person):
        return bool(person.email) and person.pk not in self.unreachable

    def frequency(self, person):
        chosen = self.choices.get(person.pk)
        return chosen.frequency if chosen else MailChoices.Frequency.DAILY

    def quiet_of(self, person):
        chosen = self.choices.get(person.pk)
        return self.quiet.also(chosen.quiet_weekdays) if chosen else self.quiet

    def why_not_today(self, person):
        """Give a word for why a person gets no message on the day, or None."""
        if self.last.get(person.pk) == self.on:
            return "asked_today"
        if self.quiet_of(person).holds(self.on):
            return "quiet_day"
        again = waits_until(self.frequency(person), self.last.get(person.pk))
        if again and self.on < again:
            return "waits"
        if self.this_month.get(person.pk, 0) >= settings.ASKING_CAP:
            return "cap"
        return None

    def first_day_for(self, person, day):
        """Give the first day from `day` on, on which this person may be reminded; or None."""
        again = waits_until(self.frequency(person), self.last.get(person.pk))
        first = max(day, again or day)
        same_month = (first.year, first.month) == (self.on.year, self.on.month)
        if same_month and self.this_month.get(person.pk, 0) >= settings.ASKING_CAP:
            first = waits_until("monthly", self.on)
        return self.quiet_of(person).next_after(first)


@dataclass
class Situation:
    """One cycle on a day: its teams and ladder, and what was asked before.

    `texts` (ids) looks at these alone.
    """

    cycle: ReportingCycle
    on: object
    people: People
    texts: list | None = None

    @cached_property
    def teams(self):
        return teams_of(self.cycle, on=self.on, texts=self.texts)

    @cached_property
    def ladder(self):
        return ladder_of(self.cycle)

    @cached_property
    def asked(self):
        """(person, post, rung) of what was asked, by their ids"""
        reminders = self.cycle.reminders.all()
        if self.texts is not None:
            reminders = reminders.filter(post__resolution__in=self.texts)
        return set(reminders.values_list("person", "post", "rung"))

    def audience(self, team, step):
        return team.audience(step.alternates, self.people.can_be_asked)

    def gaps_due(self, left):
        """Give (person, Gap) of every open gap whose rung has come; counts the others in `left`."""
        step = due(self.ladder, self.on)
        for team in self.teams:
            left["vacant"] += len(team.vacancies)
            asked = [] if team.has_answered or not step else self.audience(team, step)
            if team.has_answered:
                left["answered"] += 1
            elif not step:
                left["no_rung_yet"] += 1
            elif not asked and not team.is_vacant:
                left["nobody_to_ask"] += 1
            for post, person in asked:
                yield person, Gap(self.cycle, team, post, step)


def cycles_asking(on):
    """Open cycles with a date on which reports are due."""
    cycles = ReportingCycle.objects.open(on).exclude(reports_due_on=None)
    return cycles.select_related("assembly__kind__collection").prefetch_related("rungs")


def plan(on=None):
    """Give the Plan of a day (today). Its number of queries does not grow with posts or people."""
    on = on or timezone.localdate()
    people, found = People(on), Plan(on)
    open_gaps, new, persons = defaultdict(list), defaultdict(list), {}
    for cycle in cycles_asking(on):
        if cycle.asking_paused:
            found.left["paused"] += 1
            continue
        situation = Situation(cycle, on, people)
        for person, gap in situation.gaps_due(found.left):
            persons[person.pk] = person
            open_gaps[person.pk].append(gap)
            if (person.pk, gap.post.pk, gap.step.key) in situation.asked:
                found.left["asked_before"] += 1
            else:
                new[person.pk].append(gap)
    for pk, theirs in new.items():
        if why := people.why_not_today(persons[pk]):
            found.left[why] += 1
        else:
            found.asks.append(Ask(persons[pk], by_urgency(open_gaps[pk]), theirs))
    return found


def by_urgency(gaps):
    """What is due first comes first; then the order of the texts."""
    return sorted(gaps, key=lambda gap: gap.cycle.reports_due_on)


def next_askings(cycle, *, on=None, texts=None):
    """{post's id: the next day on which its holder is reminded}, of posts where there is one.

    A fixed number of queries; `texts` (ids) looks at these alone.
    """
    on = on or timezone.localdate()
    if cycle.asking_paused or not cycle.is_open:
        return {}
    situation = Situation(cycle, on, People(on), texts)
    found = {}
    for team in situation.teams:
        if not team.has_answered:
            for post, _person, day in next_of(situation, team):
                found[post.pk] = min(day, found.get(post.pk, day))
    last = cycle.closes_on
    return {post: day for post, day in found.items() if not last or day <= last}


def next_of(situation, team):
    """Give (post, person, day): the first rung of each that is still to come or was not asked."""
    on, seen = situation.on, set()
    latest = due(situation.ladder, on)
    for step in situation.ladder:
        if step.day < on and step != latest:
            continue
        for post, person in situation.audience(team, step):
            key = person.pk, post.pk
            if key in seen or (*key, step.key) in situation.asked:
                continue
            if day := situation.people.first_day_for(person, max(step.day, on)):
                seen.add(key)
                yield post, person, day


def next_asking(post, cycle):
    """Give the next day on which the holder of a post is reminded in a cycle, or None."""
    return next_askings(cycle, texts=[post.resolution_id]).get(post.pk)
