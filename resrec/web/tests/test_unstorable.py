"""What the database cannot hold is answered with a page, in the reader's language."""

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, DataError
from django.urls import path

from resrec.urls import (  # noqa: F401  Django looks for the handlers here
    handler500,
    urlpatterns as site_addresses,
)

ERRORS = {"unstorable": DataError, "broken": DatabaseError}


@login_not_required
def ask(request, kind):
    raise ERRORS[kind]("no")


urlpatterns = [*site_addresses, *i18n_patterns(path("ask/<slug:kind>/", ask))]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


def test_it_is_a_bad_request(client):
    answer = client.get("/fr/ask/unstorable/")
    assert answer.status_code == 400
    assert '<html lang="fr">' in answer.content.decode()


def test_other_errors_of_the_database_stay_errors(client):
    client.raise_request_exception = False
    assert client.get("/fr/ask/broken/").status_code == 500
