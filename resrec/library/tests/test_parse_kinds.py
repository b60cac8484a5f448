"""Which kind of paragraph a line is."""

import pytest

from resrec.library.parsing import parse

TEXT = """The Assembly of Lakes, at its session in Vevey:
Recalling its decision on reed beds,
Rules
1. CALLS UPON Members to:
a. count herons; and
b. plant willows;
2.\tAlso requests the Secretariat to report.
Annex
1. Herons are counted at dawn."""


def kinds(text, language="en", title=""):
    return [one.kind for one in parse(text, language, title)]


def test_a_text_is_told_apart():
    found = [(one.kind, one.number, one.level, one.path) for one in parse(TEXT, "en")]
    assert found == [
        ("preambular", "", 1, "pre-1"),
        ("preambular", "", 1, "pre-2"),
        ("heading", "", 1, "heading-1"),
        ("operative", "1.", 1, "op-1"),
        ("operative", "a.", 2, "op-1-a"),
        ("operative", "b.", 2, "op-1-b"),
        ("operative", "2.", 1, "op-2"),
        ("heading", "", 1, "annex-1"),
        ("annex", "1.", 1, "annex-1-1"),
    ]


def test_what_is_numbered_under_the_preamble_belongs_to_it():
    text = "The Assembly,\nNoting that:\n(a) herons fish;\n(b) perch swim,\n1. Decides to rest."
    assert kinds(text) == ["preambular"] * 4 + ["operative"]


def test_without_numbers_the_verb_tells():
    text = (
        "The Assembly of Lakes:\nConsidering the storm;\nRequests the Council to rebuild the jetty;"
    )
    assert kinds(text) == ["preambular", "preambular", "operative"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [("The Assembly of Lakes", "operative"), ("The General Assembly", "preambular")],
)
def test_what_leads_up_to_a_declaration_is_preamble_at_the_united_nations_only(body, kind):
    assert kinds(f"{body},\nAdopts the following declaration:\n1. We are few.")[1] == kind


def test_a_finite_verb_among_participles_is_preamble():
    text = "The Council,\nExpresses concern at the storm,\nRecalling the last one,\n1. Decides."
    assert kinds(text)[1] == "preambular"


@pytest.mark.parametrize(
    "title", ["Annex", "ANNEX II", "Annexe : Statuts", "Anexo I", "Appendix B"]
)
def test_annexes_begin_with_their_title(title):
    assert kinds(f"1. Decides.\n{title}\nRules\nA lamp is put out.")[1:] == [
        "heading",
        "heading",
        "annex",
    ]


def test_the_word_annex_in_a_sentence_begins_none():
    assert kinds("annex to the report of the Working Group, which was read;") == ["preambular"]


def test_the_title_above_a_text_is_a_heading():
    assert kinds("Reeds.\nRecalling the reeds,", title="REEDS") == ["heading", "preambular"]


def test_a_bare_number_counts_only_where_it_is_due():
    text = "1. Decides to rest;\n2 Requests silence;\n14 September 2031\n1987 was a dry year,"
    assert [one.number for one in parse(text)] == ["1.", "2", "", ""]


def test_running_heads_and_broken_lines_are_no_headings():
    text = (
        "Recalling the long report in which the keeper of the ferries told the\n"
        "Council about the wind,\nPage 3\nA/RES/90/1"
    )
    assert "heading" not in kinds(text)


def test_numbered_titles_are_headings():
    text = "A. Lamps\n1. Decides to light them;\n(b) Boats\n2. Decides to moor them."
    assert kinds(text) == ["heading", "operative", "heading", "operative"]
