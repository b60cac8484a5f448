"""How every form field is drawn: label, hint, error and control, in one way."""

from django.forms.renderers import TemplatesSetting

from resrec.web import controls
from resrec.web.fields import field_of

WIDGETS = "django/forms/widgets/"
# Django draws all of these by one and the same template.
INPUTS = ("input", "text", "hidden", "checkbox", "number", "email", "url", "date", "file")
DRAWN = {f"{WIDGETS}{kind}.html": controls.input_of for kind in INPUTS} | {
    f"{WIDGETS}textarea.html": controls.textarea_of,
    f"{WIDGETS}select.html": controls.select_of,
    f"{WIDGETS}radio.html": controls.choices_of,
    f"{WIDGETS}checkbox_select.html": controls.choices_of,
}


class FormRenderer(TemplatesSetting):
    """Draws fields and controls without templates: a report's form has over a hundred, and by
    templates they are more than half the time of its page.
    """

    field_template_name = "field"

    def render(self, template_name, context, request=None):
        if template_name == self.field_template_name:
            return field_of(context["field"])
        if draw := DRAWN.get(template_name):
            return draw(context["widget"])
        return super().render(template_name, context, request)
