"""Reading pairs of sources and the facts they tell, one a line in JSON.

    {"id": "…", "length": 120, "sources": [{"id": "…", "lang": "fr", "text": "…"}],
     "facts": [{"id": "…", "patterns": ["regular expression", …]}]}

`length` is in words. Only `length` and `sources` are needed.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resrec.reporting.suggesting.sentences import Source


class Unreadable(ValueError):
    """A line that cannot be used; its message says why."""


@dataclass(frozen=True)
class Fact:
    """A fact is told where one of its patterns is found, in whatever case."""

    id: str
    patterns: list[re.Pattern]


@dataclass(frozen=True)
class Pair:
    """Sources, a length in words and the facts told; `complaints` are on parts left out."""

    id: str
    length: int
    sources: list[Source]
    facts: list[Fact]
    complaints: list[str]


def pairs_in(lines: Iterable[bytes]) -> Iterator[tuple[int, Pair | Unreadable]]:
    """Yield (line number, Pair or what is wrong) for each line that is not blank."""
    for number, line in enumerate(lines, start=1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            yield number, _pair(line, number)
        except Unreadable as reason:
            yield number, reason


def _pair(line, number):
    try:
        read = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable("not in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if not isinstance(read, dict):
        raise Unreadable("not an object with “length” and “sources”")
    complaints: list[str] = []
    return Pair(
        id=str(read.get("id") or f"line {number}"),
        length=_length(read.get("length")),
        sources=_sources(read.get("sources"), complaints),
        facts=_facts(read.get("facts"), complaints),
        complaints=complaints,
    )


def _length(given):
    whole = isinstance(given, int | float) and not isinstance(given, bool) and given == given
    if not whole or not 1 <= given < 10**9:
        raise Unreadable("“length” has to be a number of words, 1 or more")
    return int(given)


def _sources(given, complaints):
    if not isinstance(given, list):
        raise Unreadable("“sources” has to be a list")
    found = []
    for place, one in enumerate(given, start=1):
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            complaints.append(f"source {place} has no “text”: left out")
            continue
        language = one.get("lang") if isinstance(one.get("lang"), str) else ""
        # Half a surrogate pair is no character and cannot be printed.
        text = one["text"].encode("utf-8", "replace").decode("utf-8")
        if not text.strip():
            complaints.append(f"source {place} is empty: nothing can be taken from it")
        found.append(Source(str(one.get("id") or place), language, text))
    return found


def _facts(given, complaints):
    if given is None:
        return []
    if not isinstance(given, list):
        complaints.append("“facts” is not a list: left out")
        return []
    found = []
    for place, one in enumerate(given, start=1):
        patterns = one.get("patterns") if isinstance(one, dict) else None
        if isinstance(patterns, str):
            patterns = [patterns]
        name = str((one.get("id") if isinstance(one, dict) else None) or place)
        if not isinstance(patterns, list) or not patterns:
            complaints.append(f"fact {name} has no “patterns”: left out")
            continue
        if compiled := [p for p in (_compiled(p, name, complaints) for p in patterns) if p]:
            found.append(Fact(name, compiled))
    return found


def _compiled(pattern, name, complaints):
    if not isinstance(pattern, str):
        complaints.append(f"fact {name}: a pattern is not a string: left out")
        return None
    try:
        compiled = re.compile(unicodedata.normalize("NFC", pattern), re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        complaints.append(f"fact {name}: {pattern!r} is no regular expression ({error}): left out")
        return None
    if compiled.search(""):
        complaints.append(f"fact {name}: {pattern!r} is found where nothing is said: left out")
        return None
    return compiled
