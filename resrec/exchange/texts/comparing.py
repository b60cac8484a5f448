"""What a row says beside what the library holds of that text."""

from operator import itemgetter

from resrec.library.models import Resolution
from resrec.library.records import TERMS, records

# Without these no text can be made.
NEEDED = ("assembly", "number")


def canonical(said):
    """Give a row of right form as records are written: terms in order, nothing empty kept."""
    said = said | {name: sorted(said[name]) for name in TERMS if name in said}
    if said.get("archived"):
        archived = {"decision": "", "reason": {}} | said["archived"]
        archived["reason"] = _filled(archived["reason"])
        said["archived"] = archived
    if "life" in said:
        nothing = {"other": "", "decision": "", "reason": {}}
        said["life"] = [
            nothing | one | {"reason": _filled(one.get("reason", {}))} for one in said["life"]
        ]
    if said.get("retirement"):
        said["retirement"] = {"language": "", "words": ""} | said["retirement"]
    if "citations" in said:
        said["citations"] = sorted(said["citations"], key=itemgetter("origin", "key"))
    if "paragraphs" in said:
        said["paragraphs"] = [_filled(one) for one in said["paragraphs"]]
        for one in said["paragraphs"]:
            if "addressees" in one:
                one["addressees"] = [_filled(asked) for asked in one["addressees"]]
    return said


def held(rows):
    """Give {code: (id, record)} of the texts of these rows that the library holds.

    Records are without paragraphs where no row says any.
    """
    codes = [row.code for row in rows]
    found = Resolution.objects.filter(code__in=codes).order_by().values_list("code", "pk")
    ids = dict(found)
    with_paragraphs = any("paragraphs" in row.said for row in rows)
    there = records(ids.values(), with_paragraphs=with_paragraphs)
    return {one["code"]: (ids[one["code"]], one) for one in there}


def differences(said, record):
    """Give the keys in which a row differs from a record; what it does not say does not differ."""
    return [
        key
        for key, value in said.items()
        if (changed_words(said, record) if key == "texts" else value != record[key])
    ]


def changed_words(said, record):
    """Give the entries of a row's `texts` that the library does not hold so."""
    there = _by_version(record)
    return [
        one
        for one in versioned(said, record)
        if (now := there.get((one["language"], one["version"]))) is None
        or any(now[key] != value for key, value in one.items())
    ]


def versioned(said, record=None):
    """Give the `texts` of a row, each with its version: where none is said, the newest there is."""
    newest = {one["language"]: one["version"] for one in record["texts"]} if record else {}
    return [{"version": newest.get(one["language"], 1)} | one for one in said.get("texts", ())]


def title_conflict(said, record):
    """Give (title in the library, title in the row) for the first that differ, or None."""
    there = _by_version(record)
    for one in changed_words(said, record):
        now = there.get((one["language"], one["version"]), {})
        if now.get("title") and one.get("title", now["title"]) != now["title"]:
            return now["title"], one["title"]
    return None


def _by_version(record):
    return {(one["language"], one["version"]): one for one in record["texts"]}


def _filled(values):
    return {key: value for key, value in values.items() if value not in ("", 0, None, [], {})}
