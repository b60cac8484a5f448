"""Rules of counting as data, so that a figure can be counted again from the records alone.

A rule is `{"noun", "where": {name: value}, "has": {name: value}, "each": name, "less": rule}`: of
the records of a noun those whose values are as `where` says and whose lists hold what `has` says,
counted one by one, or each different value of `each` once; less what another rule counts. Figures
without a rule are counted by the members that were kept with them.
"""

from resrec.analysis.figures import Noun
from resrec.analysis.statuses import NOT_STATED

REPORT, ACCOUNT = str(Noun.ACTIVITY_REPORT), str(Noun.PROGRESS_REPORT)


def rule_of(figure):
    """Give the rule of a figure; None for one without, and for one of an analysis frozen before."""
    if figure.is_frozen:
        return None
    year = figure.year
    with_account = {"noun": ACCOUNT, "where": {"year": year}, "each": "text"}
    all_texts = {"noun": str(Noun.TEXT)}
    known = {
        "texts": all_texts,
        "with_progress_report": with_account,
        "nobody_reported": all_texts | {"less": with_account},
        "not_stated": _of(with_account, status=None),
        "activity_reports": {"noun": REPORT, "where": {"kind": "full", "year": year}},
        "activities": {"noun": str(Noun.ACTIVITY)},
        "challenges_stated": {"noun": str(Noun.STATEMENT), "where": {"section": "challenges"}},
        "future_stated": {"noun": str(Noun.STATEMENT), "where": {"section": "future"}},
        "future": {"noun": str(Noun.FUTURE_ACTIVITY)},
        "future_planned": {"noun": str(Noun.FUTURE_ACTIVITY), "where": {"planned": "yes"}},
        "future_not_planned": {"noun": str(Noun.FUTURE_ACTIVITY), "where": {"planned": "no"}},
        "future_not_stated": {"noun": str(Noun.FUTURE_ACTIVITY), "where": {"planned": NOT_STATED}},
    }
    if figure.key in known:
        return known[figure.key]
    family, _of_, code = figure.key.partition("status_")
    if _of_ and not family:
        return _of(with_account, status=code)
    family, _of_, code = figure.key.partition("_of_")
    if family == "listed":
        return with_account | {"has": {"kinds": code}}
    if family == "activities":
        return {"noun": str(Noun.ACTIVITY), "where": {"kind": code}}
    return None


def _of(rule, **values):
    return rule | {"where": rule["where"] | values}


def counted_by(rule, records):
    """Count by a rule; `records` is {noun: [values of each record]}."""
    found = [values for values in records.get(rule["noun"], ()) if _fits(rule, values)]
    each = rule.get("each")
    number = len({values[each] for values in found}) if each else len(found)
    return number - (counted_by(rule["less"], records) if "less" in rule else 0)


def _fits(rule, values):
    as_said = all(values.get(name) == value for name, value in rule.get("where", {}).items())
    return as_said and all(
        value in values.get(name, ()) for name, value in rule.get("has", {}).items()
    )
