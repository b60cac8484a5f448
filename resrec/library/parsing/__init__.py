"""The paragraphs of a text: what each is, what it asks, of whom, and until when.

Pure: a text goes in, a list of `Parsed` comes out, in time that grows with its length. Nothing
here knows a database. `docs/paragraphs.md` says how it works and how well.
"""

from resrec.library.parsing.deadlines import deadline_of
from resrec.library.parsing.house import house_of
from resrec.library.parsing.kinds import HEADING, PREAMBULAR, told_apart
from resrec.library.parsing.levels import Levels
from resrec.library.parsing.lexicon import lexicon
from resrec.library.parsing.lines import lines_of
from resrec.library.parsing.parsed import Parsed, ParsedAddressee, ParsedDeadline
from resrec.library.parsing.paths import Paths
from resrec.library.parsing.retirement import retirement_criterion
from resrec.library.parsing.stems import Stems

__all__ = ["Parsed", "ParsedAddressee", "ParsedDeadline", "parse", "retirement_criterion"]

# What may have a deadline: what is asked or decided, or stands as a bare target. What somebody
# else is doing "by 2030" is welcomed, not due.
CAN_BE_DUE = ("directive", "deciding", "")


def parse(text, language="en", title=""):
    """Give a Parsed for each line of a text that is not blank, in order. Never raises.

    `language` is "en", "fr" or "es"; where the text repeats its title, that is a heading.
    """
    known, lines = lexicon(language), lines_of(text)
    house = house_of(lines)
    paths, levels, stems, parsed = Paths(), Levels(), Stems(known, house), []
    for line in told_apart(lines, known, house, title):
        found = Parsed(line.kind, line.number.printed, 1, line.text)
        parsed.append(found)
        if line.kind == HEADING:
            found.path = paths.annex() if line.begins_annex else paths.heading()
            levels.restart()
            stems.restart()
            continue
        if line.number:
            found.level = levels.place(line.number)
        else:
            levels.restart()
        found.path = paths.paragraph(line.kind, line.number, found.level)
        form, found.addressees = stems.read(line, found.level)
        if form:
            found.verb, found.verb_type = form.base, form.verb_type
        if line.kind != PREAMBULAR and (found.addressees or found.verb_type in CAN_BE_DUE):
            found.deadline = deadline_of(line.words, known.language)
    return parsed
