"""Search by words: the same answers on every database."""

from functools import partial

import pytest

from resrec.library.models import Assembly, Resolution, SearchEntry, SearchStem
from resrec.library.search import catalogue, glossary, query
from resrec.library.search.finding import find
from resrec.library.search.indexing import index
from resrec.library.search.lexicon import Lexicon

pytestmark = pytest.mark.django_db

TITLES = {
    1: {"en": "Threatened species of the high moors", "fr": "Les espèces menacées des landes"},
    2: {"en": "Lanterns and the flight of moths", "es": "Faroles y vuelo de las polillas"},
    3: {"en": "Quiet harbours", "fr": "Des ports silencieux"},
    4: {"en": "Harbour seals", "es": "Focas de puerto"},
}
BODIES = {
    2: [
        "CONCERNED that lanterns draw moths from the moors;",
        "ASKS harbour towns to dim lanterns.",
    ],
    3: ["ASKS ships to slow down near seals.", "Ships shall report the flight of birds."],
}


@pytest.fixture
def moor(db):
    """Four texts with words of their own among the library's; {number: Resolution}."""
    sitting = Assembly.objects.get(code="WCC-2016")
    made = {}
    for number, titles in TITLES.items():
        text = Resolution.objects.create(
            assembly=sitting, kind_id="Res", number=900 + number, code=f"WCC-2016-Res-90{number}"
        )
        for language, title in titles.items():
            text.texts.create(language=language, title=title)
        for position, words in enumerate(BODIES.get(number, []), 1):
            one = text.paragraphs.create(path=f"op-{position}", kind="operative", position=position)
            one.texts.create(language="en", text=words)
        made[number] = text
    index([text.pk for text in made.values()])
    return made


def found(moor, typed, **how):
    """The numbers of the moor's texts that a search finds, the best first."""
    known = catalogue.current()
    numbers = {text.pk: number for number, text in moor.items()}
    result = find(query.read(typed), known, **how)
    return [numbers[pk] for pk in result.by_relevance(known, result.texts) if pk in numbers]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("especes menacees landes", [1]),
        ("espece menacee lande", [1]),
        ("ESPÈCE MENACÉE LANDE", [1]),
        ("lantern", [2]),
        ("polilla", [2]),
        ("farol", [2]),
        ('"flight of moths"', [2]),
        ("“flight of moths”", [2]),
        ('"moths of flight"', []),
        ("lantern moors", [2]),
        ("lanterns -harbours", []),
        ("the flight of the birds", [3]),
    ],
)
def test_words_find_texts_whatever_their_endings_and_accents(moor, typed, numbers):
    assert found(moor, typed) == numbers


def test_what_stands_in_the_title_comes_before_what_stands_in_the_words(moor):
    assert found(moor, "seals")[0] == 4
    assert set(found(moor, "harbour")) == {2, 3, 4}
    assert found(moor, "harbour")[-1] == 2


def test_a_phrase_is_not_found_across_two_paragraphs(moor):
    assert found(moor, '"near seals"') == [3]
    assert found(moor, '"near seals ships"') == []


def test_words_of_different_languages_do_not_meet(moor):
    assert find(query.read("moors landes"), catalogue.current()).is_near
    assert not find(query.read("moors lanterns"), catalogue.current()).is_near


def test_a_minus_leaves_texts_out(moor):
    assert set(found(moor, "harbour -seals")) == {2}
    assert set(found(moor, "-seals")) == {1, 2}
    assert set(found(moor, '-"flight of moths"')) == {1, 3, 4}


def test_a_word_that_stands_nowhere_is_the_beginning_of_words(moor):
    assert found(moor, "lanter") == [2]
    assert found(moor, "lanter mot") == [2]


def test_while_typing_a_known_word_may_go_on(moor):
    assert found(moor, "har") == found(moor, "harbour")
    assert 2 in found(moor, "lanterns mo", typing=True)


def test_a_slip_is_corrected_when_nothing_is_found(moor):
    result = find(query.read("lanternz"), catalogue.current())
    assert result.corrected in ((("lanternz", "lantern"),), (("lanternz", "lanterns"),))
    assert moor[2].pk in result.ranking


