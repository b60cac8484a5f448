"""The verb of a paragraph: what an assembly does with it."""

from resrec.library.parsing.forms import NAMED, OPENING, PASSIVE, SUBJECT

# In the plain form these say what the assembly does, under any stem: "We decide to: (a) Request …".
SPEAKING = frozenset(
    "request|urge|call upon|call on|invite|encourage|recommend|reaffirm|recognize|welcome"
    "|acknowledge|express concern|emphasize|decide|commit|take note|note|recall|reiterate|stress"
    "|underline|underscore|condemn|commend|be concerned|call for|express|appreciate|endorse"
    "|authorize|pledge|look forward|resolve|affirm".split("|")
)


def main_form(line, clauses, governing):
    """Give the Form of the main verb of a Line, or None.

    `governing` is the Form that governs what is numbered under a stem ("Requests the Secretariat
    to: (a) count …"), None outside such a list.
    """
    opening = clauses[0] if clauses and clauses[0].how == OPENING else None
    if opening and opening.form.mood == "finite":
        return opening.form
    if opening and opening.form.mood == "plain" and _speaks_for_itself(opening):
        return opening.form
    if governing:
        return governing
    said = next((c.form for c in clauses if c.how in (SUBJECT, NAMED, PASSIVE)), None)
    if opening and opening.form.mood == "participle":
        spoken = next((c.form for c in clauses if c.how == SUBJECT), None)
        return spoken if spoken and line.number.is_decimal else opening.form
    if opening and opening.start and opening.form.mood == "plain":
        return opening.form
    return said


def _speaks_for_itself(opening):
    form = opening.form
    return form.base in SPEAKING and form.words[0] == form.base.split()[0]


def governing_clause(line, clauses):
    """Give the Clause that governs what is numbered under a Line, None if there is none.

    The last verb with which the assembly speaks: "Recalls its report, and requests:".
    """
    for clause in reversed(clauses):
        if clause.form.mood != "participle":
            return clause
    return clauses[0] if clauses else None


def is_closed(line):
    """Whether a Line ends as a sentence, so that nothing hangs on it."""
    return line.text.rstrip("”\"'’) ").endswith((".", ";"))
