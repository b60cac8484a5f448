"""The named cast that the tests play with, and the reports they write."""

from datetime import date
from types import SimpleNamespace

from resrec.library.models import Assembly, Resolution
from resrec.people.models import Constituent, Membership, User
from resrec.reporting.models import ActivityReport, FocalPoint, Holder, ReportingCycle


def gather():
    """Two Members' reporters, a Commission's, a focal point, an officer, a stranger; and a text.

    `cast.resolution` is WCC 2016 Res 087, whose Secretariat lead is `cast.focal_point`, in the
    open cycle `cast.cycle` (this year's).
    """
    member = _body("member", "Fen and Heath Trust")
    other_member = _body("member", "Estuary Watch")
    commission = _body("commission", "Commission on Quiet Places")
    secretariat = _body("secretariat", "Secretariat, test unit")
    resolution = Resolution.objects.get(code="WCC-2016-Res-087")
    cast = SimpleNamespace(
        member=member,
        other_member=other_member,
        commission=commission,
        secretariat=secretariat,
        resolution=resolution,
        cycle=_cycle_of_this_year(resolution.collection),
        reporter=_person("reporter", member),
        other_reporter=_person("other_reporter", other_member),
        commission_reporter=_person("commission_reporter", commission),
        focal_point=_person("focal_point", secretariat),
        officer=_person("officer", secretariat, Membership.Role.OFFICER),
        stranger=_person("stranger"),
    )
    post = FocalPoint.objects.create(
        resolution=resolution, role_id="secretariat_lead", constituent=secretariat
    )
    Holder.objects.create(post=post, person=cast.focal_point)
    return cast


def reports_of(cast):
    """Give a function that makes an Activity Report: `make(results="…", status="accepted")`."""

    def make(
        *,
        by=None,
        constituent=None,
        status="draft",
        resolution=None,
        activities=(),
        needs=(),
        **words,
    ):
        by = by or cast.reporter
        year = cast.cycle.year
        words = {"period_from": date(year, 1, 1), "period_to": date(year, 12, 31)} | words
        report = ActivityReport.objects.create(
            constituent=constituent or by.constituents[0], entered_by=by, **words
        )
        report.reported_texts.create(resolution=resolution or cast.resolution)
        for position, activity in enumerate(activities):
            report.activities.create(position=position, **activity)
        for position, need in enumerate(needs):
            report.needs.create(position=position, **need)
        if status != "draft":
            report.submit(by=by)
        if status == "accepted":
            report.accept(by=cast.focal_point)
        return report

    return make


def _body(kind, name):
    made = Constituent.objects.create(kind_id=kind, name=name)
    made.add_name(name)
    return made


def _person(name, constituent=None, role=Membership.Role.REPORTER):
    made = User.objects.create_user(f"{name}@example.org", name=name.replace("_", " ").title())
    if constituent:
        Membership.objects.create(person=made, constituent=constituent, role=role)
    return made


def _cycle_of_this_year(collection):
    year = date.today().year
    cycle, _made = ReportingCycle.objects.update_or_create(
        collection=collection,
        year=year,
        defaults={
            "assembly": Assembly.objects.get(code="WCC-2016"),
            "opens_on": date(year, 1, 1),
            "closes_on": date(year, 12, 31),
        },
    )
    return cycle
