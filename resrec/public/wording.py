"""The words of a text on its page: each paragraph at its address, with whom it asks and by when.

A text has some fifty paragraphs, and the page of every text has to be made in a few
milliseconds: its paragraphs are put together here and not by the template engine.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import NamedTuple

from django.conf import settings
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext as _, ngettext

from resrec.library.models import Addressee, Paragraph, ParagraphText, Resolution, ResolutionText
from resrec.reporting.pointed_at import PointedAt
from resrec.web.held import held
from resrec.web.prepared import Prepared


class Words(NamedTuple):
    """The words of one paragraph in one language."""

    paragraph: int
    path: str
    kind: str
    number: str
    level: int
    verb_type: str
    deadline: str
    deadline_on: date | None
    language: str
    text: str


@dataclass(frozen=True)
class Wording:
    """The words of a text in one language, and the languages there are.

    `paragraphs` are in this language, each that it lacks in another. `unknown` is the language
    that was asked for in vain.
    """

    language: str
    text: ResolutionText | None
    languages: list[str]
    paragraphs: list[Words]
    addressees: dict[int, list[str]]
    unknown: str

    @classmethod
    def of(cls, resolution: Resolution, asked: str):
        rows = all_words(resolution)
        held_in = {row.language for row in rows}
        held_in |= {lang for lang, text in resolution.current_texts.items() if text.body}
        languages = [code for code, _name in settings.LANGUAGES if code in held_in]
        wished = [asked, get_language() or "", *languages]
        language = next((code for code in wished if code in languages), "")
        return cls(
            language=language,
            text=resolution.current_texts.get(language),
            languages=languages,
            paragraphs=_in_language(rows, language),
            addressees=_addressees(resolution, language) if rows else {},
            unknown=asked if asked and languages and asked not in languages else "",
        )

    @property
    def is_held(self):
        return bool(self.languages)

    @property
    def renders(self):
        """The newer version that this translation does not render yet, or None."""
        if self.text is None or not self.text.is_stale:
            return None
        return self.text.resolution.current_texts[self.text.renders.language]

    def html(self, pointed: dict[int, PointedAt], linked: Callable[[Words], str]) -> SafeString:
        """The paragraphs; `linked` gives the HTML of the words of one, its citations as links."""
        kinds, verbs = _labels(get_language())
        parts = []
        for words in self.paragraphs:
            path, level = escape(words.path), words.level
            parts.append(
                f'<div class="paragraph {words.kind} level-{level}" id="{path}">'
                f'<a class="paragraph-number" href="#{path}">{_number(words, kinds)}</a>'
                f'<div><p lang="{words.language}">{linked(words)}</p>'
                f"{self._asks(words, verbs, pointed.get(words.paragraph))}</div></div>"
            )
        return mark_safe("".join(parts))  # noqa: S308  each part is escaped

    def _asks(self, words, verbs, pointed):
        """What the paragraph does, whom it asks and by when; who has reported on it.

        The class of its verb is said where the verb stands: not of what is listed under it.
        """
        told = []
        if words.verb_type and words.kind == Paragraph.Kind.OPERATIVE and words.level == 1:
            told.append(f'<span class="verb">{escape(verbs[words.verb_type])}</span>')
        if names := self.addressees.get(words.paragraph):
            told.append(f'<span lang="{words.language}">{escape("; ".join(names))}</span>')
        if words.deadline:
            told.append(_deadline(words))
        if pointed:
            told += _pointing(pointed)
        return f'<p class="asks">{" ".join(told)}</p>' if told else ""


_words_of = Prepared(
    lambda ids: (
        ParagraphText.objects.filter(paragraph__resolution__in=ids, paragraph__gone_on=None)
        .order_by("paragraph__position")
        .values_list(
            "paragraph_id",
            "paragraph__path",
            "paragraph__kind",
            "paragraph__number",
            "paragraph__level",
            "paragraph__verb_type",
            "paragraph__deadline",
            "paragraph__deadline_on",
            "language",
            "text",
        )
    )
)
_asked_by = Prepared(
    lambda ids: (
        Addressee.objects.filter(paragraph__resolution__in=ids)
        .order_by("pk")
        .values_list("paragraph_id", "language", "name")
    )
)


def all_words(resolution):
    """The words of a text, a row a paragraph and language, in reading order."""
    return [Words(*row) for row in _words_of([resolution.pk])]


def _in_language(rows, language):
    """One row a paragraph: in this language, else in English, French or Spanish."""
    order = [language, *(code for code, _name in settings.LANGUAGES)]
    chosen: dict[int, Words] = {}
    for row in rows:
        before = chosen.get(row.paragraph)
        if before is None or order.index(row.language) < order.index(before.language):
            chosen[row.paragraph] = row
    return list(chosen.values())


def _addressees(resolution, language):
    """{paragraph id: names as printed in this language}"""
    names = defaultdict(list)
    for paragraph, written_in, name in _asked_by([resolution.pk]):
        if written_in == language:
            names[paragraph].append(name)
    return names


@held
def _labels(language):
    """({kind: label}, {class of verb: label}) in the page's language."""
    return (
        {kind: str(label).capitalize() for kind, label in Paragraph.Kind.choices},
        {kind: str(label) for kind, label in Paragraph.VerbType.choices},
    )


def _number(words, kinds):
    if words.number:
        paragraph = escape(_("Paragraph"))
        return f'<span class="visually-hidden">{paragraph} </span>{escape(words.number)}'
    hidden = f'<span class="visually-hidden">{escape(kinds[words.kind])}</span>'
    return f'{hidden}<span aria-hidden="true">¶</span>'


def _deadline(words):
    """The words that name the deadline; where they are another language's, its last day if known.

    One language stands for all on record, and the paragraph says in its own what is left out.
    """
    if words.deadline.casefold() in " ".join(words.text.split()).casefold():
        return f'<span lang="{words.language}">{escape(words.deadline)}</span>'
    if words.deadline_on is None:
        return ""
    last = _("by %(day)s") % {"day": date_format(words.deadline_on, "DATE_FORMAT")}
    return f"<span>{escape(last)}</span>"


def _pointing(pointed):
    """Links to what points at the paragraph: reports, and statements of Progress Reports."""
    reports, statements = len(pointed.reports), len(pointed.statements)
    if reports:
        said = ngettext("%(n)s report", "%(n)s reports", reports) % {"n": reports}
        yield f'<a href="{pointed.reports[0] if reports == 1 else "#activity-reports"}">{said}</a>'
    if statements:
        said = ngettext("%(n)s statement", "%(n)s statements", statements) % {"n": statements}
        yield f'<a href="{pointed.statements[0]}">{said}</a>'
