"""Whom the demonstration's officer trusts: reports accepted by the rule, and a person's look."""

from functools import partial

from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.scene import EVENING, MORNING, moment
from resrec.reporting.models import SpotCheck, Trust


def happenings(scene):
    """Give (moment, call) for each trust given, and for each look at what falls under it."""
    for union in files.UNIONS:
        for one in files.collection(union).get("trust", ()):
            at = moment(one["given_on"], MORNING)
            yield at, partial(_give, scene, scene.bodies[union, one["constituent"]], one, at)
    for name, report in files.activity_reports().items():
        if day := report.get("held_on"):
            yield moment(day, EVENING), partial(_hold, scene, name, moment(day, EVENING))
        if day := report.get("confirmed_on"):
            yield moment(day, EVENING), partial(_confirm, scene, name, moment(day, EVENING))


def _give(scene, body, said, at):
    given = Trust.give(body, days=said["days"], reason=said["reason"], by=scene.officer, at=at)
    scene.trusts[body.pk] = given


def _hold(scene, name, at):
    report = scene.reports[name]
    SpotCheck.hold(report, scene.trusts[report.constituent_id], at=at)


def _confirm(scene, name, at):
    scene.reports[name].confirm(by=scene.officer, at=at)
