"""A text as plain text: for mail, notes and reading programs."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from resrec.public.formats.told import Told

INDENT = "   "


def plain_text(told: Told):
    """Give the text in one language, paragraphs apart by blank lines."""
    paragraphs = [_paragraph(told, one) for one in told.record["paragraphs"]]
    words = paragraphs or told.body_lines or [_("The words of this text are not held here.")]
    return "\n\n".join([*_head(told), *words, told.address]) + "\n"


def _head(told):
    text = told.text
    yield f"{text.kind or ''} {told.number}".strip()
    yield told.heading
    yield f"{text.assembly.kind} {text.assembly.number}, {text.assembly.place_and_year}"
    if archived := told.record["archived"]:
        reason = archived["reason"].get(told.language) or archived["reason"].get("en", "")
        state = text.get_standing_display().capitalize()
        day = date_format(text.archived_on, "DATE_FORMAT")
        said = _("%(state)s since %(day)s.") % {"state": state, "day": day}
        yield " ".join(filter(None, [said, archived["decision"], reason]))


def _paragraph(told, one):
    """Its words behind its number, as far in as it stands under others."""
    words, _language = told.words_of(one)
    indent = INDENT * (one.get("level", 1) - 1)
    return f"{indent}{one.get('number', '')} {words}" if one.get("number") else f"{indent}{words}"
