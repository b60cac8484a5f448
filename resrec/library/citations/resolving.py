"""Which text of the library a Mention means. Nothing is guessed: what can mean several is said.

A number that a union prints as it stands ("6.087") means every sitting that can have adopted it,
whether or not that text is held here. A number that is the end of a symbol ("65/222" of
"A/RES/65/222") means the text of the body that is named, else of the body that cites. What was
adopted later than the citing text is not meant, and place, year or title behind a number decide.
"""

from dataclasses import dataclass

from resrec.library.citations.catalogue import PAIR, SYMBOL, Held, close, form_of, number_of
from resrec.library.citations.naming import named
from resrec.library.models.citation import Citation
from resrec.library.title_words import holds, words_of
from resrec.people.folding import folded

State = Citation.State
SHORTEST_TITLE = 8  # characters of a title that are evidence behind a number


@dataclass(frozen=True)
class Reading:
    """What a Mention means: the texts it can be, and whether there is one sure one."""

    texts: tuple[Held, ...] = ()
    is_sure: bool = False

    @property
    def state(self):
        if self.is_sure and len(self.texts) == 1:
            return State.FOUND
        return State.AMBIGUOUS if self.texts else State.UNKNOWN

    @property
    def target(self):
        return self.texts[0] if self.state == State.FOUND else None


UNKNOWN = Reading()


def sure(texts):
    return Reading(tuple(texts), is_sure=True)


def key_of(mention, body):
    """What a Mention names, alike in each language and spelling: at most 300 characters."""
    said = [
        mention.kind,
        number_of(mention.number) or folded(mention.title)[:150],
        "own" if mention.own else "",
        "+".join(sorted(body.series or ())) or ("other" if body.is_foreign else ""),
        str(mention.year or ""),
    ]
    return " ".join(filter(None, said))[:300]


def resolve(mention, source, catalogue):
    """Give the key and the Reading of a Mention in `source` (Held); None where it cites nothing."""
    return _Resolving(mention, source, catalogue).result()


