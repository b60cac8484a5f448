"""Synthesis: from the accepted Activity Reports on a text to the year's account of it.

The writer chooses the words; what is proposed here (who took part, which kinds of activity,
which status) follows public rules, and can always be overruled.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from resrec.journal.recording import journalled, record
from resrec.people.folding import folded
from resrec.people.models.constituent import SECRETARIAT
from resrec.reporting.account.sources import sources_by_text, sources_of
from resrec.reporting.draft.next_version import on_newest
from resrec.reporting.models import (
    Answer,
    PartnerKind,
    ProgressPartner,
    ProgressReport,
    Statement,
)
from resrec.reporting.models.short_answer import Kind
from resrec.rules import RuleBroken

__all__ = ["sources_by_text", "sources_of"]  # read here by the desk and the bench

# Under which question of the form a body of each kind is named.
QUESTION_OF = {
    "member": PartnerKind.MEMBER,
    "commission": PartnerKind.COMMISSION,
    "commission_group": PartnerKind.COMMISSION,
    "national_committee": PartnerKind.COMMITTEE,
    "regional_committee": PartnerKind.COMMITTEE,
}


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
    sources = sources_of(account).told
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
    partners = partners_in(reports)
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


def partners_in(reports):
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
    """A status (its code, or "") and whether the reports raise the question of *completed*."""

    status: str
    raises_completed: bool = False


def suggested_status(activities, future_activities=(), answers=()):
    """Suggest a status of implementation; the writer may always overrule it.

    `answers` are the Kinds of the short answers of the year.

    - No activity: None. Silence is no evidence, so it is *not stated*, never "not initiated".
      What is only planned has not been done. "Nothing this year" suggests nothing either.
    - Every activity on-going: *ongoing*. Recurrent work is a kind of work and not a stage.
    - Any other activity: *initiated* at least. How far it has come is for the writer to say.
    - Every activity completed and nothing planned: that, and the question of *completed*; unless
      somebody says that the work goes on.
    - "This is done" raises that question and suggests no status of its own.
    """
    said_done = Kind.DONE in answers
    done = [activity.status_id for activity in activities if activity.status_id != "planned"]
    if not done:
        return Suggestion("", raises_completed=True) if said_done else None
    if set(done) == {"ongoing"}:
        return Suggestion("ongoing", raises_completed=said_done)
    nothing_planned = len(done) == len(activities) and not future_activities
    all_done = set(done) == {"completed"} and nothing_planned and Kind.SAME not in answers
    return Suggestion("initiated", raises_completed=all_done or said_done)


def suggestion_of(sources):
    """Give the Suggestion of an account's Sources, or None."""
    return suggested_status(sources.activities, sources.future_activities, sources.kinds_of_answers)


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


@transaction.atomic
def take_over(account, earlier):
    """Say again what last year's account said: `earlier`, one of its statements, with its sources.

    Sources corrected since move to what they say now, where that is the same. Raises RuleBroken
    when it is not of the account before, or has been taken over already.
    """
    account.touch()
    if account.before is None or earlier.report_id != account.before.pk:
        raise RuleBroken(_("Only what the account before said can be taken over."))
    if account.statements.filter(follows=earlier).exists():
        raise RuleBroken(_("This sentence has been taken over already."))
    statement = _add(account, earlier.section, earlier.text, earlier.language, earlier.basis)
    for quotation in earlier.quotations.select_related("source"):
        quotation = on_newest(quotation, earlier)
        quotation.pk, quotation._state.adding, quotation.statement = None, True, statement
        quotation.save()
    Statement.objects.filter(pk=statement.pk).update(follows=earlier, text=earlier.text)
    statement.paragraphs.set(earlier.paragraphs.all())
    return statement


def _add(account, section, text, language, basis):
    position = account.statements.filter(section=section).next_position()
    return account.statements.create(
        section=section, position=position, text=text, language=language, basis=basis
    )
