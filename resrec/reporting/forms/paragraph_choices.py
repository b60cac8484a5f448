"""Which paragraphs of its texts an Activity Report is about; nobody has to say."""

from django import forms
from django.db.models import prefetch_related_objects
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext as _

from resrec.library.models import Paragraph
from resrec.web.prepared import Prepared

FIRST_WORDS = 14

_operative = Prepared(
    lambda ids: Paragraph.objects.filter(resolution__in=ids, kind=Paragraph.Kind.OPERATIVE)
)


class ParagraphChoices(forms.Form):
    """One question for each text of which operative paragraphs are known."""

    def __init__(self, report, data=None):
        super().__init__(data, use_required_attribute=False)
        self.asked = {}
        texts = list(report.reported_texts.all())
        for reported in texts:
            choices = choices_of(reported.resolution)
            if choices:
                name = f"paragraphs-{reported.resolution.code}"
                several = _("Which paragraphs of %(code)s?") % {"code": reported.resolution.label}
                self.fields[name] = forms.MultipleChoiceField(
                    label=several if len(texts) > 1 else _("Which paragraphs?"),
                    required=False,
                    choices=choices,
                    initial=[str(pk) for pk in reported.paragraphs.values_list("pk", flat=True)],
                    widget=forms.CheckboxSelectMultiple,
                    error_messages={
                        "invalid_choice": _("The paragraphs have changed: choose again.")
                    },
                )
                self.asked[name] = reported

    def chosen(self):
        """Give {ReportedText: ids of Paragraphs}, as far as they were understood."""
        return {
            reported: self.cleaned_data[name]
            for name, reported in self.asked.items()
            if name in self.cleaned_data
        }

    @property
    def is_open(self):
        """Whether there is anything to see in it, right or wrong."""
        return bool(self.errors) or any(field.value() for field in self)


def choices_of(resolution):
    """Give (id, number and first words) of a text's operative paragraphs, in their order."""
    paragraphs = _operative([resolution.pk])
    prefetch_related_objects(paragraphs, "texts")
    return [(str(one.pk), label_with_words(one)) for one in paragraphs]


def label_with_words(paragraph):
    """Its number and first words, as HTML that tells their language where it is another."""
    words = paragraph.words
    if words is None:
        return paragraph.label
    first = Truncator(words.text).words(FIRST_WORDS)
    if words.language == get_language():
        return f"{paragraph.label} {first}"
    return format_html('{} <span lang="{}">{}</span>', paragraph.label, words.language, first)
