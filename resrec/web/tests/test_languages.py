"""Each page leads to itself in the other languages."""

import pytest

pytestmark = pytest.mark.django_db


def test_language_links_keep_page_and_query(client):
    page = client.get("/en/resources/reporting/?from=desk&n=2").content.decode()
    assert 'href="/fr/resources/reporting/?from=desk&amp;n=2" lang="fr" hreflang="fr"' in page
    assert 'href="/es/resources/reporting/?from=desk&amp;n=2" lang="es" hreflang="es"' in page


def test_alternates_and_canonical_have_one_address_each(client, settings):
    settings.ORIGIN = "https://resrec.example"
    page = client.get("/fr/resources/?n=2").content.decode()
    assert '<link rel="canonical" href="https://resrec.example/fr/resources/">' in page
    for language in ("en", "fr", "es"):
        address = f"https://resrec.example/{language}/resources/"
        assert f'<link rel="alternate" hreflang="{language}" href="{address}">' in page


def test_the_masthead_says_where_one_is(client):
    page = client.get("/en/resources/reporting/").content.decode()
    assert '<a href="/en/resources/" aria-current="true">' in page
    page = client.get("/en/resources/").content.decode()
    assert '<a href="/en/resources/" aria-current="page">' in page
