"""Writing a draft without any script: every field, rows that come and go, nothing lost."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.people.models import Constituent
from resrec.reporting.models import Answer
from resrec.reporting.tests.pages import sent_by, words_of

ALL = {
    "language": "fr",
    "period_from": "2019-03-01",
    "period_to": "2024-11-30",
    "results": "Deux mares creusées.\r\nUne loutre vue.",
    "challenges": "Le financement s’est fait attendre.",
    "measures": "Un prêt de la commune.",
    "scopes": ["africa", "indian_ocean"],
    "members_answer": "yes",
    "member-0-name": "Estuary Watch",
    "member-1-name": "Friends of the Unknown Pond",
    "commissions_answer": "no",
    "committees_answer": "not_known",
    "secretariat_answer": "",
    "other_organisations": "Commune de Vernis",
    "countries-0-name": "Sénégal",
    "countries-1-name": "Kenya",
    "activities-0-kind": "field",
    "activities-0-description": "Creusé deux mares.",
    "activities-0-status": "completed",
    "future_activities-0-title": "Une troisième mare",
    "future_activities-0-description": "Au printemps.",
    "future_activities-0-planned": "not_known",
    "needs-0-kind": "money",
    "needs-0-description": "De quoi creuser la troisième.",
    "needs-0-amount": "12500.50",
    "needs-0-currency": "XOF",
    "evidence-0-url": "https://example.org/mares",
    "evidence-0-title": "Photos des mares",
    "contact_name": "Awa",
    "contact_email": "awa@example.org",
}


@pytest.fixture
def draft(report_of):
    return report_of(period_from=None, period_to=None)


@pytest.fixture
def write(client, cast, draft):
    """Open the draft's page, change some fields, send it: gives the answer."""
    client.force_login(cast.reporter)
    address = reverse("report_edit", args=[draft.pk])

    def send(*, page_in="en", **changes):
        here = address.replace("/en/", f"/{page_in}/")
        answer = client.post(here, sent_by(client.get(here), here) | changes)
        draft.refresh_from_db()
        return answer

    send.address = address
    return send


def test_every_field_is_kept_and_comes_back(client, draft, write):
    assert write(**ALL).status_code == 302
    assert (draft.period_from, draft.period_to) == (date(2019, 3, 1), date(2024, 11, 30))
    assert draft.results == "Deux mares creusées.\nUne loutre vue."
    assert {s.pk for s in draft.scopes.all()} == {"africa", "indian_ocean"}
    assert {c.pk for c in draft.countries.all()} == {"SN", "KE"}
    assert [(p.kind, p.name, bool(p.constituent)) for p in draft.partners.all()] == [
        ("member", "Estuary Watch", True),
        ("member", "Friends of the Unknown Pond", False),
    ]
    assert [draft.commissions_answer, draft.committees_answer] == [Answer.NO, Answer.NOT_KNOWN]
    assert draft.secretariat_answer == ""
    activity, future, link = (
        group.get() for group in (draft.activities, draft.future_activities, draft.evidence)
    )
    assert (activity.kind_id, activity.status_id) == ("field", "completed")
    assert (future.title, future.planned) == ("Une troisième mare", Answer.NOT_KNOWN)
    assert (link.url, link.title) == ("https://example.org/mares", "Photos des mares")
    again = sent_by(client.get(write.address), write.address)
    for name, value in ALL.items():
        sent = [v.replace("\n", "\r\n") if "\r" in str(value) else v for v in again.get(name, [""])]
        expected = value if isinstance(value, list) else [value]
        assert sorted(sent) == sorted(expected) or name.startswith("countries"), name


def test_saving_what_is_there_changes_nothing_but_the_revision(draft, write):
    write(**ALL)
    rows = (draft.activities, draft.needs, draft.evidence, draft.partners)
    before = [list(group.values()) for group in rows]
    write()
    assert [list(group.values()) for group in rows] == before


def test_a_draft_may_be_empty(draft, write):
    assert write().status_code == 302
    assert not draft.activities.exists()


def test_keys_of_rows_stay_and_rows_keep_their_order(draft, write):
    write(**ALL)
    key = draft.activities.get().key
    write(**{"activities-0-description": "Creusé trois mares."})
    assert draft.activities.get().key == key


def test_adding_and_removing_rows_keeps_everything_typed(client, draft, write):
    page = write(add="activities", results="Half a sentence", **{"activities-0-kind": "policy"})
    assert page.status_code == 200
    sent = sent_by(page, write.address)
    assert sent["results"] == ["Half a sentence"]
    assert sent["activities-TOTAL_FORMS"] == ["2"]
    sent |= {"activities-1-description": "Met the ministry."}
    page = client.post(write.address, sent | {"remove": "activities-0"})
    assert "Met the ministry." in page.content.decode()
    client.post(write.address, sent_by(page, write.address))
    assert [a.description for a in draft.activities.all()] == ["Met the ministry."]


@pytest.mark.parametrize("press", [{"add": "nothing"}, {"remove": "x-0"}, {"remove": "member-999"}])
def test_forged_buttons_do_no_harm(draft, write, press):
    assert write(results="Kept", **press).status_code in (200, 302)
    assert draft.results == "Kept"


