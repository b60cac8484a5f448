"""Reading a form that comes back as a Word file: which answer stands beside which code."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from resrec.library.originals.wholeness import must_be_whole
from resrec.rules import RuleBroken

CODE = re.compile(r"\[([\w.-]+(?::[0-9a-f]{8}:\w+)?)\]")
MARK = re.compile(r"\[form:([0-9a-f-]{36}):(\w\w):([\w.,-]*)\]")
LONGEST = 200_000  # characters of all answers
LARGEST = 20 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Filled:
    """A form as it came: of which report (`series`) and texts, in which language it asks, and the
    words beside each code; `unread` are messages on what could not be read."""

    series: str
    language: str
    texts: tuple[str, ...]
    answers: dict[str, str]
    unread: list = field(default_factory=list)


def read(file):
    """Read a .docx that is open for bytes. Raises RuleBroken when it is none of our forms."""
    if file.seek(0, 2) > LARGEST:
        raise RuleBroken(_("This file is larger than any form would be."))
    must_be_whole(file)
    # Its libraries take ten megabytes, which a process that never reads Word files saves.
    from resrec.library.originals import word

    file.seek(0)
    rows, lines = word.rows_and_lines_of(file)
    mark = MARK.search("\n".join(lines))
    if not mark:
        raise RuleBroken(
            _("This is not a form of ours: the line in brackets at its head is missing.")
        )
    answers, unread = _answers(rows)
    if sum(map(len, answers.values())) > LONGEST:
        raise RuleBroken(_("The answers are longer than any report would be."))
    texts = tuple(filter(None, mark[3].split(",")))
    return Filled(mark[1], mark[2], texts, answers, unread)


def _answers(rows):
    """Give {code: words}, and messages on rows that have none or the same code twice."""
    answers, unread = {}, []
    for cells in rows:
        code = CODE.search(cells[0]) if cells else None
        answer = "\n".join(cells[1:]).strip("\n")
        if code is None:
            if answer.strip():
                unread.append(
                    _("An answer without its code was left out: “%(words)s”")
                    % {"words": answer[:200]}
                )
        elif code[1] in answers and answers[code[1]] != answer:
            unread.append(_("The question [%(code)s] is there twice.") % {"code": code[1]})
        else:
            answers[code[1]] = answer
    return answers, unread
