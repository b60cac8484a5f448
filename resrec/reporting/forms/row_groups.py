"""The repeating groups of an Activity Report's form: what is common, and those with keys."""

from functools import cache, partial

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from resrec.reporting.forms.need_row import NeedRow
from resrec.reporting.forms.rows import NO_CHOICE, ActivityRow, EvidenceRow, FutureRow
from resrec.reporting.models import ActivityKind, ActivityStatus, NeedKind
from resrec.reporting.models.activity import new_key
from resrec.reporting.needs.money import currencies
from resrec.reporting.needs.open_needs import lineages_of

LIMITS = {"can_delete": True, "max_num": 60, "absolute_max": 120, "validate_max": True}
PROSE = {"description", "title"}  # written in the report's language


class RowGroup(forms.BaseFormSet):
    """Rows of one report. Iterating gives those that stand; `forms` has the removed ones as well.

    `name` is the group's name in the page and, for rows with keys, on the report; `title` that of
    a row, with its number; `address` what the addresses of its passages begin with.
    """

    name = label = title = add_label = ""
    address = ""
    known_id = ""  # of the list of names that its inputs offer
    added_at_once = 1
    deletion_widget = forms.HiddenInput

    def __init__(self, report, data=None, **row_options):
        self.language = report.language
        initial = [] if data is not None else self.stored(report)
        self.extra = 0 if initial else self.added_at_once
        super().__init__(data, prefix=self.name, initial=initial, form_kwargs=row_options)

    def stored(self, report):
        """Give the rows that the report has, as initial values of the form's."""
        raise NotImplementedError

    def put_into(self, words):
        """Add what was typed to the Words that are to be stored."""
        words.rows[self.name] = [
            # A row with an error keeps what is stored of it.
            {"key": key} if row.errors else {"key": key} | row.columns()
            for key, row in self.by_key.items()
        ]

    def __iter__(self):
        rows = [row for row in self.forms if not row.is_removed]
        for number, row in enumerate(rows, start=1):
            row.heading = self.title % {"number": number}
        return iter(rows)

    @property
    def empty_form(self):
        """A row for the page's script to copy."""
        row = super().empty_form
        row.heading = self.title % {"number": "__number__"}
        return row

    @property
    def removed(self):
        return [row for row in self.forms if row.is_removed]

    def point_to_new_row(self):
        """Put the cursor into the first of the rows that were just added."""
        new = self.forms[-self.added_at_once :]
        if new:
            new[0].visible_fields()[0].field.widget.attrs["autofocus"] = True

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name in PROSE & form.fields.keys():
            form.fields[name].widget.attrs["lang"] = self.language
        if not self.is_bound and index is not None and not form.initial.get("key"):
            form.initial["key"] = new_key()

    @property
    def is_filled(self):
        return any(row.is_filled for row in self)

    @property
    def can_be_read(self):
        """Whether the rows arrived whole; single ones may still hold errors."""
        return not self.non_form_errors()

    @cached_property
    def by_key(self):
        """The rows that say something or cannot be read, in order, under keys that differ."""
        found = {}
        for row in self:
            if row.errors or row.says_something:
                key = row.cleaned_data.get("key") or new_key()
                found[new_key() if key in found else key] = row
        return found

    def addresses_in(self, private_fields):
        """Give those of the addresses that lead to its passages."""
        return [a for a in private_fields if self.address and a.startswith(f"{self.address}:")]

    @property
    def private_fields(self):
        """The addresses of its passages that are to be private."""
        return [
            f"{self.address}:{key}/description"
            for key, row in self.by_key.items()
            if self.address and row.cleaned_data.get("private")
        ]


def terms(vocabulary):
    """Give the choices of a vocabulary; asked for where one was made or is to be drawn."""
    return [NO_CHOICE, *((term.pk, term.label) for term in vocabulary.objects.all())]


def may_go_on(report, lineage):
    """Whether a row of the draft can be this need: it was before, or is an earlier report's."""
    own = {str(known) for known in report.needs.values_list("lineage", flat=True)}
    return lineage in own or lineage in lineages_of(report)


def kinds_with_amount():
    """Give the codes of the kinds of need that can have an amount."""
    return set(NeedKind.objects.filter(has_amount=True).values_list("code", flat=True))


class Activities(forms.formset_factory(ActivityRow, formset=RowGroup, **LIMITS)):  # type: ignore[misc]
    name = "activities"
    label = _("Activities")
    address = "activity"
    title = _("Activity %(number)s")
    add_label = _("Add another activity")

    def __init__(self, report, data=None):
        kinds, statuses = cache(partial(terms, ActivityKind)), cache(partial(terms, ActivityStatus))
        super().__init__(report, data, kinds=kinds, statuses=statuses)

    def stored(self, report):
        return [
            {
                "key": row.key,
                "kind": row.kind_id,
                "description": row.description,
                "status": row.status_id,
                "private": f"activity:{row.key}/description" in report.private_fields,
            }
            for row in report.activities.all()
        ]


class FutureActivities(forms.formset_factory(FutureRow, formset=RowGroup, **LIMITS)):  # type: ignore[misc]
    name = "future_activities"
    label = _("Future activities")
    address = "future"
    title = _("Future activity %(number)s")
    add_label = _("Add another future activity")

    def stored(self, report):
        return [
            {
                "key": row.key,
                "title": row.title,
                "description": row.description,
                "planned": row.planned,
                "private": f"future:{row.key}/description" in report.private_fields,
            }
            for row in report.future_activities.all()
        ]


class Needs(forms.formset_factory(NeedRow, formset=RowGroup, **LIMITS)):  # type: ignore[misc]
    name = "needs"
    label = _("What would help")
    address = "need"
    title = _("Need %(number)s")
    add_label = _("Add another need")

    def __init__(self, report, data=None):
        super().__init__(
            report,
            data,
            kinds=cache(partial(terms, NeedKind)),
            with_amount=cache(kinds_with_amount),
            goes_on=cache(partial(may_go_on, report)),
        )

    @classmethod
    def known(cls):
        """Give the currencies that are offered while one types, in today's language."""
        return [f"{currency} ({currency.code})" for currency in currencies().values()]

    def stored(self, report):
        return [
            {
                "key": row.key,
                "lineage": row.lineage,
                "kind": row.kind_id,
                "description": row.description,
                "amount": row.amount_typed,
                "currency": row.currency,
                "private": row.field in report.private_fields,
            }
            for row in report.needs.all()
        ]


EVIDENCE = ("key", "url", "title", "happened_on", "owner", "language", "is_private")


class EvidenceRows(forms.formset_factory(EvidenceRow, formset=RowGroup, **LIMITS)):  # type: ignore[misc]
    """Links, and files that are on the report already; a new file arrives by another field."""

    name = "evidence"
    label = _("Links and files")
    title = _("Link or file %(number)s")
    add_label = _("Add another link")

    def __init__(self, report, data=None):
        files = {row.key: row for row in report.evidence.all() if row.file}
        super().__init__(report, data, files=files)

    def stored(self, report):
        return list(report.evidence.values(*EVIDENCE))
