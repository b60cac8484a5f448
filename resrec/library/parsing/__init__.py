"""The paragraphs of a text: what each is, what it asks, of whom, and until when.

Pure: a text goes in, a list of `Parsed` comes out, in time that grows with its length. Nothing
here knows a database. `docs/paragraphs.md` says how it works and how well.
"""

from resrec.library.parsing.kinds import HEADING, told_apart
from resrec.library.parsing.levels import Levels
from resrec.library.parsing.lines import lines_of
from resrec.library.parsing.parsed import Parsed, ParsedAddressee, ParsedDeadline
from resrec.library.parsing.paths import Paths
from resrec.library.parsing.retirement import retirement_criterion

__all__ = ["Parsed", "ParsedAddressee", "ParsedDeadline", "parse", "retirement_criterion"]


def parse(text, language="en", title=""):
    """Give a Parsed for each line of a text that is not blank, in order. Never raises.

    `language` is "en", "fr" or "es"; `title` is left out of account where the text repeats it.
    """
    paths, levels, parsed = Paths(), Levels(), []
    for line in told_apart(lines_of(text), language):
        found = Parsed(line.kind, line.number.printed, 1, line.text)
        if line.kind == HEADING:
            found.path = paths.annex() if line.begins_annex else paths.heading()
            levels.restart()
        else:
            if line.number:
                found.level = levels.place(line.number)
            else:
                levels.restart()
            found.path = paths.paragraph(line.kind, line.number, found.level)
        if line.form:
            found.verb, found.verb_type = line.form.base, line.form.verb_type
        parsed.append(found)
    return parsed
