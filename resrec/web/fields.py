"""A form's field with all that belongs to it: label, hint, what was asked to change, errors."""

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from resrec.web.controls import attributes


def field_of(field):
    """Draw a BoundField. Several controls of one question are a fieldset, a box has its label
    behind it; `field.field.asked` are changes that a reviewer asked for, if any.
    """
    is_box = field.widget_type == "checkbox"
    label, control = _label(field), field.as_widget()
    parts = [control, label] if is_box and not field.use_fieldset else [label]
    parts += [_hint(field), *map(_asked, getattr(field.field, "asked", ())), str(field.errors)]
    parts += [] if is_box else [control]
    within = mark_safe("".join(parts))  # noqa: S308  each is escaped where it is drawn
    kind = {"data-kind": field.widget_type}
    if field.use_fieldset:
        said = attributes(kind | {"aria-describedby": field.aria_describedby or False})
        return format_html('<fieldset class="field"{}>{}</fieldset>', said, within)
    check = " check" if is_box else ""
    return format_html('<div class="field{}"{}>{}</div>', check, attributes(kind), within)


def _label(field):
    if not field.label:
        return ""
    needed = format_html(' <span class="needed">{}</span>', _("(needed)"))
    words = format_html("{}{}", field.label, needed if field.field.required else "")
    if field.use_fieldset:
        return format_html("<legend>{}</legend>", words)
    return format_html('<label for="{}">{}</label>', field.id_for_label, words)


def _hint(field):
    if not field.help_text:
        return ""
    named = attributes({"id": field.auto_id and f"{field.auto_id}_helptext"})
    return format_html('<div class="hint"{}>{}</div>', named, field.help_text)


def _asked(change):
    met, said = (
        (" met", _("Changed since it was returned:")) if change.is_met else ("", _("To change:"))
    )
    return format_html(
        '<div class="asked{}" id="{}"><b>{}</b> {}</div>',
        met,
        change.id,
        said,
        linebreaksbr(change.reason.words),
    )
