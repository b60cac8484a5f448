"""Fields that stand beside the passages of a report and belong to a form at the end of the page."""

from django import forms
from django.utils.translation import gettext_lazy as _

ABOUT = "about:"
MOST = 5000  # characters


class BesidePassages(forms.Form):
    """A form with a field about each passage: "about:results"; `id` is that of its element."""

    id: str

    def lay_beside(self, passages):
        """Add the field about each of these Passages."""
        for passage in passages:
            self.fields[ABOUT + passage.field] = forms.CharField(
                label=_("What should be changed here: %(passage)s") % {"passage": passage.label},
                required=False,
                max_length=MOST,
                widget=forms.Textarea(attrs={"rows": 3, "form": self.id}),
            )

    def about(self, address):
        """Give the field about the passage at this address, or None."""
        name = ABOUT + address
        return self[name] if name in self.fields else None

    @property
    def said_beside(self):
        """{address: words} of the passages about which something is said."""
        names = [name for name in self.fields if name.startswith(ABOUT)]
        words = {name.removeprefix(ABOUT): (self[name].value() or "").strip() for name in names}
        return {address: said for address, said in words.items() if said}
