"""Importing texts: every mistake told by its row, all or nothing, unchanged rows left alone."""

import gzip
import io
import json
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from resrec.exchange.texts import limits
from resrec.journal.models import Entry
from resrec.library.models import Paragraph, Resolution, ResolutionText
from resrec.web.models import PublicRevision

LAMPS = {
    "symbol": "LL_7_12",
    "title": "7/12. Oil for the lamps",
    "text": (
        "The Lamp Room,\n\nRecalling that nights are long,\n\n"
        "1. Decides that every lamp shall be filled before dusk;\n\n"
        "2. Requests the keepers to report by 2030;"
    ),
}
OWN = {
    "code": "GA-16.05",
    "collection": "iucn",
    "texts": [{"language": "en", "title": "International Trade in Pesticides and other Biocides"}],
}


def imported(path, **options):
    said = io.StringIO()
    call_command("import_texts", str(path), stdout=said, stderr=said, **options)
    return said.getvalue().strip()


def refused(path, **options):
    """The complaints of an import that must fail, with the last sentence after them."""
    said = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_texts", str(path), stdout=said, stderr=said, **options)
    return f"{said.getvalue()}{error.value}"


def test_a_symbol_and_its_words_become_a_text_with_paragraphs(lighthouses, written):
    before = PublicRevision.current()
    assert imported(written(LAMPS), collection="lighthouses").startswith("1 new, 0 changed")
    text = Resolution.objects.get(code="LL-7-12")
    assert (text.official_number, text.kind_id, text.number) == ("LL/7/12", "Log", 12)
    assert (text.assembly.code, text.assembly.year_held) == ("LAMP-7", 1993)
    assert (text.assembly.place_fr, text.collection) == ("Pointe-Rocheuse", lighthouses)
    words = text.texts.get()
    assert (words.title, words.title_given) == ("Oil for the lamps", "7/12. Oil for the lamps")
    assert words.body == LAMPS["text"]
    operative = text.paragraphs.filter(kind=Paragraph.Kind.OPERATIVE)
    assert [(one.path, one.verb) for one in operative] == [("op-1", "decide"), ("op-2", "request")]
    assert Entry.objects.about(text).get().content["file"] == "texts.jsonl"
    assert PublicRevision.current() > before


def test_labels_of_paragraphs_are_left_aside_and_their_numbers_kept(lighthouses, written):
    row = LAMPS | {
        "paragraphs": [
            {"kind": "operative", "text": "Noting that\nfog comes,"},
            {"kind": "heading", "text": "Decides to ring;", "number": "1.", "level": 4},
        ]
    }
    del row["text"]
    imported(written(row), collection="lighthouses")
    assert ResolutionText.objects.get(resolution__code="LL-7-12").body == (
        "Noting that fog comes,\n\n1. Decides to ring;"
    )
    kinds = Paragraph.objects.filter(resolution__code="LL-7-12").values_list("kind", flat=True)
    assert list(kinds) == ["preambular", "operative"]


def test_imported_again_nothing_changes_and_nothing_is_told(lighthouses, written):
    path = written(LAMPS)
    imported(path, collection="lighthouses")
    before = PublicRevision.current()
    assert imported(path, collection="lighthouses") == "0 new, 0 changed, 1 unchanged."
    assert PublicRevision.current() == before


def test_another_title_is_a_mistake_unless_told_to_update(lighthouses, written):
    imported(written(LAMPS), collection="lighthouses")
    path = written(LAMPS | {"title": "Oil for all lamps"})
    said = refused(path, collection="lighthouses")
    assert "row 1: LL-7-12 has the title “Oil for the lamps” in the library" in said
    assert "“Oil for all lamps” here" in said
    assert imported(path, collection="lighthouses", update=True).startswith("0 new, 1 changed")
    assert ResolutionText.objects.get(resolution__code="LL-7-12").title == "Oil for all lamps"
    entry = Entry.objects.about(Resolution.objects.get(code="LL-7-12")).last()
    assert (entry.verb, entry.content["keys"]) == ("resolution.changed_by_import", ["texts"])


