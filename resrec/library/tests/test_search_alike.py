"""Each database finds what the words say, and ranks it alike: both are held to the same truth."""

import math
import re
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bench.search.quality import measure, read_judged, read_sample
from resrec.library.models import Assembly, Resolution, ResolutionText, SearchEntry
from resrec.library.search import catalogue, glossary, query
from resrec.library.search.clause import clause_of
from resrec.library.search.engine import engine
from resrec.library.search.finding import find
from resrec.library.search.indexing import COLUMNS, index

pytestmark = pytest.mark.django_db
# All right answers of every so many judged queries, and every so many of the other texts.
EVERY_QUERY, EVERY_TEXT = 2, 30
FOREIGN = ["desertificación", "peine de mort", "derechos humanos", "the", "de la"]


def store(texts):
    """Store and index (code, {language: (title, lines)}); give {code: id}."""
    sitting = Assembly.objects.get(code="WCC-2016")
    made = Resolution.objects.bulk_create(
        Resolution(assembly=sitting, kind_id="Res", number=2000 + number, code=code)
        for number, (code, _words) in enumerate(texts)
    )
    ResolutionText.objects.bulk_create(
        ResolutionText(resolution=one, language=language, title=title[:500], body=body)
        for one, (_code, words) in zip(made, texts, strict=True)
        for language, (title, body) in words.items()
    )
    index([one.pk for one in made])
    return {one.code: one.pk for one in made}


@pytest.fixture(scope="module")
def judged(shared_data):
    return read_judged()[::EVERY_QUERY]


@pytest.fixture(scope="module")
def part(judged, shared_data):
    right = {symbol for case in judged for symbol in case["right"]}
    texts = enumerate(read_sample(shared_data / "un-resolutions.jsonl.gz"))
    return [text for n, text in texts if text[0] in right or n % EVERY_TEXT == 0]


@pytest.fixture
def sample(db, part):
    """Some hundred texts of the sample among the library's; {symbol: id}."""
    return store([(symbol, {"en": (title, body)}) for symbol, title, body in part])


def entries():
    """Give {id: its columns} of the whole library, title and body in each language in stems."""
    return {row["pk"]: row for row in SearchEntry.objects.values("pk", "length", *COLUMNS)}


def clause(typed, **how):
    known = catalogue.current()
    asked = query.read(typed)
    return clause_of(asked, known.lexicon, glossary.read(asked.wanted, known.lexicon), **how)


def bm25(columns, asked, known):
    """How well a text meets a clause, by FTS5's formula; what stands in a title weighs 8."""
    score = 0.0
    for language in asked.wanted:
        part = asked.in_one(language)
        for _language, phrase in part.phrases if part.is_met_by(columns) else ():
            words = re.compile(rf"(?<!\S){re.escape(' '.join(phrase))}(?!\S)")
            times = 8 * len(words.findall(columns[f"title_{language}"]))
            times += len(words.findall(columns[f"body_{language}"]))
            having, texts = known.lexicon.rarity(language, phrase), len(known.ids)
            rarity = max(math.log((texts - having + 0.5) / (having + 0.5)), 1e-6)
            length = 0.25 + 0.75 * columns["length"] / known.average_length
            score += rarity * times * 2.2 / (times + 1.2 * length)
    return score


@st.composite
def searches(draw, bodies):
    """Words of a text, in quotes or not, left out or not, in any language, and what is no word."""
    words = draw(st.sampled_from(bodies)).split()

    def run(most):
        at = draw(st.integers(0, len(words) - 1))
        return " ".join(words[at : at + draw(st.integers(1, most))])

    def part():
        kinds = [run(1), run(3), f'"{run(4)}"', f"-{run(1)}", f'-"{run(2)}"', *FOREIGN]
        return draw(st.sampled_from(kinds) | st.text(max_size=6))

    return " ".join(part() for _each in range(draw(st.integers(1, 4))))


