"""Which text a citation means."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from resrec.library.codes import look_up
from resrec.library.models import Resolution
from resrec.rules import RuleBroken


class DecisionForm(forms.Form):
    """Which text a citation means: a candidate (its pk), another by its code, or none."""

    target = forms.CharField(required=False, max_length=20)
    code = forms.CharField(required=False, max_length=100)
    none = forms.CharField(required=False)
    show = forms.CharField(required=False, max_length=10)

    def decide(self, citation, *, by):
        """Carry the decision out; raises RuleBroken, with a message, where it names no text."""
        if self.is_valid() and self.cleaned_data["none"]:
            citation.dismiss(by=by)
        else:
            citation.confirm(self._target(), by=by)

    def _target(self):
        said = getattr(self, "cleaned_data", {})
        if said.get("target", "").isdecimal():
            found = Resolution.objects.filter(pk=said["target"]).first()
        else:
            found = look_up(said.get("code", "")).only
        if found is None:
            raise RuleBroken(_("Choose a text, or give the code of one that is held here."))
        return found

    @property
    def back(self):
        """The list that the form stood on."""
        settled = self.data.get("show") == "settled"
        return reverse("open_citations") + ("?show=settled" if settled else "")
