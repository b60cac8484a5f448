"""The verb of a paragraph: what an assembly does with it."""

from resrec.library.parsing.forms import NAMED, OPENING, PASSIVE, SUBJECT
from resrec.library.parsing.lexicon import bases


def main_form(line, clauses, governing):
    """Give the Form of the main verb of a Line, or None.

    `governing` is the Form that governs what is numbered under a stem ("Requests the Secretariat
    to: (a) count …"), None outside such a list.
    """
    opening = clauses[0] if clauses and clauses[0].how == OPENING else None
    if opening and (opening.form.mood == "finite" or _speaks_plainly(opening)):
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


def _speaks_plainly(opening):
    """Whether a plain opening is the assembly's own even under a stem: "(a) Request …"."""
    return opening.form.mood == "plain" and opening.form.base in bases("speaking")


def governing_clauses(line, clauses, known):
    """Give the Clauses that govern what is numbered under a Line, [] if there are none.

    The last verb with which the assembly speaks: "Recalls its report, and requests:"; two where
    they share what they ask: "Urges States and encourages donors to:".
    """
    said = [clause for clause in clauses if clause.form.mood != "participle"] or clauses[:1]
    first = len(said) - 1
    while first > 0 and _share(line.words, said[first - 1], said[first], known):
        first -= 1
    return said[first:] if said else []


def _share(words, one, other, known):
    """Whether a verb asks nothing before the next one comes, which then asks for both."""
    if one.form.verb_type != "directive" or other.form.verb_type != "directive":
        return False
    return not any(known.begins_what_is_asked(words, at) for at in range(one.end, other.start))


def is_closed(line):
    """Whether a Line ends as a sentence, so that nothing hangs on it."""
    return line.text.rstrip("”\"'’) ").endswith((".", ";"))
