"""Figures in all the writings of three languages: 12,000 is 12 000 is 12.000 is 12 mil.

A figure is given as a key: "12000", "3.5", "40%"; "y2024" is what looks like a year, "yday" a day
of a month.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator

_GAP = "[ \u00a0\u202f\u2009.,'’]"
NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?!0)\d{{1,3}}(?:({_GAP})\d{{3}})(?:\1\d{{3}})*(?!\d)|\d+)(?:[.,]\d+)?"
)
MULTIPLIER = re.compile(
    r"(?:(?P<k>k)|[\s\u00a0\u202f-]*(?:(?P<thousand>thousand|mille|mil)"
    r"|(?P<million>millions?|millón|millones)|(?P<billion>billions?|milliards?|bn)))\b",
    re.I,
)
THOUSAND_MILLIONS = re.compile(r"\s*(?:millones|millions)\b", re.I)
PERCENT = re.compile(
    r"[\s\u00a0\u202f]*(?:%|per\s?cent\b|pour\s?cent\b|por\s?cien(?:to)?\b|pct\b)", re.I
)
_months = (
    "january february march april may june july august september october november december"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).replace(" ", "|")
_day = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_days = rf"(?:{_day}(?:\s*(?:-|–|and|et|y|to|au|al|,)\s*{_day})*)"
DAY = re.compile(
    rf"\b{_days}\s+(?:of\s+|de\s+)?(?:{_months})\b|\b(?:{_months})\s+{_days}\b(?![.,]?\d)", re.I
)
FIRST_YEAR, LAST_YEAR = 1900, 2100
MULTIPLIED = {"k": 1_000, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
MOST_DIGITS = 24
WIDEST_GAP = 20  # characters between "12" and "mille"

# What can be an article ("one", "un", "una") is left out.
SPELLED = {
    word: value
    for value, words in {
        2: "two deux dos",
        3: "three trois tres",
        4: "four quatre cuatro",
        5: "five cinq cinco",
        6: "six seis",
        7: "seven sept siete",
        8: "eight huit ocho",
        9: "nine neuf nueve",
        10: "ten dix diez",
        11: "eleven onze once",
        12: "twelve douze doce dozen douzaine docena",
        13: "thirteen treize trece",
        14: "fourteen quatorze catorce",
        15: "fifteen quinze quince quinzaine",
        16: "sixteen seize dieciséis",
        17: "seventeen diecisiete",
        18: "eighteen dieciocho",
        19: "nineteen diecinueve",
        20: "twenty vingt vingts veinte vingtaine veintena",
        **{20 + n: f"veinti{word}" for n, word in enumerate("uno dós trés".split(), start=1)},
        **{
            24 + n: f"veinti{w}" for n, w in enumerate("cuatro cinco séis siete ocho nueve".split())
        },
        30: "thirty trente treinta trentaine",
        40: "forty quarante cuarenta",
        50: "fifty cinquante cincuenta",
        60: "sixty soixante sesenta",
        70: "seventy setenta",
        80: "eighty ochenta",
        90: "ninety noventa",
        100: "hundred hundreds cent cents cien ciento centaine centena",
        200: "doscientos doscientas",
        300: "trescientos trescientas",
        400: "cuatrocientos cuatrocientas",
        500: "quinientos quinientas",
        600: "seiscientos seiscientas",
        700: "setecientos setecientas",
        800: "ochocientos ochocientas",
        900: "novecientos novecientas",
        1000: "thousand thousands mille mil millier milliers",
        1000000: "million millions millón millones",
    }.items()
    for word in words.split()
}
# Words of another language too: read by the sentence's language.
ONLY_IN = {"once": "es", "dos": "es", "sept": "fr", "mil": "es", "cent": "fr", "dix": "fr"}
PARTS = {
    **dict.fromkeys(["half", "moitié", "mitad"], "50%"),
    **dict.fromkeys(["a third", "one third", "one-third", "un tiers", "un tercio"], "33%"),
    **dict.fromkeys(["two thirds", "two-thirds", "deux tiers", "dos tercios"], "67%"),
    **dict.fromkeys(["a quarter", "one quarter", "un quart", "una cuarta parte"], "25%"),
}
_words = "|".join(sorted(SPELLED, key=len, reverse=True))
WRITTEN_OUT = re.compile(
    rf"\b(?:(?P<part>{'|'.join(PARTS)})|(?:{_words})(?:(?:[\s-]+|(?<=nta)\s+y\s+|(?<=hundred)\s+and\s+)"
    rf"(?:{_words}))*)\b",
    re.I,
)
WORD = re.compile(r"[^\W\d_]+")
MONTHS = set(_months.split("|"))
WRITTEN = {*SPELLED, *(words.split()[-1].split("-")[-1] for words in PARTS)}
ONE_WORD = re.compile(_words, re.I)


def figures_in(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield (key, start, end) of each figure of a text, written in figures or in words."""
    end, written = 0, set(WORD.findall(text.lower()))
    days = [] if MONTHS.isdisjoint(written) else [day.span() for day in DAY.finditer(text)]
    yield from (("yday", start, stop) for start, stop in days)
    is_of_day = within(days)
    for match in NUMBER.finditer(text):
        if match.start() >= end and not is_of_day(match.start()):
            key, start, end = _read(text, match)
            yield key, start, end
    if WRITTEN.isdisjoint(written):
        return
    for match in WRITTEN_OUT.finditer(text):
        if text[max(0, match.start() - WIDEST_GAP) : match.start()].rstrip()[-1:].isdigit():
            continue  # "12 mille": read with the figure
        if part := match["part"]:
            yield PARTS[part.lower()], *match.span()
            continue
        words = [word.lower() for word in ONE_WORD.findall(match.group())]
        if ONLY_IN.get(words[0], language) == language or len(words) > 1:
            percent = PERCENT.match(text, match.end())
            key = f"{_value(words)}{'%' if percent else ''}"
            yield key, match.start(), percent.end() if percent else match.end()


