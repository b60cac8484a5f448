"""`python -m bench.reporting_people make N` or `… stored`: who reports, and what became of it.

Runs in the environment of the measured site and speaks JSON on its output. `make` gives N signed-in
people, each of a Member of its own: [{"session", "text"}]. `stored` gives every report begun since,
every message, and whether the journal verifies. `hurry` makes what waits to be sent due now.
"""

import json
import os
import sys


def make(number):
    """Make people, their Members and sessions; one officer answers for the texts."""
    from resrec.library.models import Assembly, Resolution
    from resrec.people.models import Constituent, Membership, User
    from resrec.reporting.models import FocalPoint, Holder

    secretariat = Constituent.objects.filter(kind_id="secretariat").first()
    lead = User.objects.create_user("lead@example.org", name="Lead")
    Membership.objects.create(person=lead, constituent=secretariat, role="officer")
    congress = Assembly.objects.get(code="WCC-2016")
    texts = list(Resolution.objects.filter(assembly=congress).order_by("pk"))
    for text in texts:
        post, _made = FocalPoint.objects.get_or_create(
            resolution=text, role_id="secretariat_lead", constituent=secretariat
        )
        Holder.objects.get_or_create(post=post, person=lead)
    people = []
    for turn in range(number):
        member = Constituent.objects.create(kind_id="member", name=f"Fen Trust {turn}")
        person = User.objects.create_user(f"reporter-{turn}@example.org", name=f"Reporter {turn}")
        Membership.objects.create(person=person, constituent=member, role="reporter")
        people.append({"session": session_of(person), "text": texts[turn % len(texts)].code})
    return people


def session_of(person):
    """Sign a person in; gives the key of the session."""
    from django.conf import settings
    from django.contrib import auth
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[auth.SESSION_KEY] = str(person.pk)
    session[auth.BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[auth.HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


def stored():
    from resrec.journal.models import Entry, Mail
    from resrec.reporting.models import ActivityReport

    begun = ActivityReport.objects.filter(entered_by__email__startswith="reporter-")
    reports = list(begun.values("pk", "status", "revision", "results", "entered_by_id"))
    verb = "activity_report.submitted"
    submitted = list(Entry.objects.filter(verb=verb).values_list("subject_id", flat=True))
    mails = Mail.objects.values("message_id", "sent_at", "next_try_at", "gave_up", "attempts")
    return {
        "reports": reports,
        "submitted": [int(pk) for pk in submitted],
        "mails": list(mails),
        "journal_verifies": Entry.objects.first_broken() is None,
    }


def hurry():
    from django.utils import timezone

    from resrec.journal.models import Mail

    return Mail.objects.filter(sent_at=None).update(next_try_at=timezone.now())


def main(what, *arguments):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resrec.settings")
    import django

    django.setup()
    from django.db import transaction

    with transaction.atomic():
        said = {"make": make, "stored": stored, "hurry": hurry}[what](*map(int, arguments))
    json.dump(said, sys.stdout, default=str)


if __name__ == "__main__":
    main(*sys.argv[1:])
