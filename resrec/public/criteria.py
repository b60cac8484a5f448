"""What a list of texts is narrowed to: plain parameters of the address, no value ever an error."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.utils.translation import get_language, gettext as _, gettext_lazy, pgettext

from resrec.library import codes
from resrec.library.search import query
from resrec.public.facets import FACETS, labels

RELEVANCE, NEWEST, OLDEST, CODE = "relevance", "newest", "oldest", "code"
ORDERS = {
    RELEVANCE: gettext_lazy("Best match first"),
    NEWEST: gettext_lazy("Newest first"),
    OLDEST: gettext_lazy("Oldest first"),
    CODE: gettext_lazy("By code"),
}
# Of one facet; each is one more set to join.
MOST_VALUES = 50
# An address that is much longer was not made by anyone's choosing.
LONGEST_NAMED = 60


@dataclass
class Criteria:
    """The criteria that were understood, and in `ignored` what was not, said for the page.

    `picked` are the values chosen of each facet. `title` are words of the title alone. `found`
    is what `q` means if it is a code (codes.Found); None where it cannot be one: a code has a
    figure in it, or names a series by its letters.
    """

    q: str = ""
    title: str = ""
    picked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = ""
    typing: bool = False
    ignored: list[str] = field(default_factory=list)
    found: codes.Found | None = None

    @classmethod
    def read(cls, data):
        """Read the parameters of an address (a QueryDict)."""
        criteria = cls(
            q=_words(data.get("q", "")),
            title=_words(data.get("title", "")),
            typing=data.get("typing") == "1",
        )
        criteria._note_cut(data)
        criteria._read_order(data.get("order", ""))
        known = labels(get_language())
        for facet in FACETS:
            criteria._read_facet(facet, data.getlist(facet.name), known[facet.name])
        if any(sign.isdigit() for sign in criteria.q) or criteria.q.isupper():
            criteria.found = codes.look_up(criteria.q)
        return criteria

    @cached_property
    def words(self):
        return query.read(self.q)

    @cached_property
    def title_words(self):
        return query.read(self.title)

    @property
    def is_given(self):
        return bool(self.q or self.title or self.picked)

    @property
    def only_text(self):
        """The one text whose code was asked for, and nothing else; or None."""
        alone = self.found and not (self.title or self.picked or self.typing)
        return self.found.only if alone else None

    def address(self, **changed):
        """The parameters as a query string, with some of them changed (None takes one away)."""
        values = {"q": self.q, "title": self.title, **self.picked, "order": self.order} | changed
        return urlencode({name: value for name, value in values.items() if value}, doseq=True)

    def _note_cut(self, data):
        for name in ("q", "title"):
            typed, read = data.get(name, ""), query.read(data.get(name, ""))
            if read.is_cut:
                self.ignored.append(_("Only the beginning of what was typed was read."))
            self.ignored += [
                _("“%(value)s” has neither a letter nor a figure and was ignored.")
                % {"value": part[:LONGEST_NAMED]}
                for part in read.ignored
            ]
            if "\x00" in typed:
                self.ignored.append(_("Signs that cannot be printed were ignored."))

    def _read_order(self, order):
        if order in ORDERS:
            self.order = order
        elif order:
            self._ignore(order)

    def _read_facet(self, facet, values, labels_of):
        """A value that is known is taken, whether or not any text has it."""
        wished = [value for value in dict.fromkeys(values) if value]
        known = [value for value in wished if value in labels_of]
        for value in wished:
            if value not in labels_of:
                self._ignore(value, facet.label)
        if len(known) > MOST_VALUES:
            self.ignored.append(
                _("%(criterion)s: only the first %(number)s values were read.")
                % {"criterion": facet.label, "number": MOST_VALUES}
            )
        if known:
            self.picked[facet.name] = tuple(known[:MOST_VALUES])

    def _ignore(self, value, criterion=""):
        if len(self.ignored) > MOST_VALUES:
            return
        said = _("“%(value)s” is not known here and was ignored.") % {
            "value": value[:LONGEST_NAMED]
        }
        colon = pgettext("after a label", ":")
        self.ignored.append(f"{criterion}{colon} {said}" if criterion else said)


def _words(typed):
    """What was typed, without what cannot be printed; as long as search reads."""
    printable = "".join(c if c.isprintable() else " " for c in typed[: query.LONGEST])
    return " ".join(printable.split())
