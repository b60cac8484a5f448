"""What a returned report's reviewers asked for, shown beside the fields of the next draft."""

from dataclasses import dataclass

from django.forms import BoundField

from resrec.reporting.anchors import normalised
from resrec.reporting.models import ReturnReason


@dataclass(frozen=True)
class AskedChange:
    """A reason of a return. `field` is None when it is about the whole, or about what is gone.

    It is met as soon as the passage differs from the words that were returned; of the whole,
    only people can say.
    """

    reason: ReturnReason
    label: str
    field: BoundField | None
    is_met: bool

    @property
    def id(self):
        return f"asked-{self.reason.pk}"


def asked_changes(form):
    """Give the AskedChanges of a ReportForm's draft, and hang each on its field to be drawn."""
    returned = form.report.returned_from
    if returned is None:
        return []
    before = {passage.field: passage for passage in returned.passages(public=False)}
    found = []
    for reason in returned.return_reasons.all():
        passage, field = before.get(reason.field), _field(form, reason.field)
        now = normalised(str(field.value() or "")) if field else ""
        is_met = passage is not None and now.strip() != normalised(passage.text).strip()
        change = AskedChange(reason, passage.label if passage else "", field, is_met)
        if field:
            _hang(change, field)
        found.append(change)
    return found


def _hang(change, field):
    attrs = field.field.widget.attrs
    field.field.asked = [*getattr(field.field, "asked", ()), change]
    described = attrs.get("aria-describedby") or field.aria_describedby
    attrs["aria-describedby"] = " ".join(filter(None, [described, change.id]))


def _field(form, address):
    """Find the field in which the words of an address are written, or None."""
    if address in form.own.fields:
        return form.own[address]
    noun, _colon, rest = address.partition(":")
    key = rest.partition("/")[0]
    for group in form.groups.values():
        if key and group.address == noun:
            rows = (row for row in group if row["key"].value() == key)
            return next((row["description"] for row in rows), None)
    return None
