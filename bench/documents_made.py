"""`python -m bench.documents_made TEXTS REPORTS`: a Congress with a Progress Report on each text.

`ask SUFFIX` asks for its collected Progress Reports in a format, `size SUFFIX` tells how many
bytes were made. Rows are written past the models' verbs; what is read of them is the same.
"""

import os
import sys
from datetime import UTC, date, datetime

CONGRESS, YEAR = "WCC-2016", 2026
MEMBERS = 400
SOURCES_A_STATEMENT = 2
LANGUAGES = ("en", "fr", "es")
SAID = (
    "In {year} we restored {many} hectares of fen with {few} villages, after the water board had"
    " agreed to raise the level of the two ditches that drain it from November to April.",
    "En {year}, nous avons restauré {many} hectares de marais avec {few} villages, après que"
    " l’agence de l’eau a accepté de relever le niveau des deux fossés de novembre à avril.",
    "En {year} restauramos {many} hectáreas de humedal con {few} aldeas, después de que la"
    " autoridad del agua aceptara elevar el nivel de las dos acequias de noviembre a abril.",
)


def make(texts, reports):
    from resrec.library.models import Assembly, Resolution, ResolutionText
    from resrec.people.models import Constituent
    from resrec.reporting.models import ReportingCycle

    congress = Assembly.objects.get(code=CONGRESS)
    cycle, _made = ReportingCycle.objects.update_or_create(
        collection=congress.collection, year=YEAR, defaults={"assembly": congress}
    )
    known = list(Resolution.objects.filter(assembly=congress).order_by("number")[:texts])
    more = Resolution.objects.bulk_create(
        Resolution(assembly=congress, kind_id="Res", number=900 + n, code=f"WCC-2016-Res-{900 + n}")
        for n in range(texts - len(known))
    )
    ResolutionText.objects.bulk_create(
        ResolutionText(
            resolution=text, language="en", title=f"Fens and their keepers, {text.number}"
        )
        for text in more
    )
    members = Constituent.objects.bulk_create(
        Constituent(kind_id="member", name=f"Fen Trust of the {n}th ditch") for n in range(MEMBERS)
    )
    publish([*known, *more], cycle, written([*known, *more], members, reports))


def written(texts, members, number):
    """Give {text: [(ActivityReport, words)]}, texts and members taking turns."""
    from resrec.reporting.models import ActivityReport, ReportedText

    reports, words = [], []
    for n in range(number):
        turn = n % len(LANGUAGES)
        words.append(SAID[turn].format(year=YEAR, many=10 + n % 900, few=2 + n % 11))
        reports.append(
            ActivityReport(
                constituent=members[n % len(members)],
                language=LANGUAGES[turn],
                period_from=date(YEAR, 1, 1),
                period_to=date(YEAR, 12, 31),
                results=f"{words[-1]} " * 5,
                submitted_at=datetime(YEAR, 11, 1, tzinfo=UTC),
            )
        )
    ActivityReport.objects.bulk_create(reports)
    on = [texts[n % len(texts)] for n in range(number)]
    ReportedText.objects.bulk_create(
        ReportedText(report=report, resolution=text, verdict="accepted")
        for report, text in zip(reports, on, strict=True)
    )
    ActivityReport.objects.filter(pk__in=[one.pk for one in reports]).update(status="accepted")
    found = {text: [] for text in texts}
    for text, report, said in zip(on, reports, words, strict=True):
        found[text].append((report, said))
    return found


def publish(texts, cycle, sources):
    """A Progress Report for each text, its statements on two reports each, all reports used."""
    from resrec.reporting.models import ProgressReport, Quotation, Statement

    statuses = ("initiated", "underway", "completed")
    accounts = ProgressReport.objects.bulk_create(
        ProgressReport(
            resolution=text, cycle=cycle, implementation_status_id=statuses[n % len(statuses)]
        )
        for n, text in enumerate(texts)
    )
    sections = [section.value for section in Statement.Section]
    drawn = [
        (account, sources[account.resolution][at : at + SOURCES_A_STATEMENT], at)
        for account in accounts
        for at in range(0, len(sources[account.resolution]), SOURCES_A_STATEMENT)
    ]
    statements = Statement.objects.bulk_create(
        Statement(
            report=account,
            section=sections[at // SOURCES_A_STATEMENT % len(sections)],
            position=at,
            text=resting[0][1],
            language=resting[0][0].language,
        )
        for account, resting, at in drawn
    )
    Quotation.objects.bulk_create(
        Quotation(statement=statement, source=report, field="results", exact=said)
        for statement, (_account, resting, _at) in zip(statements, drawn, strict=True)
        for report, said in resting
    )
    ProgressReport.objects.update(
        status="published", published_at=datetime(2026, 11, 20, tzinfo=UTC)
    )


def row_of(suffix):
    return {
        "kind": "collected",
        "subject": CONGRESS,
        "year": YEAR,
        "language": "fr",
        "suffix": suffix,
    }


def main(what, number):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
    import django

    django.setup()
    from django.db import transaction

    from resrec.documents.models import MadeDocument

    if what == "ask":
        MadeDocument.ask(**row_of(number))
    elif what == "size":
        print(MadeDocument.objects.get(**row_of(number)).size)
    else:
        with transaction.atomic():
            make(int(what), int(number))


if __name__ == "__main__":
    main(*sys.argv[1:])
