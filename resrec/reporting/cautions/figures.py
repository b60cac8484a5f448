"""Figures and dates of a statement that its sources do not give."""

import re
from itertools import islice, product

from resrec.reporting.cautions.dates import dates_in
from resrec.reporting.suggesting.figures import figures_in

# A number behind such a word names a thing and counts nothing.
NAMING = re.compile(
    r"\b(?:(?:resolution|resolución|résolution|recommendation|recommandation|recomendación"
    r"|decision|décision|decisión|motion|moción|paragraph|paragraphe|párrafo|article|artículo"
    r"|annexe?|anexo|target|cible|meta|goal|objective|objectif|objetivo|phase|fase|page|página"
    r"|version|versión)s?(?:es)?|res\.?|rec\.?|para\.?|art\.?|cop|sdg|odd|ods|n[o°º]\.?|pp?\.)"
    r"[\s\u00a0-]*(?:\d[\d.]*\s*(?:,|and|et|y|&|to|à|a|-|–)\s*)*$",
    re.I,
)
MOST_SUMS = 2_000


def figures_not_said(text, language, sources):
    """Give the figures and dates, as written, of a text that none of its sources gives.

    `sources` are lists of (language, text), a list a source. A figure that is the sum of one
    figure of each of several sources, or their number, is theirs too. Number words of the text
    are passed over ("one of the three"); those of the sources count.
    """
    said = [_said(source) for source in sources]
    keys, dates = {key for one in said for key in one[0]}, [d for one in said for d in one[1]]
    written = dates_in(text)
    missing = [
        (one.start, text[one.start : one.end])
        for one in written
        if not any(one.agrees_with(other) for other in dates)
    ]
    for key, start, end in figures_in(text, language):
        if not text[start].isdigit() or _names_a_thing(text, start, end, written):
            continue
        if key not in keys and key.lstrip("y") not in keys and not _is_sum(key, said):
            missing.append((start, text[start:end].strip()))
    return list(dict.fromkeys(words for _start, words in sorted(missing)))


def _said(source):
    keys = {key.lstrip("y") for code, text in source for key, _s, _e in figures_in(text, code)}
    dates = [date for _code, text in source for date in dates_in(text)]
    return keys | {str(one.year) for one in dates if one.year}, dates


def _names_a_thing(text, start, end, written):
    in_date = any(one.start <= start < one.end for one in written)
    is_joined = text[end : end + 1].isalpha() or text[start - 1 : start] in ("-", "/", "#")
    is_marker = bool(re.match(r"\s*[.)]\s", text[end:])) and _begins_line(text, start)
    return in_date or is_joined or is_marker or bool(NAMING.search(text[:start]))


def _begins_line(text, start):
    return not text[:start].rpartition("\n")[2].strip(" \t(-•")


def _is_sum(key, said):
    if not key.isdigit() or len(said) < 2:
        return False
    if int(key) == len(said):
        return True
    counts = [{0, *(int(one) for one in keys if one.isdigit())} for keys, _dates in said]
    return any(sum(some) == int(key) for some in islice(product(*counts), MOST_SUMS))
