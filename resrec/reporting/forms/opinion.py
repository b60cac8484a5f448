"""What a reviewer thinks of a report, before its verdict."""

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.reporting.forms.beside_passages import ABOUT, MOST, BesidePassages
from resrec.reporting.forms.judgement import texts_field
from resrec.reporting.models import Opinion


class OpinionForm(BesidePassages):
    """For which verdict, on which texts, and why; `texts` are the ReportedTexts open to it.

    Beside the passages given, a word on each can be said too.
    """

    prefix = id = "opinion"

    texts = texts_field(_("Tick the texts that your opinion is about."))
    leaning = forms.ChoiceField(
        label=_("Your opinion"),
        choices=Opinion.Leaning.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whether you are for accepting the report or for returning it."),
            "invalid_choice": _(
                "Say whether you are for accepting the report or for returning it."
            ),
        },
    )
    words = forms.CharField(
        label=_("Why"),
        help_text=_("Other reviewers read it; those who wrote the report do not."),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, texts, data=None, *, own=None, passages=()):
        """`own` is the Opinion that the form changes, or None."""
        said = {"leaning": own.leaning, "words": own.words} if own else {}
        said |= {ABOUT + address: words for address, words in own.passages.items()} if own else {}
        super().__init__(data, initial=said, use_required_attribute=False)
        self.label_suffix = ""
        self.theirs = [one.resolution_id for one in texts]
        self.fields["texts"].offer(texts)
        if len(texts) < 2:
            del self.fields["texts"]
        self.lay_beside(passages)

    def clean(self):
        said = super().clean()
        says_why = said.get("words", "").strip() or self.said_beside
        if said.get("leaning") == Opinion.Leaning.RETURN and not says_why:
            self.add_error("words", _("Say why the report should be returned."))
        return said

    def give(self, report, *, by):
        """Give the opinion that the form states; a form that states none is refused."""
        self.is_valid()
        said = self.cleaned_data
        texts = said.get("texts", self.theirs)
        words = {"leaning": said.get("leaning", ""), "words": said.get("words", "")}
        report.give_opinion(by=by, texts=texts, passages=self.said_beside, **words)
