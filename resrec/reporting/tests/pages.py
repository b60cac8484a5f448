"""Pages as a browser sees them: what a form would send, and what a reader would read."""

from selectolax.lexbor import LexborHTMLParser as HTMLParser


def sent_by(response, action=""):
    """Give what pressing a button of the page's form would send: {name: [values]}.

    `action` is the end of the form's address; the first form that posts there is meant.
    """
    tree = HTMLParser(response.content.decode())
    form = next(
        form
        for form in tree.css('main form[method="post"]')
        if (form.attributes.get("action") or "").endswith(action)
    )
    for template in form.css("template"):
        template.decompose()
    data = {}
    for field in form.css("input, select, textarea"):
        name, value = field.attributes.get("name"), _value(field)
        if name and value is not None and name != "csrfmiddlewaretoken":
            data.setdefault(name, []).append(value)
    return data


def _value(field):
    """Give what the field sends; None when it sends nothing."""
    attributes = field.attributes
    if field.tag == "textarea":
        return field.text(deep=True)
    if field.tag == "select":
        chosen = field.css_first("option[selected]") or field.css_first("option")
        return chosen.attributes.get("value") or ""
    if attributes.get("type") in ("checkbox", "radio"):
        sent = attributes["value"] or "" if "value" in attributes else "on"
        return sent if "checked" in attributes else None
    return None if attributes.get("type") == "file" else attributes.get("value") or ""


def words_of(response):
    """Give the text of the page's main part, without markup, in single spaces."""
    main = HTMLParser(response.content.decode()).css_first("main")
    return " ".join(main.text(separator=" ").split())
