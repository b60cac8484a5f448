"""What could not be understood on a page, kept so that a person can look at it.

A problem is a code with the words as printed; `sentence` is its English reading for `--json`.
"""

from dataclasses import dataclass

SENTENCES = {
    "refused": "{printed}",
    "not_a_report": "This is not a report page: it has neither a report's title nor its labels.",
    "cut_value": "{field}: the page ends here and the value may be cut: “{printed}”.",
    "cut_label": "The page ends inside a label: “{printed}”.",
    "unplaced": "No field is known for this line: “{printed}”.",
    "before_title": "These words stand before the report: “{printed}”.",
    "extra_value": "{field}: one value was expected, this is another: “{printed}”.",
    "unknown_kind": "{field}: no kind of activity has this name: “{printed}”.",
    "row_without_kind": "{field}: the kind of this activity is missing: “{printed}”.",
    "unknown_status": "{field}: no status has this name: “{printed}”.",
    "unknown_answer": "{field}: this is no answer of the form: “{printed}”.",
    "not_a_year": "{field}: no year stands in “{printed}”.",
    "contradiction": "{field}: “{printed}” stands beside names.",
    "doubtful_term": "{field}: this term does not fit the time of the text: “{printed}”.",
    "broken_letters": "{field}: letters are broken: “{printed}”.",
    "other_code": "The node printed under Resolution is that of {printed}, not of the title.",
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
        printed = self.printed if len(self.printed) <= _LONGEST else self.printed[:_LONGEST] + "…"
        return SENTENCES[self.what].format(field=self.field, printed=printed)
