"""What could not be understood on a page, kept so that a person can look at it.

A problem is a code with the words as printed. `--json` prints its English sentence; the
administration shows it in the reader's language.
"""

from dataclasses import asdict, dataclass


def gettext_noop(sentence):
    """Mark a sentence for translation; it is translated where it is shown."""
    return sentence


SENTENCES = {
    "refused": "{printed}",
    "not_a_report": gettext_noop(
        "This is not a report page: it has neither a report’s title nor its labels."
    ),
    # Of one page as it reads
    "cut_value": gettext_noop("{field}: the page ends here and the value may be cut: “{printed}”."),
    "cut_label": gettext_noop("The page ends inside a label: “{printed}”."),
    "unplaced": gettext_noop("No field is known for this line: “{printed}”."),
    "before_title": gettext_noop("These words stand before the report: “{printed}”."),
    "extra_value": gettext_noop("{field}: one value was expected, this is another: “{printed}”."),
    "unknown_kind": gettext_noop("{field}: no kind of activity has this name: “{printed}”."),
    "row_without_kind": gettext_noop("{field}: the kind of this activity is missing: “{printed}”."),
    "unknown_status": gettext_noop("{field}: no status has this name: “{printed}”."),
    "unknown_answer": gettext_noop("{field}: this is no answer of the form: “{printed}”."),
    "not_a_year": gettext_noop("{field}: no year stands in “{printed}”."),
    "contradiction": gettext_noop("{field}: “{printed}” stands beside names."),
    "doubtful_term": gettext_noop(
        "{field}: this term does not fit the time of the text: “{printed}”."
    ),
    "broken_letters": gettext_noop("{field}: letters are broken: “{printed}”."),
    "other_code": gettext_noop(
        "The node printed under Resolution is that of {printed}, not of the title."
    ),
    # Of storing it
    "no_text": gettext_noop("It is not known on which text this page reports."),
    "unknown_text": gettext_noop("No sitting is known that could have adopted {printed}."),
    "other_kind": gettext_noop("The library has this text as {printed}."),
    "unknown_scope": gettext_noop("{field}: no geographic scope has this name: “{printed}”."),
    "unknown_country": gettext_noop("{field}: no country has this name: “{printed}”."),
    "no_cycle": gettext_noop("The page does not tell the year of its cycle."),
    "cycle_taken": gettext_noop("There is another Progress Report for {printed} already."),
    "written_since": gettext_noop(
        "The report has been changed here since it was imported; this page did not change it."
    ),
}
_LONGEST = 300


@dataclass(frozen=True)
class Problem:
    """`what` is a key of SENTENCES, `field` a key of `--json` or empty."""

    what: str
    field: str = ""
    printed: str = ""

    @property
    def sentence(self):
        """The sentence in English."""
        return self.sentence_by(str)

    def sentence_by(self, translate):
        """Give the sentence as `translate` (gettext, say) has it, with long quotations cut."""
        printed = self.printed if len(self.printed) <= _LONGEST else self.printed[:_LONGEST] + "…"
        return translate(SENTENCES[self.what]).format(field=self.field, printed=printed)

    def as_dict(self):
        return asdict(self)
