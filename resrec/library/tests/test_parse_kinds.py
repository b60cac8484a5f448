"""Which kind of paragraph a line is."""

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