def within(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Give a test whether a place is in one of the spans; to be asked in the order of the places.

    A text may have thousands of spans, so that each is looked at once.
    """
    coming, until = deque(sorted(spans)), -1

    def is_within(place):
        nonlocal until
        while coming and coming[0][0] <= place:
            until = max(until, coming.popleft()[1])
        return place < until

    return is_within


def _value(words):
    """The number that words give: "dix-neuf", "two hundred thousand", "quatre-vingt-dix"."""
    total = held = 0
    for word in words:
        value = SPELLED[word]
        if value >= 1000:
            total, held = total + max(held, 1) * value, 0
        elif value == 100:
            held = max(held, 1) * 100
        elif value == 20 and held == 4:
            held = 80
        else:
            held += value
    return total + held


def _read(text, match):
    """(key, start, end) of a number written in figures."""
    written, gap = match.group(), match.group(1)
    whole, part = written, ""
    tail = re.search(r"[.,](\d+)$", written)
    if tail and not (gap == tail.group()[0] and len(tail.group(1)) == 3):
        whole, part = written[: tail.start()], tail.group(1)
        if gap is None and len(part) == 3 and whole != "0":
            whole, part = whole + part, ""
    digits, part = re.sub(r"\D", "", whole)[:MOST_DIGITS], part[:MOST_DIGITS]
    value = float(f"{digits}.{part}") if part else int(digits)
    end = match.end()
    if percent := PERCENT.match(text, end):
        return f"{_plain(value)}%", match.start(), percent.end()
    if scale := MULTIPLIER.match(text, end):
        end = scale.end()
        value *= MULTIPLIED[scale.lastgroup]
        if scale.lastgroup == "thousand" and (more := THOUSAND_MILLIONS.match(text, end)):
            value, end = value * 1_000_000, more.end()
        return _plain(value), match.start(), end
    is_year = gap is None and not part and FIRST_YEAR <= value <= LAST_YEAR
    return ("y" if is_year else "") + _plain(value), match.start(), end


def _plain(value):
    rounded = round(value, 6)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)
