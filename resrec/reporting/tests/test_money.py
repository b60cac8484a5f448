"""Amounts as people write them in three conventions: read, or refused with words."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from resrec.reporting.needs.money import amount_in_words, currencies, currency_named, read_amount
from resrec.rules import RuleBroken


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12500", "12500"),
        ("12 500", "12500"),
        ("12\u202f500,50", "12500.50"),
        ("12\u00a0500", "12500"),
        ("12,500.50", "12500.50"),
        ("12.500,50", "12500.50"),
        ("12,500", "12500"),
        ("12.500", "12500"),
        ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.8"),
        ("1'234'567.50", "1234567.50"),
        ("12,50,000", "1250000"),
        ("12,5", "12.5"),
        (" 0.50 ", "0.50"),
        ("١٢٥٠٠", "12500"),
    ],
)
def test_what_is_read(typed, amount):
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "a lot", "12k", "€ 500", "1.2.3", "12,500,5", "1,2345", "0,500", "12 50", "-5"),
        *("12.500.50", "0", "0.00", "1e9", "NaN", "9" * 30, "1000000000000", "1 2 3", "½", "12²"),
    ],
)
def test_what_is_refused(typed):
    with pytest.raises(RuleBroken):
        read_amount(typed)


def test_three_digits_behind_the_sign_are_doubtful_where_a_currency_has_three_decimals():
    with pytest.raises(RuleBroken, match=r"12500 or 12\.5"):
        read_amount("12,500", decimals=currency_named("TND").decimals)
    assert read_amount("12500", decimals=3) == 12500


@pytest.mark.parametrize("typed", ["EUR", "eur ", "Euro", "euros", "Euro (EUR)"])
def test_a_currency_by_code_or_name(typed):
    assert currency_named(typed).code == "EUR"


def test_a_currency_in_any_language():
    assert currency_named("dollar des États-Unis").code == "USD"
    with pytest.raises(RuleBroken):
        currency_named("$")


def test_no_name_is_that_of_two_currencies():
    of_name = {}
    for one in currencies().values():
        for name in one.names.values():
            of_name.setdefault(name.casefold(), set()).add(one.code)
    assert len(currencies()) > 150
    assert not [codes for codes in of_name.values() if len(codes) > 1]


def test_an_amount_reads_as_the_language_writes_it():
    assert amount_in_words(Decimal("12500.00"), "EUR") == "EUR 12,500"
    with override("es"):
        assert "12" in amount_in_words(Decimal("12500.50"), "EUR")
