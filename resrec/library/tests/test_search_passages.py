"""Where in a text the words of a search stand: the best paragraph, in the reader's language."""

import pytest

from resrec.library.models import Assembly, Resolution
from resrec.library.search import catalogue, query
from resrec.library.search.finding import find
from resrec.library.search.indexing import index
from resrec.library.search.passages import passages

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(db):
    made = Resolution.objects.create(
        assembly=Assembly.objects.get(code="WCC-2016"), number=990, code="WCC-2016-Res-990"
    )
    made.texts.create(language="en", title="Lamps")
    words = [
        ("Lamplighters dim their lamps.", "Les allumeurs baissent leurs lampions."),
        ("Lamplighters count moths at every lamp.", "Les allumeurs comptent les phalènes."),
        ("Nothing of the kind.", "Rien de tel."),
    ]
    for position, (english, french) in enumerate(words, 1):
        one = made.paragraphs.create(
            path=f"op-{position}", kind="operative", number=f"{position}.", position=position
        )
        one.texts.create(language="en", text=english)
        one.texts.create(language="fr", text=french)
    index([made.pk])
    catalogue.forget()
    return made


def passage(text, typed, prefer="en"):
    clause = find(query.read(typed), catalogue.current()).clause
    return passages([text.pk], clause, prefer).get(text.pk)


def test_the_paragraph_with_most_of_the_words_is_given_and_they_are_marked(text):
    found = passage(text, "lamplighters moths")
    assert (found.path, found.number) == ("op-2", "2.")
    assert [words for words, is_marked in found.parts if is_marked] == ["Lamplighters", "moths"]


def test_of_equals_the_first(text):
    assert passage(text, "lamplighters").path == "op-1"


def test_the_readers_language_comes_first_where_it_has_the_words(text):
    typed = "lamplighters"
    assert passage(text, typed, prefer="fr").language == "en"
    text.paragraphs.get(path="op-3").texts.filter(language="fr").update(text="Lamplighters ?")
    index([text.pk])
    catalogue.forget()
    assert passage(text, typed, prefer="fr").language == "fr"
    assert passage(text, typed, prefer="en").language == "en"


def test_a_long_paragraph_is_cut_around_the_words(text):
    words = f"{'Of old. ' * 60}The phosphorescence returned. {'And so on. ' * 60}"
    text.paragraphs.get(path="op-3").texts.filter(language="en").update(text=words)
    index([text.pk])
    catalogue.forget()
    shown = "".join(part for part, _is_marked in passage(text, "phosphorescence").parts)
    assert "phosphorescence returned" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 300
