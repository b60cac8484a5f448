"""Imported pages in the administration: what was not understood is found at once."""

import pytest

from resrec.exchange.models import ImportedPage
from resrec.exchange.portal_pages.problems import Problem

pytestmark = pytest.mark.django_db
PAGES = "/en/admin/exchange/importedpage/"


def page(name, *problems):
    return ImportedPage.objects.create(
        file=name, digest=name, text="The page.", problems=list(problems)
    )


def test_pages_with_problems_are_a_list_of_their_own(client, cast):
    fine, odd = (
        page("1_en.txt"),
        page("2_en.txt", Problem("cut_label", printed="Are these act").as_dict()),
    )
    client.force_login(cast.officer)
    assert list(client.get(PAGES, {"problems": "yes"}).context["cl"].queryset) == [odd]
    assert list(client.get(PAGES, {"problems": "no"}).context["cl"].queryset) == [fine]
    assert "inside a label: “Are these act”" in client.get(PAGES).content.decode()


def test_a_page_is_read_and_never_changed(client, cast):
    kept = page("1_en.txt")
    client.force_login(cast.officer)
    assert "The page." in client.get(f"{PAGES}{kept.pk}/change/").content.decode()
    assert client.post(f"{PAGES}{kept.pk}/change/", {"text": "x"}).status_code == 403
    assert client.post(f"{PAGES}{kept.pk}/delete/", {"post": "yes"}).status_code == 403
    kept.refresh_from_db()
    assert kept.text == "The page."
