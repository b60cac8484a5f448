"""A draft that is pasted, and what the library says about it already."""

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import BoundedSemaphore

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext as _, gettext_lazy

from resrec.library.models import Resolution
from resrec.library.parsing import Parsed, parse
from resrec.library.search import catalogue
from resrec.library.search.words import words_of
from resrec.library.similarity.drafts import MOST_LOOKED_UP, Said, language_of, said_about
from resrec.library.similarity.marking import line_of
from resrec.library.similarity.nearest import Near, nearest
from resrec.library.similarity.pairing import CLOSE
from resrec.library.similarity.passages import Passage, read
from resrec.library.similarity.stemmed import Line, Stemmed
from resrec.public.quoted import Quoted, read_texts

LONGEST, LONGEST_TITLE = 60_000, 500  # characters
# A long draft takes a second: no more are compared at once, so that pages stay quick for others.
AT_ONCE, WAIT = BoundedSemaphore(2), 5  # of one process; seconds


class DraftForm(forms.Form):
    """Title and words of a draft; either is enough.

    The limits are no `maxlength`: browsers cut off in silence what is pasted beyond that.
    """

    title = forms.CharField(label=gettext_lazy("Title"), required=False)
    draft = forms.CharField(
        label=gettext_lazy("Draft"), required=False, widget=forms.Textarea(attrs={"rows": 12})
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the draft"),
        required=False,
        choices=[("", gettext_lazy("told by its words")), *settings.LANGUAGES],
    )

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.fields["draft"].help_text = _(
            "Paste it as it is, each paragraph on a line of its own: up to %(most)s characters. "
            "It is compared and forgotten; nothing is kept."
        ) % {"most": number_format(LONGEST, force_grouping=True)}

    def clean_title(self):
        return _within(self.cleaned_data["title"], LONGEST_TITLE)

    def clean_draft(self):
        return _within(self.cleaned_data["draft"].replace("\r\n", "\n"), LONGEST)

    def clean(self):
        words = " ".join(self.cleaned_data.get(name, "") for name in ("title", "draft"))
        if not self.errors and not words_of(words):
            raise ValidationError(_("Paste a draft, or at least a title, with some words in it."))
        return self.cleaned_data


def _within(words, most):
    if len(words) > most:
        raise ValidationError(
            _(
                "This has %(length)s characters; %(most)s can be compared at once. "
                "Compare it in parts."
            ),
            params={
                "length": number_format(len(words), force_grouping=True),
                "most": number_format(most, force_grouping=True),
            },
        )
    return words


@contextmanager
def turn():
    """Wait for a turn to compare a draft; tells whether it came."""
    has_come = AT_ONCE.acquire(timeout=WAIT)
    try:
        yield has_come
    finally:
        if has_come:
            AT_ONCE.release()


@dataclass(frozen=True)
class Echo:
    """A passage that says nearly what a paragraph of the draft says; `also` are other texts in
    which it stands in the same words, each as a Quoted.
    """

    quoted: Quoted
    level: str
    also: list[Quoted]


@dataclass(frozen=True)
class Looked:
    """A paragraph of the draft, its words marked that come back, and what was found on it."""

    paragraph: Parsed
    quoted: Quoted
    echoes: list[Echo]


class Draft:
    """A draft: what it is in itself, and what of the library is near.

    Its operative paragraphs are looked up one by one, the first `MOST_LOOKED_UP`; all paragraphs
    where none is operative.
    """

    def __init__(self, title: str, draft: str, language: str):
        self.title = title
        self.is_told = not language
        self.language = language or language_of(f"{title}\n{draft}", get_language() or "en")
        self.paragraphs = parse(draft, self.language, title)
        self.known = catalogue.current()
        self.rarity = self.known.lexicon.weights[self.language]

    @property
    def language_name(self):
        return dict(settings.LANGUAGES)[self.language]

    @cached_property
    def asked(self) -> list[Parsed]:
        """The paragraphs that are asked about, however many."""
        operative = [one for one in self.paragraphs if one.kind == "operative"]
        return operative or [one for one in self.paragraphs if one.kind != "heading"]

    @property
    def has_operative(self):
        return any(one.kind == "operative" for one in self.paragraphs)

    @property
    def not_looked_up(self):
        """How many of the asked paragraphs are beyond the limit."""
        return max(0, len(self.asked) - MOST_LOOKED_UP)

    @property
    def is_unknown(self):
        """Whether none of its telling words stands in any text of this language."""
        words = [line_of(one.text, self.language) for one in self.paragraphs]
        stems = {stem for line in [*words, line_of(self.title, self.language)] for stem in line}
        return not any(self.rarity[stem] and stem in self.rarity.texts for stem in stems)

    @cached_property
    def nearest(self) -> list[tuple[Near, Resolution]]:
        """The texts nearest to the draft as a whole, the nearest first."""
        # Headings, and the line that says who adopts it, are not what a text says.
        words = [one.text for one in self.paragraphs if one.kind != "heading"]
        wording = {self.language: Stemmed.of_words(self.language, self.title, words)}
        found = nearest(wording, self.known, prefer=self.language)
        texts = read_texts([near.pk for near in found])
        return [(near, texts[near.pk]) for near in found if near.pk in texts]

    @cached_property
    def looked_up(self) -> list[Looked]:
        """The asked paragraphs in their order, each with what the library says about it."""
        asked = self.asked[:MOST_LOOKED_UP]
        lines = [line_of(one.text, self.language) for one in asked]
        said = said_about(lines, self.language, self.known)
        each = [one for found in said for first in found for one in (first, *first.also)]
        passages = read((one.pk, self.language, one.place) for one in each)
        texts = read_texts({one.pk for one in each})
        quoting = _Quoting(self, texts, passages)
        return [
            quoting.looked(paragraph, line, found)
            for paragraph, line, found in zip(asked, lines, said, strict=True)
        ]


@dataclass(frozen=True)
class _Quoting:
    draft: Draft
    texts: dict[int, Resolution]
    passages: dict

    def looked(self, paragraph: Parsed, line: Line, found: list[Said]) -> Looked:
        own = Quoted.of(Passage(self.draft.language, paragraph.text, number=paragraph.number))
        close = [said.line for said in found if said.level == CLOSE]
        echoes = [
            Echo(
                quoted, said.level, [one for also in said.also if (one := self._quoted(also, line))]
            )
            for said in found
            if (quoted := self._quoted(said, line))
        ]
        return Looked(paragraph, own.beside(close, CLOSE, self.draft.rarity), echoes)

    def _quoted(self, said, line):
        passage = self.passages.get((said.pk, self.draft.language, said.place))
        if passage is None or said.pk not in self.texts:
            return None
        quoted = Quoted.of(passage, self.texts[said.pk])
        quoted = quoted.beside([line], said.level, self.draft.rarity)
        return quoted.excerpt(quoted.longest_mark)
