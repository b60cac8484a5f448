"""Judging a report: on which of its texts, and what should change, passage by passage."""

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.reporting.forms.beside_passages import MOST, BesidePassages


class TextsField(forms.TypedMultipleChoiceField):
    """Which texts of a report something is about, out of those it is offered."""

    def offer(self, texts):
        """Let these ReportedTexts be chosen from, all of them to begin with."""
        self.choices = [(one.resolution_id, _named(one)) for one in texts]
        self.initial = [one.resolution_id for one in texts]


def texts_field(message):
    """Give the field; `message` is what to say where none is chosen."""
    return TextsField(
        label=_("For which texts"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": message},
    )


class ReturnForm(BesidePassages):
    """What should change in a report; those who wrote it read it. One of the fields is needed.

    `texts` are the ReportedTexts whose verdict this person gives.
    """

    id = "verdict"

    texts = texts_field(_("Tick the texts that your verdict is about."))
    although = forms.CharField(
        label=_("Why you accept it although an opinion is for returning it"),
        help_text=_("Those who gave an opinion read it; those who wrote the report do not."),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = forms.CharField(
        label=_("What should be changed in the whole"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, report, texts=(), data=None, *, against=()):
        """`against` are the texts (ids) on which somebody else is for returning the report."""
        super().__init__(data, use_required_attribute=False)
        self.label_suffix = ""
        self.theirs = [one.resolution_id for one in texts]
        self.against = {*against}.intersection(self.theirs)
        self.fields["texts"].offer(texts)
        if len(texts) < 2:
            del self.fields["texts"]
        if not self.against:
            del self.fields["although"]
        self.lay_beside(report.passages(public=False))

    @property
    def written(self):
        """{name of the field: words}, of those that say something."""
        names = [name for name in self.fields if name not in ("texts", "although")]
        words = {name: (self[name].value() or "").strip() for name in names}
        return {name: said for name, said in words.items() if said}

    @property
    def written_fields(self):
        """The fields that say something, to show what was typed when it can be sent no more."""
        return [self[name] for name in self.written]

    @property
    def verdict(self):
        """What `send_back` takes of it."""
        return self.said | {"texts": self.chosen}

    @property
    def said(self):
        """What should change, in the whole and by the passages' addresses."""
        return {"reason": self.written.get("reason", ""), "reasons": self.said_beside}

    @property
    def chosen(self):
        """The ids of the texts that the verdict is about."""
        return self.cleaned_data.get("texts", self.theirs)

    def needs_words(self):
        """Check that something is said, as a return must."""
        if self.is_valid() and not self.written:
            self.add_error(
                "reason", _("Say what should be changed, so that the reporter can act on it.")
            )
        return self.is_valid()

    def needs_silence(self):
        """Check that nothing is said: an acceptance would lose it."""
        if self.is_valid() and self.written:
            self.add_error(
                None,
                _(
                    "You have written what should be changed. Return the report with it, or "
                    "clear it before you accept."
                ),
            )
        if self.is_valid() and self.against.intersection(self.chosen) and not self.why_all_the_same:
            self.add_error(
                "although", _("An opinion is for returning the report. Say why you accept it.")
            )
        return self.is_valid()

    @property
    def why_all_the_same(self):
        """Why it is accepted although an opinion is for returning it; "" when nothing is said."""
        return self.cleaned_data.get("although", "").strip()


def _named(reported):
    title = reported.resolution.title
    return f"{reported.resolution.label}: {title.title}" if title else reported.resolution.label