def test_words_that_no_text_has_together_give_the_nearest(moor):
    result = find(query.read("moths ships"), catalogue.current())
    assert result.is_near
    assert not result.complete
    assert {moor[2].pk, moor[3].pk} <= set(result.ranking)


def test_what_is_said_in_one_language_finds_what_stands_in_another(moor):
    assert found(moor, "foca") == [4, 3]
    assert found(moor, "oiseaux")[0] == 3
    assert find(query.read("oiseaux"), catalogue.current()).bridged == (("oiseau", ("bird",)),)
    assert found(moor, "especies amenazadas")[0] == 1


def test_words_in_quotes_are_taken_as_they_stand(moor):
    assert found(moor, '"especies amenazadas"') == []
    assert find(query.read('"foca de puerto"'), catalogue.current()).bridged == ()


def test_a_word_alike_in_two_languages_is_read_in_the_language_of_the_query():
    read = partial(glossary.read, lexicon=Lexicon())
    assert read(query.read("ours polaire").wanted).languages == ("fr",)
    assert read(query.read("mort et peine").wanted).languages == ("fr",)
    assert read(query.read("the law of the sea").wanted).languages == ("en",)
    assert [m.said for m in read(query.read("derecho del mar").wanted).meanings] == [
        "derecho del mar"
    ]


def test_few_that_have_a_word_bring_those_that_say_the_same(moor):
    moor[1].texts.filter(language="en").update(title="An avian flu of the high moors")
    moor[3].texts.filter(language="en").update(title="A good-neighbourliness of harbours")
    index([moor[1].pk, moor[3].pk])
    assert found(moor, "neighbourly") == [3]


def test_a_title_alone_can_be_asked(moor):
    assert found(moor, "harbour", in_title=True) in ([3, 4], [4, 3])


def test_words_that_say_nothing_leave_the_list_whole(moor):
    known = catalogue.current()
    for typed in ("the of", "de la", "", "?!", "\x00", '"', "-", "--", '-"'):
        assert find(query.read(typed), known).texts == known.all


@pytest.mark.parametrize(
    "typed",
    [
        '"unbalanced',
        "(a OR b) AND NOT c",
        "NEAR(a b, 3)",
        "a* ^b {c} : d",
        "title_en:moth",
        "'; DROP TABLE library_resolution; --",
        "%_\\",
        "🦦 🦦",
        "مياه عذبة",
        "a\x00b",
        "x" * 10_000,
        "moth " * 3_000,
        "&|!<->():*",
    ],
)
def test_nothing_typed_is_an_error(moor, typed):
    found(moor, typed)
    found(moor, typed, typing=True, in_title=True)


def test_what_has_no_letter_is_named_as_ignored(db):
    assert query.read("moth ?! …").ignored == ("?!", "…")
    assert query.read("x" * 10_000).is_cut


def test_the_index_follows_the_words(moor):
    text = moor[4].texts.get(language="en")
    text.title = "Beacons of the estuary"
    text.save()
    moor[4].texts.get(language="es").delete()
    index([moor[4].pk])
    catalogue.forget()
    assert found(moor, "beacon") == [4]
    assert 4 not in found(moor, "seals")
    moor[2].delete()
    catalogue.forget()
    assert 2 not in found({**moor}, "lantern")


def test_stems_are_counted_by_texts(moor):
    def counted(stem):
        return SearchStem.objects.filter(language="en", stem=stem, texts__gt=0).count()

    assert SearchStem.objects.get(language="en", stem="lantern").texts == 1
    index([moor[2].pk])
    assert SearchStem.objects.get(language="en", stem="lantern").texts == 1
    moor[2].texts.filter(language="en").update(title="Moths")
    moor[2].paragraphs.all().delete()
    index([moor[2].pk])
    assert counted("lantern") == 0


def test_every_text_has_an_entry(moor):
    assert SearchEntry.objects.count() == Resolution.objects.count()


def test_facets_are_counted_as_sets(moor, cast):
    known = catalogue.current()
    assert known.facets["kind"]["Res"].bit_count() == Resolution.objects.filter(kind="Res").count()
    ids = [moor[1].pk, moor[3].pk, 10**9]
    assert sorted(known.in_order(known.set_of(ids))) == sorted(ids[:2])
    moor[1].archive(by=cast.officer, decision="D", reason_en="Done.")
    assert catalogue.current().facets["state"]["archived"].bit_count() == 1
