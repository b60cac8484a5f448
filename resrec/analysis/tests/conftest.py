"""A small Congress whose figures can be counted by hand: twelve texts, eight accounts, six reports.

The cycle under test is 2025. Every figure that the tests expect is worked out beside the data.
"""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from resrec.library.models import Assembly, AssemblyKind, Collection, Resolution
from resrec.people.models import Constituent
from resrec.reporting.models import (
    ActivityReport,
    FocalPoint,
    Holder,
    ProgressReport,
    ReportingCycle,
)

YEAR = 2025


@pytest.fixture
def congress(cast):
    """`congress.assembly` with `congress.texts[1]` … `[12]`, `.cycles[2023]` …, nothing reported.

    `congress.account(...)` publishes a Progress Report, `congress.report(...)` files an Activity
    Report; `congress.elsewhere` is a text of another Congress of the same collection.
    """
    collection = Collection.objects.create(code="test", name_en="Test collection", position=9)
    kind = AssemblyKind.objects.create(collection=collection, code="TST", label_en="Test Assembly")
    earlier, assembly = (
        Assembly.objects.create(
            kind=kind,
            number=number,
            year_coded=year,
            year_held=year,
            code=f"TST-{year}",
            place_en="Somewhere",
        )
        for number, year in ((1, 2018), (2, 2022))
    )
    texts = {number: _text(assembly, number) for number in range(1, 13)}
    texts[12].archive(by=None, on=date(2024, 1, 1))
    cycles = {
        year: ReportingCycle.objects.create(collection=collection, year=year, assembly=under_report)
        for year, under_report in (
            (2020, earlier),
            (2022, earlier),
            (2023, assembly),
            (2024, assembly),
            (YEAR, assembly),
        )
    }
    return SimpleNamespace(
        assembly=assembly,
        earlier=earlier,
        texts=texts,
        elsewhere=_text(earlier, 1),
        cycles=cycles,
        cycle=cycles[YEAR],
        account=lambda number, *args, **more: account(cast, texts[number], cycles, *args, **more),
        report=lambda *args, **more: report(cast, *args, **more),
    )


def _text(assembly, number):
    text = Resolution.objects.create(
        assembly=assembly,
        kind_id="Res",
        number=number,
        code=f"{assembly.code}-Res-{number:03}",
    )
    text.texts.create(language="en", title=f"On matter number {number}")
    return text


def account(cast, text, cycles, year, status, *, kinds=(), says=(), published=True):
    """Write a Progress Report; `says` are (section, words). `status` None is "not stated"."""
    stands = ProgressReport.objects.filter(resolution=text, cycle=cycles.get(year)).count()
    made = ProgressReport.objects.create(
        resolution=text,
        cycle=cycles.get(year),
        version=stands + 1,
        implementation_status_id=status,
        origin=ProgressReport.Origin.IMPORT,
    )
    made.activity_kinds.set(kinds)
    for position, (section, words) in enumerate(says):
        made.statements.create(
            section=section, text=words, language="en", position=position, basis="own_knowledge"
        )
    if published:
        made.propose(by=cast.officer)
        made.publish(by=cast.officer, at=datetime(2025, 11, 1, tzinfo=UTC))
    return made


def report(
    cast,
    body,
    *texts,
    state="accepted",
    at=None,
    done=(),
    future=(),
    needs=(),
    refused_on=None,
    **words,
):
    """File an Activity Report; `done` are (kind, its printed words), `future` (title, planned)."""
    # Imported ones may lack a period and a constituent.
    made = ActivityReport.objects.create(
        constituent=body, origin=ActivityReport.Origin.IMPORT, results="Something.", **words
    )
    for text in texts:
        made.reported_texts.create(resolution=text)
    if refused_on:
        made.reported_texts.create(resolution=refused_on, verdict="returned")
    for position, (kind, printed) in enumerate(done):
        made.activities.create(
            kind_id=kind, kind_as_printed=printed, description="Done.", position=position
        )
    for position, (title, planned) in enumerate(future):
        made.future_activities.create(
            title=title, planned=planned, position=position, key=f"future{position}"
        )
    for position, need in enumerate(needs):
        made.needs.create(position=position, **need)
    if state != "draft":
        made.submit(by=cast.reporter, at=at or datetime(2025, 6, 1, tzinfo=UTC))
    if state == "accepted":
        made.accept(by=cast.focal_point)
    if state == "returned":
        made.send_back(by=cast.focal_point, reason="Say where.")
    return made


@pytest.fixture
def counted(congress, cast):
    """The small Congress with all its reports."""
    _accounts(congress)
    _reports(congress, cast)
    for number in (9, 12):  # the first has reported
        ask(cast.commission, congress.texts[number], cast.commission_reporter)
    return congress