def test_what_is_found_is_what_the_words_say(sample):
    truth, bodies = entries(), []
    for text in ResolutionText.objects.filter(resolution__in=sample.values())[::9]:
        bodies += [text.title, text.body[:4000]]
    bodies = [body for body in bodies if body.split()]

    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    @given(searches(bodies), st.booleans())
    def alike(typed, in_title):
        asked = clause(typed, in_title=in_title)
        if asked.wanted:
            met = {pk for pk, columns in truth.items() if asked.is_met_by(columns)}
            matching, ranked = engine().matching(asked), engine().ranked(asked, catalogue.current())
            assert set(matching) == set(ranked) == met
            assert len(matching) == len(ranked) == len(met)

    alike()


def test_the_first_hit_is_the_one_that_the_formula_puts_first(sample, judged):
    truth, known = entries(), catalogue.current()
    for case in judged:
        asked = clause(case["query"]).within(known.lexicon)
        # How often a phrase of several words stands, each database tells in its own way.
        if asked and not asked.has_phrases and (ranked := engine().ranked(asked, known)):
            best = max(bm25(columns, asked, known) for columns in truth.values())
            # In a very long text PostgreSQL does not count all places of a word.
            first = bm25(truth[ranked[0]], asked, known)
            assert first == pytest.approx(best, rel=0.01), case["query"]
            shorter = [truth[pk] for pk in ranked if truth[pk]["length"] < 10_000][:20]
            scores = [bm25(columns, asked, known) for columns in shorter]
            assert scores == pytest.approx(sorted(scores, reverse=True), rel=0.01), case["query"]


def test_a_whole_title_finds_its_text_first(sample):
    known = catalogue.current()
    titles = dict(ResolutionText.objects.values_list("resolution_id", "title"))
    for pk in list(sample.values())[::6]:
        result = find(query.read(titles[pk].upper()), known)
        first = next(result.by_relevance(known, result.texts))
        assert titles[first] == titles[pk]


def test_answers_are_as_good_on_each_database(sample, judged):
    known = catalogue.current()
    symbols = {pk: symbol for symbol, pk in sample.items()}

    def search(typed, limit):
        result = find(query.read(typed), known)
        ids = (pk for pk in result.by_relevance(known, result.texts) if pk in symbols)
        return [symbols[pk] for pk in islice(ids, limit)]

    found = measure(judged, search)["all"]
    assert (found.mrr, found.recall) == pytest.approx((0.958, 0.962), abs=0.015)


def test_a_phrase_is_found_far_into_a_long_text(db):
    """A vector of PostgreSQL keeps 255 places of a word, and none beyond the 16,383rd."""
    padding = "of moths and of lanterns. " * 200
    store(
        [
            ("far", {"en": ("Moors", padding + "The rule of tides.")}),
            ("beyond", {"en": ("Moors", padding * 20 + "The rule of tides.")}),
            ("apart", {"en": ("Moors", padding + "Tides of the rule.")}),
            ("other", {"en": ("Moors", padding * 20 + "Tides of the rule.")}),
        ]
    )
    codes = dict(Resolution.objects.values_list("pk", "code"))
    for typed, found in (
        ('"rule of tides"', {"far", "beyond"}),
        ('"tides of the rule"', {"apart", "other"}),
    ):
        assert {codes[pk] for pk in engine().matching(clause(typed))} == found
    left = engine().matching(clause('moths -"rule of tides"'))
    assert {codes[pk] for pk in left} == {"apart", "other"}


def test_no_phrase_is_found_across_title_and_words(db):
    store([("one", {"en": ("Moths of the moors", "Lanterns draw moths.")})])
    assert engine().matching(clause('"the moors"'))
    assert not engine().matching(clause('"moors lanterns"'))


def test_words_of_every_script_are_found(db):
    titles = [
        "Ночные бабочки",
        "夜の蛾 2024",
        "الفراشات الليلية",
        "Ⅳ ½ m² Straße ĲSSEL",
        "ﷺ ᏣᎳᎩ 𝟘𝟙 ß",
    ]
    made = store([(f"T-{n}", {"en": (title, "")}) for n, title in enumerate(titles)])
    for number, title in enumerate(titles):
        for word in title.split():
            asked = clause(f'"{word}"')
            if asked.wanted:
                assert made[f"T-{number}"] in engine().matching(asked), word
