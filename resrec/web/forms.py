"""How every form field is drawn: label, hint, error and control, in one way."""

from django.forms.renderers import TemplatesSetting
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

# Django draws all of these by one and the same template.
INPUTS = {
    f"django/forms/widgets/{kind}.html"
    for kind in ("input", "text", "hidden", "checkbox", "number", "email", "url", "date", "file")
}
TEXTAREA = "django/forms/widgets/textarea.html"


class FormRenderer(TemplatesSetting):
    """Draws inputs itself, as Django's templates would: a report's form has over a hundred, and
    by templates they are half the time of its page.
    """

    field_template_name = "components/field.html"

    def render(self, template_name, context, request=None):
        if template_name in INPUTS:
            return input_of(context["widget"])
        if template_name == TEXTAREA:
            return textarea_of(context["widget"])
        return super().render(template_name, context, request)


def input_of(widget):
    """Draw an input from what Django's widgets say of themselves."""
    value = widget["value"]
    said = {} if value is None else {"value": value}
    kind_and_name = {"type": widget["type"], "name": widget["name"]}
    return format_html(
        "<input{}>", _attributes(kind_and_name | said) + _attributes(widget["attrs"])
    )


def textarea_of(widget):
    attributes = _attributes({"name": widget["name"]} | widget["attrs"])
    return format_html("<textarea{}>\n{}</textarea>", attributes, widget["value"] or "")


def _attributes(values):
    """Give ` name="value"` for each; True is a bare name, False is left out."""
    said = (
        f" {conditional_escape(name)}"
        if value is True
        else f' {conditional_escape(name)}="{conditional_escape(value)}"'
        for name, value in values.items()
        if value is not False
    )
    return mark_safe("".join(said))  # noqa: S308  each is escaped above
