"""Trees are stored in bulk, languages paired by path, constituents known by their names."""

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

import pytest

from resrec.library.models import Addressee, Paragraph, Resolution
from resrec.library.paired_languages import differences, paired
from resrec.library.paragraph_trees import add_trees

pytestmark = pytest.mark.django_db


@dataclass
class Line:
    """As `resrec.library.parsing.Parsed`."""

    path: str
    text: str
    kind: str = "operative"
    number: str = ""
    level: int = 1
    verb: str = ""
    verb_type: str = ""
    addressees: list = field(default_factory=list)
    deadline: object = None


def paths(pairs):
    return [pair.path for pair in pairs]


def test_a_paragraph_that_one_language_lacks_keeps_its_place():
    pairs = paired(
        {
            "en": [Line("op-1", "a"), Line("op-2", "b"), Line("op-3", "c")],
            "fr": [Line("op-0", "z"), Line("op-1", "a"), Line("op-2-a", "y"), Line("op-3", "c")],
        }
    )
    assert paths(pairs) == ["op-0", "op-1", "op-2-a", "op-2", "op-3"]
    assert differences(pairs, ["en", "fr"]) == [
        "Numbers of paragraphs differ (operative paragraph): English 3, French 4.",
        "op-0 is missing in: English.",
        "op-2-a is missing in: English.",
        "op-2 is missing in: French.",
    ]


def test_a_path_that_comes_twice_loses_no_paragraph():
    pairs = paired({"en": [Line("op-1", "a"), Line("op-1", "b")]})
    assert [(one.path, one.parsed["en"].text) for one in pairs] == [("op-1", "a"), ("op-1_2", "b")]


def test_stores_paragraphs_words_and_addressees(cast):
    asked = [
        SimpleNamespace(name="Fen and Heath Trust", kind="members"),
        SimpleNamespace(name="all who fish", kind="no such class"),
        SimpleNamespace(name="all who fish", kind="other"),
    ]
    until = SimpleNamespace(words="by the end of 2030", last=date(2030, 12, 31))
    english = Line("op-1", "CALLS UPON …", number="1", verb="call upon", verb_type="directive")
    english.addressees, english.deadline = asked, until
    add_trees([(cast.resolution, {"en": [english], "fr": [Line("op-1", "PRIE …")]})])
    paragraph = Paragraph.objects.get(resolution=cast.resolution)
    assert (paragraph.number, paragraph.verb, paragraph.verb_type) == (
        "1",
        "call upon",
        "directive",
    )
    assert (paragraph.deadline, paragraph.deadline_on) == ("by the end of 2030", until.last)
    assert {text.language: text.text for text in paragraph.texts.all()} == {
        "en": "CALLS UPON …",
        "fr": "PRIE …",
    }
    found = Addressee.objects.values_list("name", "addressee_class", "constituent__name")
    assert list(found) == [
        ("Fen and Heath Trust", "members", "Fen and Heath Trust"),
        ("all who fish", "other", None),
    ]


def test_queries_do_not_grow_with_texts(cast, django_assert_max_num_queries):
    texts = Resolution.objects.exclude(pk=cast.resolution.pk)[:40]
    asked = [SimpleNamespace(name="all who fish", kind="other")]
    trees = [
        (text, {"en": [Line(f"op-{n}", "words", addressees=asked) for n in range(2)]})
        for text in texts
    ]
    with django_assert_max_num_queries(14):
        add_trees(trees)


def test_a_merged_body_is_read_as_the_one_it_became(cast):
    cast.other_member.merge_into(cast.member, by=cast.officer)
    asked = [SimpleNamespace(name="Estuary Watch", kind="members")]
    add_trees([(cast.resolution, {"en": [Line("op-1", "x", addressees=asked)]})])
    assert Addressee.objects.get().constituent == cast.member
