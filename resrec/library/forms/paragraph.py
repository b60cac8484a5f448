"""One paragraph as an officer puts it right: what it is, what it asks, of whom and until when."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.library.correcting import What
from resrec.library.models import AddresseeClass, Paragraph

NONE = ("", _("none"))
DEEPEST = 9
MOST_ADDRESSEES = 60
# Where a paragraph is most likely two: behind a full stop, semicolon or colon.
_CUT = re.compile(r"(?<=[.;:])\s+(?=\S)")
WORDS_OF_CUT = 5


class ParagraphForm(forms.Form):
    """`changes` is what differs from the paragraph; names and classes of addressees are numbered.

    Ids begin with the paragraph's address, for a page holds many of these forms.
    """

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=Paragraph.Kind)
    number = forms.CharField(label=_("Number"), required=False, max_length=20)
    level = forms.IntegerField(
        label=_("Level"),
        required=False,
        min_value=1,
        max_value=DEEPEST,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], _("1 to 9.")),
    )
    verb = forms.CharField(label=_("Verb, in English"), required=False, max_length=60)
    verb_type = forms.ChoiceField(
        label=_("Class of the verb"), required=False, choices=[NONE, *Paragraph.VerbType.choices]
    )
    deadline = forms.CharField(label=_("Deadline, as printed"), required=False, max_length=200)
    deadline_on = forms.DateField(
        label=_("Last day it can mean"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, paragraph, language, classes, data=None):
        self.paragraph, self.language = paragraph, language
        self.named = [one for one in paragraph.addressees.all() if one.language == language]
        initial = {name: getattr(paragraph, name) for name in self.base_fields}
        initial["level"] = max(1, paragraph.level)
        super().__init__(
            data,
            initial=initial,
            auto_id=f"{paragraph.path}-%s",
            use_required_attribute=False,
        )
        self._ask_for_addressees(classes)

    def _ask_for_addressees(self, classes):
        count = len(self.named) + 1
        if self.is_bound:
            sent = {name for name in self.data if name.startswith("addressee-")}
            count = min(max(count, len(sent)), MOST_ADDRESSEES)
        for at in range(count):
            known = self.named[at] if at < len(self.named) else None
            self.fields[f"addressee-{at}"] = forms.CharField(
                label=_("Addressee %(number)s") % {"number": at + 1},
                required=False,
                max_length=300,
                initial=known and known.name,
                widget=forms.TextInput(attrs={"lang": self.language}),
            )
            self.fields[f"class-{at}"] = forms.ChoiceField(
                label=_("Class of addressee %(number)s") % {"number": at + 1},
                required=False,
                choices=[NONE, *classes],
                initial=known and (known.addressee_class_id or ""),
            )

    def clean(self):
        """Kind and level stay what they are where nothing is said of them."""
        for name in ("kind", "level"):
            if name in self.cleaned_data:
                self.cleaned_data[name] = self.cleaned_data[name] or self.initial[name]
        return self.cleaned_data

    @property
    def place(self):
        """The three fields that every paragraph has."""
        return [self[name] for name in ("kind", "number", "level")]

    @property
    def asking(self):
        return [self[name] for name in ("verb", "verb_type", "deadline", "deadline_on")]

    @property
    def addressees(self):
        """Pairs of fields: a name and its class."""
        names = [name for name in self.fields if name.startswith("addressee-")]
        return [(self[name], self[name.replace("addressee", "class")]) for name in names]

    @property
    def asks(self):
        """Whether what it asks is worth showing at once: of an operative paragraph, it is."""
        return bool(self.errors) or self["kind"].value() == Paragraph.Kind.OPERATIVE

    @property
    def likely_cut(self):
        """The words before which the paragraph is most likely to be split; "" for none."""
        words = self.paragraph.words_in(self.language)
        places = [match.end() for match in _CUT.finditer(words.text)] if words else []
        if not places:
            return ""
        middle = min(places, key=lambda place: abs(place - len(words.text) / 2))
        return " ".join(words.text[middle:].split()[:WORDS_OF_CUT])

    @property
    def changes(self):
        """What was set otherwise than it stands: {What: str}."""
        said = {name: self.cleaned_data[name] for name in self.base_fields}
        found = {
            What(name): _in_words(value)
            for name, value in said.items()
            if _in_words(value) != _in_words(self.initial[name])
        }
        rows = [
            f"{self.cleaned_data[one.html_name.replace('addressee', 'class')]}\t{name}"
            for one, _class in self.addressees
            if (name := " ".join(self.cleaned_data[one.html_name].split()))
        ]
        if rows != [f"{one.addressee_class_id or ''}\t{one.name}" for one in self.named]:
            found[What.ADDRESSEES] = "\n".join(rows)
        return found


def classes_of_addressees():
    """Pairs of code and label, asked for once a page."""
    return [(one.code, one.label) for one in AddresseeClass.objects.all()]


def _in_words(value):
    return "" if value is None else str(value)
