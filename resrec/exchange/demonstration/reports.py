"""The demonstration's Activity Reports: handed in, then accepted or returned, day by day."""

from decimal import Decimal
from functools import partial

from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.scene import AFTERNOON, EVENING, MORNING, moment
from resrec.exchange.report_rows import as_given
from resrec.reporting.models import ActivityReport
from resrec.reporting.models.activity_report import Status

ANSWERS = ("members", "commissions", "committees", "secretariat")
AS_WRITTEN = ("language", "period_from", "period_to", "other_organisations", *files.LONG_FIELDS)


def happenings(scene):
    """Give (moment, call) for what happens to each report, in the order of its own life."""
    reports = files.activity_reports()
    for name, report in reports.items():
        if report["status"] == Status.DRAFT:
            opened = reports[report["replaces"]]["decided_on"]
            yield moment(opened, EVENING), partial(_write, scene, name, report)
            continue
        yield moment(report["submitted_on"], MORNING), partial(_hand_in, scene, name, report)
        if "decided_on" in report:
            yield moment(report["decided_on"], AFTERNOON), partial(_judge, scene, name, report)
        for position, need in enumerate(report.get("need", [])):
            if "met_on" in need:
                happens = partial(_meet, scene, name, report, position)
                yield moment(need["met_on"], EVENING), happens


def _write(scene, name, report):
    """Open the report or its next version, write its words into it and keep it in the scene."""
    draft = _next_version(scene, report) if "replaces" in report else _first_version(scene, report)
    for field in AS_WRITTEN:
        setattr(draft, field, report.get(field))
    for question in ANSWERS:
        setattr(draft, f"{question}_answer", report[question])
    draft.private_fields = report["private"]
    draft.saved_at = _begun(scene, report)
    draft.save()
    draft.scopes.set(report["scopes"])
    draft.countries.set(report["countries"])
    _write_rows(scene, draft, report)
    scene.reports[name] = draft
    return draft


def _first_version(scene, report):
    body = scene.bodies[report["union"], report["constituent"]]
    reporter = scene.reporters.get(body.pk)
    draft = ActivityReport.objects.create(
        constituent=body,
        entered_by=reporter or scene.officer,
        on_behalf=reporter is None,
        is_demonstration=True,
    )
    text = scene.texts[report["resolution"]]
    reported = draft.reported_texts.create(resolution=text)
    reported.paragraphs.set(text.paragraphs.filter(path__in=report.get("paragraphs", [])))
    return draft


def _next_version(scene, report):
    """Give the draft that returning has opened, or open the correction of what was accepted."""
    before = scene.reports[report["replaces"]]
    at = _begun(scene, report)
    draft = (
        before.correct(by=before.entered_by, at=at)
        if before.status == Status.ACCEPTED
        else before.replaced_by
    )
    reported = draft.reported_texts.get()
    reported.paragraphs.set(
        reported.resolution.paragraphs.filter(path__in=report.get("paragraphs", []))
    )
    return draft


def _begun(scene, report):
    """When the words were last saved: on the day they were handed in, or when a draft opened."""
    if "submitted_on" in report:
        return moment(report["submitted_on"], MORNING)
    returned = scene.reports[report["replaces"]].reported_texts.get()
    return moment(returned.decided_at.date(), EVENING)


def _write_rows(scene, draft, report):
    as_given(draft.activities, [_activity(row) for row in report["activity"]])
    as_given(draft.future_activities, report.get("future", []))
    as_given(draft.needs, [_need(row) for row in report.get("need", [])])
    as_given(draft.evidence, report.get("link", []))
    as_given(
        draft.partners,
        [
            {
                "kind": row["kind"],
                "constituent": scene.bodies[report["union"], row["constituent"]],
            }
            for row in report.get("partner", [])
        ],
    )


def _activity(row):
    return {
        "kind_id": row["kind"],
        "description": row["description"],
        "status_id": row["status"],
    }


def _need(row):
    return {
        "kind_id": row["kind"],
        "description": row["description"],
        "amount": Decimal(row["amount"]) if "amount" in row else None,
        "currency": row.get("currency", ""),
    }


def _meet(scene, name, report, position):
    """Mark a need as met, by a constituent of the union or by whoever is named."""
    made, row = scene.reports[name], report["need"][position]
    key = row.get("met_by_constituent")
    made.needs.all()[position].mark_met(
        by=made.entered_by,
        on=row["met_on"],
        constituent=scene.bodies[report["union"], key] if key else None,
        name=row.get("met_by", ""),
        at=moment(row["met_on"], EVENING),
    )


def _hand_in(scene, name, report):
    draft = _write(scene, name, report)
    draft.submit(by=draft.entered_by, at=moment(report["submitted_on"], MORNING))


def _judge(scene, name, report):
    made, by = scene.reports[name], scene.lead(report["resolution"])
    at = moment(report["decided_on"], AFTERNOON)
    if report.get("judged_by") == "rule":
        made.accept(by=None, trust=scene.trusts[made.constituent_id], at=at)
    elif report["status"] == Status.RETURNED:
        made.send_back(by=by, reason=report["reason"], at=at)
    else:
        made.accept(by=by, at=at)
