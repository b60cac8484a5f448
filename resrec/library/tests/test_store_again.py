"""A text that is read again keeps the paragraphs that something points at."""

import pytest
from django.db import IntegrityError, transaction

from resrec.journal.models import Entry
from resrec.library.models import Paragraph, ResolutionText
from resrec.library.paragraph_trees import store
from resrec.rules import RuleBroken

pytestmark = pytest.mark.django_db

BODY = """RECALLING that rivers run;

The Assembly of Walkers

1. CALLS UPON Members to walk along one river a year;

2. REQUESTS the Secretariat to draw a map of the walks; and

3. URGES States to leave the banks open."""


@pytest.fixture
def text(cast):
    ResolutionText.objects.filter(resolution=cast.resolution).delete()
    return say(cast.resolution, BODY)


def say(resolution, body, language="en", version=1):
    ResolutionText.objects.create(
        resolution=resolution, language=language, version=version, title="Rivers", body=body
    )
    resolution.__dict__.pop("current_texts", None)
    resolution._prefetched_objects_cache = {}
    return resolution


def tree(text):
    return list(Paragraph.objects.filter(resolution=text).values_list("path", "number"))


def at(text, path):
    return Paragraph.objects.get(resolution=text, path=path)


def test_stores_what_the_parser_finds(cast, text):
    made = store(text, by=cast.officer)
    assert tree(text) == [
        ("pre-1", ""),
        ("heading-1", ""),
        ("op-1", "1."),
        ("op-2", "2."),
        ("op-3", "3."),
    ]
    assert at(text, "op-1").verb == "call upon"
    assert not made.left
    assert not made.unplaced
    assert store(text, by=cast.officer).is_empty


def test_a_text_without_words_is_refused(cast):
    with pytest.raises(RuleBroken, match="not held"):
        store(cast.resolution, by=cast.officer)
    assert not Entry.objects.exists()


def test_what_points_at_a_paragraph_follows_its_words(cast, text, report_of):
    store(text, by=cast.officer)
    reported = report_of(results="Walked.").reported_texts.get()
    reported.paragraphs.set([at(text, "op-2"), at(text, "op-3")])
    moved = BODY.replace("2. REQ", "2. THANKS the boatmen;\n\n3. REQ").replace(
        "3. URGES", "4. URGES"
    )
    store(say(text, moved.replace("a map of", "a good map of"), version=2), by=cast.officer)
    assert [one.path for one in reported.paragraphs.all()] == ["op-3", "op-4"]
    assert reported.paragraphs.first().texts.get().text.startswith("REQUESTS the Secretariat")
    assert [path for path, _number in tree(text)][-1] == "op-4"


def test_paragraphs_can_change_places(cast, text):
    store(text, by=cast.officer)
    before = {row.path: row.pk for row in text.paragraphs.all()}
    lines = BODY.split("\n\n")
    swapped = [*lines[:2], lines[2].replace("1.", "2."), lines[3].replace("2.", "1."), lines[4]]
    swapped[2], swapped[3] = swapped[3], swapped[2]
    store(say(text, "\n\n".join(swapped), version=2), by=cast.officer)
    after = {row.path: row.pk for row in Paragraph.objects.filter(resolution=text)}
    assert (after["op-1"], after["op-2"]) == (before["op-2"], before["op-1"])


def test_a_paragraph_pointed_at_is_never_deleted(cast, text, report_of):
    store(text, by=cast.officer)
    reported = report_of(results="Walked.").reported_texts.get()
    gone = at(text, "op-3")
    reported.paragraphs.set([gone])
    shorter = BODY.partition("\n\n3.")[0]
    made = store(say(text, shorter, version=2), by=cast.officer)
    assert [row.path for row in made.kept] == ["op-3"]
    assert Entry.objects.about(text).latest("sequence").content["kept"] == ["op-3"]
    assert [path for path, _number in tree(text)] == ["pre-1", "heading-1", "op-1", "op-2"]
    assert reported.paragraphs(manager="ever").get() == gone
    # Its address is free for another, and it comes back with its words.
    store(say(text, BODY, version=3), by=cast.officer)
    assert at(text, "op-3").pk == gone.pk
    assert reported.paragraphs.get() == gone


def test_what_nothing_points_at_goes(cast, text):
    store(text, by=cast.officer)
    store(say(text, BODY.partition("\n\n3.")[0], version=2), by=cast.officer)
    assert not Paragraph.ever.filter(resolution=text, path="op-3").exists()


def test_languages_are_paired_and_their_differences_told(cast, text):
    french = BODY.replace("RECALLING that", "RAPPELANT que").partition("\n\n3.")[0]
    made = store(say(text, french, "fr"), by=cast.officer)
    assert at(text, "pre-1").texts.count() == 2
    assert made.differences == [
        "Numbers of paragraphs differ (operative paragraph): English 3, French 2.",
        "op-3 is missing in: French.",
    ]


def test_two_officers_cannot_overwrite_each_other(cast, text):
    store(text, by=cast.officer, read=0)
    with pytest.raises(RuleBroken, match="Someone"):
        store(text, by=cast.officer, read=0)


def test_queries_do_not_grow_with_paragraphs(cast, text, django_assert_max_num_queries):
    long = "\n\n".join(
        f"{number}. CALLS UPON Members to walk {number} miles;" for number in range(60)
    )
    with django_assert_max_num_queries(45):
        store(say(text, long, version=2), by=cast.officer)
    turned = "\n\n".join(reversed(long.split("\n\n")))
    say(text, turned, version=3)
    with django_assert_max_num_queries(60):
        store(text, by=cast.officer)


def test_a_path_is_one_paragraphs_today(cast, text):
    store(text, by=cast.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Paragraph.objects.create(resolution=text, path="op-1", kind="operative", position=99)
