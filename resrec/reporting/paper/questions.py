"""The form of a draft as a list of questions, each under a code that stays with its row."""

from dataclasses import dataclass, field

from django.forms import CheckboxInput
from django.http import QueryDict
from django.utils.translation import gettext as _

from resrec.reporting.models.activity import new_key

# What paper does not ask: files, the marks of the page itself, and how often a row is there.
NOT_ASKED = {"file", "revision", "key", "lineage", "DELETE"}
SPARE_ROWS = {"activities": 3, "future_activities": 2, "needs": 2, "evidence": 2}
SPARE_NAMES = 3


@dataclass(frozen=True)
class Question:
    """One question. `choices` are (value, label); `chosen` the values that are ticked."""

    code: str
    label: str
    text: str = ""
    choices: tuple = ()
    chosen: frozenset = frozenset()
    takes_several: bool = False

    @property
    def is_ticked(self):
        return bool(self.choices)


@dataclass(frozen=True)
class Part:
    """Some questions under one heading; an empty heading goes on with the one before."""

    heading: str
    questions: list[Question] = field(default_factory=list)


def parts_of(form):
    """Give the Parts of an unbound ReportForm, in the form's order, with rows to spare."""
    yield Part(
        "", [_question(one.name, one) for one in [*form.own, *form.paragraphs] if _asks(one)]
    )
    for group in form.formsets:
        spare = SPARE_ROWS.get(group.name, SPARE_NAMES)
        heading = str(group.label)
        rows = [*group, *(group.empty_form for _one in range(spare))]
        for number, row in enumerate(rows, start=1):
            key = row["key"].value() or new_key()
            questions = [
                _question(f"{group.name}:{key}:{one.name}", one) for one in row if _asks(one)
            ]
            title = group.title % {"number": number}
            yield Part(f"{heading}: {title}", questions)


def sent(form):
    """Give what the page of an unbound ReportForm would send, as a QueryDict that can change."""
    data = QueryDict(mutable=True)
    for one in [*form.own, *form.paragraphs]:
        _put(data, one)
    for group in form.formsets:
        for one in [*group.management_form, *(one for row in group.forms for one in row)]:
            _put(data, one)
    return data


def _asks(bound):
    return bound.name not in NOT_ASKED


def _question(code, bound):
    value = bound.value()
    if isinstance(bound.field.widget, CheckboxInput):
        return Question(code, str(bound.label), "", (("on", _("Yes")),), _chosen(value and "on"))
    if choices := getattr(bound.field, "choices", ()):
        offered = tuple((str(one), str(label)) for one, label in choices if str(one))
        several = isinstance(value, list | tuple) or bound.field.widget.allow_multiple_selected
        return Question(
            code, str(bound.label), "", offered, _chosen(value), takes_several=bool(several)
        )
    return Question(code, str(bound.label), _text(value))


def _chosen(value):
    values = value if isinstance(value, list | tuple) else [value]
    return frozenset(_text(one) for one in values if one)


def _put(data, bound):
    value = bound.value()
    if isinstance(bound.field.widget, CheckboxInput):
        if value:
            data[bound.html_name] = "on"
    elif isinstance(value, list | tuple):
        data.setlist(bound.html_name, [_text(one) for one in value])
    elif bound.name != "file":
        data[bound.html_name] = _text(value)


def _text(value):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return "" if value is None else str(getattr(value, "pk", value))
