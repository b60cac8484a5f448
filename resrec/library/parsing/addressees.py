"""Whom a paragraph addresses, and to which class each belongs."""

from functools import lru_cache

from resrec.library.parsing.forms import PASSIVE
from resrec.library.parsing.lexicon import bases
from resrec.library.parsing.lexicon.addressees import labels, name_words, patterns
from resrec.library.parsing.names import LONGEST_LIST, names_between
from resrec.library.parsing.parsed import ParsedAddressee
from resrec.library.parsing.words import fold

ENDS = ".;:!?"


def label_of_class(code):
    """Give the label of a class of addressees, as it is written out."""
    return labels().get(code, code)


def addressees_of(words, clauses, known, house):
    """Give the ParsedAddressees of these Clauses of a paragraph, the House for what it decides."""
    found = {}
    for place, clause in enumerate(clauses):
        before = clauses[place - 1].end if place else 0
        after = clauses[place + 1].start if place + 1 < len(clauses) else len(words)
        for one in _of_clause(words, clause, (before, after), known, house):
            found.setdefault(fold(one.name), one)
    return list(found.values())


def addressees_at_start(words, known, house):
    """Give those whom a paragraph under a stem begins with: "(a) The Commission to report"."""
    end, is_asked = _list_end(words, 0, known)
    if not is_asked:
        return []
    return _named(words, 0, end, known, house)


def _of_clause(words, clause, limits, known, house):
    """Whom a verb addresses; the names stand between these limits."""
    form = clause.form
    if form.verb_type == "deciding" and form.base not in bases("also_asking"):
        return _itself(form, house)
    start = clause.end
    if form.base in bases("renewing"):
        start = _after_renewed(words, start, known)
    elif form.verb_type != "directive" and form.base not in bases("also_asking"):
        return []
    if start is None:
        return []
    complements = False
    if clause.how == PASSIVE:
        span = _before_passive(words, clause, limits[0], known)
    else:
        while start < len(words) and words.folded[start] in known.words["starters"]:
            start += 1
        complements = start < len(words) and words.folded[start] in known.words["complement"]
        start += complements
        span = start, min(_list_end(words, start, known)[0], limits[1])
    return _named(words, *span, known, house, is_tight=complements or not known.is_loose)


def _itself(form, house):
    """The House, if it is known and the verb binds it."""
    if not house.name or form.mood == "participle" or form.base in bases("not_its_own"):
        return []
    return [ParsedAddressee(house.name, house.kind)]


def _named(words, start, end, known, house, is_tight=True):
    spans = names_between(words, start, end, name_words(known.language), is_tight)
    names = [words.printed(*span) for span in spans]
    return [ParsedAddressee(name, kind_of(name, house.of_the_un)) for name in names]


def _after_renewed(words, place, known):
    """The place after "its call upon", None if something else is reiterated."""
    for at in range(place, min(place + 4, len(words) - 1)):
        noun, towards = words.folded[at : at + 2]
        if noun in known.words["asks"] and towards in known.words["towards"]:
            return at + 2
    return None


def _before_passive(words, clause, first, known):
    """The words before "are urged to", back to the start of the sentence."""
    end = clause.start
    while end and words.folded[end - 1] in known.words["starters"] | known.words["auxiliary"]:
        end -= 1
    start = end
    while start > first and end - start < LONGEST_LIST and not _ends_sentence(words, start):
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


@lru_cache(maxsize=4096)
def kind_of(name, of_the_un):
    """Give the code of the class that a name belongs to, in a text of the UN or of a union."""
    folded = " ".join(fold(name).split())
    return next((code for code, pattern in patterns(of_the_un) if pattern.search(folded)), "other")