def test_other_words_are_read_anew_and_paragraphs_stay_who_they_are(lighthouses, written):
    imported(written(LAMPS), collection="lighthouses")
    first = Paragraph.objects.get(resolution__code="LL-7-12", path="op-1")
    path = written(LAMPS | {"text": LAMPS["text"].replace("before dusk", "before sunset")})
    assert "differs from the library in: texts" in refused(path, collection="lighthouses")
    imported(path, collection="lighthouses", update=True)
    first.refresh_from_db()
    assert first.words.text == "Decides that every lamp shall be filled before sunset;"


def test_keys_that_a_row_does_not_say_stay_as_they_are(db, written):
    imported(written(OWN | {"keywords": [], "official_number": "16.5"}), update=True)
    text = Resolution.objects.get(code="GA-16.05")
    assert text.official_number == "16.5"
    assert text.texts.count() == 3
    assert text.source_url


def test_all_rows_are_looked_at_and_none_is_stored(lighthouses, written):
    path = written(
        LAMPS,
        LAMPS | {"symbol": "LL_7_13", "language": "de"},
        LAMPS | {"symbol": "XX_1"},
        LAMPS,
        LAMPS | {"symbol": "LL_99_1", "titel": "Fog"},
    )
    said = refused(path, collection="lighthouses")
    assert "row 2: the language “de” is unknown" in said
    assert "row 3: the symbol “XX_1” is unknown." in said
    assert "row 4: the code LL-7-12 stands in row 1 already." in said
    assert "row 5: “titel” is not known here." in said
    assert said.endswith("Nothing was imported.")
    assert not Resolution.objects.filter(assembly__kind__collection=lighthouses).exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": "Res 5"}, "“code” may hold letters, figures, . and -: “Res 5”"),
        ({"code": "A" * 41}, "“code” is longer than 40 characters."),
        ({"code": None}, "“code” must be text."),
        ({"collection": "mars"}, "the collection “mars” is unknown."),
        ({"assembly": "WCC-1905"}, "the assembly “WCC-1905” is unknown in “iucn”."),
        ({"assembly": "LAMP-7"}, "the assembly “LAMP-7” is unknown in “iucn”."),
        ({"kind": "Edict"}, "the kind “Edict” is unknown."),
        ({"keywords": ["snow"]}, "the keyword “snow” is unknown."),
        ({"scopes": ["moon"]}, "the geographic scope “moon” is unknown."),
        ({"countries": ["XX"]}, "the country “XX” is unknown."),
        ({"number": "five"}, "“number” must be a whole number."),
        ({"number": -1}, "“number” must be a whole number."),
        ({"number": True}, "“number” must be a whole number."),
        ({"note": "hm"}, "the note “hm” is unknown"),
        ({"source_url": "javascript:alert(1)"}, "is no address on the web"),
        ({"archived": {"on": "yesterday"}}, "must be a day, as 2026-11-27."),
        ({"texts": [{"language": "en", "title": "x" * 501}]}, "is longer than 500 characters."),
        ({"texts": [{"language": "en", "body": "a\x00b"}]}, "a sign that cannot be kept (U+0000)"),
        ({"texts": [{"language": "en", "body": "\ud800"}]}, "a sign that cannot be kept (U+D800)"),
        ({"texts": [{"title": "No language"}]}, "“language” of “texts” 1 is missing."),
        ({"texts": {"en": "Title"}}, "“texts” must be a list."),
        (
            {
                "texts": [
                    {"language": "fr", "title": "T", "renders": {"language": "en", "version": 9}}
                ]
            },
            "the version that the text in “fr” renders is nowhere.",
        ),
        (
            {"paragraphs": [{"path": "op-1", "kind": "poem", "words": {"en": "Be lit"}}]},
            "the kind of paragraph “poem” is unknown",
        ),
        (
            {"paragraphs": [{"path": "op-1", "kind": "operative", "words": {"en": "Lit"}}] * 2},
            "paragraph 2: the path “op-1” comes twice.",
        ),
        (
            {
                "paragraphs": [
                    {
                        "path": "op-1",
                        "kind": "operative",
                        "words": {"en": "Lit"},
                        "addressees": [
                            {
                                "language": "en",
                                "name": "Us",
                                "constituent": {"kind": "member", "name": "Nobody"},
                            }
                        ],
                    }
                ]
            },
            "paragraph 1: the constituent “Nobody” is unknown.",
        ),
    ],
)
def test_a_mistake_is_told_by_its_row(lighthouses, written, change, says):
    new = {"code": "WCC-2016-Res-999", "assembly": "WCC-2016", "number": 999, "collection": "iucn"}
    said = refused(written(OWN, new | change))
    assert f"row 2: {says}" in said or (said.startswith("row 2: ") and says in said)
    assert not Resolution.objects.filter(code="WCC-2016-Res-999").exists()


