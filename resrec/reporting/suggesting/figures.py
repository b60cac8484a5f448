"""Figures in all the writings of three languages: 12,000 is 12 000 is 12.000 is 12 mil.

A figure is given as a key: "12000", "3.5", "40%", or "y2024" for what looks like a year.
"""

import re
from collections.abc import Iterator

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
FIRST_YEAR, LAST_YEAR = 1900, 2100
MULTIPLIED = {"k": 1_000, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
MOST_DIGITS = 24
WORD = re.compile(r"[^\W\d_]+")

# What can be an article ("one", "un", "una") is left out.
SPELLED = {
    word: value
    for value, words in {
        2: "two deux dos twice",
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
        15: "fifteen quinze quince",
        16: "sixteen seize dieciséis",
        17: "seventeen diecisiete",
        18: "eighteen dieciocho",
        19: "nineteen diecinueve",
        20: "twenty vingt veinte",
        30: "thirty trente treinta",
        40: "forty quarante cuarenta",
        50: "fifty cinquante cincuenta",
        60: "sixty soixante sesenta",
        70: "seventy setenta",
        80: "eighty ochenta",
        90: "ninety noventa",
        100: "hundred cent cien",
        1000: "thousand mille mil",
        1000000: "million millón",
    }.items()
    for word in words.split()
}
# "once" and "six" are words of another language too: read by the sentence's language.
ONLY_IN = {"once": "es", "dos": "es", "sept": "fr", "mil": "es", "cent": "fr", "dix": "fr"}
SCALES = {
    **dict.fromkeys(["thousand", "mille", "mil"], 1_000),
    **dict.fromkeys(["million", "millions", "millón", "millones"], 1_000_000),
    **dict.fromkeys(["hundred", "cent", "cents"], 100),
}


def figures_in(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield (key, start, end) of each figure of a text, written in figures or in a word."""
    for match in NUMBER.finditer(text):
        yield _read(text, match)
    words = list(WORD.finditer(text.lower()))
    for place, match in enumerate(words):
        word = match.group()
        value = SPELLED.get(word)
        if value is None or ONLY_IN.get(word, language) != language:
            continue
        before = words[place - 1] if place else None
        if before and before.group() in SPELLED and word in SCALES:
            continue  # "two hundred": read with "two"
        if text[: match.start()].rstrip()[-1:].isdigit() and word in SCALES:
            continue  # "12 mille": read with the figure
        after = words[place + 1].group() if place + 1 < len(words) else ""
        if word not in SCALES and after in SCALES:
            value *= SCALES[after]
        yield str(value), match.start(), match.end()


def _read(text, match):
    """(key, start, end) of a number written in figures."""
    written, gap = match.group(), match.group(1)
    whole, _, part = written, "", ""
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
