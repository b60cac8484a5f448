"""Pages for what went wrong: in the reader's language, with a way on, and never bare."""

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.urls import path

from resrec.urls import (  # noqa: F401  Django looks for the handlers here
    handler400,
    handler403,
    handler404,
    handler500,
    urlpatterns as site_addresses,
)
from resrec.web import errors

MISHAPS = {
    "forbidden": (PermissionDenied, 403),
    "odd": (SuspiciousOperation, 400),
    "too-much": (RequestDataTooBig, 413),
    "broken": (ZeroDivisionError, 500),
}


@login_not_required
def mishap(request, kind):
    raise MISHAPS[kind][0]


urlpatterns = [*site_addresses, *i18n_patterns(path("mishap/<slug:kind>/", mishap))]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def calm(client):
    """A browser that shows error pages instead of raising."""
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("kind", MISHAPS)
def test_each_mishap_has_a_page_in_each_language(calm, kind, language):
    answer = calm.get(f"/{language}/mishap/{kind}/")
    assert answer.status_code == MISHAPS[kind][1]
    page = answer.content.decode()
    assert f'<html lang="{language}">' in page
    assert f'href="/{language}/"' in page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_page_that_is_not_there_offers_the_search(client, language):
    answer = client.get(f"/{language}/nowhere/")
    assert answer.status_code == 404
    assert f'action="/{language}/resolutions/"' in answer.content.decode()


def test_a_forbidden_page_says_as_whom_one_is_signed_in(client, cast):
    client.force_login(cast.reporter)
    page = client.get("/en/mishap/forbidden/").content.decode()
    assert "<strong>Reporter</strong>" in page
    assert "Fen and Heath Trust" in page


def test_when_even_the_page_for_errors_fails_there_is_another(rf, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("no database")

    monkeypatch.setattr(errors, "render", fail)
    answer = errors.server_error(rf.get("/en/"))
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
