"""The named cast that the tests play with, and the shared material they read."""

import gzip
import json
import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils import translation

SHARED = Path(__file__).resolve().parent.parent / "shared"


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL, run only what touches a database: the rest has run on SQLite already."""
    if not os.environ.get("RESREC_DATABASE"):
        return
    touches = {"db", "transactional_db"}
    kept = [i for i in items if touches & {*i.fixturenames} or i.get_closest_marker("django_db")]
    if left := [item for item in items if item not in kept]:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@pytest.fixture(scope="session")
def shared_data():
    """The folder of real pages and titles; absent in a user's clone, required under CI."""
    if not (SHARED / "data").is_dir():
        if os.environ.get("CI"):
            pytest.fail("The shared data must be beside the project under CI.")
        pytest.skip("no ../shared beside the project: tests over real pages are left out")
    return SHARED / "data"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    """Files and mail of a test go to a folder of its own; static files need no collecting."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    # The public revision is rolled back with a test: it does not tell one test's content from
    # another's.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture(autouse=True)
def _nothing_held():
    """What is held in memory belongs to one test's database."""
    from resrec.library.search import catalogue
    from resrec.web.held import forget_held

    catalogue.forget()
    forget_held()


@pytest.fixture(autouse=True)
def _english():
    """A request leaves its language behind; the next test begins in English."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def _in_english():
    """A page asked for in another language does not leave it to the next test."""
    from django.utils.translation import override

    with override("en"):
        yield


@pytest.fixture
def facts_put_back(django_db_setup, django_db_blocker):
    """After a test that committed: facts are loaded again, for the flush took them too."""
    yield
    from django.core.management import call_command

    with django_db_blocker.unblock():
        call_command("load_facts", verbosity=0)


@pytest.fixture
def committed(facts_put_back, transactional_db):
    """For tests that commit, as threads must. Take it before `cast`.

    What they leave is flushed; frozen rows refuse that on SQLite, so triggers go first (the
    flush installs them again).
    """
    yield
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")


@pytest.fixture
def cast(db):
    """Two Members' reporters, a Commission's, a focal point, an officer, a stranger; and a text.

    `cast.resolution` is WCC 2016 Res 087, whose Secretariat lead is `cast.focal_point`, in the
    open cycle `cast.cycle` (this year's).
    """
    from resrec.library.models import Assembly, Resolution
    from resrec.people.models import Constituent, Membership, User
    from resrec.reporting.models import FocalPoint, Holder, ReportingCycle

    def body(kind, name):
        made = Constituent.objects.create(kind_id=kind, name=name)
        made.add_name(name)
        return made

    def person(name, constituent=None, role=Membership.Role.REPORTER):
        made = User.objects.create_user(f"{name}@example.org", name=name.replace("_", " ").title())
        if constituent:
            Membership.objects.create(person=made, constituent=constituent, role=role)
        return made

    member = body("member", "Fen and Heath Trust")
    other_member = body("member", "Estuary Watch")
    commission = body("commission", "Commission on Quiet Places")
    secretariat = body("secretariat", "Secretariat, test unit")
    resolution = Resolution.objects.get(code="WCC-2016-Res-087")
    year = date.today().year
    cycle, _made = ReportingCycle.objects.update_or_create(
        collection=resolution.collection,
        year=year,
        defaults={
            "assembly": Assembly.objects.get(code="WCC-2016"),
            "opens_on": date(year, 1, 1),
            "closes_on": date(year, 12, 31),
        },
    )
    cast = SimpleNamespace(
        member=member,
        other_member=other_member,
        commission=commission,
        secretariat=secretariat,
        resolution=resolution,
        cycle=cycle,
        reporter=person("reporter", member),
        other_reporter=person("other_reporter", other_member),
        commission_reporter=person("commission_reporter", commission),
        focal_point=person("focal_point", secretariat),
        officer=person("officer", secretariat, Membership.Role.OFFICER),
        stranger=person("stranger"),
    )
    post = FocalPoint.objects.create(
        resolution=resolution, role_id="secretariat_lead", constituent=secretariat
    )
    Holder.objects.create(post=post, person=cast.focal_point)
    return cast


@pytest.fixture
def report_of(cast):
    """Make an Activity Report on a text: `report_of(results="…", status="accepted", …)`."""
    from resrec.reporting.models import ActivityReport

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


@pytest.fixture
def account_of(cast):
    """Make a Progress Report: `account_of(year=2019, quotes=[(source, field, words)], …)`.

    `says` are statements from own knowledge; it is a draft unless a status is asked for.
    """
    from resrec.reporting.models import ProgressReport, ReportingCycle
    from resrec.reporting.synthesis import state_from_own_knowledge, use_passage

    def make(*, year=None, status="draft", says=("Ponds were dug.",), quotes=(), **fields):
        cycle, _made = ReportingCycle.objects.get_or_create(
            collection=cast.resolution.collection,
            year=year or cast.cycle.year,
            defaults={"assembly": cast.resolution.assembly},
        )
        account = ProgressReport.objects.create(resolution=cast.resolution, cycle=cycle, **fields)
        for text in says:
            state_from_own_knowledge(account, "results", text, "en")
        for source, field, words in quotes:
            use_passage(account, source, field, words, section="results")
        if status != "draft":
            account.propose(by=cast.focal_point)
        if status == "published":
            account.publish(by=cast.officer)
        return account

    return make


@pytest.fixture(scope="session")
def sample(shared_data):
    """The rows of the United Nations' sample."""
    with gzip.open(shared_data / "un-resolutions.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]
