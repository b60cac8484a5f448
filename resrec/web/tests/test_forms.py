"""Controls that are drawn here look as Django's templates draw them."""

import re
from datetime import date

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe

from resrec.web.forms import FormRenderer

WIDGETS = [
    forms.TextInput,
    forms.HiddenInput,
    forms.NumberInput,
    forms.EmailInput,
    forms.URLInput,
    forms.DateInput,
    forms.FileInput,
    forms.CheckboxInput,
    forms.Textarea,
]
VALUES = [None, "", "Fen", '"><script>', "a\nb", 1234567, 0, 1.5, True, False, date(2026, 1, 2)]
ATTRS = {"id": "x", "lang": '"<', "rows": 4000, "required": True, "hidden": False, "size": None}


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("widget", WIDGETS)
def test_a_control_is_drawn_as_django_draws_it(widget, value):
    for attrs in (None, ATTRS, {"data-x": mark_safe("&amp;")}):
        drawn = [
            widget().render("na<me", value, attrs=attrs, renderer=renderer)
            for renderer in (FormRenderer(), TemplatesSetting())
        ]
        assert drawn[0] == drawn[1]


GROUPED = [("", "not stated"), ("Forms", [("fen", 'A "fen"'), (1, "<b>")]), (1234, "Bog")]


@pytest.mark.parametrize("value", [None, "", "fen", 1, ["fen", "1234"]])
@pytest.mark.parametrize(
    "widget", [forms.Select, forms.SelectMultiple, forms.RadioSelect, forms.CheckboxSelectMultiple]
)
def test_choices_are_drawn_as_django_draws_them(widget, value):
    drawn = [
        widget(choices=GROUPED).render("na<me", value, attrs=attrs, renderer=renderer)
        for attrs in (None, ATTRS | {"class": "wide"})
        for renderer in (FormRenderer(), TemplatesSetting())
    ]
    ours, theirs = ([_packed(one) for one in drawn[start::2]] for start in (0, 1))
    assert ours == theirs


def _packed(html):
    """Leave out blank space that no browser shows: between tags, and before a closing one."""
    return re.sub(r"\s+<", "<", re.sub(r">\s+", ">", html))
