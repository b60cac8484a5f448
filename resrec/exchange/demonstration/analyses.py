"""The demonstration's frozen analyses: each as it stood on its day, without what came later."""

from functools import partial

from resrec.analysis.freeze.freezing import freeze
from resrec.exchange.demonstration import files
from resrec.exchange.demonstration.scene import EVENING, moment
from resrec.library.models import Assembly
from resrec.reporting.models import ReportingCycle


def happenings(scene):
    """Give (moment, call) for each freezing."""
    for union in files.UNIONS:
        for one in files.collection(union).get("analysis", ()):
            at = moment(one["frozen_on"], EVENING)
            yield at, partial(_freeze, scene, one["assembly"], one["cycle"], at)


def _freeze(scene, code, year, at):
    assembly = Assembly.objects.get(code=code)
    cycle = ReportingCycle.objects.get(collection=assembly.collection, year=year)
    freeze(assembly, cycle, by=scene.officer, at=at)
