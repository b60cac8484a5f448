"""Which texts are near one, and which of their passages match."""

import gzip
import json
import re
from collections import defaultdict

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resrec.library.models import Assembly, Resolution
from resrec.library.search import catalogue
from resrec.library.search.indexing import index
from resrec.library.similarity import drafts
from resrec.library.similarity.aligned import aligned
from resrec.library.similarity.marking import differing, line_of, shared
from resrec.library.similarity.nearest import nearest
from resrec.library.similarity.pairing import CLOSE, NEARLY, SAME, Passages, pairs_of
from resrec.library.similarity.passages import read
from resrec.library.similarity.stemmed import wording_of

pytestmark = pytest.mark.django_db

OTTERS = [
    "ALARMED that otters drown in fyke nets set for eels along the lowland ditches;",
    "CALLS ON water boards to dig holts beside culverts before each winter;",
    "ASKS anglers to fit every fyke net with a grid that keeps otters out;",
]
TEXTS = {
    1: ("Otters of the lowland ditches", "Les loutres des fossés", OTTERS),
    # A year later: one paragraph kept, one altered, one new, and in another order.
    2: (
        "Otters of the lowland ditches, a year on",
        "",
        [
            "ASKS anglers to fit every fyke net with a metal grid that keeps otters out;",
            "ALARMED that otters drown in fyke nets set for eels along the lowland ditches;",
            "WELCOMES the first ferry pilots trained to spot spraint from the wheelhouse;",
        ],
    ),
    3: (
        "Ferries at night",
        "Les loutres et les fossés",
        ["ASKS ferry pilots to dim the wheelhouse lamps near heronries;"],
    ),
    4: ("The otter in lowland ditches", "", []),
}


@pytest.fixture
def ditches(db):
    """Four texts with words of their own; {number: Resolution}. The fourth is a title."""
    sitting = Assembly.objects.get(code="WCC-2016")
    made = {}
    for number, (english, french, words) in TEXTS.items():
        text = made[number] = Resolution.objects.create(
            assembly=sitting, kind_id="Res", number=900 + number, code=f"WCC-2016-Res-90{number}"
        )
        text.texts.create(language="en", title=english)
        if french:
            text.texts.create(language="fr", title=french)
        for position, line in enumerate(words, 1):
            one = text.paragraphs.create(path=f"op-{position}", kind="operative", position=position)
            one.texts.create(language="en", text=line)
    index([text.pk for text in made.values()])
    return made


def near(ditches, number, **how):
    """The numbers of the texts near one, the nearest first, with what was found of each."""
    numbers = {text.pk: number for number, text in ditches.items()}
    text = ditches[number]
    found = nearest(wording_of(text), catalogue.current(), besides=text.pk, **how)
    return {numbers[one.pk]: one for one in found if one.pk in numbers}


def test_the_text_of_the_year_after_is_the_nearest(ditches):
    assert next(iter(near(ditches, 1))) == 2
    assert next(iter(near(ditches, 2))) == 1


def test_passages_in_common_are_paired_wherever_they_stand(ditches):
    pairs = {(pair.mine, pair.theirs): pair.level for pair in near(ditches, 1)[2].pairs}
    assert pairs == {(0, 1): SAME, (2, 0): NEARLY}


def test_a_text_known_by_its_title_is_near_by_its_title(ditches):
    assert set(near(ditches, 4)) == {1, 2}
    assert near(ditches, 1)[4].pairs == ()


def test_texts_are_near_in_a_language_that_both_have(ditches):
    found = near(ditches, 3)[1]
    assert (found.language, found.pairs) == ("fr", ())
    assert "loutr" in found.shared
    assert near(ditches, 2, prefer="fr")[1].language == "en"


def test_a_text_without_words_is_near_none(ditches):
    assert nearest({}, catalogue.current()) == []
    bare = Resolution.objects.create(
        assembly=ditches[1].assembly, kind_id="Res", number=990, code="WCC-2016-Res-990"
    )
    index([bare.pk])
    assert nearest(wording_of(bare), catalogue.current(), besides=bare.pk) == []


def test_the_number_of_queries_does_not_grow(ditches):
    catalogue.current()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        near(ditches, 1)
    assert len(asked) <= 8


def weights(**texts):
    """A Rarity-like weight for every word: 1 unless told."""

    class Weights(dict):
        most = 3.0

        def __missing__(self, stem):
            return 1.0

    return Weights(texts)


def lines(*texts):
    return [tuple(text.split()) for text in texts]