class _Resolving:
    def __init__(self, mention, source, catalogue):
        self.mention = mention
        self.source = source
        self.catalogue = catalogue
        self.own = catalogue.sitting_of(source)

    def result(self):
        self.named = named(self.mention, self.catalogue, self.own)
        reading = self._titled() if self.mention.title else self._numbered()
        if reading is None or reading.texts == (self.source,):
            return None  # of no sitting known here, or the text itself
        return key_of(self.mention, self.named), reading

    # By number

    def _numbered(self):
        number = self.mention.number
        if SYMBOL.match(number):
            return sure(filter(None, [self.catalogue.by_symbol.get(close(number))]))
        if number[0].isalpha() and not PAIR.search(number):
            return sure(self.catalogue.coded(number))
        if self.named.is_foreign:
            return UNKNOWN
        if self.own.collection in self.catalogue.symbolic:
            return self._among_bodies()
        return self._among_sittings()

    def _among_bodies(self):
        """Read a number in a text whose own number names its body.

        "1325 (2000)" in a text of the General Assembly: where one body alone numbers in this
        form, the number names it.
        """
        alike = self.catalogue.forms.get((self.own.collection, form_of(self.mention.number)), set())
        meant = alike if len(alike) == 1 and not self.mention.own else {self.source.body}
        if self.named.series:
            meant = {body for one in self.named.series for body in self.catalogue.bodies[one]}
        texts = self._with_tail()
        if of_body := [held for held in texts if held.body in meant]:
            # "The Council" of a council's text is itself.
            return sure([held for held in of_body if held.body == self.source.body] or of_body)
        if self.named.series:
            return self._plain([s for s in self._sittings() if s.series in self.named.series])
        if self.mention.own:
            return UNKNOWN
        return Reading(
            tuple(h for h in texts if self._sitting(h).collection == self.own.collection)
        )

    def _among_sittings(self):
        """Read a number in a text whose number belongs to a sitting."""
        meant = self.named.series
        sittings = [s for s in self._sittings() if not meant or s.series in meant]
        if at_home := [s for s in sittings if s.collection == self.own.collection]:
            return self._plain(at_home)
        if self.mention.own:
            return UNKNOWN
        abroad = [held for held in self._with_tail() if not meant or self._series(held) in meant]
        if meant and not (abroad and sittings):
            return self._plain(sittings) if sittings else sure(abroad)
        return Reading((*abroad, *self._plain(sittings).texts))

    def _plain(self, sittings):
        """Read a number among the sittings that can have adopted it."""
        pair = PAIR.match(self.mention.number)
        if not sittings or not pair:
            return UNKNOWN
        met, there = self._where(sittings)
        sittings = there or met or sittings
        texts = self._of_kind(self.catalogue.at(sittings, int(pair[2])))
        if len(by_title := [held for held in texts if self._title_follows(held)]) == 1:
            return sure(by_title)
        return Reading(tuple(texts), is_sure=len(sittings) == 1)

    def _sittings(self):
        """Sittings of this number, of series that print it as it stands, not after the source's."""
        pair = PAIR.match(self.mention.number)
        return [
            sitting
            for sitting in (self.catalogue.by_number.get(int(pair[1]), []) if pair else [])
            if sitting.collection not in self.catalogue.symbolic and self._can_be(sitting)
        ]

    def _with_tail(self):
        texts = self.catalogue.with_tail(self.mention.number)
        texts = [held for held in texts if held.kind in (self.mention.kind, "")]
        return [held for held in texts if self._can_be(self._sitting(held))]

    def _of_kind(self, texts):
        """Leave out other kinds than the one named, in sittings that have that number of it."""
        kinds = (self.mention.kind, "")
        settled = {held.assembly for held in texts if held.kind in kinds}
        return [held for held in texts if held.kind in kinds or held.assembly not in settled]

    # By what stands behind it

    def _where(self, sittings):
        """Those that met in the year that is said; and of them, those at the place that is said."""
        year, place = self.mention.year, folded(self.mention.place)
        met = [sitting for sitting in sittings if year in (sitting.coded, sitting.held)]
        return met, [s for s in met if any(one in place for one in s.places)]

    def _title_follows(self, held):
        after = folded(self.mention.after).lstrip("*“«\"'‘ :–—(,")
        titles = self.catalogue.titles[held.pk]
        return any(len(t) >= SHORTEST_TITLE and after.startswith(t) for t in titles)

    # By title

    def _titled(self):
        if self.named.is_foreign:
            return UNKNOWN
        sittings = [s for s in self.catalogue.sittings.values() if self._not_later(s)]
        if self.named.series:
            sittings = [s for s in sittings if s.series in self.named.series]
        if self.mention.year:
            _met, sittings = self._where(sittings)
            if not sittings:
                return None
        texts = self._of_kind(self._bearing({sitting.pk for sitting in sittings}))
        at_home = [h for h in texts if self._sitting(h).collection == self.own.collection]
        return sure(at_home or texts)

    def _bearing(self, sittings):
        """Texts of these sittings with this title, else (place and year known) with its words."""
        exact = [
            held
            for held in self.catalogue.by_title.get(folded(self.mention.title), [])
            if held.assembly in sittings
        ]
        if exact or not self.mention.year:
            return exact
        words = words_of(self.mention.title)
        return [
            held
            for pk, titles in self.catalogue.titles.items()
            if (held := self.catalogue.texts[pk]).assembly in sittings
            and any(holds(title, words) for title in titles)
        ]

    def _can_be(self, sitting):
        """Whether it was neither later nor, where the day is said, of quite another year."""
        said = self.mention.day_year
        year_fits = said is None or sitting.coded - 1 <= said <= sitting.held + 1
        return year_fits and self._not_later(sitting)

    def _not_later(self, sitting):
        """Whether it can be cited: a sitting that opened in one year may end in the next."""
        return min(sitting.coded, sitting.held) <= max(self.own.coded, self.own.held) + 1

    def _sitting(self, held):
        return self.catalogue.sitting_of(held)

    def _series(self, held):
        return self._sitting(held).series
