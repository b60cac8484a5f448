"""What rows may name: collections, sittings, kinds and terms, read once an import."""

from functools import cached_property

from resrec.library.conventions import Conventions, year_of
from resrec.library.models import (
    AddresseeClass,
    Assembly,
    AssemblyKind,
    Collection,
    GeographicScope,
    Keyword,
    ResolutionKind,
)
from resrec.people.models import Constituent, Country
from resrec.rules import RuleBroken

TERMS = {"keywords": Keyword, "scopes": GeographicScope, "countries": Country}


class Known:
    def __init__(self, collection=""):
        """`collection` is the code of the one whose texts these are; "" where each row says it."""
        self.collections = dict(
            Collection.objects.order_by("code").values_list("code", "conventions__said")
        )
        if collection and collection not in self.collections:
            there = ", ".join(self.collections)
            raise RuleBroken(f"The collection “{collection}” is unknown. There are: {there}.")
        self.collection = collection
        self._conventions = {}
        self.assemblies = {
            code: (pk, union)
            for code, pk, union in Assembly.objects.values_list(
                "code", "pk", "kind__collection__code"
            )
        }
        self.kinds = _codes(ResolutionKind)
        self.classes = _codes(AddresseeClass)
        self.terms = {name: _codes(model) for name, model in TERMS.items()}

    @cached_property
    def bodies(self):
        """Ids of constituents by kind and name, the earliest where two share both."""
        rows = Constituent.objects.order_by("-pk").values_list("kind", "name", "pk")
        return {(kind, name): pk for kind, name, pk in rows}

    def conventions(self, collection):
        """Those of a collection; an empty set for one that has none, or is unknown."""
        return self._conventions.setdefault(
            collection, Conventions(self.collections.get(collection) or {})
        )

    def has_sitting(self, code, collection):
        """Whether this sitting is the collection's, on record or by its conventions."""
        if code in self.assemblies:
            return self.assemblies[code][1] == collection
        return _described(self.conventions(collection), code) is not None

    def sitting(self, code, collection):
        """Give the id of a sitting that `has_sitting`; makes it where its first text comes in."""
        if code not in self.assemblies:
            made = Assembly.objects.create(
                kind=AssemblyKind.objects.get(code=code.rpartition("-")[0]),
                code=code,
                **_described(self.conventions(collection), code),
            )
            self.assemblies[code] = (made.pk, collection)
        return self.assemblies[code][0]


def _described(conventions, code):
    """Give the fields of a sitting that the conventions describe, or None."""
    found = conventions.sitting(code)
    if found is None:
        return None
    _kind, session, said = found
    year = year_of(session, said["years"])
    if year is None:
        return None
    return {
        "number": session,
        "year_coded": year,
        "year_held": year,
        "country_id": said["country"] or None,
        "extraordinary": said["extraordinary"],
    } | {key: value for key, value in said.items() if key.startswith("place_")}


def _codes(model):
    return set(model.objects.values_list("pk", flat=True))
