"""An import with --update: only what differs is changed, and who points at a paragraph keeps it."""

import pytest

from resrec.exchange.demonstration import adopted_texts
from resrec.exchange.tests.test_import_texts import imported, refused
from resrec.library.models import Paragraph, Resolution
from resrec.library.records import records

CODE = "ALR-2022-Res-001"


@pytest.fixture
def text(db):
    adopted_texts.add()
    return Resolution.objects.get(code=CODE)


@pytest.fixture
def said(text):
    """The line of the text, as an export writes it."""
    (record,) = records([text.pk])
    return record


def paths(text):
    return list(text.paragraphs.order_by("position").values_list("path", flat=True))


def test_a_paragraph_put_in_moves_the_others_and_each_stays_who_it_is(text, said, written):
    before = dict(text.paragraphs.values_list("path", "pk"))
    new = {"path": "op-0", "kind": "operative", "number": "0", "words": {"en": "BEGINS anew;"}}
    place = next(n for n, one in enumerate(said["paragraphs"]) if one["kind"] == "operative")
    said["paragraphs"].insert(place, new)
    assert imported(written(said), update=True).startswith("0 new, 1 changed")
    assert paths(text)[place] == "op-0"
    after = dict(text.paragraphs.values_list("path", "pk"))
    assert {path: pk for path, pk in after.items() if path != "op-0"} == before


def test_one_that_is_gone_but_pointed_at_is_kept_as_gone(text, said, written, cast, account_of):
    gone, other = text.paragraphs.filter(kind="operative")[:2]
    statement = account_of().statements.get()
    statement.paragraphs.add(gone)
    said["paragraphs"] = [
        one for one in said["paragraphs"] if one["path"] not in (gone.path, other.path)
    ]
    imported(written(said), update=True)
    gone.refresh_from_db()
    assert gone.gone_on
    assert list(statement.paragraphs(manager="ever").all()) == [gone]
    assert not Paragraph.ever.filter(pk=other.pk).exists()


def test_words_and_addressees_of_a_paragraph_are_put_in_their_place(text, said, written):
    one = next(one for one in said["paragraphs"] if one["kind"] == "operative")
    one["words"]["es"] = "PIDE otra cosa;"
    one["addressees"] = [{"language": "es", "name": "los Miembros", "class": "members"}]
    row = text.paragraphs.get(path=one["path"])
    imported(written(said), update=True)
    assert row.words_in("es").text == "PIDE otra cosa;"
    assert [each.name for each in row.addressees.all()] == ["los Miembros"]


def test_terms_the_archive_and_numbers_follow_the_row(text, said, written):
    change = {
        "countries": ["FR"],
        "official_number": "1.1",
        "archived": {"on": "2025-01-31", "decision": "C/1", "reason": {"en": "Done."}},
    }
    del said["life"]  # it would have to tell of the archive as well
    imported(written(said | change), update=True)
    text = Resolution.objects.get(code=CODE)
    assert [country.pk for country in text.countries.all()] == ["FR"]
    assert (text.official_number, str(text.archived_on)) == ("1.1", "2025-01-31")
    assert text.archived_reason_en == "Done."
    imported(written({"code": CODE, "collection": "alr", "countries": []}), update=True)
    assert not Resolution.objects.get(code=CODE).countries.exists()


def test_a_further_version_stands_beside_the_earlier_one(text, said, written):
    english = next(one for one in said["texts"] if one["language"] == "en")
    newer = english | {"version": 9, "title": "A newer title"}
    row = {"code": CODE, "collection": "alr", "texts": [newer]}
    imported(written(row), update=True)
    text = Resolution.objects.get(code=CODE)
    assert text.title.title == "A newer title"
    assert text.texts.filter(language="en", title=english["title"]).exists()


def test_each_difference_is_named_before_anything_is_touched(text, said, written):
    complaint = refused(written(said | {"countries": ["FR"], "official_number": "1.1"}))
    assert f"{CODE} differs from the library in: official_number, countries" in complaint
    assert not text.countries.exists()


def test_the_same_line_changes_nothing(text, said, written):
    assert imported(written(said), update=True) == "0 new, 0 changed, 1 unchanged."


def life(*events):
    return {"code": CODE, "collection": "alr", "life": list(events)}


ARCHIVED = {"kind": "archived", "on": "2023-01-02", "decision": "C/1"}


def test_a_history_goes_on_and_the_text_stands_as_it_ends(text, written):
    imported(written(life(ARCHIVED)), update=True)
    text.refresh_from_db()
    assert (text.standing, text.archived_by_decision) == ("archived", "C/1")
    imported(written(life(ARCHIVED, {"kind": "reactivated", "on": "2024-01-01"})), update=True)
    text.refresh_from_db()
    assert (text.standing, text.archived_on, text.life.count()) == ("active", None, 2)


def test_a_history_is_never_taken_back(text, written):
    imported(written(life(ARCHIVED)), update=True)
    said = refused(written(life()), update=True)
    assert f"{CODE}: the library tells of more that happened to it, or otherwise." in said
    text.refresh_from_db()
    assert text.life.count() == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (life({"kind": "reactivated", "on": "2023-01-02"}), "that is active cannot be reactivated"),
        (life(ARCHIVED, ARCHIVED), "that is archived cannot be archived"),
        (life({"kind": "superseded", "on": "2023-01-02"}), "names no other text"),
        (life(ARCHIVED | {"other": "ALR-2024-Res-001"}), "names another text"),
        (
            life({"kind": "related", "on": "2023-01-02", "other": "NOWHERE-1"}),
            "the text NOWHERE-1, which it names, is nowhere",
        ),
        (life(ARCHIVED) | {"archived": None}, "“archived” and “life” do not agree"),
        (life({"kind": "burnt", "on": "2023-01-02"}), "the event “burnt” is unknown"),
    ],
)
def test_what_cannot_have_happened_is_told(text, written, row, says):
    assert says in refused(written(row), update=True)
    assert not text.life.exists()


def test_a_table_that_words_an_archive_anew_leaves_who_took_its_place(text, written):
    later = Resolution.objects.get(code="ALR-2024-Res-001")
    text.supersede(later, by=None, decision="C/1")
    archived = {"on": str(text.archived_on), "decision": "C/2", "reason": {}}
    imported(written({"code": CODE, "collection": "alr", "archived": archived}), update=True)
    text.refresh_from_db()
    assert (text.standing, text.succeeded_by, text.archived_by_decision) == (
        "superseded",
        later,
        "C/2",
    )
    assert text.life.get().decision == "C/2"
