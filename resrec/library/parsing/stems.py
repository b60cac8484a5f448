"""What a paragraph says to what is numbered under it: its verb, and whom it addresses."""

from dataclasses import dataclass, field

from resrec.library.parsing.addressees import addressees_at_start, addressees_of
from resrec.library.parsing.forms import clauses_of
from resrec.library.parsing.lexicon import Form
from resrec.library.parsing.verbs import governing_clauses, is_closed, main_form


@dataclass(frozen=True)
class Stem:
    """The Form that governs, and its addressees: "Requests the Secretariat to:"."""

    form: Form | None = None
    addressees: list = field(default_factory=list)


class Stems:
    """The Stems that are open at each level, as one goes down a text."""

    def __init__(self, known, house):
        self.known = known
        self.house = house
        self.open = []

    def restart(self):
        """Under a heading nothing governs."""
        self.open = []

    def read(self, line, level):
        """Give the Form of a Line's main verb (or None) and its ParsedAddressees."""
        del self.open[level - 1 :]
        stem = self.open[-1] if self.open else Stem()
        clauses = clauses_of(line.words, line.opening, self.known)
        form = main_form(line, clauses, stem.form)
        if form is not None and form is stem.form:
            addressees = self._under(line, stem)
        else:
            addressees = addressees_of(line.words, clauses, self.known, self.house)
        self.open += [Stem()] * (level - 1 - len(self.open))
        self.open.append(self._stem(line, clauses, form, addressees))
        return form, addressees

    def _under(self, line, stem):
        """Whom a paragraph under a stem addresses: as the stem, or whom it begins with."""
        if stem.addressees:
            return stem.addressees
        if stem.form.verb_type == "directive":
            return addressees_at_start(line.words, self.known, self.house)
        return []

    def _stem(self, line, clauses, form, addressees):
        if is_closed(line):
            return Stem()
        governing = governing_clauses(line, clauses, self.known)
        if not governing:
            return Stem(form, addressees)
        own = addressees_of(line.words, governing, self.known, self.house)
        return Stem(governing[0].form, own)
