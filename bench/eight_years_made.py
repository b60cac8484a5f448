"""`python -m bench.eight_years_made N`: fill the database with N reports on one Congress.

They are written past the models' verbs, which `bench.growth` measures; what is read of them is the
same. Members, texts and years take turns, so that any two runs of a size make the same.
"""

import os
import sys
from datetime import UTC, date, datetime
from itertools import islice

YEARS = range(2019, 2027)
MEMBERS, LOT = 1_400, 2_000
BUSY = 200  # reports of the last year on the first text
PARAGRAPHS = 12
DONE = (
    "In {year} we restored {many} hectares of fen with {few} villages.",
    "En {year}, nous avons restauré {many} hectares de marais avec {few} villages.",
    "En {year} restauramos {many} hectáreas de humedal con {few} aldeas.",
)
HINDERED = (
    "Money came {few} months late and the water law was not amended.",
    "Les fonds sont arrivés avec {few} mois de retard.",
    "La financiación llegó con {few} meses de retraso.",
)
LANGUAGES = ("en", "fr", "es")


def make(number):
    texts = congress_with_paragraphs()
    members = make_members()
    officer = make_officer()
    reports = list(islice(written(texts, members, officer), number))
    store(reports)
    publish(texts, officer)


def congress_with_paragraphs():
    """Give the ids of the Congress's texts; each gets operative paragraphs with words."""
    from resrec.library.models import Assembly, Paragraph, ParagraphText, Resolution
    from resrec.reporting.models import ReportingCycle

    congress = Assembly.objects.get(code="WCC-2016")
    for year in YEARS:
        days = {"opens_on": date(year, 1, 1), "closes_on": date(year, 12, 31)}
        ReportingCycle.objects.update_or_create(
            collection=congress.collection, year=year, defaults={"assembly": congress} | days
        )
    texts = list(Resolution.objects.filter(assembly=congress).order_by("pk")[:140])
    paragraphs = Paragraph.objects.bulk_create(
        Paragraph(resolution=text, path=f"op-{at}", kind="operative", number=f"{at}.", position=at)
        for text in texts
        for at in range(1, PARAGRAPHS + 1)
    )
    ParagraphText.objects.bulk_create(
        ParagraphText(paragraph=one, language="en", text="CALLS ON Members to restore fens.")
        for one in paragraphs
    )
    return texts


def make_members():
    from resrec.people.models import Constituent, Country

    countries = list(Country.objects.values_list("pk", flat=True))
    return Constituent.objects.bulk_create(
        Constituent(
            kind_id="member",
            name=f"Fen Trust {number}",
            country_id=countries[number % len(countries)],
        )
        for number in range(MEMBERS)
    )


def make_officer():
    from resrec.people.models import Constituent, Membership, User

    secretariat = Constituent.objects.filter(kind_id="secretariat").first()
    officer = User.objects.create_user("officer@example.org", name="Officer")
    Membership.objects.create(person=officer, constituent=secretariat, role="officer")
    return officer


def written(texts, members, officer):
    """Yield (ActivityReport, text, number) without end: first the busy text's of the last year."""
    for number in range(BUSY):
        yield written_one(texts[0], members[number], YEARS[-1], number, officer)
    number = BUSY
    while True:
        text = texts[number % len(texts)]
        member = members[number * 7 % len(members)]
        yield written_one(text, member, YEARS[number % len(YEARS)], number, officer)
        number += 1


def written_one(text, member, year, number, officer):
    from resrec.reporting.models import ActivityReport

    turn = number % len(LANGUAGES)
    figures = {"year": year, "many": 10 + number % 900, "few": 2 + number % 11}
    report = ActivityReport(
        constituent=member,
        entered_by=officer,
        language=LANGUAGES[turn],
        period_from=date(year, 1, 1),
        period_to=date(year, 12, 31),
        results=DONE[turn].format(**figures),
        challenges=HINDERED[turn].format(**figures),
        submitted_at=datetime(year, 12, 1, tzinfo=UTC),
    )
    return report, text, number


def store(reports):
    """Write them as drafts with their rows, then take them for accepted, lot by lot."""
    from resrec.library.models import Paragraph
    from resrec.reporting.models import Activity, ActivityReport, ReportedText

    by_text = {}
    for text, paragraph in Paragraph.objects.values_list("resolution", "pk").order_by("position"):
        by_text.setdefault(text, []).append(paragraph)
    for start in range(0, len(reports), LOT):
        lot = reports[start : start + LOT]
        ActivityReport.objects.bulk_create([report for report, *_ in lot])
        reported = ReportedText.objects.bulk_create(
            ReportedText(report=report, resolution=text, verdict="accepted")
            for report, text, _number in lot
        )
        ReportedText.paragraphs.through.objects.bulk_create(
            ReportedText.paragraphs.through(
                reportedtext=one, paragraph_id=by_text[text.pk][number % PARAGRAPHS]
            )
            for one, (_report, text, number) in zip(reported, lot, strict=True)
        )
        Activity.objects.bulk_create(
            Activity(report=report, kind_id="field", status_id="ongoing", description="Digging.")
            for report, *_ in lot
        )
        made = [report.pk for report, *_ in lot]
        ActivityReport.objects.filter(pk__in=made).update(status="accepted")


def publish(texts, officer):
    """A Progress Report for each text and year but the last, with a statement on one report."""
    from resrec.reporting.models import (
        ProgressReport,
        Quotation,
        ReportedText,
        ReportingCycle,
        Statement,
    )

    cycles = {cycle.year: cycle for cycle in ReportingCycle.objects.all()}
    first = {}
    rows = ReportedText.objects.select_related("report").order_by("-report")
    for row in rows.iterator():
        first[row.resolution_id, row.report.period_to.year] = row.report
    wanted = [(text, year) for text in texts for year in YEARS[:-1]]
    accounts = ProgressReport.objects.bulk_create(
        ProgressReport(
            resolution=text,
            cycle=cycles[year],
            writer=officer,
            implementation_status_id=("initiated", "underway")[(number + year) % 2],
        )
        for number, (text, year) in enumerate(wanted)
    )
    sources = [(one, first.get((one.resolution_id, one.cycle.year))) for one in accounts]
    sources = [(account, source) for account, source in sources if source]
    statements = Statement.objects.bulk_create(
        Statement(report=account, section="results", text=source.results, language=source.language)
        for account, source in sources
    )
    Quotation.objects.bulk_create(
        Quotation(statement=statement, source=source, field="results", exact=source.results)
        for statement, (_account, source) in zip(statements, sources, strict=True)
    )
    ProgressReport.objects.update(status="published", published_at=datetime(2026, 1, 1, tzinfo=UTC))


def main(number):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
    import django

    django.setup()
    from django.db import transaction

    with transaction.atomic():
        make(int(number))


if __name__ == "__main__":
    main(*sys.argv[1:])
