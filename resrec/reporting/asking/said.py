"""What constituents have said of texts: last in full, and in the year that is being asked about."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q, prefetch_related_objects

from resrec.library.models import Resolution
from resrec.people.models import Constituent
from resrec.people.models.constituent import with_merged
from resrec.reporting.models import FocalPoint, ReportedText, ReportingCycle
from resrec.reporting.models.activity_report import Status
from resrec.reporting.models.focal_point import LEADING_ROLES
from resrec.web.prepared import Prepared

HANDED_IN = (Status.SUBMITTED, Status.ACCEPTED)


@dataclass
class Said:
    """Of one text and constituent: the reports handed in, oldest first, in the open cycle.

    `cycle` is None when no year is open: then nothing can be answered.
    """

    text: Resolution
    body: Constituent
    cycle: ReportingCycle | None
    reports: list = field(default_factory=list)

    @property
    def _of_this_year(self):
        return [one for one in self.reports if self.cycle and one.year == self.cycle.year]

    @property
    def in_full(self):
        """The full report of this year, or None."""
        full = [one for one in self._of_this_year if not one.is_short]
        return full[-1] if full else None

    @property
    def now(self):
        """What it said for this year: a full report, else the newest short answer, else None."""
        return self.in_full or next(reversed(self._of_this_year), None)

    @property
    def last(self):
        """The newest full report accepted for an earlier year, or for one not known; or None.

        It is what "same as last time" confirms.
        """
        earlier = [
            one
            for one in self.reports
            if not one.is_short
            and one.status == Status.ACCEPTED
            and (one.year is None or not self.cycle or one.year < self.cycle.year)
        ]
        return max(earlier, key=lambda one: (one.year or 0, one.version, one.pk), default=None)

    @property
    def last_words(self):
        """How the last full report begins: its results, else its first activity described."""
        described = [one.description for one in self.last.activities.all()]
        return next((words for words in (self.last.results, *described) if words.strip()), "")


def said_by(bodies, texts):
    """Give a Said for each of these texts (with their assembly) and bodies, in that order.

    Merges are followed. A fixed number of queries for all.
    """
    texts, bodies = list(texts), list(bodies)
    open_cycles = {cycle.collection_id: cycle for cycle in ReportingCycle.objects.open()[::-1]}
    handed_in = _handed_in(bodies, texts)
    return [
        Said(
            text,
            body,
            open_cycles.get(text.assembly.kind.collection_id),
            handed_in.get((text.pk, body.pk), []),
        )
        for text in texts
        for body in bodies
    ]


def _handed_in(bodies, texts):
    """{(text, body): reports that wait or were accepted, oldest first}"""
    known = with_merged(body.pk for body in bodies)
    rows = _rows([*(text.pk for text in texts), *known], len(texts)) if texts and known else []
    prefetch_related_objects(rows, "report__activities")
    found = defaultdict(list)
    for row in rows:
        found[row.resolution_id, row.report.reporter.pk].append(row.report)
    return found


_rows = Prepared(
    lambda ids, texts: (
        ReportedText.objects.filter(resolution__in=ids[:texts], report__constituent__in=ids[texts:])
        .filter(report__status__in=HANDED_IN)
        .exclude(verdict=ReportedText.Verdict.RETURNED)
        .select_related("report__constituent__merged_into__merged_into")
        .order_by("report__submitted_at", "report__pk")
    )
)


def texts_to_answer(user):
    """Texts of the Congress under report on which this person's constituents are to say something.

    Those for which one of them has a post, other than the Secretariat's own, or on which one has
    handed in a report before.
    """
    asked = _posts_to_answer(user).values("resolution")
    reported = ReportedText.objects.filter(
        report__constituent__in=user.constituent_ids, report__status__in=HANDED_IN
    ).values("resolution")
    under_report = ReportingCycle.objects.open().values("assembly")
    return Resolution.objects.in_force().filter(
        Q(pk__in=asked) | Q(pk__in=reported), assembly__in=under_report
    )


def said_where_asked(user, texts):
    """Give the Said of each of these texts for those of the person's bodies that it concerns."""
    texts = list(texts)
    posts = _posts_to_answer(user).filter(resolution__in=texts)
    asked = {
        (post.resolution_id, post.constituent.current.pk)
        for post in posts.select_related("constituent__merged_into__merged_into")
    }
    return [
        one
        for one in said_by(user.constituents, texts)
        if one.reports or (one.text.pk, one.body.pk) in asked
    ]


def _posts_to_answer(user):
    posts = FocalPoint.objects.filter(constituent__in=user.constituent_ids)
    return posts.exclude(role__in=LEADING_ROLES)