def test_a_new_text_must_say_where_it_belongs(db, written):
    said = refused(written({"code": "WCC-2016-Res-999"}, {"code": "X-1", "collection": "iucn"}))
    assert "row 1: “collection” is missing." in said
    assert "row 2: “assembly” is missing." in said
    assert "row 2: “number” is missing." in said


def test_a_collection_that_is_unknown_is_said_with_those_that_are_there(db, written):
    said = refused(written(OWN), collection="mars")
    assert "The collection “mars” is unknown. There are: iucn." in said


def test_rows_of_another_collection_do_not_slip_in(lighthouses, written):
    said = refused(written(OWN), collection="lighthouses")
    assert "row 1: it is of the collection “iucn”, not “lighthouses”." in said


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"{\n", "row 1: this is not JSON"),
        (b"[1]\n", "row 1: a line must be an object"),
        (b"[" * 100_000 + b"\n", "row 1: this is nested too deeply."),
        (b'{"code": "Caf\xe9-1", "collection": "iucn"}\n', "bytes that are not UTF-8"),
        ('{"code": "A-1"}\n'.encode("utf-16"), "The file is written in UTF-16."),
        (b"\x1f\x8b\x08\x00rubbish", "is not a whole gzip file"),
        (gzip.compress(b'{"code": "A-1"}\n', mtime=0)[:-9], "is not a whole gzip file"),
        (b'{"code": ' + b"1" * 5000 + b"}\n", "row 1: this is not JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(db, tmp_path, raw, says):
    path = tmp_path / "texts.jsonl"
    path.write_bytes(raw)
    assert says in refused(path)


def test_the_mark_that_some_programs_put_first_is_no_mistake(db, tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(OWN).encode())
    assert imported(path) == "0 new, 0 changed, 1 unchanged."


def test_standard_input_is_taken_as_well(db, monkeypatch):
    given = SimpleNamespace(buffer=io.BytesIO(json.dumps(OWN).encode()))
    monkeypatch.setattr("sys.stdin", given)
    assert imported("-") == "0 new, 0 changed, 1 unchanged."


@pytest.mark.parametrize(
    ("limit", "value", "says"),
    [
        ("FILE", 100, "The file is larger than"),
        ("LINE", 100, "A line of texts.jsonl is longer than"),
        ("ROWS", 1, "There are more than 1 rows."),
    ],
)
def test_limits_are_kept_and_said(db, written, monkeypatch, limit, value, says):
    monkeypatch.setattr(limits, limit, value)
    assert says in refused(written(OWN, OWN | {"code": "GA-16.08"}))


def test_what_unpacks_to_more_than_the_limit_is_refused(db, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "FILE", 10_000)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 9_000 + b"\n" + b" " * 9_000 + b"\n"))
    assert "The file is larger than" in refused(path)


def test_a_long_list_of_mistakes_is_cut_and_counted(db, written):
    said = refused(written(*[{"code": f"A-{n}"} for n in range(60)]))
    assert said.count("“collection” is missing.") == limits.TOLD
    assert "10 more are not listed." in said


def test_a_dry_run_stores_nothing(lighthouses, written):
    said = imported(written(LAMPS), collection="lighthouses", dry_run=True)
    assert said.startswith("1 new")
    assert said.endswith("nothing was stored.")
    assert not Resolution.objects.filter(code="LL-7-12").exists()


@pytest.mark.parametrize("name", ["nowhere.jsonl", "texts.docx", "texts"])
def test_a_file_that_is_not_there_or_of_no_known_kind(db, tmp_path, name):
    path = tmp_path / name
    if name != "nowhere.jsonl":
        path.write_text("{}")
    assert "Nothing was imported." in refused(path)
