"""Controls drawn from what Django's widgets say of themselves, as Django's templates would."""

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe


def input_of(widget):
    value = widget["value"]
    said = {} if value is None else {"value": value}
    kind_and_name = {"type": widget["type"], "name": widget["name"]}
    return format_html("<input{}>", attributes(kind_and_name | said) + attributes(widget["attrs"]))


def textarea_of(widget):
    said = attributes({"name": widget["name"]} | widget["attrs"])
    return format_html("<textarea{}>\n{}</textarea>", said, widget["value"] or "")


def select_of(widget):
    options = _grouped(widget, _option, '<optgroup label="{}">', "</optgroup>")
    said = attributes({"name": widget["name"]} | widget["attrs"])
    return format_html("<select{}>{}</select>", said, options)


def choices_of(widget):
    """Draw radio buttons or checkboxes, each in its label."""
    options = _grouped(widget, _choice, "<div><label>{}</label>", "</div>")
    about = {name: widget["attrs"].get(name) or False for name in ("id", "class")}
    return format_html("<div{}>{}</div>", attributes(about), options)


def _grouped(widget, draw, opening, closing):
    parts = []
    for group, options, _index in widget["optgroups"]:
        drawn = [draw(option) for option in options]
        parts += [format_html(opening, group), *drawn, closing] if group else drawn
    return mark_safe("".join(parts))  # noqa: S308  each is escaped where it is drawn


def _option(option):
    said = attributes({"value": str(option["value"])} | option["attrs"])
    return format_html("<option{}>{}</option>", said, option["label"])


def _choice(option):
    named = attributes({"for": option["attrs"].get("id") or False})
    return format_html(
        "<div><label{}>{} {}</label></div>", named, input_of(option), option["label"]
    )


def attributes(values):
    """Give ` name="value"` for each; True is a bare name, False is left out. Names are those that
    the program gives."""
    said = (
        f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'
        for name, value in values.items()
        if value is not False
    )
    return mark_safe("".join(said))  # noqa: S308  each value is escaped above
