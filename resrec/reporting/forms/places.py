"""The places of a report's form and what stands in each, so that two copies can be compared.

A place is "results" for a field, "activities:<key>/description" for a field of a row, and
"scopes/<code>" or "member/<digest>" for each thing chosen or named, of which several people may
add some. An empty place is left out.
"""

from base64 import urlsafe_b64encode
from datetime import date
from hashlib import blake2b

from django import forms

from resrec.people.folding import folded
from resrec.reporting.anchors import normalised
from resrec.reporting.forms.name_groups import Names
from resrec.reporting.forms.own_words import PERIOD

NOT_WORDS = {"revision", "file"}
LONGEST_BASE = 60_000


def words_of(form):
    """Give {place: what stands there} of a ReportForm, as text; of a name, the name."""
    found = {}
    for part in (form.own, form.paragraphs):
        for name, field in part.fields.items():
            if name not in NOT_WORDS:
                found |= _words_at(name, field, part[name].value())
    for group in form.formsets:
        found |= _names_in(group) if isinstance(group, Names) else _rows_in(group)
    return found


def _words_at(name, field, value):
    if isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField):
        chosen = (str(getattr(one, "pk", one)) for one in value or [])
        return {f"{name}/{code}": code for code in chosen}
    words = _as_text(value)
    return {name: words} if words else {}


def _as_text(value):
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return normalised(str(value or "")).strip()


def _names_in(group):
    typed = (_as_text(row["name"].value()) for row in group)
    return {place_of_name(group.name, name): name for name in typed if name}


def place_of_name(group, name):
    return f"{group}/{digest(folded(name))}"


def _rows_in(group):
    return {
        f"{group.name}:{row['key'].value()}/{name}": words
        for row in group
        for name in row.fields
        if name not in ("key", "lineage", "DELETE") and (words := _as_text(row[name].value()))
    }


def row_of(place):
    """Give "activities:<key>" of a place in a row, "" of another."""
    return place.partition("/")[0] if ":" in place else ""


def line_of(place):
    """Give the place as a reader sees it: things chosen or named under one question are one."""
    return place if row_of(place) else place.partition("/")[0]


# What a page had before its writer typed: digests, sent along with the form


def digest(words):
    return urlsafe_b64encode(blake2b(words.encode(), digest_size=6).digest()).decode()


def digests(words):
    return {place: digest(text) for place, text in words.items()}


def base_text(base):
    return " ".join(f"{place}={said}" for place, said in base.items())


def read_base(text):
    """Give {place: digest} of what a page sent; what cannot be read is left out."""
    pairs = (pair.partition("=") for pair in text[:LONGEST_BASE].split())
    return {place: said for place, _equals, said in pairs if said}


def not_stored_in(form):
    """Give a test of places: whether what stands there holds an error, and so was not stored."""
    fields = {*form.own.errors, *form.paragraphs.errors}
    if fields & {*PERIOD}:
        fields |= {*PERIOD}
    beginnings = tuple(start for group in form.formsets for start in _wrong_in(group))
    return lambda place: line_of(place) in fields or place.startswith(beginnings)


def _wrong_in(group):
    if not group.can_be_read:
        return [f"{group.name}/", f"{group.name}:"]
    wrong = [row for row in group if row.errors]
    if isinstance(group, Names):
        return [place_of_name(group.name, _as_text(row["name"].value())) for row in wrong]
    return [f"{group.name}:{row['key'].value()}/" for row in wrong]
