"""One small closed set of forms, read from a header that may say anything."""

import pytest

from resrec.web.accept import accept_class

FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("", "html"),
        ("*/*", "html"),
        (FIREFOX, "html"),
        ("application/json", "json"),
        ("application/json, text/plain, */*", "json"),
        ("*/*, application/json", "json"),
        ("text/plain;q=0.5, application/ld+json;q=0.9", "jsonld"),
        ("Application/AKN+XML ; q=1", "xml"),
        ("text/xml", "xml"),
        ("application/atom+xml", "atom"),
        ("text/plain; charset=utf-8", "text"),
        ("application/json;q=0, text/plain;q=0.1", "text"),
        ("application/json;q=0", "html"),
        ("application/json;q=much", "html"),
        ("image/png", "html"),
        (";;,,q=1", "html"),
        ("application/json," * 1000, "html"),
    ],
)
def test_the_form_that_is_preferred(header, form):
    assert accept_class(header) == form
