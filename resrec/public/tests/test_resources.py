"""The resource pages and the documents that the Secretariat adds to them."""

import pytest
from django.core.files.base import ContentFile

from resrec.library.models import ResourceDocument
from resrec.public.guidance import html_of

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "fr", "es"]


def document(**fields):
    return ResourceDocument.objects.create(
        **{"page": "policy-cycle", "language": "en", "title": "The cycle in one sheet"} | fields
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*ResourceDocument.Page.values, "", "data-policy"])
def test_every_page_answers_in_every_language(client, page, language):
    address = {"": "resources/", "data-policy": "data-policy/"}.get(page, f"resources/{page}/")
    answer = client.get(f"/{language}/{address}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_the_language_of_the_page(client, language):
    words = client.get(f"/{language}/resources/policy-cycle/").content.decode()
    title = (words.partition("<h1>")[2]).partition("</h1>")[0]
    others = [client.get(f"/{other}/resources/policy-cycle/") for other in LANGUAGES]
    assert title
    assert sum(f"<h1>{title}</h1>" in page.content.decode() for page in others) == 1


def test_the_drawing_of_reporting_is_words_and_has_a_list_beside_it(client):
    page = client.get("/en/resources/reporting/").content.decode()
    assert (
        '<svg viewBox="0 0 330 560" role="img" aria-labelledby="process-title process-words">'
        in page
    )
    assert page.count("One Progress Report") >= 2


def test_an_unknown_page_is_not_found(client):
    assert client.get("/en/resources/for-nobody/").status_code == 404


def test_documents_of_the_readers_language_come_first(client):
    document(position=1, url="https://example.org/e")
    document(position=2, language="fr", title="Le cycle sur une page", url="https://example.org/f")
    page = client.get("/fr/resources/policy-cycle/").content.decode()
    assert page.index("Le cycle sur une page") < page.index("The cycle in one sheet")
    assert 'lang="en">The cycle in one sheet' in page


def test_a_file_is_saved_and_never_shown(client):
    page = ContentFile(b"<script>alert(1)</script>", name="cycle.txt")
    answer = client.get(document(file=page).get_absolute_url())
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"


def test_a_link_leads_on(client):
    linked = document(url="https://example.org/cycle")
    assert linked.get_absolute_url() == "https://example.org/cycle"
    assert client.get(f"/en/resources/documents/{linked.pk}/")["Location"] == linked.url


def test_a_file_that_is_gone_is_not_found(client):
    gone = document(file="resources/gone.pdf")
    assert client.get(gone.get_absolute_url()).status_code == 404


def test_markdown_holds_no_picture_and_no_script():
    html = html_of("# A\n\n![x](https://example.org/x.png) <script>bad()</script> *so*")
    assert "<img" not in html
    assert "script" not in html
    assert "<em>so</em>" in html
