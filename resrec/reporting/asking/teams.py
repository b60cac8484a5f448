"""Who answers for the texts of a cycle on a day: teams, their people, and who has answered."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone

from resrec.library.models import Resolution
from resrec.people.models import Constituent, User
from resrec.people.models.constituent import SECRETARIAT
from resrec.reporting.asking.said import HANDED_IN
from resrec.reporting.models import FocalPoint, Holder, ReportedText
from resrec.reporting.models.short_answer import Kind


@dataclass(frozen=True)
class Place:
    """A post of a team, and who holds it on the day (nobody: a vacancy)."""

    post: FocalPoint
    people: list[User]


@dataclass
class Team:
    """Those who answer for one text on one side: the Secretariat, or one constituent.

    `places` have the lead's first; the others are the alternates'. `bodies` are ids of
    constituents as they stand after merges: a report of any is the team's answer.
    """

    text: Resolution
    places: list[Place] = field(default_factory=list)
    bodies: set[int] = field(default_factory=set)
    has_answered: bool = False

    def audience(self, alternates, can_be_asked):
        """Give the (post, person) to ask; an alternate stands in where no lead can be asked."""
        able = [(p.post, one) for p in self.places for one in p.people if can_be_asked(one)]
        return able if alternates else [pair for pair in able if pair[0] == able[0][0]]

    @property
    def vacancies(self):
        return [place.post for place in self.places if not place.people]

    @property
    def is_vacant(self):
        return len(self.vacancies) == len(self.places)


def teams_of(cycle, *, on=None, texts=None):
    """Give the Teams for the live texts of the Congress under report, in the texts' order.

    `texts` (ids) leaves the others out. A fixed number of queries for all.
    """
    live = Resolution.objects.in_force().filter(assembly=cycle.assembly_id)
    live = live if texts is None else live.filter(pk__in=texts)
    by_id = {text.pk: text for text in live.for_display()}
    merges = Constituent.objects.merges()
    teams: dict[tuple, Team] = {}
    people = _people(live, on)
    for post in _posts(live):
        body = merges[post.constituent_id]
        side = SECRETARIAT if post.constituent.is_secretariat else body
        text = by_id[post.resolution_id]
        team = teams.setdefault((text.pk, side), Team(text))
        team.places.append(Place(post, people.get(post.pk, [])))
        team.bodies.add(body)
    answered = bodies_that_answered(cycle, live, merges)
    for team in teams.values():
        team.has_answered = not team.bodies.isdisjoint(answered[team.text.pk])
    order = {pk: place for place, pk in enumerate(by_id)}
    return sorted(teams.values(), key=lambda team: order[team.text.pk])


def _posts(live):
    posts = FocalPoint.objects.filter(resolution__in=live).select_related("role", "constituent")
    return posts.order_by("resolution", "role__position", "pk")


def _people(live, on):
    """{post: who holds it on the day and may sign in}"""
    holders = Holder.objects.in_force(on or timezone.localdate()).filter(
        post__resolution__in=live, person__is_active=True
    )
    found = defaultdict(list)
    for holder in holders.select_related("person").order_by("pk"):
        found[holder.post_id].append(holder.person)
    return found


def reported_in(cycle, live):
    """Rows of what was handed in for the cycle's year on these texts, in whatever kind."""
    rows = ReportedText.objects.filter(resolution__in=live, report__status__in=HANDED_IN)
    rows = rows.exclude(verdict=ReportedText.Verdict.RETURNED).select_related("report")
    return [row for row in rows if row.report.year == cycle.year]


def bodies_that_answered(cycle, live, merges):
    """{text: ids of constituents, as they stand today, that have answered}"""
    found = defaultdict(set)
    for row in reported_in(cycle, live):
        found[row.resolution_id].add(merges[row.report.constituent_id])
    return found


def says_something_new(row):
    """Whether a row of a report tells of paragraphs; "nothing this year" does not."""
    return row.report.kind != Kind.NOTHING