def test_pairs_are_one_to_one_and_the_likest_wins():
    mine = lines("a b c d", "a b c x")
    theirs = lines("a b c y", "a b c d")
    rarity = weights()
    pairs = pairs_of(Passages(mine, rarity), Passages(theirs, rarity))
    assert [(pair.mine, pair.theirs, pair.level) for pair in pairs] == [(0, 1, SAME), (1, 0, CLOSE)]


def test_the_same_words_match_even_if_they_tell_nothing():
    rarity = weights(the=0.0, house=0.0)
    ones = Passages(lines("the house", ""), rarity)
    assert [(pair.mine, pair.theirs) for pair in pairs_of(ones, ones)] == [(0, 0)]
    assert pairs_of(ones, ones, least=1.0) == []


def test_what_one_has_alone_stands_in_its_place():
    rows = aligned(lines("a b c", "d e f", "g h i"), lines("x y z", "d e f", "a b c"), weights())
    assert [(row.mine, row.theirs, row.has_moved) for row in rows] == [
        (None, 0, False),
        (0, 2, False),
        (1, 1, True),
        (2, None, False),
    ]


def test_shared_words_are_marked_as_they_are_printed(ditches):
    rarity = catalogue.current().lexicon.weights["fr"]
    other = line_of("Loutres des fossés", "fr")
    parts = shared("Une loutre, près du FOSSÉ (½).", "fr", [other], rarity)
    assert [words for words, is_marked in parts if is_marked] == ["loutre", "FOSSÉ"]
    assert "".join(words for words, _is in parts) == "Une loutre, près du FOSSÉ (½)."


def test_what_differs_is_marked():
    parts = differing("a metal grid", "en", line_of("a grid", "en"))
    assert parts == [("a ", False), ("metal", True), (" grid", False)]


DRAFT = [
    "Asks every angler to fit fyke nets with grids that keep otters out",
    "Asks the moon to rise earlier",
    "Alarmed that otters drown in fyke nets set for eels along the lowland ditches",
]


def test_each_paragraph_of_a_draft_is_told_what_is_said_already(ditches):
    asked = [line_of(paragraph, "en") for paragraph in DRAFT]
    grids, moon, nets = drafts.said_about(asked, "en", catalogue.current())
    assert {said.pk for said in grids} == {ditches[1].pk, ditches[2].pk}
    assert moon == []
    assert [said.level for said in nets] == [SAME]
    assert {nets[0].pk, *(also.pk for also in nets[0].also)} == {ditches[1].pk, ditches[2].pk}
    place = (grids[0].pk, "en", grids[0].place)
    assert "grid" in read([place])[place].words


def test_a_body_without_paragraphs_is_read_line_by_line(ditches):
    text = ditches[4].texts.get(language="en")
    text.body = "Lamps.\n\nASKS towns to shade lamps under heronries from dusk."
    text.save()
    index([ditches[4].pk])
    place = (ditches[4].pk, "en", 2)
    assert read([place])[place].words.startswith("ASKS towns")
    assert read([(ditches[4].pk, "en", 7)]) == {}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The protection of the otters in the ditches", "en"),
        ("La protection des loutres dans les fossés", "fr"),
        ("La protección de las nutrias en los canales", "es"),
        ("", "fr"),
        ("12 34 🦦", "fr"),
    ],
)
def test_the_language_of_a_draft_is_told_by_its_little_words(words, language):
    assert drafts.language_of(words, otherwise="fr") == language


def test_texts_of_one_title_are_each_others_nearest(shared_data, db):
    """Over yearly texts of the sample: three of each title that comes back most often."""
    by_title = defaultdict(list)
    with gzip.open(shared_data / "un-resolutions.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            title = re.sub(r"^\S*\d\S*\s+", "", " ".join(row["title"].split()))
            by_title[title].append(row)
    often = sorted(by_title, key=lambda title: (-len(by_title[title]), title))
    chosen = [title for title in often if len(title) > 25][:12]
    sitting, title_of = Assembly.objects.get(code="WCC-2016"), {}
    for number, (title, row) in enumerate((t, row) for t in chosen for row in by_title[t][:3]):
        text = Resolution.objects.create(assembly=sitting, number=2000 + number, code=f"S-{number}")
        body = "\n".join(paragraph["text"] for paragraph in row["paragraphs"])
        text.texts.create(language="en", title=title, body=body)
        title_of[text.pk] = title
    index(list(title_of))
    known = catalogue.current()
    for text in Resolution.objects.in_bulk(title_of).values():
        found = nearest(wording_of(text), known, besides=text.pk)
        assert title_of.get(found[0].pk) == title_of[text.pk]
        assert found[0].pairs
