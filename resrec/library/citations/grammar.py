"""How each language writes of another text: the patterns that `finding.py` puts together.

What a text is called (Resolution, Recommendation …) comes from the vocabulary of kinds; these
are the words around it. Patterns are written for `re.VERBOSE`.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from resrec.people.folding import folded

# As the vocabulary has them; the library hands over its own.
KINDS = (
    ("Res", ("Resolution", "Résolution", "Resolución")),
    ("Rec", ("Recommendation", "Recommandation", "Recomendación")),
    ("Dec", ("Decision", "Décision", "Decisión")),
)
YEAR = r"(?:19|20)[0-9]{2}"
ANY_ACCENT = str.maketrans({"e": "[eé]", "o": "[oó]", "a": "[aàá]", "i": "[ií]", " ": r"\s+"})


@dataclass(frozen=True)
class Words:
    """The words of one language, each a pattern of alternatives."""

    own: str  # "its resolution": adopted by the same body
    month: str
    dated: str  # between a number and its day: "of 21 December 2010"
    of_body: str  # "resolution 5/1 of the Human Rights Council"
    joined: str  # between the members of a list
    entitled: str
    about: str  # "the Resolution on Antarctica"
    adopted: str
    by: str  # "adopted by the Congress"
    at: str  # before a place
    part: str  # ", annex"


WORDS = {
    "en": Words(
        own="its|our|their",
        month="january february march april may june july august september october november "
        "december",
        dated=r"of|dated|adopted\s+on",
        of_body=r"of\s+the",
        joined=r"and\s+also|as\s+well\s+as|and|or|to|through",
        entitled="entitled|titled|called",
        about="on|concerning|regarding|about",
        adopted="adopted|passed|approved",
        by=r"by\s+the",
        at="in|at",
        part="annex(?:es)?|appendix",
    ),
    "fr": Words(
        own="sa|ses|leurs?|nos|notre",
        month="janvier f[eé]vrier mars avril mai juin juillet ao[uû]t septembre octobre novembre "
        "d[eé]cembre",
        dated=r"en\s+date\s+du|adopt[eé]es?\s+le|du",
        of_body=r"de\s+l[’']|de\s+la|du|des",
        joined=r"et\s+aussi|ainsi\s+que|et|ou|à",
        entitled="intitul[eé]es?",
        about=r"relatives?\s+(?:à\s+la|à\s+l[’']|à|aux?)|concernant|portant\s+sur|sur",
        adopted="adopt[eé]es?|vot[eé]es?",
        by=r"par\s+(?:l[’']|la|le)",
        at="à|au|aux|en",
        part="annexes?",
    ),
    "es": Words(
        own="sus?|nuestras?",
        month="enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre "
        "diciembre",
        dated=r"de\s+fecha|aprobadas?\s+el|del|de",
        of_body=r"de\s+la|de\s+los|de\s+las|del",
        joined=r"y\s+tambi[eé]n|as[ií]\s+como|y|e|o|u|a",
        entitled=r"titulad[ao]s?|denominad[ao]s?",
        about=r"sobre|relativ[ao]s?\s+(?:al?|a\s+la)|acerca\s+de|en\s+relaci[oó]n\s+con",
        adopted=r"aprobad[ao]s?|adoptad[ao]s?",
        by=r"por\s+(?:el|la)",
        at="en",
        part="anexos?",
    ),
}


@lru_cache(maxsize=12)
def grammar(language, kinds=KINDS):
    """Give the Grammar of a language; `kinds` are pairs of a code and its labels."""
    return Grammar(WORDS[language], kinds)


class Grammar:
    """The compiled patterns of one language."""

    def __init__(self, words, kinds):
        self.words = words
        self.kinds = kinds
        labels = [label for code, labels in kinds for label in (*labels, code)]
        self._kind = "|".join(_sorted({_stem(label) for label in labels}))
        nouns = _sorted({_stem(label) + "(?:s|es)?" for _code, labels in kinds for label in labels})
        self._noun = "|".join(nouns)

    @cached_property
    def trigger(self):
        """Where a mention may begin: a noun, or a code or symbol that stands alone."""
        return _compiled(
            rf"""(?<![\w/]) (?: (?P<noun>(?i:{self._noun})) (?!\w)
            | (?P<alone>{self._code} | {SYMBOL}) )"""
        )

    @cached_property
    def number(self):
        """A number as printed behind a noun."""
        return _compiled(
            rf"""(?P<number> {self._code} | {SYMBOL}
            | [0-9]{{1,4}} (?:\s?[A-Z])? \s? \( (?: (?:E?S-)? [IVXLC]+ | {YEAR} ) \)
            | (?:E?S-)? [0-9]{{1,4}} [./] [0-9]{{1,5}} (?![0-9/.]*[0-9/]) (?:\s[A-Z](?![\w’'.]))?
            ) (?!\w)"""
        )

    @property
    def _code(self):
        return rf"""[A-Z]{{2,10}} [-\s_]? {YEAR} [-\s_] (?i:{self._kind}) [-\s_] [0-9]{{1,4}}
            (?:[-_](?i:en|fr|es))? (?!\w)"""

    @cached_property
    def label(self):
        """What may stand between noun and number: "No."."""
        return _compiled(
            r"""\s* (?: (?i: nos?\.? | n[°º]s? | n\.\s?[°º]
            | n[uú]m(?:s|eros?)?\.? | num[eé]ros? | numbers? ) \s* )?"""
        )

    @cached_property
    def joint(self):
        """What stands before a further member of a list: a comma, "and"."""
        return _compiled(self._joint)

    @property
    def _joint(self):
        joined = rf"(?i:{self.words.joined})"
        return rf"(?: \s*,\s* (?:{joined}\s+)? | \s+{joined}\s+ )"

    @cached_property
    def between(self):
        """From one member of a list to the next: a day, an annex, a place and year, a joint."""
        return _compiled(rf"{self._day} (?: \s*\([^()]{{2,90}}\) )? {self._joint}")

    @cached_property
    def day(self):
        return _compiled(self._day)

    @property
    def _day(self):
        month = "|".join(self.words.month.split())
        day = rf"""(?i:{self.words.dated}) \s+ [0-9]{{1,2}} (?:er)? \s+ (?:de\s+)? (?i:{month})
            \s+ (?:del?\s+)? (?P<day_year>{YEAR})"""
        part = rf"[,\s]\s* (?i:(?:and|et|y)\s+(?:its|son|su)\s+)? (?i:{self.words.part})"
        return rf"(?:\s+ {day})? (?:{part})?"

    @cached_property
    def own(self):
        return _compiled(rf"(?<!\w) (?i:{self.words.own}) \s+ (?:[a-zà-ÿ]+\s+)? $")

    @cached_property
    def of_body(self):
        """The body named behind a number, up to the next punctuation."""
        return _compiled(
            rf"\s+ (?i:{self.words.of_body}) \s* (?P<body>[A-ZÀ-Ý][^,;.:()0-9“”«»]{{1,80}})"
        )

    @cached_property
    def adopted_by(self):
        """The body named behind a title: "adopted by the World Conservation Congress"."""
        return _compiled(
            rf"""(?i:{self.words.adopted}) \s+ (?i:{self.words.by}) \s* (?:[0-9]+\w{{1,3}}\s+)?
            (?P<body>[A-ZÀ-Ý][^,;.:()0-9“”«»]{{1,80}})"""
        )

    @cached_property
    def where(self):
        """Place and year: "(Barcelona, 2008)", "adopted in Madrid in 1984"."""
        at, adopted = self.words.at, self.words.adopted
        return _compiled(
            rf"""\( (?P<place>[^()0-9]{{2,90}}?) [,\s]+
              (?:[0-9][^()]{{0,30}}?\s)? (?P<year>{YEAR}) \)
            | (?i:{adopted}) (?:\s[^;()]{{0,90}}?)? \s (?i:{at}) \s
              (?P<place_2>[A-ZÀ-Ý][^;()0-9]{{1,60}}?) [,\s]+ (?:(?:in|en|on|el|de|del|le)\s)?
              (?:[0-9]{{1,2}} \s (?:de\s)? [^\W\d]+ \s (?:del?\s)?)? (?P<year_2>{YEAR})"""
        )

    @cached_property
    def title(self):
        """A title in quotation marks, with or without "entitled"."""
        return _compiled(
            rf"""[,\s]* (?i:(?:{self.words.entitled})\s*)?
            (?: “([^“”]{{3,300}})” | «\s*([^«»]{{3,300}}?)\s*» | "([^"]{{3,300}})" )"""
        )

    @cached_property
    def subject(self):
        """What a Resolution is "on", before the place and year that make it one text."""
        return _compiled(
            rf"\s+ (?i:{self.words.about}) \s+ (?P<subject>[^;:()“”«»]{{3,160}}?) [,\s]*$"
        )

    @cached_property
    def singular(self):
        """The code of the kind that a noun names, by the noun, folded; and the same in plural."""
        return {folded(label): code for code, labels in self.kinds for label in labels}

    @cached_property
    def plural(self):
        return {name + end: code for name, code in self.singular.items() for end in ("s", "es")}


# "A/RES/60/134", "S/RES/1325 (2000)", "E/CN.4/RES/2005/80"
SYMBOL = r"""[A-Z]{1,5} (?:/[A-Z][A-Z0-9.-]*)* /(?:RES|DEC|REC)/
    [A-Z0-9][\w./-]*\w (?:\s?\([^()\s]{1,9}\))?"""


def _stem(label):
    """A word of the vocabulary as a pattern that forgives accents; French and Spanish alike."""
    return folded(label).translate(ANY_ACCENT)


def _sorted(alternatives):
    return sorted(alternatives, key=len, reverse=True)


def _compiled(pattern):
    return re.compile(pattern, re.VERBOSE)
