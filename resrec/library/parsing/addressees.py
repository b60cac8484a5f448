"""Whom a paragraph addresses, and to which class each belongs."""

from functools import lru_cache

from resrec.library.parsing.forms import PASSIVE
from resrec.library.parsing.lexicon import fold
from resrec.library.parsing.lexicon.addressees import labels, name_words, patterns
from resrec.library.parsing.names import LONGEST_LIST, names_between
from resrec.library.parsing.parsed import ParsedAddressee

# These ask something of somebody, though their class is another.
ALSO_ASKING = frozenset(["authorize", "thank"])
RENEWING = frozenset(["reiterate", "renew", "reaffirm"])
REQUESTS = frozenset("call calls request requests invitation appeal demand demands appel demande invitation llamamiento solicitud peticion invitacion".split())
TOWARDS = frozenset("upon to on a aux au al".split())
ENDS = ".;:!?"


def label_of_class(code):
    """Give the label of a class of addressees, as it is written out."""
    return labels().get(code, code)


def addressees_of(words, clauses, known, house):
    """Give the ParsedAddressees of a paragraph: the House itself for what it decides."""
    found = {}
    for clause in clauses:
        for name, kind in _of_clause(words, clause, known, house):
            found.setdefault(fold(name), ParsedAddressee(name, kind))
    return list(found.values())


def addressees_at_start(words, known, house):
    """Give those whom a paragraph under a stem begins with: "(a) The Commission to report"."""
    end, is_asked = _list_end(words, 0, known)
    if not is_asked:
        return []
    names = names_between(words, 0, end, name_words(known.language))
    return [_addressee(words.printed(*span), house) for span in names]


def itself(house):
    """Give the House as the addressee of its own decision; none if it is not named."""
    return [ParsedAddressee(house.name, house.kind)] if house.name else []


def _of_clause(words, clause, known, house):
    form = clause.form
    if form.verb_type == "deciding" and form.base not in ALSO_ASKING:
        return [(house.name, house.kind)] if house.name else []
    start = clause.end
    if form.base in RENEWING:
        start = _after_renewed(words, start)
    elif form.verb_type != "directive" and form.base not in ALSO_ASKING:
        return []
    if start is None:
        return []
    if clause.how == PASSIVE:
        span = _before_passive(words, clause, known)
    else:
        span = (start, _list_end(words, start, known)[0])
    names = names_between(words, *span, name_words(known.language))
    return [(name, kind_of(name, house.of_the_un)) for name in (words.printed(*n) for n in names)]


def _after_renewed(words, place):
    """The place after "its call upon", None if something else is reiterated."""
    for at in range(place, min(place + 4, len(words) - 1)):
        if words.folded[at] in REQUESTS and words.folded[at + 1] in TOWARDS:
            return at + 2
    return None


def _before_passive(words, clause, known):
    """The words before "are urged to", back to the start of the sentence."""
    end = clause.start
    while end and words.folded[end - 1] in known.words["starters"] | known.words["auxiliary"]:
        end -= 1
    start = end
    while start and end - start < LONGEST_LIST and not _ends_sentence(words, start):
        start -= 1
    return start, end


def _ends_sentence(words, place):
    return any(mark in ENDS for mark in words.before(place))


def _list_end(words, start, known):
    """Give the place where a list of addressees ends, and whether what is asked follows it."""
    for place in range(start, min(start + LONGEST_LIST, len(words))):
        if place > start and _ends_sentence(words, place):
            return place, False
        if place > start and known.begins_what_is_asked(words, place):
            return place, True
    return min(start + LONGEST_LIST, len(words)), False


def _addressee(name, house):
    return ParsedAddressee(name, kind_of(name, house.of_the_un))


@lru_cache(maxsize=4096)
def kind_of(name, of_the_un):
    """Give the code of the class that a name belongs to, in a text of the UN or of a union."""
    folded = " ".join(fold(name).split())
    return next((code for code, pattern in patterns(of_the_un) if pattern.search(folded)), "other")
