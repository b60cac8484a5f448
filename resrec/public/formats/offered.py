"""What a text's page offers: a citation to copy, and the other forms of the text.

Both are alike on every page but for code and citation, so they are drawn once a language.
"""

from html import escape
from typing import NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext as _

from resrec.public.formats.answering import FORMS
from resrec.public.formats.to_cite import citation
from resrec.web.held import held

# Citations stand apart from the text's own forms.
TO_CITE = ("bib", "ris")
# Where a drawing has the text's address without its last stroke, and its citation.
STEM, CITATION = "(stem)", "(citation)"


class Offer(NamedTuple):
    name: str
    address: str
    media_type: str


class Offered:
    def __init__(self, text):
        """`text` is a Resolution from `page_of`."""
        self.text = text
        self.path = text.get_absolute_url()

    @property
    def links(self):
        """For the page's head."""
        return mark_safe(self._drawn("links"))  # noqa: S308  escaped

    @property
    def section(self):
        cited = escape(citation(self.text, settings.ORIGIN + self.path))
        return mark_safe(self._drawn("section").replace(CITATION, cited))  # noqa: S308  escaped

    def _drawn(self, part):
        return _drawn(get_language())[part].replace(STEM, escape(self.path.rstrip("/")))


@held
def _drawn(language):
    offers = {
        "citation": CITATION,
        "forms": _offers(suffix for suffix in FORMS if suffix not in TO_CITE),
        "to_cite": _offers(TO_CITE),
    }
    return {
        part: render_to_string(f"resolutions/offered_{part}.html", offers)
        for part in ("links", "section")
    }


def _offers(suffixes):
    names = {
        "json": "JSON",
        "jsonld": "JSON-LD",
        "akn.xml": "Akoma Ntoso",
        "txt": _("Plain text"),
        "bib": "BibTeX",
        "ris": "RIS",
    }
    return [
        Offer(names[suffix], f"{STEM}.{suffix}", FORMS[suffix].media_type.partition(";")[0])
        for suffix in suffixes
    ]