def test_a_row_left_empty_is_no_row(draft, write):
    write(**{"activities-0-description": "   "})
    assert not draft.activities.exists()


@pytest.mark.parametrize(
    ("begins", "ends", "message"),
    [
        ("2025-05-01", "2025-04-30", "ends before it begins"),
        ("0205-05-01", "2025-04-30", "check the year"),
        ("2025-05-01", "2205-04-30", "check the year"),
        ("2025-02-30", "2025-04-30", "valid date"),
    ],
)
def test_a_period_that_cannot_be_is_not_stored_and_the_rest_is(draft, write, begins, ends, message):
    page = write(period_from=begins, period_to=ends, results="Ponds")
    assert message in words_of(page)
    assert "Ponds" in page.content.decode()
    assert (draft.period_to, draft.results) == (None, "Ponds")


def test_a_period_of_one_day_and_one_of_ten_years_are_fine(draft, write):
    assert write(period_from="2025-05-01", period_to="2025-05-01").status_code == 302
    assert write(period_from="2015-05-01", period_to="2025-05-01").status_code == 302


def test_an_unknown_country_is_said_with_the_nearest_and_the_others_are_kept(draft, write):
    page = write(**{"countries-0-name": "Frnace", "countries-1-name": "Côte d'Ivoire"})
    assert "“Frnace” is not a country or territory we know" in words_of(page)
    assert "France" in words_of(page)
    assert sent_by(page, write.address)["countries-0-name"] == ["Frnace"]
    assert [c.pk for c in draft.countries.all()] == ["CI"]


@pytest.mark.parametrize("name", ["Allemagne", "germany", "ALEMANIA"])
def test_countries_are_known_in_any_language(draft, write, name):
    write(**{"countries-0-name": name})
    assert [c.pk for c in draft.countries.all()] == ["DE"]


def test_the_page_and_its_messages_come_in_the_language_of_the_address(draft, write):
    page = write(page_in="fr", **{"countries-0-name": "Frnace"})
    assert '<html lang="fr">' in page.content.decode()


def test_a_body_named_with_its_acronym_is_the_one_on_record(draft, write):
    write(**{"commission-0-name": "Species Survival Commission (SSC)"})
    named = draft.partners.get()
    assert named.constituent == Constituent.objects.get(acronym="SSC", kind="commission")


@pytest.mark.parametrize("answer", ["no", "not_known"])
def test_bodies_named_beside_no_or_not_known_are_a_contradiction(draft, write, answer):
    page = write(**{"members_answer": answer, "member-0-name": "Estuary Watch"})
    assert "You name some of them" in words_of(page)
    assert draft.members_answer == ""
    assert draft.partners.get().name == "Estuary Watch"


def test_what_is_private_is_kept_by_address(draft, write):
    write(**ALL, **{"private_challenges": "on", "activities-0-private": "on"})
    key = draft.activities.get().key
    assert set(draft.private_fields) == {"challenges", f"activity:{key}/description"}
    write()
    assert set(draft.private_fields) == {"challenges", f"activity:{key}/description"}


def test_words_are_kept_in_one_form(draft, write):
    write(results="Re\u0301sultat\r\nfin", **{"activities-0-description": "a\rb"})
    assert draft.results == "Résultat\nfin"
    assert draft.activities.get().description == "a\nb"


def test_a_link_needs_a_whole_address(draft, write):
    page = write(**{"evidence-0-url": "javascript:alert(1)", "evidence-0-title": "x"})
    assert page.status_code == 200
    assert not draft.evidence.exists()
    write(**{"evidence-0-url": "example.org/a", "evidence-0-title": "A page"})
    assert draft.evidence.get().url == "https://example.org/a"


def test_a_form_without_its_revision_changes_nothing(client, draft, write):
    write(**ALL)
    answer = client.post(write.address, {"results": ""})
    draft.refresh_from_db()
    assert answer.status_code == 409
    assert draft.results.startswith("Deux mares")


def test_a_group_that_arrives_broken_leaves_its_rows_alone(draft, write):
    write(**ALL, **{"activities-0-private": "on"})
    private = draft.private_fields
    assert write(**{"activities-TOTAL_FORMS": "many"}).status_code == 200
    assert draft.activities.count() == 1
    assert draft.private_fields == private


def test_saving_a_draft_is_not_journalled(draft, write):
    before = Entry.objects.count()
    write(**ALL)
    assert Entry.objects.count() == before


def test_a_form_sent_after_signing_out_keeps_its_words_over_signing_in(client, cast, draft, write):
    sent = sent_by(client.get(write.address), write.address)
    client.logout()
    answer = client.post(write.address, sent | ALL)
    assert "/sign-in/" in answer.url
    client.force_login(cast.reporter)
    kept = parse_qs(urlsplit(answer.url).query)["next"][0]
    client.post(write.address, sent_by(client.get(kept), write.address))
    draft.refresh_from_db()
    assert draft.results == "Deux mares creusées.\nUne loutre vue."
    assert draft.activities.get().description == "Creusé deux mares."
    assert {c.pk for c in draft.countries.all()} == {"SN", "KE"}
