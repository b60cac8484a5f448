"""Two copies of one draft side by side: what was typed here, and what somebody stored meanwhile."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from resrec.reporting.anchors import normalised
from resrec.reporting.forms.name_groups import Names
from resrec.reporting.forms.places import line_of


@dataclass(frozen=True)
class Difference:
    """A field that reads differently in the two copies; empty text where it was left empty."""

    label: str
    mine: str
    theirs: str


def differences(mine, theirs):
    """Give the Differences between two ReportForms, in the form's order.

    Where one was merged with what others had saved, only what both have changed is asked about.
    """
    ours, others = _lines(mine), _lines(theirs)
    addresses = [*ours, *(address for address in others if address not in ours)]
    if mine.merged:
        both = {line_of(place) for place in mine.merged.both}
        addresses = [address for address in addresses if address in both]
    pairs = [(a, ours.get(a, ("", "")), others.get(a, ("", ""))) for a in addresses]
    return [
        Difference(here[0] or there[0], here[1], there[1])
        for _address, here, there in pairs
        if here[1] != there[1]
    ]


def labels_of(form):
    """Give {line: label} of the form's fields (see `places.line_of`)."""
    return {line: str(label) for line, (label, _words) in _lines(form).items()}


def _lines(form):
    """Give {address: (label, words)} of every field that a person can see."""
    lines = {
        field.name: (field.label, _shown(field))
        for field in [*form.own.visible_fields(), *form.paragraphs]
        if field.name != "file"
    }
    for group in form.formsets:
        lines |= _names(group) if isinstance(group, Names) else _rows(group)
    return lines


def _names(group):
    words = "; ".join(filter(None, (_shown(row["name"]) for row in group)))
    return {group.name: (group.label, words)}


def _rows(group):
    return {
        f"{group.name}:{row['key'].value()}/{field.name}": (
            f"{group.title % {'number': number}}: {field.label}",
            _shown(field),
        )
        for number, row in enumerate(group, start=1)
        for field in row.visible_fields()
    }


def _shown(field):
    """Give a field's value as a person reads it."""
    value = field.value()
    if isinstance(value, bool) or field.widget_type == "checkbox":
        return _("yes") if value else ""
    if hasattr(field.field, "choices"):
        chosen = value if isinstance(value, list | tuple) else [value]
        codes = {str(getattr(one, "pk", one) or "") for one in chosen} - {""}
        return ", ".join(str(label) for code, label in field.field.choices if str(code) in codes)
    if isinstance(field.field, DateField):
        return _date(field.field, value)
    return normalised(str(value or "")).strip()


def _date(field, value):
    try:
        day = field.to_python(value)
    except ValidationError:
        return str(value)
    return date_format(day, "DATE_FORMAT") if day else ""
