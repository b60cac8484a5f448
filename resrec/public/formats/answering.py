"""Answering with one text in the form that is asked for."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpResponse, HttpResponseNotFound
from django.urls import reverse
from django.utils.translation import get_language, gettext as _, override

from resrec.public.formats.akoma_ntoso import akoma_ntoso
from resrec.public.formats.as_json import as_json
from resrec.public.formats.json_ld import json_ld
from resrec.public.formats.plain import plain_text
from resrec.public.formats.to_cite import bibtex, ris
from resrec.public.formats.told import Told, languages_held
from resrec.web.accept import accept_class


class Form(NamedTuple):
    """`write` gives the text in this form; `is_in_one_language` where it holds no others."""

    media_type: str
    write: Callable[[Told], str | bytes]
    is_in_one_language: bool = False


FORMS = {
    "json": Form("application/json", as_json),
    "jsonld": Form("application/ld+json", json_ld),
    "akn.xml": Form("application/akn+xml", akoma_ntoso, is_in_one_language=True),
    "txt": Form("text/plain; charset=utf-8", plain_text, is_in_one_language=True),
    "bib": Form(
        "application/x-bibtex; charset=utf-8", lambda told: bibtex(told.text, told.address)
    ),
    "ris": Form(
        "application/x-research-info-systems; charset=utf-8",
        lambda told: ris(told.text, told.address),
    ),
}

# By what `accept_class` gives for a header; HTML is the page's own.
BY_ACCEPT = {"json": "json", "jsonld": "jsonld", "xml": "akn.xml", "text": "txt"}


def wished(request):
    """Give the suffix of the form that the header Accept prefers to a page, or None."""
    return BY_ACCEPT.get(accept_class(request.headers.get("Accept", "")))


def answer(request, text, suffix):
    """Give a text from `page_of` in the form of this suffix."""
    form, language = FORMS[suffix], get_language()
    if form.is_in_one_language:
        asked, held = request.GET.get("language", ""), languages_held(text)
        if asked and asked not in held:
            words = _("This text is not held in “%(language)s”.") % {"language": asked[:40]}
            return HttpResponseNotFound(words, content_type="text/plain; charset=utf-8")
        language = asked or (language if language in held else next(iter(held), language))
    with override(language):
        written = form.write(Told.of(text, language))
    response = HttpResponse(written, content_type=form.media_type)
    response["Content-Language"] = language
    response["Content-Location"] = reverse("text_form", args=[text.code, suffix])
    return response
