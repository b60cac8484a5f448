"""Themes of challenges: named by officers, passages put under them by press, sources attached."""

import pytest
from django.urls import reverse

from resrec.analysis.grouping import groups_of, near
from resrec.analysis.models import Theme, ThemedPassage
from resrec.analysis.overview import Overview
from resrec.analysis.passages import Passage, paragraphs_of, passages
from resrec.analysis.tests.test_pages import words_of
from resrec.analysis.theme_work import grouped
from resrec.journal.models import Entry
from resrec.rules import RuleBroken

PAGE = "/en/analysis/TST-2022/2025/"
WORK = f"{PAGE}themes/work/"


def overview_of(congress):
    return Overview(congress.assembly, congress.cycle)


def said(words, language="en", source=1):
    return Passage(source, "challenges", words, language, (1,), None, "challenge")


@pytest.mark.django_db
def test_passages_are_what_counts_and_is_public(counted):
    found = {one.exact: one.side for one in passages(overview_of(counted))}
    assert found == {
        "Rain.": "challenge",
        "Snow.": "challenge",
        "Little money.": "challenge",
        "Asked for more.": "solution",
        "We met.": "solution",
    }


@pytest.mark.django_db
def test_a_theme_counts_passages_texts_and_constituents(themed, cast):
    figures = overview_of(themed).figures
    key = f"theme_{themed.weather.pk}"
    assert figures[f"{key}_challenges"].value == 3
    assert figures[f"{key}_solutions"].value == 1
    assert figures[f"{key}_texts"].value == 2
    assert figures[f"{key}_constituents"].members == (cast.member.pk,)
    assert figures["measures_in_no_theme"].value == 1
    assert figures["challenges_in_no_theme"].value == 0


@pytest.mark.django_db
def test_the_readers_page_quotes_with_sources_in_their_language(client, themed):
    html = client.get(f"{PAGE}themes/").content.decode()
    assert '<blockquote class="words" lang="en" dir="auto">Little money.</blockquote>' in html
    assert "Possible solutions" in html
    assert themed.texts[1].get_absolute_url() in html
    assert "stays among us" not in html
    assert "Le temps" in client.get(f"/fr{PAGE[3:]}themes/").content.decode()


@pytest.mark.django_db
def test_a_corrected_report_takes_its_passage_out_of_the_count_and_an_officer_is_told(
    client, themed, cast
):
    passage = ThemedPassage.objects.get(exact="Little money.")
    newer = passage.report.correct(by=cast.reporter)
    type(newer).objects.filter(pk=newer.pk).update(challenges="No money at all.")
    newer.refresh_from_db()
    newer.submit(by=cast.reporter)
    newer.accept(by=cast.focal_point)
    key = f"theme_{themed.weather.pk}_challenges"
    assert overview_of(themed).figures[key].value == 2
    client.force_login(cast.officer)
    words = words_of(client.get(WORK))
    assert "Corrected since" in words
    assert "No money at all." in words


@pytest.mark.django_db
def test_an_officer_puts_ticked_passages_under_a_new_theme_in_one_press(client, counted, cast):
    client.force_login(cast.officer)
    keys = [one.key for one in passages(overview_of(counted)) if one.side == "solution"]
    address = reverse("themes_put", args=["TST-2022", 2025])
    client.post(address, {"passage": keys, "name_en": "Talking"})
    placed = Theme.objects.get().passages.values_list("exact", flat=True)
    assert sorted(placed) == ["Asked for more.", "We met."]
    verbs = {"theme.begun", "theme.passages_put"}
    assert (
        set(Entry.objects.filter(verb__startswith="theme").values_list("verb", flat=True)) == verbs
    )


@pytest.mark.django_db
def test_what_was_ticked_and_typed_stays_when_it_is_refused(client, themed, cast):
    client.force_login(cast.officer)
    key = next(one.key for one in passages(overview_of(themed)) if one.exact == "We met.")
    address = reverse("themes_put", args=["TST-2022", 2025])
    answer = client.post(address, {"passage": key, "name_en": "weather", "group": "others"})
    html = answer.content.decode()
    assert "There is a theme of that name already." in html
    assert 'value="weather"' in html
    assert f'value="{key}" checked' in html


@pytest.mark.django_db
@pytest.mark.parametrize("names", [{}, {"en": "   "}, {"en": "x" * 121}, {"fr": "LE TEMPS"}])
def test_a_name_that_will_not_do_is_refused(themed, cast, names):
    with pytest.raises(RuleBroken):
        Theme.begin(themed.assembly, names, by=cast.officer)


@pytest.mark.django_db
def test_a_theme_with_passages_is_not_removed_and_an_empty_one_is(themed, cast):
    with pytest.raises(RuleBroken):
        themed.weather.remove(by=cast.officer)
    for passage in themed.weather.passages.all():
        passage.take_out(by=cast.officer)
    themed.weather.remove(by=cast.officer)
    assert not Theme.objects.filter(is_removed=False).exists()
    assert not overview_of(themed).themes.all


@pytest.mark.django_db
def test_a_challenge_can_be_turned_into_a_solution(themed, cast):
    passage = ThemedPassage.objects.get(exact="Rain.")
    passage.turn(by=cast.officer)
    assert ThemedPassage.objects.get(exact="Rain.").side == "solution"


@pytest.mark.django_db
def test_what_is_put_twice_is_there_once(themed, cast):
    assert themed.weather.put(passages(overview_of(themed)), by=cast.officer) == 1


def test_passages_that_share_a_telling_word_are_grouped_each_language_by_itself():
    found, alone = groups_of(
        [
            said("Funding for rangers ended."),
            said("There is no funding."),
            said("Le financement manque."),
            said("Le financement des gardes a pris fin.", "fr"),
            said("Nos financements sont faibles.", "fr"),
            said("Storms broke the fence."),
        ]
    )
    assert [[one.exact for one in group.passages] for group in found] == [
        ["Funding for rangers ended.", "There is no funding."],
        ["Le financement des gardes a pris fin.", "Nos financements sont faibles."],
    ]
    assert found[0].words[0] == "funding"
    assert len(alone) == 2


def test_what_is_said_in_two_languages_goes_together():
    english = said("In 2025 the Okapi Trust planted 4,200 mangroves in Kribi.")
    french = said("En 2025, l’Okapi Trust a planté 4 200 mangroves à Kribi.", "fr")
    other = said("Bees.")
    found, alone = grouped([english, other, french])
    assert [set(group.passages) for group in found] == [{english, french}]
    assert alone == [other]


def test_grouping_does_not_depend_on_the_order_of_what_is_said():
    lines = [said(f"{word} {other}") for word in ("money", "people") for other in ("late", "few")]
    forth, back = groups_of(lines), groups_of(lines[::-1])
    assert [{*group.passages} for group in forth[0]] == [{*group.passages} for group in back[0]]


def test_a_passage_is_offered_to_the_theme_that_has_its_words():
    placed = [(7, said("The donor paid late.")), (9, said("Rain washed the road away."))]
    assert near([said("A donor paid nothing."), said("Bees.")], placed) == {0: 7}


@pytest.mark.parametrize("words", ["", "  \n \n", "•"])
def test_empty_paragraphs_are_no_passages(words):
    assert len(paragraphs_of(words)) <= 1


def test_nothing_to_group_is_no_group():
    assert groups_of([]) == ([], [])
    assert near([], []) == {}
