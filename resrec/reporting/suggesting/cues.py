"""Signs by which a sentence tells that something was done or is so now, or tells nothing.

They are of grammar and of reports as such, in three languages, and of no subject.
"""

import csv
import re
from functools import lru_cache

from resrec.library.search.words import LANGUAGES, stems_of, words_of
from resrec.reporting.suggesting.content import GLOSSARIES, Content

# Something was done: the past, as each language writes it.
PAST = {
    "en": re.compile(
        # A capital within the sentence makes it a name: "United".
        r"(?:^\w|\b(?!(?:need|integrat|committ|dedicat|continu|relat|involv|requir|improv)ed\b)[a-z])"
        r"\w+[^e\W]ed\b"
        r"|\b(?:was|were|went|came|saw|gave|took|made|found|built|held|met|fell|rose|grew|began|sold"
        r"|bought|paid|taught|wrote|caught|left|lost|won|cut|led|brought|became|sent|spent|ran|drew"
        r"|got|had|set|put|did|shut)\b"
    ),
    "fr": re.compile(
        r"\b(?:a|ont|ai|avons|avait|avaient|est|sont|été|fut|furent|était|étaient|sera|seront)\b"
        r"(?:\s+(?:\w+\s+)?)(?:ne\s+|plus\s+)?\w+(?:é|i|u|is|it|ert|eint)(?:e|s|es)?\b"
        r"|n[’']\w+\s+(?:plus|pas)\b|\b\w{3,}èrent\b",
        re.I,
    ),
    "es": re.compile(
        r"\b\w{2,}(?:ó|aron|ieron|eron|amos|imos)\b|\bfue(?:ron)?\b|\bha(?:n|bía|bían)?\s+\w+[ai]do\b"
        r"|\b(?:dio|vio|hizo|tuvo|puso|vino|dejó|están?|quedan?)\b",
        re.I,
    ),
}
# Something is new: it is so since, by now, no longer, for the first time; or is to come.
CHANGE = re.compile(
    r"\b(?:now|already|no longer|newly|for the first time|since|by (?:19|20)\d\d|will|until|so far"
    r"|désormais|déjà|dorénavant|pour la première fois|depuis|d’ici|jusqu’(?:en|à)|ne \w+ plus"
    r"|ahora|ya|por primera vez|desde|hasta|para (?:19|20)\d\d|dejó de)\b",
    re.I,
)
# The report about itself, and the organisation about itself.
ABOUT_REPORT = re.compile(
    r"\b(?:(?:this|the present|following|our) (?:report|section|document|chapter|annex|submission"
    r"|summary|note|overview)|(?:see|in) (?:the )?(?:annex|appendix|table)"
    r"|(?:le|du|au) présent (?:rapport|document)|(?:cette|la présente) (?:section|note|partie)"
    r"|ce (?:rapport|chapitre|document)|ci-(?:après|dessous|joint)|en annexe"
    r"|(?:este|el presente) (?:informe|documento|capítulo)|(?:esta|la presente) (?:sección|nota)"
    r"|a continuación|en (?:el )?anexo)\b",
    re.I,
)
ABOUT_ITSELF = re.compile(
    r"\b(?:our (?:association|organi[sz]ation|society|network|union|federation|club|foundation)"
    r"|notre (?:association|organisation|société|réseau|union|fédération|club|fondation|comité)"
    r"|nuestr[ao] (?:asociación|organización|sociedad|red|unión|federación|club|fundación))\b"
    r"|\b(?:founded|fondée?|créée|fundad[ao]|cread[ao]) (?:in|en|more than|over|il y a|hace)\b",
    re.I,
)
# A cause, and no thanks.
THANKS_TO = re.compile(
    r"\bthanks to (?!all|every|our|you|those)|\bgracias a (?!tod|nuestr|ust|quien|cada)", re.I
)
ADDRESS = re.compile(r"https?://|www\.|\b[\w.+-]+@[\w-]+\.\w+|☎|\+\d[\d \u00a0().-]{7,}")


@lru_cache
def stems_of_kind(kind: str, code: str) -> frozenset[str]:
    """Give the stems of "do" (verbs of doing) or "courtesy" in a language."""
    with GLOSSARIES[-1].open(encoding="utf-8", newline="") as file:
        words = [
            word
            for row in csv.DictReader(file)
            if row["kind"] == kind
            for wording in row[code].split("|")
            for word in words_of(wording)
        ]
    return frozenset(stems_of(words, code))


def count_of_kind(kind: str, content: Content) -> int:
    """Count the stems of a kind in a sentence."""
    codes = [content.language] if content.language else LANGUAGES
    return max(len(content.stems.keys() & stems_of_kind(kind, code)) for code in codes)


def has_deed(text: str, content: Content) -> bool:
    """Whether anything in a sentence says that something was done."""
    return bool(count_of_kind("do", content)) or is_past(text, content)


def is_past(text: str, content: Content) -> bool:
    """Whether a sentence says that something was done."""
    codes = [content.language] if content.language else LANGUAGES
    return any(PAST[code].search(text) for code in codes)
