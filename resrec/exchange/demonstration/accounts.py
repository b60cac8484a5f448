"""The demonstration's Progress Reports: written from accepted reports and published; one waits."""

from functools import partial

from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.scene import NOON, moment
from resrec.reporting.account.synthesis import proposed_answers
from resrec.reporting.models import ActivityReport, ProgressReport, ReportingCycle, Statement


def happenings(scene):
    """Give (moment, call) for the publication or proposal of each account."""
    for account in files.progress_reports():
        at = moment(files.day_of(account), NOON)
        yield at, partial(_write, scene, account, at)


def _write(scene, account, at):
    text = scene.texts[account["resolution"]]
    made = ProgressReport.objects.create(
        resolution=text,
        cycle=ReportingCycle.objects.get(collection=text.collection, year=account["cycle"]),
        language=account["language"],
        writer=scene.lead(text.code),
        is_demonstration=True,
    )
    sources = _sources(scene, account)
    for position, statement in enumerate(account["statement"]):
        _state(made, sources, position, statement)
    made.keep(_answers(account, sources.values()), read=made.revision)
    made.propose(by=made.writer, at=at)
    if "published_on" in account:
        made.publish(by=scene.officer, at=at)


def _answers(account, sources):
    """Who took part and what was done is as the sources say; the rest is as the file says."""
    return proposed_answers(sources) | {
        "planned": account["planned"],
        "other_organisations": account["other_organisations"],
        "implementation_status": account["status"],
        "status_reason": account["status_reason"],
    }


def _sources(scene, account):
    """Give {name: ActivityReport} of all that is quoted, read with its rows in few queries."""
    names = {
        scene.reports[quotation["report"]].pk: quotation["report"]
        for statement in account["statement"]
        for quotation in statement.get("quotation", [])
    }
    found = ActivityReport.objects.filter(pk__in=names).prefetch_related(
        "activities__kind", "future_activities", "partners__constituent", "constituent"
    )
    return {names[source.pk]: source for source in found}


def _state(account, sources, position, statement):
    made = account.statements.create(
        section=statement["section"],
        position=position,
        text=statement["text"],
        language=account.language,
        basis=statement.get("basis", Statement.Basis.QUOTED),
    )
    if paths := statement.get("paragraphs"):
        made.paragraphs.set(account.resolution.paragraphs.filter(path__in=paths))
    for quotation in statement.get("quotation", []):
        source = sources[quotation["report"]]
        made.quote(source, _address(source, quotation["field"]), quotation["exact"])


def _address(report, field):
    """Turn "activity:2/description" (rows from 1) into the row's own address in the report."""
    noun, _, row = field.partition(":")
    if not row:
        return field
    number, _, column = row.partition("/")
    rows = {"activity": report.activities, "future": report.future_activities}[noun]
    return f"{noun}:{rows.all()[int(number) - 1].key}/{column}"
