"""Names in a statement that its sources do not bear."""

import re

from resrec.library.search.words import LANGUAGES, WORD, folded, stop_words
from resrec.reporting.cautions.dates import MONTHS
from resrec.reporting.suggesting.content import cognate

# Words of this house that many write with a capital and that name nobody.
OURS = frozenset(
    """iucn uicn resrec member members membre membres miembro miembros commission commissions
    comision comisiones council conseil consejo secretariat secretaria congress congres congreso
    resolution resolutions resolucion resoluciones recommendation recommandation recomendacion
    government governments gouvernement gouvernements gobierno gobiernos ministry ministere
    ministerio state states etat etats estado estados party parties partie parties parte partes
    national committee comite comites regional union assembly assemblee asamblea article
    monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi
    samedi dimanche lunes martes miercoles jueves viernes sabado domingo english french spanish
    internet""".split()
)
LONGEST_NAME = 6  # words
# Joins two capitalised words into one name.
JOINING = re.compile(r"[ \u00a0’'-]|[ \u00a0](?:of|de|du|des|del|la|las|los|the|d’|d')[ \u00a0]?")


def names_not_said(text, said, *, known=frozenset()):
    """Give the names in a text, as written, of which no word is `said` (folded words).

    A name is capitalised words that do not only begin a sentence; there, one that is `known` (a
    set of folded names of bodies and countries). Headings, all in capitals, are passed over.
    """
    like = {cognate(word) for word in said if len(word) >= LONGEST_NAME}
    missing = []
    for words, begins in _capitalised(text):
        if begins and not _known_at_start(words, known):
            words = words[1:]
        strange = [word for word in words if _is_strange(word.group(), said, like)]
        # Of a name of several words, one that the source has too is taken for the same name.
        if strange and len(strange) * 2 > len(words):
            missing.append(text[words[0].start() : words[-1].end()])
    return list(dict.fromkeys(missing))


def names_at_start(text):
    """Give what may be names that begin a sentence, folded: only records can tell."""
    for words, begins in _capitalised(text):
        if begins:
            yield from _beginnings(words)


def _known_at_start(words, known):
    return any(name in known for name in _beginnings(words))


def _beginnings(words):
    for length in range(1, min(len(words), LONGEST_NAME) + 1):
        yield " ".join(folded(word.group()) for word in words[:length])


def _is_strange(word, said, like):
    plain = folded(word)
    if len(plain) < 3 or plain.isnumeric() or plain in OURS or plain in MONTHS or plain in said:
        return False
    if any(plain in stop_words(code) for code in LANGUAGES):
        return False
    stem = plain.removesuffix("s")
    return stem not in said and plain + "s" not in said and not _has_cognate(plain, like)


def _has_cognate(plain, like):
    return len(plain) >= LONGEST_NAME and cognate(plain) in like


def _capitalised(text):
    """Yield (matches of the words of a name, whether it begins a sentence)."""
    words = list(WORD.finditer(text))
    capitals = sum(word.group()[0].isupper() for word in words)
    if text.isupper() or (len(words) > 4 and capitals * 2 > len(words)):
        return  # a heading
    run = []
    for word in words:
        if not word.group()[0].isupper():
            continue
        if run and not JOINING.fullmatch(text[run[-1].end() : word.start()]):
            yield run, _begins_sentence(text, run[0].start())
            run = []
        run.append(word)
    if run:
        yield run, _begins_sentence(text, run[0].start())


def _begins_sentence(text, start):
    before = text[:start].rstrip(" \u00a0«“\"'(’‘[")
    return not before or before[-1] in ".!?:;–—-•*·\n\t|…"
