"""The text that a page reports on; a code that the library lacks becomes a text without a title."""

from resrec.exchange.portal_pages.problems import Problem
from resrec.journal.recording import journalled, record
from resrec.library.codes import look_up
from resrec.library.models import Resolution


def text_of(code):
    """Give (Resolution or None, list of Problem) for a code as printed ("WCC 2016 Res 087")."""
    if not code:
        return None, [Problem("no_text", "resolution_code")]
    found = look_up(code)
    if text := found.only:
        is_same = text.label == code
        return text, [] if is_same else [Problem("other_kind", "resolution_code", text.label)]
    if len(found.sittings) != 1 or found.texts:
        return None, [Problem("unknown_text", "resolution_code", code)]
    return _made(code, found.sittings[0]), []


@journalled()
def _made(code, assembly):
    kind, number = code.split()[-2:]
    text = Resolution.objects.create(
        assembly=assembly,
        kind_id=kind,
        number=int(number),
        code=code.replace(" ", "-"),
        official_number=f"{assembly.number}.{number}",
        note=Resolution.Note.FROM_REPORT,
    )
    record(text, "resolution.added", by=None)
    return text
