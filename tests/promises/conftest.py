"""The world that the promises are tried on, built once for all of them."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import override_settings

from resrec.journal import outbox
from tests.cast import gather, reports_of
from tests.promises import world as worlds


@pytest.fixture(scope="package")
def built(django_db_setup, django_db_blocker, tmp_path_factory):
    """(cast, world, folder of its files), in a transaction around those of the tests."""
    folder = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), transaction.atomic():
        # Nobody reads the messages about what is built here, and drawing them takes longest.
        with override_settings(MEDIA_ROOT=folder), pytest.MonkeyPatch.context() as patched:
            patched.setattr(outbox, "_rendered", lambda template, context: template)
            cast = gather()
            world = worlds.build(cast, reports_of(cast))
        yield cast, world, folder
        transaction.set_rollback(True)


@pytest.fixture
def cast_and_world(built, db, settings):
    """Both as they were built: what a test does to them, or to the database, is its own."""
    cast, world, settings.MEDIA_ROOT = built
    return deepcopy((cast, world))


@pytest.fixture
def cast(cast_and_world):
    return cast_and_world[0]


@pytest.fixture
def world(cast_and_world):
    return cast_and_world[1]
