"""The demonstration's Progress Reports: written from accepted reports and published."""

from functools import partial

from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.scene import NOON, moment
from resrec.reporting.models import (
    Answer,
    PartnerKind,
    ProgressReport,
    ReportingCycle,
    Statement,
)

# Under which question a body of each kind is named.
QUESTIONS = {
    "member": PartnerKind.MEMBER,
    "commission": PartnerKind.COMMISSION,
    "commission_group": PartnerKind.COMMISSION,
    "national_committee": PartnerKind.COMMITTEE,
    "regional_committee": PartnerKind.COMMITTEE,
}


def happenings(scene):
    """Give (moment, call) for the publication of each account."""
    for account in files.progress_reports():
        yield moment(account["published_on"], NOON), partial(_publish, scene, account)


def _publish(scene, account):
    text, at = scene.texts[account["resolution"]], moment(account["published_on"], NOON)
    made = ProgressReport.objects.create(
        resolution=text,
        cycle=ReportingCycle.objects.get(collection=text.collection, year=account["cycle"]),
        language=account["language"],
        writer=scene.lead(text.code),
        planned=account["planned"],
        implementation_status_id=account["status"],
        status_reason=account["status_reason"],
        other_organisations=account["other_organisations"],
        is_demonstration=True,
        saved_at=at,
    )
    for position, statement in enumerate(account["statement"]):
        _state(scene, made, position, statement)
    _name_bodies(made, _sources(scene, account))
    made.propose(by=made.writer, at=at)
    made.publish(by=scene.officer, at=at)


def _state(scene, account, position, statement):
    made = account.statements.create(
        section=statement["section"],
        position=position,
        text=statement["text"],
        language=account.language,
        basis=statement.get("basis", Statement.Basis.QUOTED),
    )
    for quotation in statement.get("quotation", []):
        source = scene.reports[quotation["report"]]
        made.quote(source, _address(source, quotation["field"]), quotation["exact"])


def _address(report, field):
    """Turn "activity:2/description" (rows from 1) into the row's own address in the report."""
    noun, _, row = field.partition(":")
    if not row:
        return field
    number, _, column = row.partition("/")
    rows = {"activity": report.activities, "future": report.future_activities}[noun]
    return f"{noun}:{rows.all()[int(number) - 1].key}/{column}"


def _sources(scene, account):
    names = {
        quotation["report"]: None
        for statement in account["statement"]
        for quotation in statement.get("quotation", [])
    }
    return [scene.reports[name] for name in names]


def _name_bodies(account, sources):
    """Name who implements the text: those whose reports are quoted, and those they worked with."""
    bodies = {
        body: None
        for source in sources
        for body in [source.constituent, *(p.constituent for p in source.partners.all())]
    }
    named = {body: QUESTIONS[body.kind_id] for body in bodies if body.kind_id in QUESTIONS}
    for position, (body, question) in enumerate(named.items()):
        account.partners.create(kind=question, constituent=body, position=position)
    for question in PartnerKind:
        answer = _answer(sources, question, named.values())
        setattr(account, f"{question}s_answer", answer)
    if any(s.secretariat_answer == Answer.YES or s.constituent.is_secretariat for s in sources):
        account.secretariat_answer = Answer.YES
    account.save()
    account.activity_kinds.set({a.kind_id for s in sources for a in s.activities.all()})


def _answer(sources, question, named):
    """Yes when a body is named, no when every source says no; else it is not stated."""
    if question in named:
        return Answer.YES
    said = {getattr(source, f"{question}s_answer") for source in sources}
    return Answer.NO if said == {Answer.NO} else ""
