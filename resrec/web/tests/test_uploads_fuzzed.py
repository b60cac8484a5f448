"""Whatever arrives as a file is one of the accepted kinds or refused with a message, no third."""

import io

from hypothesis import given, settings as how, strategies as some

from resrec.rules import RuleBroken
from resrec.web.file_kinds import BY_ENDING, FileKind, kind_of
from resrec.web.tests.test_file_kinds import (
    JPEG,
    PDF,
    PNG,
    SHEET,
    WEBP,
    WORD,
    office,
    opendocument,
)

WHOLE = [PNG, JPEG, WEBP, PDF, office(WORD), office(SHEET), opendocument("text"), b"Notes\n"]
NAMES = some.builds(
    "{}.{}".format,
    some.text(min_size=1, max_size=20),
    some.sampled_from([*BY_ENDING, "exe", "html", "svg", "DOCX", "pdf.exe", ""]),
)


@some.composite
def damaged(draw):
    """A good file of which some bytes were changed, cut off, doubled or put in."""
    content = bytearray(draw(some.sampled_from(WHOLE)))
    for _change in range(draw(some.integers(0, 6))):
        place = draw(some.integers(0, len(content)))
        piece = draw(some.binary(max_size=40))
        content[place : place + draw(some.integers(0, 40))] = piece
    return bytes(content)


@how(max_examples=400, deadline=None, derandomize=True)
@given(content=some.one_of(damaged(), some.binary(max_size=600)), name=NAMES)
def test_a_file_is_of_an_accepted_kind_or_refused(content, name):
    try:
        kind = kind_of(io.BytesIO(content), name)
    except RuleBroken:
        return
    assert isinstance(kind, FileKind)
    assert name.lower().rpartition(".")[2] in kind.endings
