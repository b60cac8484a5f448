"""Which kind of paragraph a line is, from its number, its first word and the lines before it."""

from dataclasses import dataclass

from resrec.library.parsing.headings import begins_annex, looks_like_heading
from resrec.library.parsing.numbers import Number, read_number
from resrec.library.parsing.verbs import opening_form

HEADING, PREAMBULAR, OPERATIVE, ANNEX = "heading preambular operative annex".split()


@dataclass
class Line:
    """A line with its Number taken off, the Form it opens with, and the kind it turns out to be."""

    number: Number
    text: str
    form: object = None
    kind: str = ""
    begins_annex: bool = False
    in_annex: bool = False


def told_apart(lines, language):
    """Give a Line for each of these lines of a text, with its kind."""
    state, in_annex, told = PREAMBULAR, False, []
    for printed in lines:
        line = Line(*read_number(printed))
        line.form = opening_form(line.text, language)
        line.begins_annex = not line.number and begins_annex(line.text)
        in_annex = line.in_annex = in_annex or line.begins_annex
        line.kind = _kind(line, state)
        if line.kind != HEADING:
            state = line.kind
            if in_annex:
                line.kind = ANNEX
        told.append(line)
    return told


def _kind(line, state):
    """A numbered paragraph is operative; what is numbered under one is what stands above it."""
    if line.number:
        return OPERATIVE if line.number.is_decimal else state
    if line.begins_annex:
        return HEADING
    if line.form:
        return OPERATIVE if line.form.mood == "finite" else PREAMBULAR
    return HEADING if looks_like_heading(line.text) else PREAMBULAR
