"""Officers say on the site what became of a text; what cannot be is said, and nothing is lost."""

import pytest

from resrec.library.models import Resolution

pytestmark = pytest.mark.django_db
PAGE = "/en/resolutions/WCC-2016-Res-087/life/"
STEP = {"on": "2024-05-02", "decision": "C/1", "reason_en": "A wider text was adopted."}


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.officer)
    return client


def post(client, address, **said):
    return client.post(address, said, follow=True).content.decode()


def text():
    return Resolution.objects.get(code="WCC-2016-Res-087")


def test_a_text_is_archived_and_taken_out_again(officer):
    page = post(officer, PAGE, kind="archived", **STEP)
    assert "Today it is <strong>archived</strong>" in page
    assert "Decision: C/1." in page
    assert 'value="reactivated"' in page
    assert 'value="archived"' not in page
    page = post(officer, PAGE, kind="reactivated", **STEP)
    assert "Today it is <strong>active</strong>" in page
    assert text().life.count() == 2


def test_another_text_takes_its_place_by_code_in_any_spelling(officer):
    page = post(officer, PAGE, kind="superseded", other="WCC 2020 Res 73", **STEP)
    assert "WCC 2020 Res 073</a> has taken its place." in page
    assert text().succeeded_by.code == "WCC-2020-Res-073"


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"kind": "superseded"}, "Say which text took its place."),
        ({"kind": "superseded", "other": "6.087"}, "can be several texts"),
        ({"kind": "superseded", "other": "nothing"}, "No text with the code"),
        ({"kind": "superseded", "other": "GA-16.05"}, "Only a later text"),
        ({"kind": "reinstated"}, "not one of the available choices"),
        ({"kind": "archived", "on": "soon"}, "Enter a valid date"),
        ({"kind": "archived", "decision": ""}, "This field is required"),
        ({"kind": "archived", "reason_en": ""}, "This field is required"),
        ({"kind": "archived", "decision": "x" * 201}, "at most 200 characters"),
        ({"kind": "archived", "decision": "\x00"}, "Null characters are not allowed"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(officer, said, complaint):
    page = post(officer, PAGE, **STEP | said)
    assert complaint in page
    if "reason_en" not in said:
        assert "A wider text was adopted." in page
    assert text().standing == "active"


def test_texts_are_related_and_no_longer(officer):
    address = "/en/resolutions/WCC-2016-Res-087/related/"
    page = post(officer, address, **{"related-other": "GA-16.05", "related-reason_fr": "Voisins."})
    assert "The texts are related." in page
    other = Resolution.objects.get(code="GA-16.05")
    assert text().related_ids() == {other.pk}
    assert "related already" in post(officer, address, **{"related-other": "GA-16.05"})
    assert "no longer related" in post(officer, address, end=other.pk)
    assert text().related_ids() == set()
    for end in ("x", "9" * 30, "²"):
        assert officer.post(address, {"end": end}).status_code == 404


def test_the_criterion_for_retirement_is_stated(officer):
    address = "/en/resolutions/WCC-2016-Res-087/retirement/"
    words = {"retirement-retirement_criterion": "Quand tout est fait."}
    assert "in which language" in post(officer, address, **words)
    assert text().retirement_criterion == ""
    post(officer, address, **words, **{"retirement-retirement_criterion_language": "fr"})
    assert text().retirement_criterion == "Quand tout est fait."
    page = officer.get("/en/resolutions/WCC-2016-Res-087/").content.decode()
    assert '<dd lang="fr">Quand tout est fait.</dd>' in page


def test_the_words_of_an_event_are_put_right(officer):
    post(officer, PAGE, kind="archived", **STEP)
    event = text().life.get()
    address = f"/en/life-events/{event.pk}/"
    assert "C/1" in officer.get(address).content.decode()
    post(officer, address, decision="C/2", reason_en="Wider.", reason_fr="Plus large.")
    assert (text().archived_by_decision, text().archived_reason_fr) == ("C/2", "Plus large.")


@pytest.mark.parametrize("who", ["stranger", "reporter", "focal_point"])
def test_others_may_not(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, STEP | {"kind": "archived"}).status_code == 403
    assert text().standing == "active"


def test_the_page_of_the_text_leads_officers_there(client, officer, cast):
    address = "/en/resolutions/WCC-2016-Res-087/"
    assert PAGE in officer.get(address).content.decode()
    client.logout()
    assert PAGE not in client.get(address).content.decode()


def test_an_unknown_text_is_not_found(officer):
    assert officer.get("/en/resolutions/nothing/life/").status_code == 404
