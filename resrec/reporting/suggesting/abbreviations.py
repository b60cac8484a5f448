"""Full stops that end no sentence, in English, French and Spanish.

sentencex knows the abbreviations of one language at a time, while reports mix them, and takes
"EE. UU." and "n.º" apart.
"""

import re

# Whatever follows belongs to it.
ALWAYS = "e.g i.e cf vs approx p.ej ej p.ex ex c.-à-d c.à.d n.b viz".split()
TITLES = (
    "m mm mme mmes mlle mlles mr mrs ms messrs mx dr dra drs dres pr prof profa sr sra sres sras "
    "srta d dña hon rev gen gral col capt cap lt sgt st ste sta sto mgr mons lic ing arq me mtro ee"
).split()
BEFORE_FIGURES = (
    "art arts artt no nos nº n núm nro num p pp pág págs pag fig figs vol cap chap sec sect par "
    "párr parr para paras inc ed éd al apdo tab tabl ann anx jan feb mar apr jun jul aug sep sept "
    "oct nov dec janv févr fevr avr juil août déc ene abr ago dic env c ca tel tél res rés rec"
).split()

_ALWAYS = re.compile(
    r"(?:^|[\s(«“\"'])(?:" + "|".join(re.escape(one) for one in ALWAYS) + r")\.\s*$", re.I
)
_TITLE = re.compile(r"(?:^|[\s(«“\"'’])(?:" + "|".join(TITLES) + r")\.\s*$", re.I)
_BEFORE_FIGURES = re.compile(r"(?:^|[\s(«“\"'’])(?:" + "|".join(BEFORE_FIGURES) + r")\.\s*$", re.I)
_INITIAL = re.compile(r"(?:^|[\s(.-])[A-HJ-UWYZÀ-Ý]\.\s*$")
_ENDS_FOR_SURE = re.compile(r"[!?…。！？؟।]['\"”»’)\]]*\s*$")
# sentencex takes units for abbreviations: a sentence may end in one.
UNITS = "km|km²|ha|m|m²|m³|kg|g|t|cm|mm|l|h|min|%|°C|€|M€"
_UNIT = re.compile(rf"\d[\s\u00a0\u202f]*(?:{UNITS})\.\s*$")
MISSED = re.compile(rf"(?:\d[\s\u00a0\u202f]*(?:{UNITS})|\betc)\.\s+(?=[A-ZÀ-Ý¿¡«“])")
_NUMERAL = re.compile(r"[\dIVXLC]")
# Some write no capitals at all, so a small letter goes on only after what may be short for a word.
_SHORT = re.compile(r"(?:(?:^|[^\w])\w{0,3}\.|\.\w+\.|…|\.\.\.)\s*$")


def goes_on(before: str, after: str) -> bool:
    """Whether a sentence split between these two pieces is one sentence after all."""
    first, second = after.lstrip()[:1], after.lstrip()[1:2]
    if not first:
        return True
    if first == "(" and second.islower() and _SHORT.search(before):
        return True
    if _ENDS_FOR_SURE.search(before):
        # « Quoi ? » dit-elle: a small letter goes on all the same.
        return first.islower()
    if _UNIT.search(before):
        return first.islower()
    if first in "ºª°,;:)" or (first.islower() and _SHORT.search(before)):
        return True
    if _ALWAYS.search(before):
        return True
    if _BEFORE_FIGURES.search(before):
        return bool(_NUMERAL.match(first))
    if _TITLE.search(before) or _INITIAL.search(before):
        return first.isupper()
    return False
