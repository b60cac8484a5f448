"""The library in the administration: titles for texts that had none, and the archive."""

from datetime import date

import pytest
from django.urls import reverse

from resrec.journal.models import Entry
from resrec.library.models import Resolution, ResourceDocument

pytestmark = pytest.mark.django_db
LIST = "/en/admin/library/resolution/"


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.officer)
    return client


def shown(answer):
    return {text.code for text in answer.context["cl"].queryset}


def form_of(text, **changes):
    """What the browser sends when an officer saves the page of a text, a new title row in it."""
    fields = {
        "assembly": text.assembly_id,
        "kind": text.kind_id or "",
        "number": text.number,
        "official_number": text.official_number,
        "title_confidence": text.title_confidence,
        "note": text.note,
        "source_url": text.source_url,
        "texts-TOTAL_FORMS": 1,
        "texts-INITIAL_FORMS": 0,
        "texts-0-version": 1,
    }
    return fields | changes


def test_texts_without_a_title_are_a_list_of_their_own(officer):
    waiting = set(Resolution.objects.without_title().values_list("code", flat=True))
    assert waiting
    assert shown(officer.get(LIST, {"title": "unknown"})) == waiting
    assert not waiting & shown(officer.get(LIST, {"title": "known"}))


def test_a_title_given_in_the_page_of_a_text_is_kept_and_journalled(officer, cast):
    text = Resolution.objects.without_title().first()
    assert "Its number has been seen" in str(text.remark)
    answer = officer.post(
        reverse("admin:library_resolution_change", args=[text.pk]),
        form_of(
            text,
            title_confidence="high",
            **{"texts-0-language": "fr", "texts-0-title": "Un titre trouvé"},
        ),
    )
    assert answer.status_code == 302
    text = Resolution.objects.get(pk=text.pk)
    assert text.title.title == "Un titre trouvé"
    assert text.remark == ""
    entry = Entry.objects.about(text).get()
    assert (entry.verb, entry.by) == ("resolution.changed", cast.officer)
    assert text.code not in shown(officer.get(LIST, {"title": "unknown"}))
    assert "Un titre trouvé" in officer.get(f"/fr/resolutions/{text.code}/").content.decode()


def test_the_code_is_a_permanent_address_and_archiving_a_step_of_its_own(officer, cast):
    officer.post(
        reverse("admin:library_resolution_change", args=[cast.resolution.pk]),
        form_of(cast.resolution, code="WCC-2016-Res-001x", archived_on="2020-01-01"),
    )
    text = Resolution.objects.get(pk=cast.resolution.pk)
    assert (text.code, text.archived_on) == ("WCC-2016-Res-087", None)


@pytest.mark.parametrize(
    ("criterion", "lookups"),
    [
        ({"kind__isnull": "True"}, {"kind": None}),
        ({"title_confidence__exact": "low"}, {"title_confidence": "low"}),
        ({"archived_on__isempty": "0"}, {"archived_on__isnull": False}),
    ],
)
def test_what_needs_an_officer_can_be_listed(officer, cast, criterion, lookups):
    cast.resolution.archive(by=cast.officer)
    expected = set(Resolution.objects.filter(**lookups).values_list("code", flat=True))
    assert expected
    assert shown(officer.get(LIST, criterion)) == expected


def test_archiving_asks_for_the_decision_first(officer, cast):
    chosen = {"action": "archive", "_selected_action": [cast.resolution.pk]}
    page = officer.post(LIST, chosen)
    assert "WCC 2016 Res 087" in page.content.decode()
    assert Resolution.objects.get(pk=cast.resolution.pk).archived_on is None
    refused = officer.post(LIST, chosen | {"apply": "1", "reason_en": "Done."})
    assert "This field is required." in refused.content.decode()
    assert "Done." in refused.content.decode()
    officer.post(
        LIST,
        chosen | {"apply": "1", "on": "2024-05-02", "decision": "C/98/5", "reason_en": "Done."},
    )
    text = Resolution.objects.get(pk=cast.resolution.pk)
    assert (text.archived_on, text.archived_by_decision) == (date(2024, 5, 2), "C/98/5")
    entry = Entry.objects.about(text).get()
    assert (entry.verb, entry.by) == ("resolution.archived", cast.officer)


def test_one_text_that_is_archived_already_does_not_stop_the_others(officer, cast):
    other = Resolution.objects.exclude(pk=cast.resolution.pk).first()
    cast.resolution.archive(by=cast.officer, decision="C/1")
    sent = {
        "action": "archive",
        "_selected_action": [cast.resolution.pk, other.pk],
        "apply": "1",
        "on": "2024-05-02",
        "decision": "C/2",
        "reason_en": "Done.",
    }
    page = officer.post(LIST, sent, follow=True).content.decode()
    assert "WCC 2016 Res 087: This text is in the archive already." in page
    assert "1 text changed." in page
    assert Resolution.objects.get(pk=other.pk).archived_by_decision == "C/2"
    assert Resolution.objects.get(pk=cast.resolution.pk).archived_by_decision == "C/1"


def test_taking_out_of_the_archive(officer, cast):
    cast.resolution.archive(by=cast.officer)
    officer.post(LIST, {"action": "reactivate", "_selected_action": [cast.resolution.pk]})
    text = Resolution.objects.get(pk=cast.resolution.pk)
    assert text.archived_on is None
    assert [e.verb for e in Entry.objects.about(text)] == [
        "resolution.archived",
        "resolution.reactivated",
    ]


def test_documents_are_added_ordered_and_replaced(officer):
    for title in ("One", "Two"):
        officer.post(
            reverse("admin:library_resourcedocument_add"),
            {
                "page": "analyses",
                "language": "en",
                "title": title,
                "url": f"https://example.org/{title}",
                "position": 0,
            },
        )
    one, two = ResourceDocument.objects.order_by("title")
    officer.post(
        "/en/admin/library/resourcedocument/",
        {
            "form-TOTAL_FORMS": 2,
            "form-INITIAL_FORMS": 2,
            "form-0-id": one.pk,
            "form-0-position": 2,
            "form-1-id": two.pk,
            "form-1-position": 1,
            "_save": "Save",
        },
    )
    assert [d.title for d in ResourceDocument.objects.all()] == ["Two", "One"]
    officer.post(
        reverse("admin:library_resourcedocument_change", args=[one.pk]),
        {
            "page": "analyses",
            "language": "en",
            "title": "One",
            "url": "https://example.org/newer",
            "position": 2,
        },
    )
    one.refresh_from_db()
    assert one.url == "https://example.org/newer"


@pytest.mark.parametrize("model", ["resolution", "motion", "assembly", "resourcedocument"])
def test_only_officers_enter(client, cast, model):
    client.force_login(cast.focal_point)
    assert client.get(f"/en/admin/library/{model}/", follow=True).status_code == 403