def ask(body, text, person):
    """Put a focal point of this body in office for a text."""
    post = FocalPoint.objects.create(resolution=text, role_id="commission", constituent=body)
    Holder.objects.create(post=post, person=person)


def _accounts(congress):
    write = congress.account
    write(7, 2023, "initiated")
    for number, status in enumerate(
        ("initiated", "underway", "underway", "ongoing", None, "completed"), start=1
    ):
        write(number, 2024, status)
    words = [("challenges", "Rain."), ("challenges", "Snow."), ("future", "A bridge.")]
    write(1, YEAR, "underway", kinds=["policy", "field"], says=words)  # up
    write(2, YEAR, "initiated", kinds=["policy"])  # down
    write(3, YEAR, "completed", kinds=["science"], says=[("challenges", "Hail.")])  # superseded
    write(3, YEAR, "underway", says=[("future", "A ferry.")])  # the same stage, no kinds
    write(4, YEAR, "underway")  # was ongoing: not compared
    write(5, YEAR, "initiated")  # was not stated: not compared
    write(6, YEAR, "ongoing")  # not compared
    write(7, YEAR, "completed")  # up, from 2023
    write(8, YEAR, None)  # its first report, and it states no status
    write(9, YEAR, "completed", says=[("challenges", "Fog.")], published=False)
    write(11, None, "underway")  # nobody knows of which cycle


def _reports(congress, cast):
    texts, file = congress.texts, congress.report
    alias = Constituent.objects.create(kind_id="unresolved", name="Fen & Heath")
    nobody_yet = Constituent.objects.create(kind_id="unresolved", name="b2f1-44")
    file(
        cast.member,
        texts[1],
        texts[2],
        refused_on=texts[11],
        at=datetime(2024, 12, 1, tzinfo=UTC),
        period_from=date(2024, 11, 1),
        period_to=date(2025, 3, 1),
        done=[("policy", ""), ("policy", ""), ("field", "")],
        future=[("Go on", "yes"), ("Keep this quiet", "yes")],
        needs=[{"kind_id": "decision", "description": "A word from the ministry."}],
        challenges="Little money.",
        measures="Asked for more.",
        private_fields=["future:future1/description"],
    )
    file(
        alias,
        texts[1],
        done=[(None, "Singing")],
        challenges="A quarrel that stays among us.",
        measures="We met.",
        private_fields=["challenges"],
    )
    alias.merge_into(cast.member, by=cast.officer)
    first = file(
        cast.commission,
        texts[9],
        period_from=date(2025, 1, 1),
        period_to=date(2025, 2, 1),
        done=[("science", "")],
        challenges="Old words.",
    )
    second = first.correct(by=cast.officer)
    second.activities.update(kind="education")
    ActivityReport.objects.filter(pk=second.pk).update(challenges="")
    second.refresh_from_db()
    second.submit(by=cast.officer, at=datetime(2025, 7, 1, tzinfo=UTC))
    second.accept(by=cast.focal_point)
    file(
        None,
        texts[10],
        at=datetime(2026, 2, 1, tzinfo=UTC),
        period_from=date(2025, 5, 1),
        done=[(None, "")],
        future=[("Perhaps a school", "not_known")],
    )
    file(nobody_yet, texts[8], future=[("A wall", "no")])
    file(cast.other_member, texts[3], congress.elsewhere, future=[("A gate", "")])
    # An imported page that tells no date at all counts in no year.
    undated = file(cast.member, texts[4], state="draft", challenges="Of some year.")
    undated.submit(by=None)
    undated.accept(by=None)
    # Nor does any of these count in 2025 for this Congress.
    file(cast.member, texts[11], state="draft", challenges="Unsent.")
    file(cast.member, texts[11], state="submitted", challenges="Unread.")
    file(cast.member, texts[11], state="returned", challenges="Unfinished.")
    file(cast.member, texts[3], period_to=date(2024, 12, 31), challenges="Last year’s.")
    file(cast.commission, congress.elsewhere, challenges="Of another Congress.")


@pytest.fixture
def themed(counted, cast):
    """The small Congress with a theme, *Weather*: two statements, a challenge and a measure."""
    from resrec.analysis.models import Theme
    from resrec.analysis.overview import Overview
    from resrec.analysis.passages import passages

    weather = Theme.begin(counted.assembly, {"en": "Weather", "fr": "Le temps"}, by=cast.officer)
    found = passages(Overview(counted.assembly, counted.cycle))
    weather.put([one for one in found if one.exact != "We met."], by=cast.officer)
    counted.weather = weather
    return counted
