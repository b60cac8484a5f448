"""What is told of one text, whatever the form: its record, and its names in a language."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _, override

from resrec.library.models import Citation, Resolution
from resrec.library.records import records

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Told:
    """`text` is a Resolution from `page_of`, `record` what the library holds of it.

    `language` is that of the names, and of the words where they are held in it. `cites`,
    `cited_by` and `succeeded_by` are codes of texts; `succeeds` pairs of the code of a text whose
    place it took and how: "superseded" or "consolidated".
    """

    text: Resolution
    record: dict
    language: str
    cites: list[str]
    cited_by: list[str]
    succeeded_by: str
    succeeds: list[tuple[str, str]]

    @classmethod
    def of(cls, text, language):
        (record,) = records([text.pk])
        standing = Citation.objects.standing().order_by()
        cites = standing.filter(source=text.pk).values_list("target__code", flat=True)
        cited_by = standing.filter(target=text.pk).values_list("source__code", flat=True)
        return cls(
            text,
            record,
            language,
            cites=sorted(set(cites)),
            cited_by=sorted(set(cited_by)),
            succeeded_by=text.succeeded_by.code if text.succeeded_by_id else "",
            succeeds=sorted(text.succeeds.order_by().values_list("code", "standing")),
        )

    @cached_property
    def words(self):
        """The newest words of each language: {language: entry of the record's `texts`}."""
        return {one["language"]: one for one in self.record["texts"]}

    @property
    def languages(self):
        """The languages in which it has a title or words, in the site's order."""
        return [language for language in LANGUAGES if language in self.words]

    @cached_property
    def title(self):
        """(title, its language): in the language, else in English, French or Spanish, or None."""
        for language in (self.language, *LANGUAGES):
            if title := self.words.get(language, {}).get("title"):
                return title, language
        return None

    @property
    def heading(self):
        """Its title, or what stands where none is known."""
        return self.title[0] if self.title else _("Title not known")

    @property
    def number(self):
        """Its official number, else its code as people write it."""
        return self.record["official_number"] or self.text.label

    @cached_property
    def address(self):
        return self.address_in(self.language)

    def address_in(self, language):
        with override(language):
            return settings.ORIGIN + self.text.get_absolute_url()

    def address_of_text(self, code):
        """The address of another text."""
        return settings.ORIGIN + reverse("resolution", args=[code])

    def address_of(self, path):
        """The address of one paragraph."""
        return f"{self.address}#{path}"

    def address_as(self, suffix, language=None):
        """The address of another form: `/en/resolutions/WCC-2016-Res-087.json`."""
        return f"{self.address_in(language or self.language).rstrip('/')}.{suffix}"

    def words_of(self, paragraph):
        """(words, their language) of a paragraph of the record, in another language if need be."""
        said = paragraph["words"]
        language = next(one for one in (self.language, *LANGUAGES) if one in said)
        return said[language], language

    @cached_property
    def body_lines(self):
        """The paragraphs of a body that has no tree."""
        body = self.words.get(self.language, {}).get("body", "")
        return [" ".join(line.split()) for line in body.split("\n\n") if line.strip()]


def languages_held(text):
    """The languages in which a text from `page_of` has a title or words, in the site's order."""
    return [language for language in LANGUAGES if language in text.current_texts]
