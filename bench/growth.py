"""`make bench`: how the site bears a record that has grown.

Reports are made, submitted and accepted by the models' own verbs, each with its journal entries,
in a database of its own; then the journal is verified and the main pages are timed.
"""

import os
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice

from bench import SCALE

REPORTS = int(10_000 * SCALE)
TURNS = 5
PAGES = [
    "/en/",
    "/en/resolutions/",
    "/en/resolutions/WCC-2016-Res-087/",
    "/en/analysis/WCC-2016/2026/",
    "/en/desk/",
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"RESREC_DATA": folder, "DJANGO_SETTINGS_MODULE": "resrec.settings"}
        os.environ.pop("RESREC_DATABASE", None)
        import django

        django.setup()
        return measure()


def measure():
    from django.core.management import call_command

    from resrec.journal.models import Entry

    call_command("migrate", verbosity=0)
    reporter, officer = people()
    say(f"{REPORTS} reports accepted", timed(lambda: grow(reporter, officer)), REPORTS)
    say("the journal verified", timed(verify), Entry.objects.count())
    return read_pages(officer)


def people():
    """A Member's reporter and an officer, in a year when the Congress of 2016 is under report."""
    from resrec.library.models import Assembly
    from resrec.people.models import Constituent, Membership, User
    from resrec.reporting.models import ReportingCycle

    secretariat = Constituent.objects.filter(kind_id="secretariat").first()
    member = Constituent.objects.create(kind_id="member", name="Fen and Heath Trust")
    made = []
    for name, body, role in (("reporter", member, "reporter"), ("officer", secretariat, "officer")):
        person = User.objects.create_user(f"{name}@example.org", name=name)
        Membership.objects.create(person=person, constituent=body, role=role)
        made.append(person)
    congress = Assembly.objects.get(code="WCC-2016")
    ReportingCycle.objects.update_or_create(
        collection=congress.collection,
        year=2026,
        defaults={"assembly": congress, "opens_on": "2026-01-01", "closes_on": "2026-12-31"},
    )
    return made


def grow(reporter, officer):
    from resrec.library.models import Resolution
    from resrec.reporting.models import ActivityReport

    texts = cycle(Resolution.objects.filter(assembly__code="WCC-2016"))
    for number, text in enumerate(islice(texts, REPORTS)):
        report = ActivityReport.objects.create(
            constituent=reporter.constituents[0],
            entered_by=reporter,
            language="en",
            period_from="2026-01-01",
            period_to="2026-06-30",
            results=f"Pond {number} was dug, and the frogs came back within the year.",
        )
        report.reported_texts.create(resolution=text)
        report.activities.create(kind_id="field", description="Digging.", status_id="completed")
        report.submit(by=reporter)
        report.accept(by=officer)


def verify():
    from resrec.journal.models import Entry

    if broken := Entry.objects.first_broken():
        sys.exit(f"The journal does not verify from {broken}")


def read_pages(officer):
    """Time each page; gives True when one of them is no page."""
    from django.test import Client

    client, failed = Client(headers={"host": "localhost"}), False
    client.force_login(officer)
    for page in PAGES:
        answer = client.get(page)
        failed = failed or answer.status_code != 200
        taken = statistics.median(timed(lambda page=page: client.get(page)) for _ in range(TURNS))
        print(f"{page:<40} {answer.status_code} {taken * 1000:7.0f} ms")
    return failed


def timed(action):
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def say(what, seconds, number):
    print(f"{what:<40} {seconds:7.1f} s, {number / seconds:.0f} a second")


if __name__ == "__main__":
    sys.exit(main())
