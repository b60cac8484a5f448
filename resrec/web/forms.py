"""How every form field is drawn: label, hint, error and control, in one way."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    field_template_name = "components/field.html"
