"""Files on a report: taken in with the form, checked, shared by versions, handed out safely."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from resrec.reporting.models import Evidence
from resrec.reporting.tests.pages import sent_by, words_of

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def pdf(name="survey.pdf", content=PDF):
    return SimpleUploadedFile(name, content, content_type="text/html")


@pytest.fixture
def draft(report_of):
    return report_of(results="Two ponds")


@pytest.fixture
def send(client, cast, draft):
    """Send the draft's page as a browser would, with a file or another change."""
    client.force_login(cast.reporter)
    address = reverse("report_edit", args=[draft.pk])

    def post(**changes):
        return client.post(address, sent_by(client.get(address), address) | changes)

    return post


def fetch(client, evidence):
    return client.get(reverse("evidence", args=[evidence.pk]))


def test_a_file_comes_with_the_form_and_under_a_random_name(send, draft, settings):
    assert send(file=pdf("Pond survey.PDF"), results="Three ponds").status_code == 302
    evidence = draft.evidence.get()
    draft.refresh_from_db()
    assert draft.results == "Three ponds"
    assert (evidence.file_name, evidence.media_type) == ("Pond survey.pdf", "application/pdf")
    assert evidence.size == len(PDF)
    assert "survey" not in evidence.file.name
    assert default_storage.path(evidence.file.name).startswith(str(settings.MEDIA_ROOT))


def test_the_page_shows_the_file_at_once(send, client, draft):
    page = client.get(send(file=pdf()).url).content.decode()
    assert '<details id="evidence" open>' in page
    assert reverse("evidence", args=[draft.evidence.get().pk]) in page


def test_several_files_one_after_the_other_and_titles_for_them(send, draft):
    send(file=pdf("a.pdf"))
    send(**{"file": pdf("b.pdf"), "evidence-0-title": "The first"})
    assert [(e.file_name, e.title) for e in draft.evidence.all()] == [
        ("a.pdf", "The first"),
        ("b.pdf", ""),
    ]


@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (lambda: pdf(content=b""), "This file is empty"),
        (lambda: pdf("survey.png"), "not what its name says"),
        (lambda: pdf("survey.exe"), "cannot be attached. These can: pdf"),
        (lambda: pdf("survey.pdf", b"<html><script>"), "not what its name says"),
    ],
)
def test_a_bad_file_is_refused_and_the_words_are_kept(send, draft, upload, message):
    page = send(file=upload(), results="Three ponds")
    assert message in words_of(page)
    assert "Three ponds" in page.content.decode()
    draft.refresh_from_db()
    assert draft.results == "Three ponds"
    assert not draft.evidence.exists()


def test_a_file_above_the_limit_is_refused_with_both_sizes(send, draft, settings):
    settings.EVIDENCE_MAX_BYTES = 1024
    page = words_of(send(file=pdf(content=PDF + b"%" * 2048)))
    assert "too large" in page
    assert "up to 1.0" in page
    assert not draft.evidence.exists()


def test_names_of_files_hold_no_folders_and_are_bounded(send, draft):
    send(file=pdf("../../etc/" + "x" * 200 + ".pdf"))
    name = draft.evidence.get().file_name
    assert "/" not in name
    assert len(name) <= 154


def test_a_removed_file_leaves_the_disk_once_no_version_has_it(
    send, client, cast, draft, django_capture_on_commit_callbacks
):
    send(file=pdf())
    name = draft.evidence.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        send(remove="evidence-0")
    assert not draft.evidence.exists()
    assert not default_storage.exists(name)


def test_versions_share_a_file_and_discarding_one_leaves_it_to_the_other(
    send, client, cast, draft, django_capture_on_commit_callbacks
):
    send(file=pdf())
    draft.submit(by=cast.reporter)
    correction = draft.send_back(by=cast.focal_point, reason="Where?")
    assert correction.evidence.get().file.name == draft.evidence.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        correction.discard(by=cast.reporter)
    assert default_storage.exists(draft.evidence.get().file.name)


def test_it_is_handed_out_so_that_nothing_in_it_can_run(send, client, draft):
    send(file=pdf("Étude.pdf"))
    response = fetch(client, draft.evidence.get())
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment;")
    assert "%C3%89tude.pdf" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("state", ["draft", "submitted", "accepted"])
@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("reporter", {"draft": 2, "submitted": 2, "accepted": 2}),
        ("other_reporter", {"draft": 0, "submitted": 0, "accepted": 1}),
        ("focal_point", {"draft": 0, "submitted": 2, "accepted": 2}),
        ("officer", {"draft": 0, "submitted": 2, "accepted": 2}),
        ("stranger", {"draft": 0, "submitted": 0, "accepted": 1}),
        (None, {"draft": 0, "submitted": 0, "accepted": 1}),
    ],
)
def test_who_gets_it(send, client, cast, draft, who, seen, state, private):
    """0: nobody's to see; 1: unless it is private; 2: private as well."""
    send(file=pdf())
    if private:
        send(**{"evidence-0-is_private": "on"})
    if state != "draft":
        draft.submit(by=cast.reporter)
    if state == "accepted":
        draft.accept(by=cast.focal_point)
    client.logout()
    if who:
        client.force_login(getattr(cast, who))
    status = fetch(client, draft.evidence.get()).status_code
    assert status == (200 if seen[state] > private else 404)


def test_a_file_that_is_gone_from_the_disk_is_not_found(send, client, draft):
    send(file=pdf())
    default_storage.delete(draft.evidence.get().file.name)
    assert fetch(client, draft.evidence.get()).status_code == 404


def test_a_link_is_no_file(client, cast, draft):
    link = Evidence.objects.create(report=draft, url="https://example.org")
    client.force_login(cast.reporter)
    assert fetch(client, link).status_code == 404


def test_its_day_owner_and_language_are_kept_and_shown(send, client, draft, cast):
    about = {"happened_on": "2025-04-02", "owner": "Fen Survey Office", "language": "fr"}
    row = {f"evidence-0-{name}": value for name, value in about.items()}
    send(**{"evidence-0-url": "https://example.org/survey", **row})
    evidence = draft.evidence.get()
    assert (evidence.happened_on, evidence.owner, evidence.language) == (
        date(2025, 4, 2),
        "Fen Survey Office",
        "fr",
    )
    draft.refresh_from_db()
    draft.submit(by=cast.reporter)
    words = words_of(client.get(draft.get_absolute_url()))
    assert "Fen Survey Office 2 April 2025 (French)" in words


def test_the_day_of_a_file_can_be_said_afterwards(send, draft):
    send(file=pdf())
    send(**{"evidence-0-happened_on": "2025-04-02"})
    assert draft.evidence.get().happened_on == date(2025, 4, 2)


def test_a_day_without_an_address_is_asked_about(send, draft):
    page = send(**{"evidence-0-happened_on": "2025-04-02"})
    assert "Give the address, or remove this row." in words_of(page)
    assert 'value="2025-04-02"' in page.content.decode()
