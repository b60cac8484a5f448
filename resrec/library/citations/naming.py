"""Who adopted the text that is cited: which series of assemblies the words around it can mean."""

from dataclasses import dataclass

from resrec.library.citations.body_names import ARTICLES
from resrec.people.folding import folded

CONNECTORS = ARTICLES | {"on", "for"}
VERB_ENDINGS = ("ing", "ant", "ndo")
LONGEST_NAME = 9  # words
LONGEST_ACRONYM = 6  # letters
ANY = None  # no body is named


@dataclass(frozen=True)
class Named:
    """`series` are codes of AssemblyKind; ANY where no body is named; empty for a foreign body."""

    series: frozenset[str] | None

    @property
    def is_foreign(self):
        return self.series is not ANY and not self.series


def named(mention, catalogue, own):
    """Say which series the words around a Mention name; `own` is the Sitting that cites."""
    behind = _behind(mention.behind, catalogue, own)
    if behind is not ANY:
        return Named(frozenset(behind))
    before = _before(mention, catalogue, own)
    return Named(before if before is ANY else frozenset(before))


def _behind(words, catalogue, own):
    """Read "Human Rights Council at its tenth session": the longest name that it begins with."""
    said = folded(words).split()[:LONGEST_NAME]
    while said and said[0] in ARTICLES:
        said = said[1:]
    if not said:
        return ANY
    for upto in range(len(said), 0, -1):
        name = " ".join(said[:upto])
        if series := catalogue.names.said(name, own.collection):
            return catalogue.names.of_union(" ".join(said[upto:]), series) or series
    return set() if not _is_place(" ".join(said), catalogue) else ANY


def _before(mention, catalogue, own):
    """Read "Recalling United Nations General Assembly": the longest name that it ends with."""
    words = mention.before.split()
    if not words or folded(words[-1]) in CONNECTORS:
        return ANY
    for begin in range(len(words)):
        name = folded(" ".join(words[begin:]))
        if series := catalogue.names.said(name, own.collection):
            rest = words[:begin]
            if of_union := catalogue.names.of_union(folded(" ".join(rest)), series):
                return of_union
            return series if _is_no_name(rest, mention.opens) else set()
    return ANY if _is_no_name(words, mention.opens) else set()


def _is_no_name(words, opens):
    """Whether capitals before a name are not a part of it: "Recalling General Assembly"."""
    if not words or folded(words[-1]) in CONNECTORS:
        return True
    last = words[-1]
    if last.isupper():
        return len(last) > LONGEST_ACRONYM or last.lower().endswith(VERB_ENDINGS)
    return opens and len(words) == 1


def _is_place(words, catalogue):
    sittings = catalogue.sittings.values()
    return any(words.startswith(place) for sitting in sittings for place in sitting.places)
