"""The list of adopted texts: every criterion narrows, nothing in the address is an error."""

import pytest

from resrec.library.models import Resolution

pytestmark = pytest.mark.django_db
LIST = "/en/resolutions/"


def shown(answer):
    assert answer.status_code == 200
    return [text.code for text in answer.context["page"].paginator.object_list]


def listed(client, **criteria):
    return shown(client.get(LIST, criteria))


def codes(**lookups):
    return set(Resolution.objects.filter(**lookups).values_list("code", flat=True))


def test_without_criteria_all_texts_are_listed_newest_assembly_first(client):
    answer = client.get(LIST)
    assert set(shown(answer)) == codes()
    years = dict(Resolution.objects.values_list("code", "assembly__year_coded"))
    years = [years[code] for code in shown(answer)]
    assert years == sorted(years, reverse=True)


def test_the_page_says_what_its_counts_count(client):
    known = Resolution.objects.count()
    titled = Resolution.objects.filter(texts__title__gt="").distinct().count()
    page = client.get(LIST).content.decode()
    assert f"{known} texts are known here by their codes." in page
    assert f"Of {titled} the titles are known too." in page
    assert "invented" not in page


def test_invented_texts_are_counted_apart(client, held_text):
    held_text.collection.is_demonstration = True
    held_text.collection.save()
    assert "1 is invented, for the demonstration." in client.get(LIST).content.decode()


def test_by_assembly(client):
    assert set(listed(client, assembly="WCC-2016")) == codes(assembly__code="WCC-2016")


def test_by_collection_once_there_are_several(client, held_text):
    assert listed(client, collection="tide") == [held_text.code]
    assert held_text.code not in listed(client, collection="iucn")


@pytest.mark.parametrize("kind", ["Res", "Rec"])
def test_by_kind(client, kind):
    assert set(listed(client, kind=kind)) == codes(kind=kind)


def test_a_kind_that_is_not_known_is_a_criterion(client):
    found = listed(client, kind="unknown")
    assert set(found) == codes(kind=None)
    assert "GA-16.09" in found


def test_active_and_archived(client, cast):
    cast.resolution.archive(by=cast.officer, decision="C/1", reason_en="Done.")
    assert listed(client, state="archived") == [cast.resolution.code]
    assert cast.resolution.code not in listed(client, state="active")
    assert cast.resolution.code in listed(client)


def test_with_and_without_a_progress_report(client, cast, published):
    published(2018, "initiated")
    assert listed(client, report="yes") == [cast.resolution.code]
    assert set(listed(client, report="no")) == codes() - {cast.resolution.code}


def test_a_line_shows_the_latest_status(client, published):
    published(2017, "initiated")
    published(2018, "underway")
    page = client.get(LIST, {"report": "yes"}).content.decode()
    assert "Progress Report for 2018" in page
    assert "Underway" in page
    assert "Progress Report for 2017" not in page


@pytest.mark.parametrize(
    "words",
    [
        "connectivity",
        "CONNECTIVITY",
        "connectiv guid",
        "guidelines awareness",
        "  awareness ,,, connectivity ",
    ],
)
def test_words_of_the_title_begin_words_in_any_order(client, words):
    assert "WCC-2016-Res-087" in listed(client, q=words)


def test_a_word_does_not_match_inside_another(client):
    assert "WCC-2016-Res-087" not in listed(client, q="nectivity")


def test_a_slip_is_corrected_and_said(client):
    page = client.get(LIST, {"q": "conectivity"})
    assert "WCC-2016-Res-087" in shown(page)
    words = page.content.decode()
    assert "“conectivity” stands in no text known here; “connectivity” was looked for." in words


def test_what_was_looked_for_in_other_words_is_said(client):
    page = client.get(LIST, {"q": "espèces menacées"}).content.decode()
    assert "The same in other words was looked for as well:" in page
    assert "threatened species" in page
    assert "in other words" not in client.get(LIST, {"q": '"espèces menacées"'}).content.decode()


@pytest.mark.parametrize("words", ["ecosystemes", "écosystèmes", "ÉCOSYSTÈMES mangroves"])
def test_titles_of_every_language_are_searched_without_regard_to_accents(client, words):
    assert "GA-15.12" in listed(client, q=words)


def test_criteria_are_met_all_at_once(client):
    found = listed(client, q="awareness connectivity", assembly="WCC-2016", kind="Res")
    assert found == ["WCC-2016-Res-087"]
    assert listed(client, q="awareness connectivity", assembly="WCC-2016", kind="Rec") == []
    assert (
        "meets these criteria"
        in client.get(LIST, {"q": "awareness connectivity", "kind": "Res"}).content.decode()
    )


