"""The form that a row must have: keys, types and lengths. Nothing here asks the database."""

import re
from datetime import date

from django.conf import settings

from resrec.exchange.texts import limits
from resrec.library.models import (
    Addressee,
    Citation,
    Event,
    LifeEvent,
    Paragraph,
    Resolution,
    ResolutionText,
)
from resrec.library.models.citation import DECIDED

# What no database, page or document can hold: NUL and its like, halves of a character.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LANGUAGES = [code for code, _name in settings.LANGUAGES]
LARGEST = 32_767  # of a small number


def wrong_in(said):
    """Give a sentence for each thing that is wrong with the form of a row (a dict)."""
    found = list(_table(ROW)(said, ""))
    if not found and said.get("paragraphs"):
        found = list(_tree(said["paragraphs"]))
    return found


def _words(longest, pattern=None, meant=""):
    fits = pattern and re.compile(pattern)

    def check(value, where):
        if not isinstance(value, str):
            yield f"{where} must be text."
        elif len(value) > longest:
            yield f"{where} is longer than {longest:,} characters."
        elif unfit := UNFIT.search(value):
            yield f"{where} holds {_named(unfit[0])}."
        elif fits and value and not fits.fullmatch(value):
            yield f"{where} {meant}: “{value[:60]}”."

    return check


def _named(sign):
    if "\udc80" <= sign <= "\udcff":
        return "bytes that are not UTF-8; save the file as UTF-8"
    return f"a sign that cannot be kept (U+{ord(sign):04X})"


def _of(model, field, **more):
    return _words(model._meta.get_field(field).max_length, **more)


def _number(value, where):
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        yield f"{where} must be a whole number."


def _small_number(value, where):
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST:
        yield f"{where} must be a whole number, {LARGEST:,} at most."


def _one_of(values, noun):
    def check(value, where):
        if value not in values:
            yield f"the {noun} “{value}” is unknown ({where})."

    return check


def _day(value, where):
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        yield f"{where} must be a day, as 2026-11-27."


def _list(check, most=1000):
    def checks(value, where):
        if not isinstance(value, list):
            yield f"{where} must be a list."
        elif len(value) > most:
            yield f"{where} has more than {most:,} entries."
        else:
            for place, one in enumerate(value, start=1):
                yield from check(one, f"{where} {place}")

    return checks


def _table(keys, needed=()):
    def checks(value, where):
        if not isinstance(value, dict):
            yield f"{where or 'it'} must be an object."
            return
        of = f" of {where}" if where else ""
        for key in value.keys() - keys.keys():
            yield f"“{str(key)[:60]}”{of} is not known here."
        for key in needed:
            if key not in value:
                yield f"“{key}”{of} is missing."
        for key, check in keys.items():
            if key in value:
                yield from check(value[key], f"“{key}”{of}")

    return checks


def _or_nothing(check):
    return lambda value, where: () if value is None else check(value, where)


def _in_languages(longest):
    def checks(value, where):
        if not isinstance(value, dict):
            yield f"{where} must be an object of languages."
            return
        for language, words in value.items():
            yield from LANGUAGE(language, where)
            yield from _words(longest)(words, f"{where} ({language})")

    return checks


def _tree(paragraphs):
    seen = set()
    for place, one in enumerate(paragraphs, start=1):
        if one["path"] in seen:
            yield f"paragraph {place}: the path “{one['path']}” comes twice."
        seen.add(one["path"])
        if not one["words"]:
            yield f"paragraph {place} has no words."
        named = [(asked["language"], asked["name"]) for asked in one.get("addressees", ())]
        if len(set(named)) < len(named):
            yield f"paragraph {place} names an addressee twice."


CODE = r"[A-Za-z0-9.-]+"
LANGUAGE = _one_of(LANGUAGES, "language")
TERM = _words(40)
VERSION = {"language": LANGUAGE, "version": _small_number}
WORDS = VERSION | {
    "title": _of(ResolutionText, "title"),
    "title_given": _of(ResolutionText, "title_given"),
    "renders": _or_nothing(_table(VERSION, needed=VERSION)),
    "body": _words(limits.BODY),
}
BODY_ON_RECORD = {"kind": TERM, "name": _words(300)}
ADDRESSEE = {
    "language": LANGUAGE,
    "name": _of(Addressee, "name"),
    "class": TERM,
    "constituent": _table(BODY_ON_RECORD, needed=BODY_ON_RECORD),
}
PARAGRAPH = {
    "path": _of(Paragraph, "path", pattern=r"[\w.-]+", meant="is no address of a paragraph"),
    "kind": _one_of(Paragraph.Kind.values, "kind of paragraph"),
    "number": _of(Paragraph, "number"),
    "level": _small_number,
    "verb": _of(Paragraph, "verb"),
    "verb_type": _one_of(["", *Paragraph.VerbType.values], "class of verbs"),
    "deadline": _of(Paragraph, "deadline"),
    "deadline_on": _day,
    "words": _in_languages(limits.BODY),
    "addressees": _list(_table(ADDRESSEE, needed=("language", "name"))),
}
EVENT = {
    "kind": _one_of(Event.values, "event"),
    "on": _day,
    "other": _words(40, pattern=CODE, meant="is no code"),
    "decision": _of(LifeEvent, "decision"),
    "reason": _in_languages(limits.BODY),
}
CITATION = {
    "origin": _one_of(Citation.Origin.values, "origin"),
    "key": _of(Citation, "key"),
    "number": _of(Citation, "number"),
    "words": _of(Citation, "exact"),
    "state": _one_of(["found", *DECIDED], "state of a citation"),
    "cites": _words(40, pattern=CODE, meant="is no code"),
}
ROW = {
    "code": _of(Resolution, "code", pattern=CODE, meant="may hold letters, figures, . and -"),
    "collection": TERM,
    "assembly": TERM,
    "kind": TERM,
    "number": _number,
    "official_number": _of(Resolution, "official_number"),
    "title_confidence": _one_of(["", *Resolution.Confidence.values], "confidence"),
    "note": _one_of(["", *Resolution.Note.values], "note"),
    "source_url": _words(500, pattern=r"https?://\S+", meant="is no address on the web"),
    "keywords": _list(TERM),
    "scopes": _list(TERM),
    "countries": _list(TERM),
    "archived": _or_nothing(
        _table(
            {
                "on": _day,
                "decision": _of(Resolution, "archived_by_decision"),
                "reason": _in_languages(limits.BODY),
            },
            needed=("on",),
        )
    ),
    "retirement": _or_nothing(
        _table({"language": _one_of(["", *LANGUAGES], "language"), "words": _words(limits.BODY)})
    ),
    "life": _list(_table(EVENT, needed=("kind", "on"))),
    "texts": _list(_table(WORDS, needed=("language",))),
    "citations": _list(_table(CITATION, needed=CITATION), most=limits.PARAGRAPHS),
    "paragraphs": _list(
        _table(PARAGRAPH, needed=("path", "kind", "words")), most=limits.PARAGRAPHS
    ),
}
