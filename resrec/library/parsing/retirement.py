"""When a text says that it may be retired: "This Resolution may be archived once …"."""

import re
import tomllib
from functools import cache
from pathlib import Path

from resrec.library.parsing.words import fold

FILE = Path(__file__).parent / "lexicon" / "retirement.toml"
_SENTENCE_END = re.compile(r"[.;](?=\s|$)")
FURTHEST = 20_000


def retirement_criterion(parsed):
    """Give the words with which a text says when it may be retired, "" if it does not.

    `parsed` is the list that `parse` gives. What is numbered under the sentence belongs to it.
    """
    for place, one in enumerate(parsed):
        if one.kind in ("operative", "annex") and (sentence := _sentence_in(one.text[:FURTHEST])):
            if sentence.endswith(":"):
                sentence = " ".join([sentence, *_under(parsed, place)])
            return sentence
    return ""


def _sentence_in(text):
    known = fold(text)
    found, others = _patterns()
    match = found.search(known)
    if not match:
        return ""
    before = [end.end() for end in _SENTENCE_END.finditer(known, 0, match.start())]
    after = _SENTENCE_END.search(known, match.end())
    start, end = (before[-1] if before else 0), (after.end() if after else len(text))
    return "" if others.search(known, start, end) else text[start:end].strip()


def _under(parsed, place):
    for one in parsed[place + 1 :]:
        if one.level <= parsed[place].level:
            return
        yield f"{one.number} {one.text}".strip()


@cache
def _patterns():
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return re.compile("|".join(found["patterns"])), re.compile(found["others"])
