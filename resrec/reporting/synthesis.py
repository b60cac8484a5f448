"""Synthesis: from the accepted Activity Reports on a text to the year's account of it.

The writer chooses the words; what is proposed here (who took part, which kinds of activity,
which status) follows public rules, and can always be overruled.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from resrec.journal.recording import journalled, record
from resrec.people.folding import folded
from resrec.people.models.constituent import SECRETARIAT
from resrec.reporting.models import (
    ActivityReport,
    Answer,
    PartnerKind,
    ProgressPartner,
    ProgressReport,
    Quotation,
    ReportedText,
    Statement,
)
from resrec.rules import RuleBroken

# Under which question of the form a body of each kind is named.
QUESTION_OF = {
    "member": PartnerKind.MEMBER,
    "commission": PartnerKind.COMMISSION,
    "commission_group": PartnerKind.COMMISSION,
    "national_committee": PartnerKind.COMMITTEE,
    "regional_committee": PartnerKind.COMMITTEE,
}


@dataclass(frozen=True)
class Sources:
    """The accepted reports on a text: those an account is to take up, and the others."""

    due: list
    others: list

    @property
    def activities(self):
        return [activity for report in self.due for activity in report.activities.all()]

    @property
    def future_activities(self):
        return [future for report in self.due for future in report.future_activities.all()]


def sources_of(account):
    """Give the Sources of an account, oldest first.

    An account is to take up every current report accepted on its text, of its year, an earlier
    one or a year not known, that no published account of an earlier cycle has taken up. An
    earlier account has taken up what it quotes, in whatever version; one that was imported quotes
    nothing and is taken to have used the reports of its year and before, and undated imported
    ones. The others stay in reach and can be quoted all the same.
    """
    quoted_here = _quoted_by([account]) if account.pk else set()
    found = sources_by_text([account.resolution_id], account.year, quoted_here)
    return found[account.resolution_id]


def sources_by_text(texts, year, quoted_here=frozenset()):
    """Give the Sources of a year's account of each of these texts (their ids), by id.

    `quoted_here` are the series that this account quotes. A fixed number of queries for all.
    """
    taken_up = {text: TakenUp(year) for text in texts}
    earlier = ProgressReport.objects.published().filter(
        resolution__in=taken_up, cycle__year__lt=year
    )
    quoted = Quotation.objects.filter(statement__report__in=earlier)
    for text, series in quoted.values_list("statement__report__resolution", "source__series"):
        taken_up[text].series.add(series)
    imported = earlier.filter(origin=ProgressReport.Origin.IMPORT).order_by("resolution")
    for text, last in imported.values_list("resolution").annotate(Max("cycle__year")):
        taken_up[text].imported_until = last
    found = {text: Sources([], []) for text in taken_up}
    for text, report in _accepted_on(taken_up):
        is_due = report.series in quoted_here or taken_up[text].leaves_due(report)
        (found[text].due if is_due else found[text].others).append(report)
    return found


@dataclass
class TakenUp:
    """What the published accounts of a text before `year` have taken up: the `series` they quote,
    and everything until `imported_until`."""

    year: int
    series: set = field(default_factory=set)
    imported_until: int | None = None

    def leaves_due(self, report):
        if report.series in self.series or (report.year or self.year) > self.year:
            return False
        return not self.imported_until or _is_after(report, self.imported_until)


def _is_after(report, year):
    if report.year is None:
        return report.origin != ActivityReport.Origin.IMPORT
    return report.year > year


def _quoted_by(accounts):
    quoted = Quotation.objects.filter(statement__report__in=accounts)
    return set(quoted.values_list("source__series", flat=True))


def _accepted_on(texts):
    """Give (text's id, report) of each current report accepted on these texts, oldest first."""
    accepted = ReportedText.objects.filter(
        resolution__in=texts, verdict=ReportedText.Verdict.ACCEPTED
    )
    on_texts = defaultdict(list)
    for report, text in accepted.values_list("report", "resolution"):
        on_texts[report].append(text)
    reports = (
        ActivityReport.objects.current()
        .filter(pk__in=accepted.values("report"))
        .select_related("constituent__merged_into__merged_into")
        .prefetch_related(
            "activities__kind",
            "activities__status",
            "future_activities",
            "partners__constituent__merged_into__merged_into",
        )
        .order_by("submitted_at", "pk")
    )
    for report in reports:
        report.newer_accepted = None  # it is the one that stands; this saves the question
        for text in on_texts[report.pk]:
            yield text, report


@journalled()
def begin(resolution, cycle, *, by, language):
    """Begin the account of a text in a cycle, or give the one in work.

    Its answers are proposed from the sources. Raises RuleBroken when one is published: that is
    replaced by its next version.
    """
    same = ProgressReport.objects.filter(resolution=resolution, cycle=cycle)
    if in_work := same.in_work().first():
        return in_work
    if same.published().exists():
        raise RuleBroken(_("This Progress Report is published. Open its next version instead."))
    account = ProgressReport(
        resolution=resolution,
        cycle=cycle,
        version=(same.aggregate(last=Max("version"))["last"] or 0) + 1,
        writer=by,
        language=language,
    )
    sources = sources_of(account).due
    account.is_demonstration = any(known.is_demonstration for known in [resolution, by, *sources])
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError:  # one in work a text and cycle: somebody was quicker
        return same.in_work().get()
    account.keep(proposed_answers(sources), read=0)
    record(account, "progress_report.begun", by=by, version=account.version)
    return account


def proposed_answers(reports):
    """Propose what `ProgressReport.keep` takes: who took part and what was done, as reported.

    A question is answered "yes" when a body is named under it or a report says yes, "no" only
    when every report says no. Else it is not known where a report says so, or not stated.
    """
    partners = _partners_in(reports)
    named = {partner.kind for partner in partners}
    answers = {
        f"{question}s_answer": _together(
            [getattr(report, f"{question}s_answer") for report in reports],
            named=question in named,
        )
        for question in PartnerKind
    }
    by_secretariat = any(_kind_of(report) == SECRETARIAT for report in reports)
    said = [report.secretariat_answer for report in reports]
    planned = [future.planned for report in reports for future in report.future_activities.all()]
    others = [report.other_organisations.strip() for report in reports]
    return answers | {
        "secretariat_answer": _together(said, named=by_secretariat),
        "planned": _together(planned),
        "other_organisations": "\n".join(dict.fromkeys(words for words in others if words)),
        "activity_kinds": {
            activity.kind_id
            for report in reports
            for activity in report.activities.all()
            if activity.kind_id and activity.status_id != "planned"
        },
        "partners": partners,
    }


def _together(said, *, named=False):
    """Give one answer for several; "" is *not stated*."""
    if named or Answer.YES in said:
        return Answer.YES
    if said and set(said) == {Answer.NO}:
        return Answer.NO
    return Answer.NOT_KNOWN if Answer.NOT_KNOWN in said else ""


def _kind_of(report):
    return report.reporter.kind_id if report.reporter else ""


def _partners_in(reports):
    """Those who reported and those they name, each once, as unsaved ProgressPartners."""
    found = {}
    for report in reports:
        if question := QUESTION_OF.get(_kind_of(report)):
            own = ProgressPartner(
                kind=question, constituent=report.reporter, term=report.constituent_term
            )
            found.setdefault(_identity(own), own)
        for named in report.partners.all():
            partner = ProgressPartner(
                kind=named.kind,
                constituent=named.constituent and named.constituent.current,
                name="" if named.constituent else named.name,
                term=named.term,
                term_is_doubtful=named.term_is_doubtful,
            )
            found.setdefault(_identity(partner), partner)
    return list(found.values())


def _identity(partner):
    return partner.kind, partner.constituent_id or folded(partner.name), partner.term


@dataclass(frozen=True)
class Suggestion:
    """A status (its code) and whether the reports raise the question of *completed*."""

    status: str
    raises_completed: bool = False


def suggested_status(activities, future_activities=()):
    """Suggest a status of implementation; the writer may always overrule it.

    - No activity: None. Silence is no evidence, so it is *not stated*, never "not initiated".
      What is only planned has not been done.
    - Every activity on-going: *ongoing*. Recurrent work is a kind of work and not a stage.
    - Any other activity: *initiated* at least. How far it has come is for the writer to say.
    - Every activity completed and nothing planned: that, and the question of *completed*.
    """
    done = [activity.status_id for activity in activities if activity.status_id != "planned"]
    if not done:
        return None
    if set(done) == {"ongoing"}:
        return Suggestion("ongoing")
    nothing_planned = len(done) == len(activities) and not future_activities
    return Suggestion("initiated", raises_completed=set(done) == {"completed"} and nothing_planned)


@transaction.atomic
def use_passage(account, source, field, exact, *, near=0, section="", statement=None):
    """Make a statement in `section` of words of a source, or rest `statement` on them too.

    Gives the Statement. Raises RuleBroken as `Statement.quote` does; then nothing is kept.
    """
    account.touch()
    if statement is None:
        statement = _add(account, section, exact.strip(), source.language, Statement.Basis.QUOTED)
        quotation = statement.quote(source, field, exact, near=near)
        Statement.objects.filter(pk=statement.pk).update(text=quotation.exact)
    else:
        statement.quote(source, field, exact, near=near)
        Statement.objects.filter(pk=statement.pk).update(basis=Statement.Basis.QUOTED)
    return statement


@transaction.atomic
def state_from_own_knowledge(account, section, text, language):
    """Add a statement that rests on what the writer knows, and is marked so."""
    account.touch()
    return _add(account, section, text, language, Statement.Basis.OWN_KNOWLEDGE)


def _add(account, section, text, language, basis):
    position = account.statements.filter(section=section).next_position()
    return account.statements.create(
        section=section, position=position, text=text, language=language, basis=basis
    )
