"""What is missing on a text: paragraphs nobody has reported on; and what was said last time."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.text import Truncator

from resrec.library.models import Paragraph, Resolution
from resrec.people.models import Constituent
from resrec.reporting.asking.teams import Team, reported_in, says_something_new
from resrec.reporting.models import ActivityReport, FocalPoint, ReportedText, ReportingCycle
from resrec.reporting.models.short_answer import Kind

WORDS = 14  # of a paragraph or of the last report


@dataclass
class Gap:
    """An answer that is missing: of a team, in a cycle, from the holder of a post.

    `paragraphs` are the Paragraphs (the uppermost) on no part of which anyone has reported this
    year; `last` is the newest accepted report in full of this team, or None.
    """

    cycle: ReportingCycle
    team: Team
    post: FocalPoint
    step: object
    paragraphs: list = field(default_factory=list)
    last: ActivityReport | None = None

    @property
    def text(self):
        return self.team.text

    @property
    def named(self):
        """(number, first words) of each paragraph, in the language of the message."""
        return [(one.label, first_words(one.words.text)) for one in self.paragraphs if one.words]

    @property
    def last_words(self):
        """How the last report begins, of what may be read by everyone; or ""."""
        passages = self.last.passages() if self.last else []
        return first_words(passages[0].text) if passages else ""


def first_words(text):
    return Truncator(" ".join(text.split())).words(WORDS, truncate=" …")


def describe(gaps):
    """Fill in `paragraphs` and `last`: a fixed number of queries for each cycle."""
    by_cycle = defaultdict(list)
    for gap in gaps:
        by_cycle[gap.cycle].append(gap)
    for cycle, theirs in by_cycle.items():
        live = Resolution.objects.filter(assembly=cycle.assembly_id)
        if len({gap.text.pk for gap in theirs}) == 1:
            live = live.filter(pk=theirs[0].text.pk)
        open_ones, own = uncovered(cycle, live), _own_paragraphs(live)
        last = _last_reports(cycle, live)
        for gap in theirs:
            mine = own.get(gap.post.pk)
            found = open_ones.get(gap.text.pk, [])
            gap.paragraphs = [one for one in found if not mine or one.path in mine]
            said = [last[key] for body in gap.team.bodies if (key := (gap.text.pk, body)) in last]
            gap.last = max(said, key=lambda one: (one.year or 0, one.pk), default=None)


def uncovered(cycle, live):
    """{text: its uppermost operative Paragraphs on which nobody has reported this year}

    A report on the whole text is on each of them; one on "4 (b)" is on paragraph 4. What "same
    as last time" confirms counts as said.
    """
    covered = _covered(cycle, live)
    paragraphs = Paragraph.objects.filter(resolution__in=live, kind=Paragraph.Kind.OPERATIVE)
    found = defaultdict(list)
    for one in paragraphs.prefetch_related("texts"):
        is_uppermost = uppermost(one.path) == one.path
        done = covered[one.resolution_id]
        if is_uppermost and None not in done and one.path not in done:
            found[one.resolution_id].append(one)
    return found


def uppermost(path):
    """The address of the paragraph that this is a part of: "op-4" of "op-4-b"."""
    return "-".join(path.split("-")[:2])


def _covered(cycle, live):
    """{text: addresses of uppermost paragraphs reported on; None among them for the whole}"""
    rows = [row for row in reported_in(cycle, live) if says_something_new(row)]
    reports = {row.report.repeats_id or row.report_id for row in rows}
    pointed = ReportedText.objects.filter(report__in=reports, resolution__in=live)
    found = defaultdict(set)
    paths = pointed.values_list("resolution", "paragraphs__path", "report__kind")
    for text, path, kind in paths:
        if path:
            found[text].add(uppermost(path))
        elif kind == Kind.FULL:
            found[text].add(None)
    return found


def _own_paragraphs(live):
    """{post: addresses of uppermost paragraphs}, of posts that are for some paragraphs only"""
    posts = FocalPoint.objects.filter(resolution__in=live, paragraphs__isnull=False)
    found = defaultdict(set)
    for pk, path in posts.values_list("pk", "paragraphs__path"):
        found[pk].add(uppermost(path))
    return found


def _last_reports(cycle, live):
    """{(text, constituent as it stands today): newest report in full, accepted, of before}"""
    merges = Constituent.objects.merges()
    rows = (
        ReportedText.objects.filter(Q(verdict=ReportedText.Verdict.ACCEPTED), resolution__in=live)
        .filter(report__kind=Kind.FULL, report__in=ActivityReport.objects.current())
        .select_related("report")
        .prefetch_related(
            "report__activities__kind", "report__future_activities", "report__needs__kind"
        )
    )
    found = {}
    for row in rows.order_by("report__submitted_at", "report__pk"):
        report = row.report
        if report.year is not None and report.year >= cycle.year:
            continue
        report.newer_accepted = None  # it is the one that stands; this saves the question
        key = row.resolution_id, merges[report.constituent_id]
        if key not in found or (report.year or 0) >= (found[key].year or 0):
            found[key] = report
    return found