def test_the_code_of_one_text_alone_leads_to_it(client):
    answer = client.get(LIST, {"q": "wcc 2016 res 87"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/resolutions/WCC-2016-Res-087/")


def test_the_code_of_one_text_beside_other_criteria_narrows(client):
    assert listed(client, q="WCC 2016 Res 087", kind="Res") == ["WCC-2016-Res-087"]


def test_an_ambiguous_number_shows_both_sittings(client):
    page = client.get(LIST, {"q": "6.087"})
    assert shown(page) == ["WCC-2016-Res-087"]
    words = page.content.decode()
    assert "“6.087” can be a text of several assemblies" in words
    assert "no such text is known here from GA 1958." in words


def test_an_assembly_alone_is_offered_as_a_criterion(client):
    page = client.get(LIST, {"q": "WCC 2016"}).content.decode()
    assert 'href="/en/resolutions/?assembly=WCC-2016"' in page


def test_an_unknown_code_is_said_with_the_nearest(client):
    answer = client.get(LIST, {"q": "WCC 2016 Res 999"})
    assert shown(answer) == []
    page = answer.content.decode()
    assert "No text with the code “WCC 2016 Res 999” is known here." in page
    assert "Codes that come close" in page
    assert "WCC-2016-Rec-102" in page


def test_a_known_code_that_other_criteria_exclude_is_said(client):
    page = client.get(LIST, {"q": "WCC 2016 Res 087", "kind": "Rec"}).content.decode()
    assert "is known here, but does not meet the other criteria" in page
    assert "WCC-2016-Res-087" in page


def test_no_result_gives_the_reason_and_a_way_on(client):
    page = client.get(LIST, {"q": "zyxwv"}).content.decode()
    assert "has these words: “zyxwv”" in page
    assert "Clear all criteria and see every text" in page
    page = client.get(LIST, {"assembly": "GA-1948"}).content.decode()
    assert "No text known here meets all these criteria at once." in page


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ({"assembly": "WCC-1999"}, "“WCC-1999” is not known here and was ignored."),
        ({"kind": "Motion"}, "“Motion” is not known here and was ignored."),
        ({"state": "dead"}, "“dead” is not known here and was ignored."),
        ({"report": "<b>"}, "“&lt;b&gt;” is not known here and was ignored."),
        ({"q": "?!"}, "“?!” has neither a letter nor a figure and was ignored."),
        ({"q": "\x00"}, "Signs that cannot be printed were ignored."),
        ({"q": "the of"}, "“the of” stands in almost every text and was not looked for."),
        ({"order": "size"}, "“size” is not known here and was ignored."),
        ({"country": ["xx", "yy"]}, "“yy” is not known here and was ignored."),
    ],
)
def test_what_is_not_understood_is_said_and_ignored(client, criteria, said):
    answer = client.get(LIST, criteria)
    assert set(shown(answer)) == codes()
    assert said in answer.content.decode()


def test_ten_thousand_signs_are_cut_and_said(client):
    page = client.get(LIST, {"q": "x" * 10_000})
    assert shown(page) == []
    assert "Only the beginning of what was typed was read." in page.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "abc", "10" * 400, "1000000000", "1.5", "\x00"])
def test_a_page_that_does_not_exist_is_said(client, number):
    answer = client.get(LIST, {"page": number})
    assert answer.status_code == 200
    assert "There is no page" in answer.content.decode()


def test_pages_keep_the_criteria(client):
    page = client.get(LIST, {"assembly": "WCC-2016", "page": "2"}).content.decode()
    assert "assembly=WCC-2016&amp;page=1" in page


@pytest.mark.parametrize(
    "query",
    [
        "'",
        '"',
        "%",
        "_",
        "\\",
        "(a OR b",
        "NEAR/3",
        "🦦",
        "مياه",
        "; DROP TABLE",
        "{{ x }}",
        "6.",
        "-",
    ],
)
def test_odd_queries_are_answered(client, query):
    assert client.get(LIST, {"q": query}).status_code == 200


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_list_speaks_three_languages(client, language):
    answer = client.get(f"/{language}/resolutions/", {"assembly": "WCC-2016", "kind": "nothing"})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


def test_a_title_in_another_language_than_the_page_says_so(client):
    page = client.get("/es/resolutions/", {"q": "mangroves", "assembly": "GA-1981"})
    assert '<span lang="fr">La protection' in page.content.decode()


@pytest.mark.parametrize("criteria", [{}, {"q": "conservation", "kind": "Res", "report": "no"}])
def test_the_list_asks_a_fixed_number_of_questions(
    client, published, criteria, django_assert_max_num_queries
):
    for number, text in enumerate(Resolution.objects.filter(kind="Res")[:12]):
        published(2017 + number % 3, "initiated", resolution=text)
    client.get(LIST)  # what is held in memory is read once
    with django_assert_max_num_queries(22):  # PostgreSQL asks each language by itself
        client.get(LIST, criteria)
