"""Amounts of money as people write them, and the currencies of ISO 4217 in use today."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext as _, pgettext

from resrec import reporting
from resrec.facts import rows
from resrec.people.folding import folded
from resrec.rules import RuleBroken

LARGEST = Decimal("999999999999.99")
FOLDER = Path(reporting.__file__).parent / "facts"
BLANKS = re.compile(r"[\s'’]+")
GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")  # 12,500  1.234.567
LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")  # 12,50,000
LIKE_A_FRACTION = re.compile(r"\d{1,3}[.,]\d{3}")


@dataclass(frozen=True)
class Currency:
    """One currency: its three letters, how many decimals it has, its names by language."""

    code: str
    decimals: int
    names: dict

    def __str__(self):
        return self.names.get(get_language()) or self.names["en"]


@cache
def currencies():
    """Give {code: Currency}, by code: those that are tender somewhere, as CLDR names them."""
    return {
        row["code"]: Currency(
            row["code"],
            int(row["decimals"]),
            {language: row[f"label_{language}"] for language in ("en", "fr", "es")},
        )
        for row in rows(FOLDER, "currencies")
    }


@cache
def _by_name():
    """Under its code, its names, and both as they are offered: "Euro (EUR)"."""
    found = {folded(code): one for code, one in currencies().items()}
    for code, one in currencies().items():
        for name in one.names.values():
            found |= {folded(name): one, folded(f"{name} ({code})"): one}
    return found


def currency_named(typed):
    """Give the Currency of a code or a name in any of the languages: "EUR", "euros", "US dollar".

    Raises RuleBroken when there is none. Signs are not read: "$" is the sign of many.
    """
    name = folded(typed)
    found = _by_name().get(name) or _by_name().get(name.removesuffix("s"))
    if found is None:
        said = _("“%(typed)s” is not a currency we know. Write its three letters, as in EUR.")
        raise RuleBroken(said % {"typed": typed})
    return found


def read_amount(typed, decimals=2):
    """Give the Decimal that a person means by "12 500", "12,500.50" or "12.500,50".

    Three digits behind a single sign are thousands, since money has two decimals; of a currency
    that has three, "12.500" is refused as it could mean either. Raises RuleBroken.
    """
    digits = _plain_digits(typed)
    if decimals > 2 and LIKE_A_FRACTION.fullmatch(digits):
        whole, fraction = re.sub("[.,]", "", digits), digits.replace(",", ".").rstrip("0")
        said = _("“%(typed)s” could mean %(whole)s or %(fraction)s. Write it without thousands.")
        raise RuleBroken(said % {"typed": typed, "whole": whole, "fraction": fraction.rstrip(".")})
    amount = _value(digits)
    if amount is None:
        said = _("“%(typed)s” is not an amount we can read. Write digits only, as in 12500.50.")
        raise RuleBroken(said % {"typed": typed})
    if not 0 < amount <= LARGEST:
        raise RuleBroken(_("An amount is more than nothing and less than a million million."))
    return amount


def _plain_digits(typed):
    """Digits of any script as 0 to 9; blanks and apostrophes between them taken out."""
    signs = (str(unicodedata.decimal(sign, sign)) for sign in typed.strip())
    return BLANKS.sub(" ", "".join(signs))


def _value(digits):
    """Give the Decimal, or None when the signs between the digits make no sense."""
    if " " in digits:
        is_right = re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d{1,2})?", digits)
        return Decimal(digits.replace(" ", "").replace(",", ".")) if is_right else None
    if "." in digits and "," in digits:
        sign = max(".,", key=digits.rfind)
        whole, _sign, fraction = digits.rpartition(sign)
        is_right = re.fullmatch(r"\d{1,2}", fraction) and _is_grouped(whole)
        return Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}") if is_right else None
    if _is_grouped(digits):
        return Decimal(re.sub("[.,]", "", digits))
    if re.fullmatch(r"\d{1,15}(?:[.,]\d{1,2})?", digits):
        return Decimal(digits.replace(",", "."))
    return None


def _is_grouped(digits):
    """Whether "12,500" or "12,50,000" is written as thousands are; "0,500" is not."""
    in_groups = GROUPED.fullmatch(digits) or LAKHS.fullmatch(digits)
    return bool(in_groups) and not digits.startswith("0")


def amount_in_words(amount, currency):
    """Give "EUR 12,500" as the page's language writes it; cents only where there are some."""
    places = 0 if amount == amount.to_integral_value() else 2
    number = number_format(amount, decimal_pos=places, force_grouping=True)
    said = pgettext("money", "%(currency)s %(amount)s")
    return said % {"currency": currency, "amount": number}
