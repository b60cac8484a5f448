"""The words of a text in a language, as an officer brings them in."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from resrec.library import originals
from resrec.library.models import ResolutionText


class WordsForm(forms.Form):
    """A file or pasted words, one of the two. Valid, it has `found`, a `Read`."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=500,
        help_text=_("Left empty, the title that is known stays."),
    )
    renders = forms.ModelChoiceField(
        ResolutionText.objects.none(),
        label=_("What it translates"),
        required=False,
        empty_label=_("nothing: it is as adopted in this language"),
    )
    file = forms.FileField(
        label=_("A file"),
        required=False,
        allow_empty_file=True,
        help_text=_("Word (.docx), a web page (.html) or plain text (.txt), up to 20 MB."),
    )
    words = forms.CharField(
        label=_("Or its words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("One paragraph a line, with the numbers as printed."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, resolution, data=None, files=None, initial=None):
        started = {"revision": resolution.paragraphs_revision} | (initial or {})
        super().__init__(data, files, initial=started, use_required_attribute=False)
        current = [text.pk for text in resolution.current_texts.values() if text.body]
        field = self.fields["renders"]
        field.queryset = ResolutionText.objects.filter(pk__in=current)
        field.label_from_instance = lambda text: (
            _("%(language)s, version %(version)s")
            % {
                "language": text.get_language_display(),
                "version": text.version,
            }
        )

    def clean(self):
        upload, pasted = self.cleaned_data.get("file"), self.cleaned_data.get("words")
        if bool(upload) == bool(pasted):
            self.add_error(None, _("Choose a file or paste the words, one of the two."))
        elif upload:
            self.found, self.original = originals.read(upload, upload.name), _bytes_of(upload)
        else:
            self.found = originals.read_pasted(pasted)
            self.original = ("pasted.txt", pasted.encode())
        renders = self.cleaned_data.get("renders")
        if renders and renders.language == self.cleaned_data.get("language"):
            self.add_error("renders", _("A text does not translate its own language."))
        return self.cleaned_data


def _bytes_of(upload):
    """The file's name and its bytes."""
    upload.seek(0)
    return upload.name, upload.read()
