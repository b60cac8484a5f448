"""Which lines are headings, which begin an annex, and which open a resolution."""

import re

from resrec.library.parsing.words import fold

_ANNEX = re.compile(
    r"(?:annexe?|anexo|appendix|appendice|ap[ée]ndice|attachment|enclosure)"
    r"(?:\s+(?:[IVXLC]{1,7}|\d{1,3}|[A-Z]))?\s*(?:[.:–—-].*)?\*?",
    re.IGNORECASE,
)
_BODY = (
    "assembl|asambl|council|conseil|consejo|congres|conferen|commission|comision|committee|comite"
    "|part(?:y|ies)"
)
_ENACTING = re.compile(rf"(?:the|la|le|l'|el)\s*(?:\S+\s+){{0,6}}?(?:{_BODY})\S*(?:\s+\S+){{0,9}}")
_SITTING = re.compile(
    rf"(?:the|la|le|l'|el)\s*(?:\S+\s+){{0,6}}?(?:{_BODY})\S*\s.*"
    r"(?:session|sesion|meeting|reuni).*:"
)
_ENDS_LIKE_A_PARAGRAPH = re.compile(r"(?:[,;:.!…]|[;,:]\s*(?:and|or|et|ou|y|o))[\"'”’»)\]\d]*\*?$")
_RUNNING_HEAD = re.compile(
    r"\d{1,4}\s|(?:General Assembly|Security Council|Economic and Social Council)\s*[—–-]"
    r"|(?:[IVX]+\.\s)?Resolutions? adopted (?:on|without)"
    r"|(?:Page|Página)\s+\d+$|[A-Z]{1,4}(?:/[\w.()-]+){2,}$|(?:Mr|Ms|Mrs|Mme|M|Sr|Sra)\.\s",
)
LONGEST = 400
LONGEST_ANNEX = 200
LONGEST_NAME = 120


def begins_annex(line):
    """Whether a line is the title of an annex: "Annex II", "ANNEXE : Statuts"."""
    return len(line) <= LONGEST_ANNEX and bool(_ANNEX.fullmatch(line))


def names_the_assembly(line):
    """Whether a line says no more than who adopts: "The General Assembly,"."""
    return len(line) <= LONGEST_NAME and bool(_ENACTING.fullmatch(fold(line).rstrip(",:; ")))


def says_who_sits(line):
    """Whether a line names a sitting, with a colon: "The Congress, at its session in Bern:"."""
    return len(line) <= LONGEST and bool(_SITTING.fullmatch(fold(line)))


def looks_like_heading(line):
    """Whether an unnumbered line has the form of a heading; a page's running head has not."""
    if len(line) > LONGEST or not (line[0].isupper() or line[0] in '“"«¿'):
        return False
    return ends_open(line) and not is_running_head(line)


def is_running_head(line):
    """Whether a line is the head or foot of a printed page, with its number or the session's."""
    return bool(_RUNNING_HEAD.match(line))


def ends_open(line):
    """Whether a line has no full stop, comma or the like at its end."""
    return not _ENDS_LIKE_A_PARAGRAPH.search(line)
