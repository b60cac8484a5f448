"""Until when something is asked."""

from datetime import date

import pytest

from resrec.library.parsing import parse

NAMED = [
    ("en", "by 2030", date(2030, 12, 31)),
    ("en", "no later than 31 December 2027", date(2027, 12, 31)),
    ("en", "by the end of 2028", date(2028, 12, 31)),
    ("en", "by mid-2026", date(2026, 6, 30)),
    ("en", "by February 2028", date(2028, 2, 29)),
    ("en", "before 1 May 2027", date(2027, 4, 30)),
    ("en", "before 2027", date(2026, 12, 31)),
    ("en", "at its eighty-first session", None),
    ("en", "within two years", None),
    ("en", "at the next World Lakes Congress", None),
    ("fr", "avant la fin de 2028", date(2028, 12, 31)),
    ("fr", "d’ici à 2030", date(2030, 12, 31)),
    ("fr", "au plus tard le 1er mai 2027", date(2027, 5, 1)),
    ("fr", "à sa quatre-vingt-unième session", None),
    ("fr", "dans un délai de deux ans", None),
    ("es", "a más tardar en 2027", date(2027, 12, 31)),
    ("es", "antes del 1 de mayo de 2027", date(2027, 4, 30)),
    ("es", "para finales de 2028", date(2028, 12, 31)),
    ("es", "en su octogésimo primer período de sesiones", None),
    ("es", "en un plazo de dos años", None),
]
ASKS = {
    "en": "1. Requests the Council to report, {}, on reeds.",
    "fr": "1. Prie le Conseil de faire rapport, {}, sur les joncs.",
    "es": "1. Pide al Consejo que informe, {}, sobre los juncos.",
}


@pytest.mark.parametrize(("language", "words", "last"), NAMED)
def test_a_deadline_is_found_with_the_last_date_it_can_mean(language, words, last):
    deadline = parse(ASKS[language].format(words), language)[0].deadline
    assert (deadline.words, deadline.last) == (words, last)


@pytest.mark.parametrize(
    "line",
    [
        "1. Requests the Council to read the report adopted at its tenth session.",
        "1. Welcomes the wish to rest by 2030.",
        "Recalling the wish to rest by 2030,",
        "1. Requests the Council to follow the 2030 Agenda by itself.",
        "1. Requests the Council to report by 31 February 2031st.",
    ],
)
def test_what_is_past_or_another_s_is_no_deadline(line):
    deadline = parse(line)[0].deadline
    assert deadline is None or deadline.last is None
