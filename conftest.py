"""The named cast that the tests play with, and the shared material they read."""

import gzip
import json
import os
from pathlib import Path

import pytest
from django.utils import translation

from tests.cast import gather, reports_of

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
def _in_english():
    """A request leaves its language behind; each test begins in English."""
    with translation.override("en"):
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
    """The people of the tests, and a text with its cycle; see `tests.cast`."""
    return gather()


@pytest.fixture
def report_of(cast):
    """Make an Activity Report on a text: `report_of(results="…", status="accepted", …)`."""
    return reports_of(cast)


@pytest.fixture
def account_of(cast):
    """Make a Progress Report: `account_of(year=2019, quotes=[(source, field, words)], …)`.

    `says` are statements from own knowledge; it is a draft unless a status is asked for.
    """
    from resrec.reporting.account.synthesis import state_from_own_knowledge, use_passage
    from resrec.reporting.models import ProgressReport, ReportingCycle

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
