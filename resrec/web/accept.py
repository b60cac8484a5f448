"""In which form an answer is asked for: a small closed set, for views and for the page cache."""

from functools import lru_cache

FORM_OF = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/*": "html",
    "*/*": "html",
    "application/json": "json",
    "application/ld+json": "jsonld",
    "application/akn+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/atom+xml": "atom",
    "text/plain": "text",
}
LONGEST = 1000


@lru_cache(maxsize=256)
def accept_class(accept_header):
    """Give the form that a header `Accept` prefers: html, json, jsonld, xml, atom or text.

    The highest weight wins, at equal weight a named form before `*/*`, then what stands first.
    A header that names none of them, is missing or over-long asks for html.
    """
    if len(accept_header) > LONGEST:
        return "html"
    known = [asked for asked in weighed(accept_header) if asked[0] in FORM_OF and asked[1] > 0]
    if not known:
        return "html"
    # The first of the best: `max` keeps the order of what is equal.
    media_range, _weight = max(known, key=lambda asked: (asked[1], "*" not in asked[0]))
    return FORM_OF[media_range]


def weighed(header):
    """List (name, weight) of a header such as `text/html;q=0.8, */*`; a weight unread is 0."""
    return [_weighed(part) for part in header.lower().split(",")]


def _weighed(part):
    name, *parameters = part.split(";")
    for parameter in parameters:
        letter, _sign, value = parameter.partition("=")
        if letter.strip() == "q":
            try:
                return name.strip(), float(value)
            except ValueError:
                return name.strip(), 0.0
    return name.strip(), 1.0
