"""One need of an Activity Report's form: what would help, and of money how much."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from resrec.reporting.anchors import normalised
from resrec.reporting.forms.own_words import KEEP_PRIVATE
from resrec.reporting.forms.rows import Row
from resrec.reporting.needs.money import currency_named, read_amount

KNOWN_CURRENCIES = "known-currencies"  # the list that the inputs offer


class NeedRow(Row):
    """Amount and currency are read as people write them; what cannot be read is not stored.

    `goes_on` tells of a lineage whether a row of this report may be that need.
    """

    SAYS = ("kind", "description", "amount", "currency")

    lineage = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    description = forms.CharField(
        label=_("What would help"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    amount = forms.CharField(
        label=_("Amount, if it is money and known"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    currency = forms.CharField(
        label=_("Currency"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"list": KNOWN_CURRENCIES, "autocomplete": "off"}),
    )
    private = forms.BooleanField(label=KEEP_PRIVATE, required=False)

    def __init__(self, *args, kinds, with_amount, goes_on, **options):
        super().__init__(*args, **options)
        self.fields["kind"].choices = kinds
        self.with_amount, self.goes_on = with_amount, goes_on

    def clean_lineage(self):
        """A lineage that is not the constituent's own is left out: the row is a new need."""
        typed = self.cleaned_data["lineage"]
        return typed if typed and self.goes_on(typed) else ""

    def clean_currency(self):
        typed = self.cleaned_data["currency"]
        return currency_named(typed).code if typed else ""

    def clean(self):
        said = super().clean()
        typed, code = said.get("amount"), said.get("currency")
        if not typed or code is None:
            return said
        if not code:
            self.add_error("currency", _("Say in which currency the amount is."))
        elif said.get("kind") and said["kind"] not in self.with_amount():
            self.add_error("amount", _("Only money has an amount: choose that kind, or clear it."))
        else:
            try:
                said["amount"] = read_amount(typed, currency_named(code).decimals)
            except forms.ValidationError as unread:
                self.add_error("amount", unread)
        return said

    def columns(self):
        said = self.cleaned_data
        lineage = {"lineage": UUID(said["lineage"])} if said["lineage"] else {}
        return lineage | {
            "kind_id": said["kind"] or None,
            "description": normalised(said["description"]),
            "amount": said["amount"] or None,
            "currency": said["currency"],
        }
