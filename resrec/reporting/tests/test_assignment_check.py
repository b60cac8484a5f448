"""What is found in a sheet of posts before anything is made."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from resrec.journal.models import Entry, Mail
from resrec.library.models import Paragraph, Resolution
from resrec.people.models import Constituent, Term, User
from resrec.reporting.assigning.beginning import from_sheet, from_texts
from resrec.reporting.assigning.complaints import NOTES, WRONG, words_of
from resrec.reporting.models import FocalPoint, FocalRole
from resrec.reporting.tests.assignments import looked_at, sheet, told
from resrec.rules import RuleBroken
from resrec.web.spreadsheet import spreadsheet

CODE = "WCC-2016-Res-087"
GOOD = [CODE, "member", "Fen and Heath Trust", "new@example.org"]


def row_with(**cells):
    places = ["code", "role", "constituent", "email", "paragraphs", "since", "until"]
    said = dict(zip(places, [*GOOD, "", "", ""], strict=True)) | cells
    return [said[name] for name in places]


def words(assignment, number):
    row = next(row for row in assignment.rows if row["number"] == number)
    return [sentence for _column, sentence in words_of(row["wrong"])]


def test_looking_makes_nothing(cast):
    before = FocalPoint.objects.count(), User.objects.count(), Entry.objects.count()
    found = looked_at(cast, GOOD)
    assert not told(found)
    assert (FocalPoint.objects.count(), User.objects.count(), Entry.objects.count()) == before
    assert not Mail.objects.exists()


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"code": ""}, "code", "missing"),
        ({"code": "WCC-2016-Res-999"}, "code", "unknown_code_near"),
        ({"code": "what is this"}, "code", "unknown_code"),
        ({"code": "WCC-2016"}, "code", "no_text"),
        ({"code": "Res 087"}, "code", "open_code"),
        ({"role": ""}, "role", "missing"),
        ({"role": "king"}, "role", "unknown_role"),
        ({"constituent": ""}, "constituent", "missing"),
        ({"constituent": "Zzyzx"}, "constituent", "unknown_body"),
        ({"constituent": "Fen and Heaths Trust"}, "constituent", "unknown_body_near"),
        ({"constituent": "Nobody knows"}, "constituent", "unresolved"),
        ({"email": "fen.example.org"}, "email", "bad_email"),
        ({"email": "x" * 250 + "@example.org"}, "email", "bad_email"),
        ({"email": "blocked@example.org"}, "email", "blocked"),
        ({"paragraphs": "1"}, "paragraphs", "no_paragraphs"),
        ({"since": "soon"}, "since", "bad_day"),
        ({"since": "31.02.2027"}, "since", "bad_day"),
        ({"since": "02/03/2027"}, "since", "open_day"),
        ({"since": "2027-03-01", "until": "2027-02-01"}, "until", "day_order"),
        ({"until": "2001-01-01"}, "until", "day_over"),
    ],
)
def test_each_error_is_told_by_row_and_column(cast, cells, column, what):
    Constituent.objects.create(kind_id="unresolved", name="Nobody knows")
    User.objects.create_user("blocked@example.org", is_active=False)
    found = looked_at(cast, row_with(**cells), [CODE, "commission", "Commission on Quiet Places"])
    assert told(found) == {2: [(column, what)]}
    assert words(found, 2)


def test_the_nearest_codes_are_told(cast):
    assert "Near it: WCC 2016 Re" in words(looked_at(cast, row_with(code="WCC-2016-Res-999")), 2)[0]


def test_every_sentence_can_be_said():
    said = dict.fromkeys(("said", "near", "texts", "roles", "names", "person", "code", "name"), "x")
    for sentences in (WRONG, NOTES):
        for what in sentences:
            wrong = [["", what, said | {"number": 1, "row": 1, "day": "2027-01-01"}]]
            assert "%" not in str(words_of(wrong, sentences)[0][1])


def test_cells_are_understood_as_people_write_them(cast):
    text = Resolution.objects.get(code=CODE)
    for place, path in enumerate(["op-1", "op-1-b"]):
        Paragraph.objects.create(
            resolution=text, path=path, kind="operative", level=1, position=place
        )
    cells = {
        "code": "Résolution 2016 087",
        "role": "Point focal des Membres",
        "constituent": "  FEN and heath trust",
        "email": "Reporter@Example.org",
        "paragraphs": "1, 1 (b)",
        "since": "31/12/2030",
    }
    found = looked_at(cast, row_with(**cells))
    row = found.rows[0]
    assert not row["wrong"]
    assert (row["text"], row["role"], row["body"]) == (text.pk, "member", cast.member.pk)
    assert (row["person"], row["since"]) == (cast.reporter.pk, "2030-12-31")
    assert len(row["paragraphs"]) == 2
    assert "read_as" in [what for _column, what, _words in row["notes"]]
    again = looked_at(cast, row_with(paragraphs="1, 7 (a)"))
    assert told(again) == {2: [("paragraphs", "unknown_paragraph")]}


def test_a_merge_is_followed_and_said(cast):
    old = Constituent.objects.create(kind_id="member", name="Old Fen Society")
    old.merge_into(cast.member, by=cast.officer)
    row = looked_at(cast, row_with(constituent="Old Fen Society")).rows[0]
    assert row["body"] == cast.member.pk
    said = [str(sentence) for _column, sentence in words_of(row["notes"], NOTES)]
    assert "“Old Fen Society” was merged into Fen and Heath Trust, which is taken." in said


def test_a_name_of_two_is_not_guessed(cast):
    Constituent.objects.create(kind_id="member", name="Fen and Heath Trust", acronym="FHT")
    assert told(looked_at(cast, GOOD)) == {2: [("constituent", "several_bodies")]}
    assert not told(looked_at(cast, row_with(constituent="Fen and Heath Trust (FHT)")))


def test_a_post_that_comes_twice_in_the_sheet(cast):
    found = looked_at(cast, GOOD, row_with(code="wcc 2016 res 87", email="other@example.org"))
    assert told(found) == {3: [("", "twice")]}
    assert words(found, 3) == ["Row 2 is about the same post."]


def test_a_post_that_exists(cast):
    """It is filled when it is vacant; a merged body's is its successor's."""
    old = Constituent.objects.create(kind_id="member", name="Old Fen Society")
    post = FocalPoint.objects.create(resolution=cast.resolution, role_id="member", constituent=old)
    old.merge_into(cast.member, by=cast.officer)
    row = looked_at(cast, GOOD).rows[0]
    assert row["post"] == post.pk
    assert not row["wrong"]
    assert told(looked_at(cast, row_with(email=""))) == {2: [("", "exists")]}


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("asked", [True, False])
def test_a_post_that_is_held_or_offered(cast, same, asked):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    holder = post.invite(cast.reporter, by=cast.officer)
    if not asked:
        holder.accept(by=cast.reporter)
    what = {
        (True, True): "asked_already",
        (True, False): "holds_it",
        (False, True): "another_asked",
        (False, False): "held",
    }[same, asked]
    email = "reporter@example.org" if same else "new@example.org"
    assert told(looked_at(cast, row_with(email=email))) == {2: [("email", what)]}


def test_a_post_whose_holder_leaves_can_be_offered_from_then_on(cast):
    post = FocalPoint.objects.create(
        resolution=cast.resolution, role_id="member", constituent=cast.member
    )
    last = date.today() + timedelta(days=10)
    post.holders.create(person=cast.reporter, until=last)
    assert told(looked_at(cast, GOOD))
    after = (last + timedelta(days=1)).isoformat()
    assert not told(looked_at(cast, row_with(since=after)))


def test_a_post_is_offered_for_the_term(cast):
    ends = date.today() + timedelta(days=100)
    Term.objects.create(kind_id="commission", since=date.today(), until=ends)
    row = [CODE, "commission", "Commission on Quiet Places", "new@example.org"]
    assert looked_at(cast, row).rows[0]["until"] == ends.isoformat()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_sheets_in_three_languages_and_encodings(cast, encoding):
    Constituent.objects.create(kind_id="member", name="Réseau Forêt")
    header = ["Código", "Función", "Constituant", "Courriel", "Jusqu’au", "Notes"]
    row = [CODE, "Punto focal de los Miembros", "Réseau Forêt"]
    found = looked_at(cast, row, header=header, encoding=encoding)
    assert not told(found)
    assert found.unused == ["Notes"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (sheet(), "no row"),
        (b"Code;Role\n1;2", "missing: Constituent"),
        (b"Code;Text;Role;Constituent\n1;2;3;4", "comes twice"),
        (spreadsheet("a", ["Code"], []), "missing"),
    ],
)
def test_what_is_no_sheet_of_posts_is_refused(cast, content, words):
    with pytest.raises(RuleBroken, match=words):
        from_sheet(BytesIO(content), "x.csv", by=cast.officer)


def test_a_row_with_more_cells_than_headers_is_told(cast):
    found = looked_at(cast, [*GOOD, "", "", "", "lost"])
    assert told(found) == {2: [("", "beyond_headers")]}


def test_all_live_texts_of_an_assembly(cast):
    texts = Resolution.objects.filter(assembly=cast.resolution.assembly)
    archived = texts.exclude(pk=cast.resolution.pk).first()
    archived.archive(by=cast.officer, decision="C/1", reason_en="Done.")
    role = FocalRole.objects.get(pk="secretariat_lead")
    made = from_texts(
        cast.resolution.assembly, role, cast.secretariat, "new@example.org", by=cast.officer
    )
    assert len(made.rows) == texts.in_force().count() == texts.count() - 1
    # The one that has its lead already is told, and left out.
    held = next(row for row in made.rows if row["text"] == cast.resolution.pk)
    assert told(made) == {held["number"]: [("email", "held")]}
