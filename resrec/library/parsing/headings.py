"""Which lines are headings, and which begin an annex."""

import re

_ANNEX = re.compile(
    r"(?:annexe?|anexo|appendix|appendice|ap[ée]ndice|attachment|enclosure)"
    r"(?:\s+(?:[IVXLC]{1,7}|\d{1,3}|[A-Z]))?\s*(?:[.:–—-].*)?\*?",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[,;:.?!…”\"»]['’)\]\d]*$|[;,:]\s*(?:and|or|et|ou|y|o)$")
LONGEST = 200


def begins_annex(line):
    """Whether a line is the title of an annex: "Annex II", "ANNEXE : Statuts"."""
    return len(line) <= LONGEST and bool(_ANNEX.fullmatch(line))


def looks_like_heading(line):
    """Whether an unnumbered line has the form of a heading."""
    return len(line) <= LONGEST and not _ENDS_A_SENTENCE.search(line) and line[0].isupper()
