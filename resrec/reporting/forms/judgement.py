"""Judging a report: on which of its texts, and what should change, passage by passage."""

from django import forms
from django.utils.translation import gettext_lazy as _

FORM_ID = "verdict"  # inputs beside the passages belong to the form at the end of the page
ABOUT = "about:"
MOST = 5000  # characters


class ReturnForm(forms.Form):
    """What should change in a report; those who wrote it read it. One of the fields is needed.

    `texts` are the ReportedTexts whose verdict this person gives. Each passage of the report has
    a field of its own, "about:results", which the page draws beside the passage.
    """

    texts = forms.TypedMultipleChoiceField(
        label=_("For which texts"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the texts that your verdict is about.")},
    )
    reason = forms.CharField(
        label=_("What should be changed in the whole"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, report, texts=(), data=None):
        super().__init__(data, use_required_attribute=False)
        self.label_suffix = ""
        self.theirs = [one.resolution_id for one in texts]
        self.fields["texts"].choices = [(one.resolution_id, _named(one)) for one in texts]
        self.fields["texts"].initial = self.theirs
        if len(texts) < 2:
            del self.fields["texts"]
        for passage in report.passages(public=False):
            self.fields[ABOUT + passage.field] = forms.CharField(
                label=_("What should be changed here: %(passage)s") % {"passage": passage.label},
                required=False,
                max_length=MOST,
                widget=forms.Textarea(attrs={"rows": 3, "form": FORM_ID}),
            )

    def about(self, address):
        """Give the field about the passage at this address, or None."""
        name = ABOUT + address
        return self[name] if name in self.fields else None

    @property
    def written(self):
        """{name of the field: words}, of those that say something."""
        names = [name for name in self.fields if name != "texts"]
        words = {name: (self[name].value() or "").strip() for name in names}
        return {name: said for name, said in words.items() if said}

    @property
    def written_fields(self):
        """The fields that say something, to show what was typed when it can be sent no more."""
        return [self[name] for name in self.written]

    @property
    def verdict(self):
        """What `send_back` takes of it."""
        reasons = {name.removeprefix(ABOUT): words for name, words in self.written.items()}
        return {"reason": reasons.pop("reason", ""), "reasons": reasons, "texts": self.chosen}

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
        return self.is_valid()


def _named(reported):
    title = reported.resolution.title
    return f"{reported.resolution.label}: {title.title}" if title else reported.resolution.label
