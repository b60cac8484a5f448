"""Names typed in rows: bodies that were worked with, and countries. Known ones are offered while
one types (`<known-names>`)."""

from difflib import get_close_matches

from django import forms
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext, gettext_lazy as _

from resrec.people.folding import folded
from resrec.people.models import Constituent, Country
from resrec.people.models.country import CountryName
from resrec.reporting.anchors import normalised
from resrec.reporting.forms.row_groups import LIMITS, RowGroup
from resrec.reporting.forms.rows import NameRow
from resrec.reporting.models import PartnerKind


class Names(forms.formset_factory(NameRow, formset=RowGroup, **LIMITS)):  # type: ignore[misc]
    """Rows of names. `known` gives those on record, in their order and in today's language."""

    added_at_once = 2

    @classmethod
    def known(cls):
        raise NotImplementedError

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["name"].widget.attrs |= {"list": self.known_id, "autocomplete": "off"}

    @property
    def known_id(self):
        return f"known-{self.name}"

    @property
    def typed(self):
        """The rows of names that were understood."""
        return [row for row in self.by_key.values() if not row.errors]


class Bodies(Names):
    """Bodies named under one question; a name that is not on record is kept as it is typed.

    `question` is the field whose answer they belong to, `kinds` the constituents offered.
    """

    title = _("Name %(number)s")
    add_label = _("Add more names")
    question = ""
    kinds: tuple[str, ...] = ()

    def stored(self, report):
        prefetch_related_objects([report], "partners__constituent__merged_into")
        return [{"name": str(body)} for body in report.partners.all() if body.kind == self.name]

    def put_into(self, words):
        typed = [normalised(row.cleaned_data["name"]) for row in self.typed]
        words.bodies[self.name] = list({folded(name): name for name in typed}.values())

    @classmethod
    def known(cls):
        bodies = Constituent.objects.current().filter(kind__in=cls.kinds)
        return sorted((str(body) for body in bodies), key=folded)


class Members(Bodies):
    name = PartnerKind.MEMBER.value
    label = _("Members named")
    question = "members_answer"
    kinds = ("member",)


class Commissions(Bodies):
    name = PartnerKind.COMMISSION.value
    label = _("Commissions and groups named")
    question = "commissions_answer"
    kinds = ("commission", "commission_group")


class Committees(Bodies):
    name = PartnerKind.COMMITTEE.value
    label = _("Committees named")
    question = "committees_answer"
    kinds = ("national_committee", "regional_committee")


class Countries(Names):
    """Countries and territories by name, in any language; `codes` are those understood."""

    name = "countries"
    label = _("Countries and territories")
    title = _("Country or territory %(number)s")
    add_label = _("Add more countries")
    codes: tuple[str, ...] = ()

    def stored(self, report):
        return [{"name": country.label} for country in report.countries.all()]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["name"].label = _("Country or territory")

    def put_into(self, words):
        words.links[self.name] = self.codes

    def clean(self):
        typed = self.typed
        found = Country.objects.named_each([row.cleaned_data["name"] for row in typed])
        for row in typed:
            if row.cleaned_data["name"] not in found:
                row.add_error("name", _not_known(row.cleaned_data["name"]))
        self.codes = tuple(dict.fromkeys(country.pk for country in found.values()))

    @classmethod
    def known(cls):
        return sorted((country.label for country in Country.objects.all()), key=folded)


def _not_known(name):
    """Say that no country bears this name, with up to three that come close."""
    known = dict(CountryName.objects.values_list("folded", "country"))
    close = get_close_matches(folded(name), known, n=5, cutoff=0.6)
    codes = list(dict.fromkeys(known[one] for one in close))[:3]
    nearest = ", ".join(country.label for country in Country.objects.filter(pk__in=codes))
    if not nearest:
        return gettext("“%(name)s” is not a country or territory we know.") % {"name": name}
    return gettext(
        "“%(name)s” is not a country or territory we know. Did you mean one of these: %(nearest)s?"
    ) % {"name": name, "nearest": nearest}
