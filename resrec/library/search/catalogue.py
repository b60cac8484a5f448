"""What texts are filed under, held in memory as sets of bits, one bit a text.

A set is a whole number; the lowest bit is the first text of the list as it stands without a
search, unions apart and newest first. Counting a set against another takes a microsecond at
100,000 texts, so that every facet of a search is counted exactly. Built anew when something in
the library has changed, which the journal tells.
"""

import gc
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Avg, Count, Max

from resrec.journal.models import Entry
from resrec.library.models import Resolution, ResolutionText, SearchEntry
from resrec.library.search.lexicon import Lexicon
from resrec.web.public_state import read_number

MANY = 1000  # texts
ACTIVE, ARCHIVED = "active", "archived"
UNKNOWN = "unknown"


@dataclass
class Catalogue:
    """All texts in their order, and for each facet the set of texts of each value.

    `places` leads from an id to its place, `code_order` are the places by code;
    `facets[name][value]` is a set, values are codes.
    """

    ids: list[int]
    places: dict[int, int]
    code_order: list[int]
    facets: dict[str, dict[str, int]]
    lexicon: Lexicon
    average_length: float

    @property
    def all(self) -> int:
        return (1 << len(self.ids)) - 1

    def set_of(self, ids: Iterable[int]) -> int:
        """Give the set of these texts; ids that came since are left out."""
        bits, last, places = bytearray(b"0") * len(self.ids), len(self.ids) - 1, self.places
        for place in map(places.get, ids):
            if place is not None:
                bits[last - place] = 49  # "1"
        return int(bits, 2) if bits else 0

    def in_order(self, texts: int) -> Iterator[int]:
        """Give the ids in a set, in the order of the list."""
        bits = f"{texts:b}"
        last = at = len(bits)
        while (at := bits.rfind("1", 0, at)) >= 0:
            yield self.ids[last - 1 - at]

    def oldest_first(self, texts: int) -> Iterator[int]:
        """Give the ids in a set, the last of the list first."""
        bits = f"{texts:b}"
        last, at = len(bits) - 1, -1
        while (at := bits.find("1", at + 1)) >= 0:
            yield self.ids[last - at]

    def by_code(self, texts: int) -> Iterator[int]:
        """Give the ids in a set, their codes in alphabetical order."""
        bits = f"{texts:b}"
        last = len(bits) - 1
        for place in self.code_order:
            if place <= last and bits[last - place] == "1":
                yield self.ids[place]


_lock = threading.Lock()
_held: dict = {}


def current() -> Catalogue:
    """Give the catalogue of the library as it stands; built on the first asking after a change."""
    revision = read_number()
    if _held.get("revision", -1) < revision:
        with _lock:
            if _held.get("revision", -1) < revision:
                _renew(revision)
    return _held["catalogue"]


def forget():
    """Drop what is held: for tests, which take back their changes."""
    _held.clear()


def _renew(revision):
    # Reports move the revision much oftener than the library changes.
    state = _state_of_library()
    if "catalogue" not in _held or _held["state"] != state:
        _held.update(catalogue=_build(), state=state)
        if len(_held["catalogue"].ids) > MANY:
            # Hundreds of thousands of words, and no ring among them: the collector that looked
            # through them again and again took a tenth of the time of a search.
            gc.collect()
            gc.freeze()
    _held["revision"] = revision


def _state_of_library():
    """The journal's last entry on the library; and the texts, for facts come without an entry."""
    told = Entry.objects.filter(subject_type__startswith="library.").order_by("-sequence")
    texts = Resolution.objects.aggregate(count=Count("pk"), last=Max("pk"))
    return told.values_list("sequence", flat=True).first(), texts["count"], texts["last"]


def _build():
    rows = list(
        Resolution.objects.order_by(
            "assembly__kind__collection__position", *Resolution._meta.ordering
        ).values_list(
            "pk",
            "code",
            "assembly__code",
            "assembly__kind__collection__code",
            "kind_id",
            "archived_on",
        )
    )
    ids = [row[0] for row in rows]
    catalogue = Catalogue(
        ids=ids,
        places={pk: place for place, pk in enumerate(ids)},
        code_order=sorted(range(len(rows)), key=lambda place: rows[place][1]),
        facets={},
        lexicon=Lexicon.load(),
        average_length=SearchEntry.objects.aggregate(mean=Avg("length"))["mean"] or 1.0,
    )
    filed: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for pk, _code, assembly, collection, kind, archived_on in rows:
        filed["assembly"][assembly].append(pk)
        filed["collection"][collection].append(pk)
        filed["kind"][kind or UNKNOWN].append(pk)
        filed["state"][ARCHIVED if archived_on else ACTIVE].append(pk)
    for name, pairs in _many():
        for pk, value in pairs:
            filed[name][value].append(pk)
    catalogue.facets = {
        name: {value: catalogue.set_of(found) for value, found in values.items()}
        for name, values in filed.items()
    }
    return catalogue


def _many():
    """Give (facet, pairs of id and value) where a text can have several values."""
    for name, relation in (("scope", "scopes"), ("country", "countries"), ("keyword", "keywords")):
        through = getattr(Resolution, relation).through
        column = through._meta.get_fields()[-1].attname
        yield name, through.objects.order_by().values_list("resolution_id", column).iterator()
    titled = ResolutionText.objects.exclude(title="", body="").order_by()
    held = titled.filter(language__in=[code for code, _name in settings.LANGUAGES])
    yield "language", held.values_list("resolution_id", "language").distinct().iterator()
