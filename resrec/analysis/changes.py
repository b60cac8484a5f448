"""What figures rest on and has changed: reports corrected, accounts replaced or resting on those.

From the few rows that changed to the figures, never the other way: a fixed number of queries.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Max
from django.utils.translation import gettext as _

from resrec.analysis.figures import Noun
from resrec.analysis.models import ThemedPassage
from resrec.analysis.moves import LABELS as MOVES
from resrec.people.models import Constituent
from resrec.reporting.models import (
    Activity,
    ActivityReport,
    FutureActivity,
    Need,
    ProgressReport,
    Quotation,
    ReportedText,
    Statement,
)

PASSAGES = (Noun.ACTIVITY_REPORT, Noun.CHALLENGE, Noun.MEASURE)
# Figures of texts by what they are counted from; all others tell who or what is silent or known.
BY_ACCOUNTS = (
    "status_",
    "not_stated",
    "with_progress_report",
    "listed_",
    "texts_with_challenges_stated",
    "texts_with_future_stated",
    *MOVES,
)
BY_REPORTS = (
    "with_activity_report",
    "texts_with_challenges",
    "texts_with_measures",
    "texts_with_future",
    "texts_with_needs",
    "texts_from_",
    "without_progress_report",
)
# Of constituents: by what they reported in full. Those by answers of one press rest on no words.
BODIES_BY_REPORTS = ("constituents", "needs_by", "said_full_", "reported_in_")
# Figures of a theme are of its passages, whichever these are from.
THEME = "theme_"


@dataclass(frozen=True)
class Change:
    """One source that is not as it was counted: whose it is (`label`), `what` has happened, what
    stood (`was`) and what stands (`now`, None when nothing does).

    `members` are {noun: primary keys} that it touches; texts only in figures of `year`, where
    these are counted from accounts (`by_accounts`) or from reports.
    """

    label: str
    what: str
    was: object
    now: object
    year: int | None
    by_accounts: bool
    members: dict = field(default_factory=dict)
    at: object = None  # when the correction was accepted, where that is asked and known

    @property
    def key(self):
        """What tells it from others: what stood and what stands."""
        return " > ".join(f"{one._meta.model_name} {one.pk}" for one in (self.was, self.now) if one)

    def touches(self, key, year, noun, members):
        """Whether the figure of this key, year and noun, with this set of members, rests on it."""
        touched = self.members.get(noun)
        if not touched or touched.isdisjoint(members):
            return False
        if noun == Noun.CONSTITUENT:
            return key.startswith(BODIES_BY_REPORTS)
        if noun != Noun.TEXT:
            return True
        return self.by_accounts == is_by_accounts(key) and (
            year == self.year if self.by_accounts else key.startswith(BY_REPORTS)
        )


def touched(changes, figures):
    """Give {place: [Change]} of figures that rest on one; `figures` are (place, key, year, noun,
    members), the key as it is in an analysis of that year."""
    found, themes = {}, defaultdict(dict)
    for place, key, year, noun, members in figures if changes else ():
        members = {*members}
        if rests_on := [one for one in changes if one.touches(key, year, noun, members)]:
            found[place] = rests_on
        if key.startswith(THEME):
            themes[key.rpartition("_")[0], year][place] = rests_on
    for places in themes.values():
        rests_on = list({id(one): one for many in places.values() for one in many}.values())
        found |= dict.fromkeys(places if rests_on else (), rests_on)
    return found


def is_by_accounts(key):
    return key.startswith(BY_ACCOUNTS)


def corrected(counted):
    """Give a Change for each of these Activity Reports that has an accepted newer version."""
    newest = {}
    newer = ActivityReport.objects.accepted().filter(version__gt=1)
    for one in newer.filter(series__in=counted.order_by().values("series")).order_by("version"):
        newest[one.series] = one
    reports = counted.filter(series__in=newest).select_related("constituent")
    reports = [one for one in reports if newest[one.series].version > one.version]
    return [
        Change(
            label=str(one.constituent or _("Constituent not stated")),
            what=_("the Activity Report was corrected."),
            was=one,
            now=newest[one.series],
            year=None,
            by_accounts=False,
            members=members,
        )
        for one, members in zip(reports, _of_reports(reports), strict=True)
    ]


def _of_reports(reports):
    """Give {noun: ids} of what is counted of each report."""
    ids = [one.pk for one in reports]
    accepted = ReportedText.objects.filter(report__in=ids, verdict="accepted")
    rows = {
        Noun.TEXT: accepted.values_list("report", "resolution"),
        Noun.ACTIVITY: Activity.objects.filter(report__in=ids).values_list("report", "pk"),
        Noun.FUTURE_ACTIVITY: FutureActivity.objects.filter(report__in=ids).values_list(
            "report", "pk"
        ),
        Noun.NEED: Need.objects.filter(report__in=ids).values_list("report", "pk"),
        Noun.PASSAGE: ThemedPassage.objects.filter(report__in=ids).values_list("report", "pk"),
    }
    found = {pk: {noun: {pk} for noun in PASSAGES} for pk in ids}
    for noun, pairs in rows.items():
        for report, member in pairs if ids else ():
            found[report].setdefault(noun, set()).add(member)
    merges = Constituent.objects.merges()
    for one in reports:
        found[one.pk][Noun.CONSTITUENT] = {*merges.steps(one.constituent_id)}
    return [found[pk] for pk in ids]


def replaced(counted):
    """Give a Change for each of these Progress Reports that was superseded."""
    gone = list(counted.filter(status="superseded").select_related("cycle", "resolution"))
    stand = ProgressReport.objects.published().filter(
        resolution__in={a.resolution_id for a in gone}
    )
    now = {(one.resolution_id, one.cycle_id): one for one in stand.select_related("cycle")}
    statements = defaultdict(set)
    of_them = Statement.objects.filter(report__in=[one.pk for one in gone])
    for report, statement in of_them.values_list("report", "pk"):
        statements[report].add(statement)
    passages = _passages_of({pk for many in statements.values() for pk in many})
    return [
        _of_account(
            one,
            _("the Progress Report was replaced."),
            now.get((one.resolution_id, one.cycle_id)),
            statements[one.pk],
            passages,
        )
        for one in gone
    ]


def resting(counted):
    """Give a Change for each source, corrected since, that one of these standing Progress Reports
    quotes; its `was` is the account, its `now` the correction."""
    newer = ActivityReport.objects.accepted().filter(version__gt=1)
    quoted = Quotation.objects.filter(
        statement__report__in=counted.order_by().filter(status="published"),
        source__series__in=newer.order_by().values("series"),
    )
    rows = quoted.with_corrected().filter(is_corrected=True).order_by("statement__report", "pk")
    rows = list(rows.select_related("statement__report__cycle", "statement__report__resolution"))
    dated = ActivityReport.objects.annotate(decided=Max("reported_texts__decided_at"))
    dated = dated.select_related("constituent")
    corrections = dated.in_bulk({row.corrected_by for row in rows})
    found = defaultdict(set)
    for row in rows:
        found[row.statement.report, row.corrected_by].add(row.statement_id)
    passages = _passages_of({row.statement_id for row in rows})
    return [
        _of_account(account, _quotes(corrections[pk]), corrections[pk], statements, passages)
        for (account, pk), statements in found.items()
    ]


def _quotes(correction):
    if not correction.constituent:
        return _("the Progress Report quotes a report that was corrected.")
    words = _("the Progress Report quotes the Activity Report of %(name)s, which was corrected.")
    return words % {"name": correction.constituent}


def _passages_of(statements):
    """Give [(statement, passage under a theme)]."""
    rows = ThemedPassage.objects.filter(statement__in=statements)
    return list(rows.values_list("statement", "pk")) if statements else []


def _of_account(account, what, now, statements, passages):
    year = account.cycle and account.cycle.year
    text = account.resolution.label
    label = _("%(text)s, Progress Report %(year)s") % {"text": text, "year": year}
    return Change(
        label=label if year else text,
        what=what,
        was=account,
        now=now,
        year=year,
        by_accounts=True,
        members={
            Noun.TEXT: {account.resolution_id},
            Noun.PROGRESS_REPORT: {account.pk},
            Noun.STATEMENT: statements,
            Noun.PASSAGE: {pk for statement, pk in passages if statement in statements},
        },
        at=getattr(now, "decided", None),
    )
