"""Closed answers as the forms print them, in three languages."""

from pathlib import Path

from resrec import facts, reporting
from resrec.exchange.portal_pages.printed import is_cut_from, same

_FACTS = Path(reporting.__file__).parent / "facts"

NOBODY = (
    "No other Members are/have been involved",
    "No Commissions are/have been involved",
    "Pas d'autres Membres sont / ont été impliqués",
    "Pas de commissions sont / ont été impliqués",
    "No hay otros Miembros que hayan participado",
    "Ninguna Comisión ha participado",
)
UNKNOWN = ("I do not know", "Je ne sais pas", "No lo sé")
YES, NO = ("Yes", "Oui", "Sí"), ("No", "Non")
_PRINTED = {"Yes": YES, "No": NO, "I do not know": UNKNOWN}

ACTION_STATUSES = tuple(
    row[f"label_{language}"]
    for row in facts.rows(_FACTS, "activity_statuses")
    for language in ("en", "fr", "es")
)
IMPLEMENTATION_STATUSES = tuple(
    (row[f"label_{language}"], row[f"explanation_{language}"])
    for row in facts.rows(_FACTS, "implementation_statuses")
    for language in ("en", "fr", "es")
)
# Pages print `Name: explanation`. How they explain the other two has not been seen.
_SEEN = ("Initiated", "Underway", "On-going")
REPORT_STATUSES = ("Published", "Draft")


def says_nobody(line):
    return _is_one_of(line, NOBODY)


def says_unknown(line):
    return _is_one_of(line, UNKNOWN)


def yes_or_no(line):
    """Give "Yes", "No" or "I do not know" for an answer in any language, else None."""
    return next((answer for answer, words in _PRINTED.items() if _is_one_of(line, words)), None)


def is_action_status(line):
    return _is_one_of(line, ACTION_STATUSES)


def is_implementation_status(line):
    """Tell whether a line is a known status, with or without its explanation."""
    return _is_one_of(line.partition(":")[0], [name for name, _ in IMPLEMENTATION_STATUSES])


def is_whole_status(line):
    """Tell whether a line is a known status with the whole of its explanation."""
    return _is_one_of(line, [f"{name}: {why}" for name, why in IMPLEMENTATION_STATUSES])


def is_cut_implementation_status(line):
    """Tell whether a status, or the explanation behind it, was cut off."""
    whole = [f"{name}: {why}" if name in _SEEN else name for name, why in IMPLEMENTATION_STATUSES]
    return is_cut(line, whole)


def is_cut(line, *vocabularies):
    """Tell whether a line is the beginning of a value and is not itself one."""
    values = [value for vocabulary in vocabularies for value in vocabulary]
    return not _is_one_of(line, values) and any(is_cut_from(line, value) for value in values)


def _is_one_of(line, values):
    return any(same(line, value) for value in values)
