"""Ways to assign many posts: a sheet, or all texts of an assembly or under a keyword."""

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.library.models import Assembly, Keyword
from resrec.reporting.forms.on_behalf import ConstituentNamed
from resrec.reporting.forms.post import LANGUAGES
from resrec.reporting.models import FocalRole
from resrec.web.scanning import refuse_infected


def language_field():
    return forms.ChoiceField(
        label=_("Language of the message"),
        choices=LANGUAGES,
        required=False,
        help_text=_("For addresses that are new here; everyone else has chosen theirs."),
    )


class SheetForm(forms.Form):
    file = forms.FileField(
        label=_("The sheet"),
        help_text=_("A workbook (.xlsx) or CSV, with one post a row."),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("This file is empty."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
    )
    language = language_field()

    def __init__(self, data=None, files=None):
        super().__init__(data, files, use_required_attribute=False, auto_id="sheet_%s")

    def clean_file(self):
        refuse_infected(self.cleaned_data["file"])
        return self.cleaned_data["file"]


class TextsForm(forms.Form):
    """`chosen` becomes the Assembly or the Keyword; its texts are those that are not archived."""

    assembly = forms.ModelChoiceField(Assembly.objects.none(), label=_("Assembly"), required=False)
    keyword = forms.ModelChoiceField(Keyword.objects.none(), label=_("Or keyword"), required=False)
    role = forms.ModelChoiceField(FocalRole.objects.none(), label=_("Role"))
    constituent = ConstituentNamed(
        label=_("Constituent"),
        help_text=_("Its name or acronym."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        help_text=_("Who is asked to take all of these posts. Left empty, they are made vacant."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    language = language_field()

    def __init__(self, data=None):
        super().__init__(data, use_required_attribute=False, auto_id="texts_%s")
        assemblies = Assembly.objects.select_related("kind__collection")
        self.fields["assembly"].queryset = assemblies.order_by("-year_held", "code")
        self.fields["keyword"].queryset = Keyword.objects.all()
        self.fields["role"].queryset = FocalRole.objects.all()

    def clean(self):
        said = super().clean()
        chosen = [said[name] for name in ("assembly", "keyword") if said.get(name)]
        if len(chosen) != 1 and not {"assembly", "keyword"} & self.errors.keys():
            self.add_error("assembly", _("Choose an assembly or a keyword, one of them."))
        said["chosen"] = chosen[0] if chosen else None
        return said
