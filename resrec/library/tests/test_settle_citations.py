"""An officer says which text ambiguous words mean: one press, and deciding again undoes it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.journal.models import Entry
from resrec.library.models import Citation, Resolution

pytestmark = pytest.mark.django_db
LIST = "/en/citations/"


@pytest.fixture
def citation(cast):
    source = Resolution.objects.get(code="WCC-2020-Res-073")
    for language, words in [("en", "the Resolution on Antarctica"), ("fr", "la même")]:
        found = Citation.objects.create(
            source=source,
            exact=words,
            key="Res antarctica 1984",
            state="ambiguous",
            language=language,
        )
        found.candidates.set(Resolution.objects.filter(code__in=["GA-16.08", "GA-16.09"]))
    return source.cites.open().first()


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.officer)
    return client


def decide(client, citation, **said):
    return client.post(f"{LIST}{citation.pk}/decision/", said, follow=True).content.decode()


def test_what_says_the_same_in_two_languages_is_one_entry(officer, citation):
    page = officer.get(LIST).content.decode()
    assert "1 citation" in page
    assert "and at 1 other place of this text" in page
    assert "GA 16.08 is meant" in page
    assert "GA 16.09 is meant" in page


def test_one_press_settles_it(officer, citation, cast):
    target = Resolution.objects.get(code="GA-16.08")
    page = decide(officer, citation, target=target.pk)
    assert "is settled" in page
    assert "Every citation that was found means one text." in page
    assert {one.target for one in citation.source.cites.decided()} == {target}
    assert Entry.objects.about(citation.source).last().by == cast.officer


def test_deciding_again_changes_it(officer, citation):
    decide(officer, citation, none="1")
    settled = officer.get(f"{LIST}?show=settled").content.decode()
    assert "none of the texts held here is meant" in settled
    page = decide(officer, citation, code="WCC 2016 Res 87", show="settled")
    assert "WCC 2016 Res 087 is meant." in page
    assert citation.source.cites.decided().first().target.code == "WCC-2016-Res-087"


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"target": "999999999"},
        {"target": "x"},
        {"target": "9" * 20},
        {"target": "²"},
        {"code": "6.087"},
        {"code": "\x00"},
        {"code": "WCC-2020-Res-073"},
    ],
)
def test_what_names_no_one_text_settles_nothing(officer, citation, said):
    page = decide(officer, citation, **said)
    assert "is settled" not in page
    assert citation.source.cites.open().count() == 2


def test_only_officers_see_and_settle(client, cast, citation):
    client.force_login(cast.focal_point)
    assert client.get(LIST).status_code == 403
    assert client.post(f"{LIST}{citation.pk}/decision/", {"none": "1"}).status_code == 403
    assert citation.source.cites.open().count() == 2


def test_the_list_asks_the_database_as_often_for_many(officer, citation):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            officer.get(LIST)
        return len(queries)

    few = asked()
    for number in range(10):
        more = Citation.objects.create(
            source=Resolution.objects.all()[number], exact="x", key=f"k{number}", state="ambiguous"
        )
        more.candidates.set(Resolution.objects.all()[number + 1 : number + 3])
    assert asked() == few


def test_the_desk_counts_what_waits(officer, citation):
    page = officer.get("/en/desk/").content.decode()
    assert "1 citation that can mean several texts" in page
