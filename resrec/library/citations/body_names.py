"""What people call the bodies that adopt texts: by label, short form, initials, and union."""

import re
from collections import defaultdict

from resrec.library import spelling
from resrec.library.models import AssemblyKind, ResolutionKind
from resrec.people.folding import folded

ARTICLES = set("the la le les el los las l de du des del d of et y and".split())
LANGUAGES = spelling.LANGUAGES


class BodyNames:
    """Codes of series by folded names. One series can bear several names, one name mean several.

    `names` are whole names ("general assembly", "ga", "unga"); `short` are single words of a name,
    by collection ("council"); `unions` are names of collections, which mean any series of theirs.
    """

    def __init__(self):
        self.names = defaultdict(set)
        self.short = defaultdict(set)
        self.unions = defaultdict(set)
        nouns = _nouns()
        for kind in AssemblyKind.objects.select_related("collection"):
            unions = _union_names(kind.collection, nouns)
            for name in unions:
                self.unions[name].add(kind.code)
            self._add(kind, unions)

    def _add(self, kind, unions):
        self.names[folded(kind.code)].add(kind.code)
        for language in LANGUAGES:
            label = getattr(kind, f"label_{language}")
            if not label:
                continue
            for name in (folded(label), _without(folded(label), unions)):
                words = name.split()
                self.names[name].add(kind.code)
                if len(words) > 1:
                    self.names[_initials(words)].add(kind.code)
                    # The noun comes last in English, first in French and Spanish.
                    noun = words[-1] if language == "en" else words[0]
                    self.short[kind.collection.code, noun].add(kind.code)

    def said(self, name, collection):
        """The series that a folded name can mean in a text of this collection."""
        return self.names.get(name) or self.short.get((collection, name)) or self.unions.get(name)

    def of_union(self, words, series):
        """Those of the series that belong to the union named among these words; set() if none."""
        for name, all_of_it in self.unions.items():
            if re.search(rf"\b{re.escape(name)}\b", words):
                return series & all_of_it
        return set()


def _union_names(collection, nouns):
    """A union's names: as its collection says them without "Resolutions of the", and acronyms."""
    full = [getattr(collection, f"name_{language}") for language in LANGUAGES]
    full = [name for name in (*full, collection.publisher) if name]
    plain = {_plain([word for word in _words(name) if word not in nouns]) for name in full}
    acronyms = {folded(one) for name in full for one in re.findall(r"\b[A-Z]{2,}\b", name)}
    initials = {_initials(name.split()) for name in plain if " " in name}
    return {folded(collection.code), *plain, *acronyms, *initials} - {""}


def _nouns():
    labels = {folded(one) for kind in ResolutionKind.objects.all() for one in spelling.labels(kind)}
    return {label + end for label in labels for end in ("", "s", "es")}


def _without(label, unions):
    """A label without the name of the union in it: "United Nations General Assembly"."""
    for name in sorted(unions, key=len, reverse=True):
        label = re.sub(rf"\b{re.escape(name)}\b", " ", label)
    return _plain(label.split()) or label


def _plain(words):
    """Words without articles at either end."""
    while words and words[0] in ARTICLES:
        words = words[1:]
    while words and words[-1] in ARTICLES:
        words = words[:-1]
    return " ".join(words)


def _words(name):
    return folded(name).replace("'", " ").replace(",", " ").split()


def _initials(words):
    return "".join(word[0] for word in words if word not in ARTICLES)
