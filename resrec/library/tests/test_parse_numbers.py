"""Numbers, levels and addresses of paragraphs."""

import pytest

from resrec.library.parsing import parse
from resrec.library.parsing.numbers import read_number


@pytest.mark.parametrize(
    ("line", "printed", "rest"),
    [
        ("12. Requests", "12.", "Requests"),
        ("12.\tRequests", "12.", "Requests"),
        ("12.\u00a0Requests", "12.", "Requests"),
        ("3) Prie", "3)", "Prie"),
        ("1.Requests", "1.", "Requests"),
        ("4.2 Members", "4.2", "Members"),
        ("(a)\tcount", "(a)", "count"),
        ("(iv) count", "(iv)", "count"),
        ("b. count", "b.", "count"),
        ("a) compter", "a)", "compter"),
        ("• count", "•", "count"),
        ("– count", "–", "count"),
        ("7.\u200e Notes", "7.", "Notes"),
        ("1.5 million herons", "1.5", "million herons"),
        ("10 December 2031", "10", "December 2031"),
        ("Requests", "", "Requests"),
        ("A heron", "", "A heron"),
        ("e.g. herons", "", "e.g. herons"),
        ("5", "5", ""),
    ],
)
def test_numbers_are_taken_off(line, printed, rest):
    number, text = read_number(line)
    assert (number.printed, text) == (printed, rest)


def placed(*numbers):
    text = "\n".join(f"{number} count herons;" for number in numbers)
    return [(one.level, one.path) for one in parse(text)]


def test_an_i_after_an_h_is_a_letter_and_else_a_roman_one():
    letters = [f"({letter})" for letter in "abcdefghi"]
    assert placed("1.", *letters)[-1] == (2, "op-1-i")
    assert placed("1.", "(a)", "(i)", "(ii)", "(b)") == [
        (1, "op-1"),
        (2, "op-1-a"),
        (3, "op-1-a-i"),
        (3, "op-1-a-ii"),
        (2, "op-1-b"),
    ]


def test_letters_go_on_double():
    assert placed("1.", "(y)", "(z)", "(aa)", "(bb)")[-1] == (2, "op-1-bb")


def test_bullets_are_counted_under_what_they_stand_under():
    assert placed("1.", "(a)", "•", "•", "2.", "–") == [
        (1, "op-1"),
        (2, "op-1-a"),
        (3, "op-1-a-1"),
        (3, "op-1-a-2"),
        (1, "op-2"),
        (2, "op-2-1"),
    ]


def test_numbering_that_begins_again_keeps_addresses_apart():
    assert [path for _level, path in placed("1.", "(a)", "2.", "1.", "(a)", "1.")] == [
        "op-1",
        "op-1-a",
        "op-2",
        "op-1_2",
        "op-1_2-a",
        "op-1_3",
    ]


def test_addresses_are_the_same_in_each_language():
    texts = {
        "en": "The Assembly,\nNoting:\n(a) reeds;\n1. Asks:\n(a) Rest.\nAnnex\nRules\n1. One.",
        "fr": "L’Assemblée,\nNotant :\na) les joncs ;\n1) Prie :\na) Paix.\nAnnexe\nRègles\n1) Un.",
        "es": "La Asamblea,\nNotando:\na) juncos;\n1. Pide:\na) Paz.\nAnexo\nReglas\n1. Uno.",
    }
    paths = {tuple(one.path for one in parse(text, code)) for code, text in texts.items()}
    assert paths == {
        ("pre-1", "pre-2", "pre-2-a", "op-1", "op-1-a", "annex-1", "annex-1-h1", "annex-1-1")
    }


def test_addresses_stay_short_however_deep():
    numbers = ["123.4.5.6.7"] + ["(xviii)", "(aaaaa)", "1)", "(ccccc)", "•", "(mmmmm)"] * 4
    paths = [path for _level, path in placed(*numbers)]
    assert max(map(len, paths)) <= 40
    assert len(set(paths)) == len(paths)
