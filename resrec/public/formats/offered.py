"""What a text's page offers: a citation to copy, and the other forms of the text."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from resrec.public.formats.answering import FORMS
from resrec.public.formats.to_cite import citation

# Citations stand apart from the text's own forms.
TO_CITE = ("bib", "ris")


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
    def citation(self):
        return citation(self.text, settings.ORIGIN + self.path)

    @property
    def forms(self):
        return self._offers(suffix for suffix in FORMS if suffix not in TO_CITE)

    @property
    def to_cite(self):
        return self._offers(TO_CITE)

    def _offers(self, suffixes):
        names = {
            "json": "JSON",
            "jsonld": "JSON-LD",
            "akn.xml": "Akoma Ntoso",
            "txt": _("Plain text"),
            "bib": "BibTeX",
            "ris": "RIS",
        }
        stem = self.path.rstrip("/")
        return [
            Offer(names[suffix], f"{stem}.{suffix}", FORMS[suffix].media_type.partition(";")[0])
            for suffix in suffixes
        ]
